package vn.thidua.plan.reader.fields;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.Quotes;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/** The theme of the plan's own year; themes of congresses, directives and other years are not it. */
final class Themes {
    private static final Pattern THEME = Pattern.compile("(?<!\\p{L})(?:chủ đề|khẩu hiệu)(?!\\p{L})");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?:chỉ thị|nghị quyết|kết luận|kế hoạch|quyết định|công văn)\\s+(?:số|\\d)|đại hội|hội nghị|hội thi|cuộc thi|do [^,;.]{2,40} phát động|chuyên đề");
    /** Behind another document the plan may come to speak of itself again. */
    private static final Pattern OWN =
            Pattern.compile("(?:xây dựng|ban hành|tổ chức thực hiện) kế hoạch|phát động (?:các )?phong trào");

    private static final Pattern LABELLED = Pattern.compile("^\\W*(?:chủ đề|khẩu hiệu)[^:\"]{0,80}:\\s*(?=\\S)");

    private Themes() {}

    static @Nullable Passage find(List<Passage> title, List<Passage> paragraphs, int planYear, Budget budget) {
        Passage whole = Passage.join(title, " ");
        Passage inTitle = in(whole, planYear, true);
        if (inTitle != null) {
            return inTitle;
        }
        for (Passage paragraph : paragraphs) {
            budget.check();
            Passage found = in(paragraph, planYear, false);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Passage in(Passage paragraph, int planYear, boolean title) {
        String lower = Fold.lower(paragraph);
        Matcher matcher = THEME.matcher(lower);
        List<Quotes.Quote> quotes = List.of();
        boolean any = false;
        while (matcher.find()) {
            if (matcher.group().equals("khẩu hiệu") && !title && matcher.start() > 12) {
                continue;
            }
            if (!any) {
                quotes = Quotes.find(paragraph);
                any = true;
            }
            for (Quotes.Quote quote : quotes) {
                if (quote.open() < matcher.end()) {
                    continue;
                }
                String between = lower.substring(matcher.end(), quote.open());
                boolean near = between.length() < 90 && between.indexOf(';') < 0 && between.indexOf('.') < 0;
                if (near && (title || isOwn(lower, matcher.start(), between, planYear))) {
                    return Quotes.inside(paragraph, quote);
                }
                break;
            }
        }
        Matcher labelled = LABELLED.matcher(lower);
        if (labelled.find()
                && paragraph.length() < 300
                && Quotes.find(paragraph).isEmpty()) {
            return withoutMark(paragraph.from(labelled.end()).strip());
        }
        return null;
    }

    private static boolean isOwn(String lower, int at, String between, int planYear) {
        int clause = Math.max(lower.lastIndexOf(';', at), lower.lastIndexOf(". ", at));
        String before = lower.substring(Math.max(clause + 1, 0), at);
        Matcher foreign = FOREIGN.matcher(before);
        int behind = -1;
        while (foreign.find()) {
            behind = foreign.end();
        }
        if (behind >= 0 && !OWN.matcher(before.substring(behind)).find()) {
            return false;
        }
        String year = String.valueOf(planYear);
        boolean ownYear = between.contains(year) || before.contains(year);
        boolean otherYear =
                !ownYear && Pattern.compile("(?:19|20)\\d{2}").matcher(between).find();
        return ownYear
                || !otherYear
                        && (between.contains("thi đua")
                                || between.contains("công tác")
                                || before.contains("phát động")
                                || before.contains("thi đua")
                                || before.isBlank());
    }

    private static Passage withoutMark(Passage words) {
        int to = words.length();
        while (to > 0 && ".;, ".indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        return words.sub(0, to);
    }
}
