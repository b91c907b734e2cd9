package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.source.Passage;

class CampaignsTest {

    @Test
    void aCampaignIsNamedInQuotes() {
        assertThat(find("Hưởng ứng phong trào “Dân vận khéo” trong toàn xã.")).containsExactly("Dân vận khéo");
        assertThat(find("Phát động phong trào thi đua: \"Mỗi thôn một việc tốt\";"))
                .containsExactly("Mỗi thôn một việc tốt");
        assertThat(find("thi đua “Lao động giỏi, lao động sáng tạo”"))
                .containsExactly("Lao động giỏi, lao động sáng tạo");
    }

    @Test
    void behindTheFirstOneAListGoesOn() {
        assertThat(find(
                        "Tiếp tục các phong trào thi đua: “Cả nước chung tay”, “Vì người nghèo”; “Bình dân học vụ số” và"
                                + " “Ngày thứ Bảy xanh”."))
                .containsExactly("Cả nước chung tay", "Vì người nghèo", "Bình dân học vụ số", "Ngày thứ Bảy xanh");
    }

    @Test
    void eachIsNamedOnce() {
        assertThat(find(
                        "phong trào “Dân vận khéo” và các mô hình.",
                        "Tổng kết phong trào “DÂN VẬN KHÉO”; phong trào “Dân vận khéo” giai đoạn 2021 - 2025."))
                .containsExactly("Dân vận khéo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chủ đề thi đua năm 2025: “Đoàn kết - Sáng tạo”.",
                "thực hiện Đề án “Nhân rộng gương người tốt”",
                "tham gia Cuộc thi “Tìm hiểu truyền thống quê hương”",
                "đề nghị tặng danh hiệu “Lao động tiên tiến”",
                "mô hình “Tuyến đường không rác”",
                "Cuộc vận động “Người Việt Nam dùng hàng Việt Nam”",
                "phong trào thi đua phải hướng vào mục tiêu “Dân giàu, nước mạnh”",
                "phong trào thi đua trong toàn xã",
                "nhập vào phần mềm “Quản lý thi đua”",
            })
    void otherThingsInQuotesAreNoCampaigns(String words) {
        assertThat(find(words)).isEmpty();
    }

    @Test
    void anotherNounEndsTheListOfCampaigns() {
        assertThat(find("phong trào thi đua “Vì người nghèo”; thực hiện Đề án “Làng xanh”, “Phố sạch”."))
                .containsExactly("Vì người nghèo");
    }

    @Test
    void theThemeOfThePlanIsNone() {
        Passage theme = passage("Đoàn kết - Sáng tạo");

        assertThat(find(theme, "phát động phong trào thi đua “Đoàn kết - Sáng tạo” năm 2025"))
                .isEmpty();
    }

    private static List<String> find(String... paragraphs) {
        return find(null, paragraphs);
    }

    private static List<String> find(@Nullable Passage theme, String... paragraphs) {
        return Campaigns.find(
                        Arrays.stream(paragraphs).map(CampaignsTest::passage).toList(), theme, SmallPlan.budget())
                .stream()
                .map(Passage::toString)
                .toList();
    }

    private static Passage passage(String words) {
        return Passage.of(words, 0, words.length());
    }
}
