package vn.thidua.plan.reader.fields;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.ProposedTask;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.WarningCode;
import vn.thidua.plan.reader.intake.Budget;

/** A whole plan in a few lines; a test exchanges the part it is about. */
final class SmallPlan {
    static final String HEADER = """
            ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            XÃ AN LẠC              Độc lập - Tự do - Hạnh phúc

            Số: 05/KH-UBND         An Lạc, ngày 12 tháng 02 năm 2025
            """;
    static final String TITLE = "Công tác thi đua, khen thưởng năm 2025";
    static final String CLOSING = """
            Nơi nhận:
            - Như trên;
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Trần Văn Bình
            """;

    private String header = HEADER;
    private String title = TITLE;
    private String preamble = "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;";
    private String body = """
            I. MỤC ĐÍCH, YÊU CẦU
            1. Tạo khí thế thi đua sôi nổi.
            II. NỘI DUNG
            1. Tổ chức phát động phong trào thi đua trong toàn xã.
            2. Kiểm tra công tác thi đua, khen thưởng tại các thôn.
            """;
    private String closing = CLOSING;

    static SmallPlan with() {
        return new SmallPlan();
    }

    SmallPlan header(String lines) {
        header = lines;
        return this;
    }

    SmallPlan title(String line) {
        title = line;
        return this;
    }

    SmallPlan preamble(String lines) {
        preamble = lines;
        return this;
    }

    SmallPlan body(String lines) {
        body = lines;
        return this;
    }

    SmallPlan closing(String lines) {
        closing = lines;
        return this;
    }

    PlanProposal read() {
        String text = String.join("\n\n", header, "KẾ HOẠCH", title, preamble, body, closing);
        return switch (new PlanReader(ReadLimits.DEFAULT).read(text.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Proposed proposed -> proposed.proposal();
            case Reading.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    List<ProposedTask> tasks() {
        return read().tasks();
    }

    List<WarningCode> warnings() {
        List<WarningCode> codes = new ArrayList<>();
        read().warnings().forEach(warning -> codes.add(warning.code()));
        return codes;
    }

    /** More than any small plan needs. */
    static Budget budget() {
        return Budget.of(Duration.ofSeconds(20), 1_000_000);
    }

    /** What is shown of the value at {@code path}, its ranges apart by "|". */
    static String source(PlanProposal plan, String path) {
        return String.join(
                "|",
                plan.sources().getOrDefault(path, List.of()).stream()
                        .map(range -> plan.text().substring(range.start(), range.end()))
                        .toList());
    }
}
