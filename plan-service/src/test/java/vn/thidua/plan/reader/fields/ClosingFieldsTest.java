package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.Signatory;
import vn.thidua.plan.reader.WarningCode;

class ClosingFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH ~ CHỦ TỊCH",
                "TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH ~ PHÓ CHỦ TỊCH",
                "TM. ỦY BAN NHÂN DÂN/Q. CHỦ TỊCH ~ Q. CHỦ TỊCH",
                "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC ~ PHÓ GIÁM ĐỐC",
                "TL. CHỦ TỊCH/TRƯỞNG PHÒNG NỘI VỤ ~ TRƯỞNG PHÒNG NỘI VỤ",
                "TUQ. HIỆU TRƯỞNG/PHÓ HIỆU TRƯỞNG ~ PHÓ HIỆU TRƯỞNG",
                "HIỆU TRƯỞNG ~ HIỆU TRƯỞNG",
            })
    void thePositionIsThatOfThePersonWhoSigns(String lines, String position) {
        PlanProposal plan = SmallPlan.with()
                .closing("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n" + lines.replace('/', '\n') + "\n\nTrần Văn Bình\n")
                .read();

        assertThat(plan.signatory()).isEqualTo(new Signatory(position, "Trần Văn Bình"));
        assertThat(SmallPlan.source(plan, "signatory.name")).isEqualTo("Trần Văn Bình");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"(Đã ký) ~ x", "(đã ký và đóng dấu) ~ x", "[Chữ ký] ~ x", "................ ~ x"})
    void aSignatureIsNoName(String signed, String ignored) {
        SmallPlan plan =
                SmallPlan.with().closing("Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n" + signed + "\n");

        assertThat(plan.read().signatory()).isEqualTo(new Signatory("CHỦ TỊCH", null));
        assertThat(plan.warnings()).contains(WarningCode.SIGNATORY_MISSING);
    }

    @Test
    void theNameBelowTheWordSignedIsTheName() {
        PlanProposal plan = SmallPlan.with()
                .closing("Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n(Đã ký)\nThS. Lê Thị Hồng Vân\n")
                .read();

        assertThat(plan.signatory()).isEqualTo(new Signatory("CHỦ TỊCH", "Lê Thị Hồng Vân"));
    }

    @Test
    void recipientsHaveNeitherDashNorMark() {
        PlanProposal plan = SmallPlan.with().closing("""
                        Nơi nhận:
                        - UBND huyện (để báo cáo);
                        - TT. Đảng ủy, TT. HĐND xã;
                        + Các thôn, trường học
                        - Lưu: VT, VHXH.

                        CHỦ TỊCH
                        Trần Văn Bình
                        """).read();

        assertThat(plan.recipients())
                .containsExactly(
                        "UBND huyện (để báo cáo)", "TT. Đảng ủy, TT. HĐND xã", "Các thôn, trường học", "Lưu: VT, VHXH");
    }

    @Test
    void recipientsBesideTheSignatureAreTakenApart() {
        PlanProposal plan = SmallPlan.with().closing("""
                        Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
                        - Phòng Nội vụ huyện;                      KT. CHỦ TỊCH
                        - Các thôn;                              PHÓ CHỦ TỊCH
                        - Lưu: VT.

                                                                 Trần Văn Bình
                        """).read();

        assertThat(plan.recipients()).containsExactly("Phòng Nội vụ huyện", "Các thôn", "Lưu: VT");
        assertThat(plan.signatory()).isEqualTo(new Signatory("PHÓ CHỦ TỊCH", "Trần Văn Bình"));
    }

    @Test
    void linesOfTheSignatureBetweenRecipientsAreNoRecipients() {
        PlanProposal plan = SmallPlan.with().closing("""
                        Nơi nhận:
                        TM. ỦY BAN NHÂN DÂN
                        - Phòng Nội vụ huyện;
                        KT. CHỦ TỊCH
                        - Các thôn;
                        PHÓ CHỦ TỊCH
                        - Lưu: VT.
                        Trần Văn Bình
                        """).read();

        assertThat(plan.recipients()).containsExactly("Phòng Nội vụ huyện", "Các thôn", "Lưu: VT");
        assertThat(plan.signatory()).isEqualTo(new Signatory("PHÓ CHỦ TỊCH", "Trần Văn Bình"));
    }

    @Test
    void aPlanThatEndsWithoutRecipientsHasNone() {
        SmallPlan plan = SmallPlan.with().closing("CHỦ TỊCH\n\nTrần Văn Bình\n");

        assertThat(plan.read().recipients()).isEmpty();
        assertThat(plan.warnings())
                .contains(WarningCode.RECIPIENTS_MISSING)
                .doesNotContain(WarningCode.SIGNATORY_MISSING);
    }
}
