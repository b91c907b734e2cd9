package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.Quotes;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/** Names of emulation campaigns in quotes: those whose nearest noun is "phong trào", and the list behind such a one. */
final class Campaigns {
    private static final Pattern HEAD = Pattern.compile(
            "(?<!\\p{L})(?:(phong trào|thi đua)|(cuộc vận động)|chủ đề|khẩu hiệu|chỉ thị|nghị quyết|kết luận|đề án|kế hoạch|chương trình|quyết định|nghị định"
                    + "|thông tư|cuộc thi|hội thi|hội thao|hội diễn|giải|danh hiệu|mô hình|gương|giải thưởng|kỷ niệm chương|huy chương|huân chương|bằng khen|giấy khen|cờ|hệ thống|phần mềm|câu lạc bộ|công trình|phương châm|tuần lễ"
                    + "|ngày hội|quỹ|chuyên mục|chuyên trang|chiến dịch|dự án|văn bản|luật|diễn đàn|tọa đàm|tiêu chí|chiến thắng|tác phẩm|tinh thần|sổ|ứng dụng|tháng|ngày|dịch vụ|hội thảo|bộ|nội dung|mục tiêu|quan điểm|khẩu lệnh)(?!\\p{L})");
    private static final Pattern SEPARATOR =
            Pattern.compile("^[\\s,;.…*]*(?:(?:của|do|trên|giai|năm|tại)[^,;.:]{0,60})?[\\s,;*]*(?:và)?[\\s*]*$");
    private static final Pattern DIRECT =
            Pattern.compile("thi đua(?: yêu nước| đặc biệt| cao điểm| chuyên đề)?[\\s:,]*$");
    private static final Pattern PERIOD = Pattern.compile(" giai doan \\d{4} \\d{4}$");
    private static final int FARTHEST = 260;

    /** Behind such words a quote is no name of the campaign any more. */
    private static final Pattern BREAKS_OFF = Pattern.compile(
            "(?<!\\p{L})(?:phải|hướng vào|hướng tới|nhằm|góp phần|gắn với|lập thành tích|theo tinh thần)(?!\\p{L})");

    private Campaigns() {}

    /** @param theme of the plan, which is quoted like a campaign and is none */
    static List<Passage> find(List<Passage> paragraphs, @Nullable Passage theme, Budget budget) {
        List<Passage> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        if (theme != null) {
            known.add(Fold.key(theme));
        }
        for (Passage paragraph : paragraphs) {
            budget.check();
            for (Passage name : in(paragraph)) {
                if (known.add(PERIOD.matcher(Fold.key(name)).replaceFirst("")) && name.length() > 4) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static List<Passage> in(Passage paragraph) {
        List<Quotes.Quote> quotes = Quotes.find(paragraph);
        if (quotes.isEmpty()) {
            return List.of();
        }
        String lower = Fold.lower(paragraph);
        List<Passage> found = new ArrayList<>();
        int before = 0;
        boolean campaign = false;
        for (int i = 0; i < quotes.size(); i++) {
            Quotes.Quote quote = quotes.get(i);
            String between = lower.substring(Math.max(before, quote.open() - FARTHEST), quote.open());
            boolean inList = i > 0
                    && before > quote.open() - FARTHEST
                    && SEPARATOR.matcher(between).matches();
            campaign = inList ? campaign : isCampaign(between);
            if (campaign) {
                found.add(Quotes.inside(paragraph, quote));
            }
            before = quote.close() + 1;
        }
        return found;
    }

    private static boolean isCampaign(String before) {
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "));
        Matcher matcher = HEAD.matcher(before);
        int campaign = -1;
        boolean last = false;
        boolean movement = false;
        while (matcher.find()) {
            last = false;
            if (matcher.group(1) != null) {
                boolean campaignWord = matcher.group(1).equals("phong trào")
                        || DIRECT.matcher(before).find() && matcher.start() >= before.length() - 30;
                if (campaignWord) {
                    campaign = matcher.start();
                    last = true;
                } else {
                    last = campaign > matcher.start() - 12 && campaign >= 0;
                }
                movement = false;
            } else if (matcher.group(2) != null) {
                // "các phong trào thi đua, các cuộc vận động: ..." names both in one list
                last = campaign >= 0 && matcher.start() - campaign < 60;
                movement = true;
            }
        }
        if (campaign >= 0
                && BREAKS_OFF.matcher(before).region(campaign, before.length()).find()) {
            return false;
        }
        return last && (campaign > sentence || movement && campaign >= 0);
    }
}
