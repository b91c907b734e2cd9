package vn.thidua.plan.reader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyllablesTest {
    @Test
    void wordsOfAPlanAreSyllables() {
        assertThat(("kế hoạch công tác thi đua khen thưởng nghị quyết giữ gìn giếng quốc quý khuỷu nghiêng ngoằn ngoèo"
                                + " tuyên truyền uỷ ủy hoà hòa thuở khuya huỳnh quýt yếu người Ước NGHĨA ươn đường xoong")
                        .split(" "))
                .allMatch(Syllables::isSyllable);
    }

    @Test
    void wordsThatCannotBeSaidAreNot() {
        assertThat("coâng taùc ñua ho¹ch ®ua c«ng kõ ngế développement Káº¿ cách̀ tạc̀ tàt đẩch bfa".split(" "))
                .filteredOn(Syllables::isSyllable)
                .isEmpty();
    }

    @Test
    void theScoreCountsOnlyWordsWithMarks() {
        assertThat(Syllables.score("Plan kế hoạch (2025) – «thể» über")).isEqualTo(new Syllables.Score(4, 2, 5));
    }
}
