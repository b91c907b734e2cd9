package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.WarningCode;

class IssuingUnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ỦY BAN NHÂN DÂN/XÃ XUÂN SƠN ~ UBND xã Xuân Sơn",
                "ỦY BAN NHÂN DÂN XÃ XUÂN SƠN ~ UBND xã Xuân Sơn",
                "UBND PHƯỜNG HÒA AN ~ UBND phường Hòa An",
                "UỶ BAN NHÂN DÂN/THỊ XÃ AN KHÊ ~ UBND thị xã An Khê",
                "UBND TỈNH LÂM SƠN/SỞ XÂY DỰNG ~ Sở Xây dựng",
                "UBND HUYỆN TÂN SƠN/PHÒNG NỘI VỤ ~ Phòng Nội vụ",
                "UBND XÃ AN LẠC/TRƯỜNG THCS AN LẠC ~ Trường THCS An Lạc",
            })
    void theLastOfficeOfTheHeaderIssuesThePlan(String lines, String name) {
        PlanProposal plan = SmallPlan.with()
                .header(lines.replace('/', '\n') + "\nSố: 05/KH-UBND\nAn Lạc, ngày 12 tháng 02 năm 2025")
                .preamble("Trường THCS An Lạc xây dựng kế hoạch thi đua như sau:")
                .read();

        assertThat(plan.issuingUnit()).isEqualTo(name);
    }

    @Test
    void whoHasNoHeaderIsFoundInTheText() {
        SmallPlan plan = SmallPlan.with()
                .header("")
                .preamble("Ủy ban nhân dân xã An Lạc xây dựng kế hoạch thi đua năm 2025 như sau:");

        assertThat(plan.read().issuingUnit()).isEqualTo("UBND xã An Lạc");
        assertThat(plan.warnings()).contains(WarningCode.ISSUER_INFERRED);
    }

    @Test
    void anOfficeThatIsOnlyAskedIsNotTheIssuer() {
        SmallPlan plan = SmallPlan.with()
                .header("")
                .preamble("Theo đề nghị của UBND xã An Lạc tại Tờ trình số 05/TTr-UBND.")
                .closing("");

        assertThat(plan.read().issuingUnit()).isNull();
        assertThat(plan.warnings()).contains(WarningCode.ISSUER_MISSING);
    }
}
