package vn.thidua.plan.reader.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.plan.reader.intake.text.TextRead.blocks;
import static vn.thidua.plan.reader.intake.text.TextRead.document;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.SourceDocument;

class TextIntakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineEndEndsALine(String end) {
        SourceDocument document = document("I. MỤC ĐÍCH" + end + end + "1. Yêu cầu" + end);

        assertThat(document.text()).isEqualTo("I. MỤC ĐÍCH\n\n1. Yêu cầu\n");
        assertThat(document.blocks()).hasSize(2);
    }

    @Test
    void lettersInPartsArePutTogether() {
        String parts = Normalizer.normalize("Phong trào thi đua “Dân vận khéo”", Normalizer.Form.NFD);

        assertThat(document(parts).text()).startsWith("Phong trào thi đua “Dân vận khéo”");
        assertThat(blocks(parts)).containsExactly("Phong trào thi đua “Dân vận khéo”");
    }

    @Test
    void noBreakSpacesAreBlanks() {
        assertThat(blocks("Kế\u00a0hoạch\u00a0thi\u202fđua")).containsExactly("Kế hoạch thi đua");
    }

    @Test
    void aByteOrderMarkAndZeroWidthLettersLeaveNoTrace() {
        assertThat(document("\ufeffKế\u200b hoạch").text()).isEqualTo("Kế hoạch");
    }

    @Test
    void aFormFeedIsANewPage() {
        assertThat(blocks("Trang một\n\fTrang hai\n")).containsExactly("Trang một", "---", "Trang hai");
    }

    @Test
    void theFirstPageHasNoBreakBeforeIt() {
        assertThat(blocks("\fTrang một\n")).containsExactly("Trang một");
    }

    @Test
    void rulesOfDashesAreNoWords() {
        assertThat(blocks("KẾ HOẠCH\n-----------\n___\n* * *\nCông tác thi đua\n"))
                .containsExactly("KẾ HOẠCH", "Công tác thi đua");
    }

    @Test
    void linesWrappedByAnEditorAreOneParagraph() {
        String wrapped = """
                1. Các cơ quan, đơn vị tổ chức phát động phong trào thi đua ngay từ đầu năm, gắn
                với việc thực hiện nhiệm vụ chính trị được giao; chú trọng phát hiện, bồi dưỡng
                và nhân rộng các điển hình tiên tiến trên mọi lĩnh vực của đời sống ở cơ sở, nhất
                là ở những nơi khó khăn.
                2. Hội đồng Thi đua - Khen thưởng xã tổ chức kiểm tra việc thực hiện công tác thi
                đua, khen thưởng tại các thôn, trường học; kịp thời uốn nắn những sai sót trong
                quá trình bình xét và đề nghị khen thưởng, bảo đảm công khai, dân chủ, đúng quy
                định của pháp luật hiện hành.
                - Phòng Văn hóa - Xã hội tổng hợp, báo cáo kết quả thực hiện với Ủy ban nhân dân
                xã theo định kỳ; tham mưu khen thưởng kịp thời những tập thể, cá nhân có thành
                tích xuất sắc trong các phong trào thi đua.
                """;

        List<String> blocks = blocks(wrapped);

        assertThat(blocks).hasSize(3);
        assertThat(blocks.getFirst())
                .endsWith("gắn với việc thực hiện nhiệm vụ chính trị được giao; chú trọng phát hiện,"
                        + " bồi dưỡng và nhân rộng các điển hình tiên tiến trên mọi lĩnh vực của đời sống ở cơ sở, nhất là ở những"
                        + " nơi khó khăn.");
        assertThat(blocks.get(1)).startsWith("2. Hội đồng").endsWith("hiện hành.");
        assertThat(blocks.getLast()).startsWith("- Phòng").endsWith("phong trào thi đua.");
    }

    @Test
    void linesOfATextThatIsNotWrappedStayApart() {
        assertThat(blocks("Căn cứ Luật Thi đua, khen thưởng\nvà các văn bản hướng dẫn thi hành\n"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t\n", "\ufeff"})
    void aTextWithoutWordsIsRefused(String raw) {
        assertThatThrownBy(() -> document(raw))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.EMPTY));
    }

    @Test
    void aReadingEndsWhenItsTimeIsUp() {
        Budget usedUp = Budget.of(Duration.ofSeconds(-1), 1_000_000);

        assertThatThrownBy(() -> TextIntake.read("Kế hoạch\n".repeat(1000), usedUp, List.of()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.TOO_SLOW));
    }

    @Test
    void aBoldLineIsKnownAsBold() {
        assertThat(document("**I. MỤC ĐÍCH**\nthi **đua** yêu nước\n## Nội dung\n")
                        .blocks())
                .extracting(block -> block instanceof Block.Paragraph paragraph && paragraph.bold())
                .containsExactly(true, false, true);
    }
}
