package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.IssueDate;
import vn.thidua.plan.reader.WarningCode;

class HeaderFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Số: 05/KH-UBND | 05/KH-UBND",
                "Số : 112 /KH- UBND | 112/KH-UBND",
                "Số 7/KH-THCS | 7/KH-THCS",
                "Số: 15-KH/BDV | 15-KH/BDV",
                "Số: 03a/KH-SNN | 03a/KH-SNN",
                "Số: 21/KH-HĐTĐKT | 21/KH-HĐTĐKT",
            })
    void theNumberStandsWithItsCode(String line, String number) {
        PlanProposal plan = SmallPlan.with()
                .header("UBND XÃ AN LẠC\n" + line + "\nAn Lạc, ngày 12 tháng 02 năm 2025")
                .read();

        assertThat(plan.documentNumber()).isEqualTo(number);
        assertThat(SmallPlan.source(plan, "documentNumber").replace(" ", "")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"Số:      /KH-UBND ~ x", "Số: ..../KH-UBND ~ x", "Số: ……/KH-UBND ~ x", "Số:___/KH-UBND ~ x"})
    void aBlankNumberIsNone(String line, String ignored) {
        SmallPlan plan = SmallPlan.with().header("UBND XÃ AN LẠC\n" + line + "\nAn Lạc, ngày 12 tháng 02 năm 2025");

        assertThat(plan.read().documentNumber()).isNull();
        assertThat(plan.warnings()).contains(WarningCode.NUMBER_MISSING);
    }

    @Test
    void aPlanWithoutANumberHasNone() {
        PlanProposal plan = SmallPlan.with()
                .header("UBND XÃ AN LẠC\nAn Lạc, ngày 12 tháng 02 năm 2025")
                .read();

        assertThat(plan.documentNumber()).isNull();
        assertThat(plan.sources()).doesNotContainKey("documentNumber");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "An Lạc, ngày 12 tháng 02 năm 2025 | 12 | 2 | 2025",
                "An Lạc, ngày 12 tháng 2 năm 2025 | 12 | 2 | 2025",
                "An Lạc, ngày    tháng 02 năm 2025 | - | 2 | 2025",
                "An Lạc, ngày ... tháng 02 năm 2025 | - | 2 | 2025",
                "An Lạc, ngày      tháng     năm 2025 | - | - | 2025",
                "An Lạc, ngày…tháng…năm 2025 | - | - | 2025",
                "An Lạc, ngày 05/3/2025 | 5 | 3 | 2025",
            })
    void aBlankPartOfTheDateStaysBlank(
            String line, @Nullable Integer day, @Nullable Integer month, @Nullable Integer year) {
        PlanProposal plan = SmallPlan.with()
                .header("UBND XÃ AN LẠC\nSố: 05/KH-UBND\n" + line)
                .read();

        assertThat(plan.issueDate()).isEqualTo(new IssueDate(day, month, year));
        assertThat(plan.place()).isEqualTo("An Lạc");
    }

    @Test
    void anIncompleteDateIsPointedOut() {
        SmallPlan plan = SmallPlan.with().header("UBND XÃ AN LẠC\nSố: 05/KH-UBND\nAn Lạc, ngày   tháng 02 năm 2025");

        assertThat(plan.warnings()).contains(WarningCode.DATE_INCOMPLETE);
        assertThat(SmallPlan.with().warnings()).doesNotContain(WarningCode.DATE_INCOMPLETE, WarningCode.NUMBER_MISSING);
    }

    @Test
    void aHeaderInTwoColumnsIsTakenApart() {
        PlanProposal plan = SmallPlan.with().read();

        assertThat(plan.documentNumber()).isEqualTo("05/KH-UBND");
        assertThat(plan.place()).isEqualTo("An Lạc");
        assertThat(plan.issueDate()).isEqualTo(new IssueDate(12, 2, 2025));
        assertThat(plan.issuingUnit()).isEqualTo("UBND xã An Lạc");
    }

    @Test
    void theTitleMayTakeSeveralLines() {
        PlanProposal plan = SmallPlan.with()
                .title("Tổ chức phong trào thi đua và công tác khen thưởng\nnăm 2025 trên địa bàn xã An Lạc")
                .read();

        assertThat(plan.title())
                .isEqualTo("Tổ chức phong trào thi đua và công tác khen thưởng năm 2025 trên địa bàn xã An Lạc");
        assertThat(plan.year()).isEqualTo(2025);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Công tác thi đua, khen thưởng năm 2026 | 2026",
                "Phát động thi đua năm học 2025 - 2026 | 2025",
                "Phong trào thi đua năm 2026, giai đoạn 2026 - 2030 | 2026",
                "Công tác thi đua, khen thưởng | 2025",
            })
    void theYearOfThePlanIsThatOfItsTitle(String title, int year) {
        assertThat(SmallPlan.with().title(title).read().year()).isEqualTo(year);
    }

    @Test
    void aYearFromElsewhereIsPointedOut() {
        assertThat(SmallPlan.with().title("Công tác thi đua, khen thưởng").warnings())
                .contains(WarningCode.YEAR_INFERRED);
        assertThat(SmallPlan.with().warnings()).doesNotContain(WarningCode.YEAR_INFERRED);
    }
}
