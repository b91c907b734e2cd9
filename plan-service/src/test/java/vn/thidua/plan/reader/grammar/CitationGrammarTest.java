package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.grammar.CitationGrammar.Citation;
import vn.thidua.plan.reader.source.Passage;

class CitationGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // clause | kind | number | day of 0000 for none | issuer
                "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022 | Luật | 06/2022/QH15 | 2022-06-15 | -",
                "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng | Nghị định | 98/2023/NĐ-CP | 2023-12-31 | Chính phủ",
                "Thực hiện Kế hoạch số 27/KH-UBND ngày 12/03/2023 của UBND tỉnh Hà Tân về công tác thi đua năm 2023 | Kế hoạch | 27/KH-UBND | 2023-03-12 | UBND tỉnh Hà Tân",
                "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới | Chỉ thị | 34-CT/TW | 2014-04-07 | Bộ Chính trị",
                "Thực hiện Công văn số 61 /SNV- TĐKT ngày 13/01/2026 của Sở Nội vụ về việc đăng ký thi đua | Công văn | 61 /SNV- TĐKT | 2026-01-13 | Sở Nội vụ",
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025 | Luật | - | 2025-06-16 | -",
                "Căn cứ Quyết định của Chủ tịch UBND huyện Vân Trung về việc giao chỉ tiêu | Quyết định | - | - | Chủ tịch UBND huyện Vân Trung",
            })
    void aCitationHasKindNumberDateAndIssuer(
            String clause, String kind, @Nullable String number, @Nullable String date, @Nullable String issuer) {
        List<Citation> listed = listed(clause);

        assertThat(listed).hasSize(1);
        Citation citation = listed.getFirst();
        assertThat(citation.kind()).hasToString(kind);
        assertThat(string(citation.number())).isEqualTo(number);
        assertThat(
                        citation.date() == null
                                ? null
                                : String.valueOf(citation.date().in(1)))
                .isEqualTo(date);
        assertThat(string(citation.issuer())).isEqualTo(issuer);
    }

    @Test
    void severalDocumentsOfOneClauseAreListedOneByOne() {
        List<Citation> listed = listed("Thực hiện Kế hoạch số 08/KH-UBND ngày 09/01/2026 của UBND tỉnh, Hướng dẫn số"
                + " 12/HD-SNV ngày 15/01/2026 của Sở Nội vụ và Công văn số 7/UBND ngày 20/01/2026 của UBND huyện");

        assertThat(listed)
                .extracting(citation -> string(citation.number()))
                .containsExactly("08/KH-UBND", "12/HD-SNV", "7/UBND");
    }

    @Test
    void aLawInsideTheSubjectOfAnotherDocumentIsNotListed() {
        List<Citation> listed = listed("Căn cứ Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ quy định biện"
                + " pháp thi hành Luật Thi đua, khen thưởng và Nghị định quy định chi tiết");

        assertThat(listed).extracting(citation -> string(citation.kind())).containsExactly("Thông tư");
    }

    @Test
    void aLawAmendedTwiceIsTwoLawsOfOneName() {
        List<Citation> listed = listed("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày"
                + " 14/6/2005 và ngày 16/11/2013");

        assertThat(listed)
                .extracting(citation ->
                        citation.date() == null ? null : citation.date().year())
                .containsExactly(2005, 2013);
    }

    @Test
    void aBlankNumberIsNone() {
        List<Citation> listed = listed("Thực hiện Kế hoạch số      /KH-UBND ngày 12/02/2024 của UBND huyện Vân Trung");

        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().number()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phát huy kết quả đạt được trong năm qua",
                "thực hiện tốt kế hoạch đề ra",
                "UBND xã xây dựng Kế hoạch như sau",
                "theo quy định của pháp luật",
            })
    void wordsThatOnlySpeakOfDocumentsCiteNone(String clause) {
        assertThat(listed(clause)).isEmpty();
    }

    @Test
    void theDateOfACitationKeepsItsPlace() {
        String text = "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ";
        Citation citation =
                CitationGrammar.listed(Passage.of(text, 0, text.length())).getFirst();

        assertThat(Objects.requireNonNull(citation.dateWords()).ranges(text))
                .extracting(range -> text.substring(range.start(), range.end()))
                .containsExactly("31/12/2023");
    }

    private static List<Citation> listed(String clause) {
        return CitationGrammar.listed(Passage.of(clause, 0, clause.length()));
    }

    private static @Nullable String string(@Nullable Passage words) {
        return words == null ? null : words.toString();
    }
}
