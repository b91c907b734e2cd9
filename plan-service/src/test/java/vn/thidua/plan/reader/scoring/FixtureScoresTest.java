package vn.thidua.plan.reader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How well the documents in {@code fixtures} are read. */
class FixtureScoresTest {
    /** Every document the reader is tuned on; what falls below has been broken. */
    private static final double LEAST_TUNED = 0.93;

    private static final double LEAST_TUNED_MEAN = 0.96;
    /** The mean alone: looking at one of these documents would be tuning on it. */
    private static final double LEAST_FIRST_SEEN_MEAN = 0.88;

    static List<Fixture> tuned() {
        return Fixture.tune();
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void aDocumentTheReaderIsTunedOnIsReadWell(Fixture fixture) {
        PlanScorer.Score score = score(fixture);

        assertThat(score.total())
                .as("%s, weakest: %s", fixture, score.weakest(5))
                .isGreaterThanOrEqualTo(LEAST_TUNED);
    }

    @Test
    void onAverageTunedDocumentsAreReadAlmostAsAPersonReadsThem() {
        StringBuilder table = new StringBuilder("tuned on:\n");
        double sum = 0;
        for (Fixture fixture : Fixture.tune()) {
            PlanScorer.Score score = score(fixture);
            sum += score.total();
            table.append("%-48s %-5s %.4f  %s%n"
                    .formatted(fixture.name(), fixture.kind(), score.total(), String.join(", ", score.weakest(3))));
        }
        double mean = sum / Fixture.tune().size();
        print(table, mean);

        assertThat(mean).isGreaterThanOrEqualTo(LEAST_TUNED_MEAN);
    }

    @Test
    void onAverageDocumentsNeverSeenBeforeAreReadWell() {
        StringBuilder table = new StringBuilder("first seen:\n");
        double sum = 0;
        for (Fixture fixture : Fixture.firstSeen()) {
            double score = score(fixture).total();
            sum += score;
            table.append("%-48s %-5s %.4f%n".formatted(fixture.name(), fixture.kind(), score));
        }
        double mean = sum / Fixture.firstSeen().size();
        print(table, mean);

        assertThat(mean).isGreaterThanOrEqualTo(LEAST_FIRST_SEEN_MEAN);
    }

    @Test
    void bothFoldersHoldEveryKindOfFile() {
        assertThat(Fixture.tune()).extracting(Fixture::kind).contains("txt", "docx", "pdf");
        assertThat(Fixture.firstSeen()).extracting(Fixture::kind).contains("txt", "docx", "pdf");
    }

    private static PlanScorer.Score score(Fixture fixture) {
        return PlanScorer.score(fixture.gold(), fixture.json());
    }

    private static void print(StringBuilder table, double mean) {
        System.out.print(table.append("%-54s %.4f%n".formatted("mean", mean)));
    }
}
