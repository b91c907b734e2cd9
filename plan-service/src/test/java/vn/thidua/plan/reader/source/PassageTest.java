package vn.thidua.plan.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final String TEXT = "1. Phát động | STT Nội dung | thi đua **năm** 2025";

    @Test
    void wordsKnowWhereTheyStand() {
        Passage passage = in("Phát động");

        assertThat(passage).hasToString("Phát động");
        assertThat(passage.sourceOf(0)).isEqualTo(3);
        assertThat(passage.ranges(TEXT)).containsExactly(new SourceRange(3, 12));
    }

    @Test
    void aPieceCutOutKeepsItsPlace() {
        Passage piece = in("Phát động").sub(5, 9);

        assertThat(piece).hasToString("động");
        assertThat(words(piece)).containsExactly("động");
    }

    @Test
    void aPieceOfAPieceKeepsItsPlace() {
        Passage piece = in("thi đua").from(4).sub(1, 3);

        assertThat(piece).hasToString("ua");
        assertThat(words(piece)).containsExactly("ua");
    }

    @Test
    void twoHalvesLeaveOutTheHeadingBetweenThem() {
        Passage joined = Passage.join(List.of(in("Phát động"), in("thi đua")), " ");

        assertThat(joined).hasToString("Phát động thi đua");
        assertThat(words(joined)).containsExactly("Phát động", "thi đua");
    }

    @Test
    void aPieceAcrossTheJointHasBothPlaces() {
        Passage piece =
                Passage.join(List.of(in("Phát động"), in("thi đua")), " ").sub(5, 13);

        assertThat(piece).hasToString("động thi");
        assertThat(words(piece)).containsExactly("động", "thi");
    }

    @Test
    void onlyMarksBetweenTwoPiecesMakeOneRange() {
        Passage joined = Passage.join(List.of(in("thi đua"), in("năm"), in("2025")), " ");

        assertThat(joined).hasToString("thi đua năm 2025");
        assertThat(words(joined)).containsExactly("thi đua **năm** 2025");
    }

    @Test
    void whatWasPutInBetweenStandsNowhere() {
        Passage joined = Passage.join(List.of(in("động"), in("năm")), " và ");

        assertThat(joined).hasToString("động và năm");
        assertThat(joined.sourceOf(5)).isEqualTo(-1);
        assertThat(words(joined.sub(4, 8))).isEmpty();
    }

    @Test
    void piecesOutOfOrderStayApart() {
        Passage joined = Passage.join(List.of(in("năm"), in("Phát")), " ");

        assertThat(words(joined)).containsExactly("năm", "Phát");
    }

    @Test
    void emptyPartsLeaveNoGlueBehind() {
        Passage joined = Passage.join(List.of(Passage.EMPTY, in("năm"), Passage.EMPTY), " - ");

        assertThat(joined).hasToString("năm");
        assertThat(Passage.join(List.of(), " ")).isSameAs(Passage.EMPTY);
    }

    @Test
    void strippingTakesBlanksFromBothEndsOnly() {
        Passage stripped = Passage.of(TEXT, 12, 16).strip();

        assertThat(stripped).hasToString("| S");
        assertThat(Passage.of("  \t ", 0, 4).strip().isEmpty()).isTrue();
    }

    @Test
    void nothingHasNoRanges() {
        assertThat(Passage.of(TEXT, 5, 5)).isSameAs(Passage.EMPTY);
        assertThat(in("năm").sub(2, 2).ranges(TEXT)).isEmpty();
    }

    private static Passage in(String words) {
        int at = TEXT.indexOf(words);
        assertThat(at).isNotNegative();
        return Passage.of(TEXT, at, at + words.length());
    }

    private static List<String> words(Passage passage) {
        return passage.ranges(TEXT).stream()
                .map(range -> TEXT.substring(range.start(), range.end()))
                .toList();
    }
}
