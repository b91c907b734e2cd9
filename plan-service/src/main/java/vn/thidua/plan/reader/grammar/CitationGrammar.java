package vn.thidua.plan.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.Passage;

/** Citations of documents: kind, number, date, issuer; "Kế hoạch số 27/KH-UBND ngày 12/03/2023 của UBND tỉnh ...". */
public final class CitationGrammar {
    private static final String KINDS =
            "bộ luật|luật|pháp lệnh|hiến pháp|nghị định|nghị quyết liên tịch|nghị quyết|quyết định|chỉ thị|thông tư liên tịch"
                    + "|thông tư|thông tri|kế hoạch liên tịch|kế hoạch|công văn|công điện|hướng dẫn liên ngành|hướng dẫn|kết luận"
                    + "|chương trình hành động|chương trình công tác|chương trình phối hợp|chương trình|đề án|quy định|quy chế"
                    + "|thông báo|văn bản hợp nhất|văn bản|điều lệ|báo cáo|tờ trình|quy ước|lời kêu gọi";

    private static final Pattern KIND = Pattern.compile("(?<![\\p{L}\\d])(?:" + KINDS + ")(?![\\p{L}\\d])");

    /** "98/2023/NĐ-CP", "34-CT/TW", "01/KH-UBND", "1160-KL/TU", "06/2022/QH15"; blanks around the marks are slips. */
    private static final String NUMBER = "\\d{1,5}[a-zđ]?(?: ?[/-] ?[\\p{L}\\d.]+){1,5}";

    private static final Pattern NUMBERED = Pattern.compile("(?<!\\p{L})s[ốô] ?:? ?(" + NUMBER + ")");
    private static final Pattern BLANK_NUMBER = Pattern.compile("(?<!\\p{L})số ?:? {0,12}[./…_ -]{0,20}/ ?\\p{L}");
    private static final Pattern BARE_NUMBER =
            Pattern.compile("^ (\\d{1,5}(?: ?/ ?\\d{4})?(?: ?[/-] ?\\p{L}[\\p{L}\\d]{0,12}){1,4})(?=\\s|[,;.(]|$)");

    /** What ends the words that name the document itself and begins those that tell its subject. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(?<!\\p{L})(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|thực hiện|phát động|tiếp tục"
                    + "|đẩy mạnh|tăng cường|tổ chức|giao|công bố|thông qua|kèm theo|gắn với|nhằm)(?!\\p{L})");

    private static final Pattern FURTHER_NUMBER = Pattern.compile("(?:,|;|\\svà)\\s(số \\d{1,5} ?[/-])");
    private static final Pattern GOES_ON = Pattern.compile("^[-+\\s]*(?:và )?(số \\d)");
    private static final Pattern FURTHER = Pattern.compile("\\s*(?:,|và|, và)?\\s*ngày\\s*");
    private static final Pattern OF = Pattern.compile("(?<!\\p{L})của ");

    private CitationGrammar() {}

    /**
     * @param at where the whole citation stands
     * @param date with the year as written; null where the text has none
     */
    public record Citation(
            Passage at,
            Passage kind,
            @Nullable Passage number,
            @Nullable Passage dateWords,
            DateGrammar.@Nullable Written date,
            @Nullable Passage issuer) {}

    /**
     * The documents a clause names one after the other; those that only stand inside the subject of another are left
     * out ("... quy định chi tiết thi hành Luật ...").
     */
    public static List<Citation> listed(Passage clause) {
        String lower = Fold.lower(clause);
        List<Integer> heads = new ArrayList<>();
        Matcher matcher = KIND.matcher(lower);
        while (matcher.find()) {
            if (isListed(clause, lower, matcher.start(), matcher.end(), heads.isEmpty())) {
                heads.add(matcher.start());
            }
        }
        List<Citation> found = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int from = heads.get(i);
            int to = i + 1 < heads.size() ? heads.get(i + 1) : clause.length();
            Citation citation = read(clause.sub(from, to), lower.substring(from, to));
            found.add(citation);
            found.addAll(furtherDates(citation, clause.sub(from, to), lower.substring(from, to)));
            found.addAll(furtherNumbers(citation, clause.sub(from, to), lower.substring(from, to)));
        }
        return found;
    }

    /** "các Nghị định số 98/…, số 30/…": one kind, several numbers. */
    private static List<Citation> furtherNumbers(Citation first, Passage words, String lower) {
        List<Citation> found = new ArrayList<>();
        Matcher matcher = FURTHER_NUMBER.matcher(lower);
        List<Integer> starts = new ArrayList<>();
        while (first.number() != null && matcher.find()) {
            starts.add(matcher.start(1));
        }
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : words.length();
            Citation further = goingOn(words.sub(starts.get(i), to), first);
            if (further != null && further.number() != null) {
                found.add(further);
            }
        }
        return found;
    }

    /** "Luật sửa đổi ... ngày 14/6/2005 và ngày 16/11/2013" are two laws of one name. */
    private static List<Citation> furtherDates(Citation first, Passage words, String lower) {
        List<Citation> found = new ArrayList<>();
        DateGrammar.Written before = first.date();
        if (before == null || first.number() != null || !isStatute(lower, 0)) {
            return found;
        }
        for (DateGrammar.Written date : DateGrammar.find(lower, before.to(), lower.length())) {
            if (!FURTHER.matcher(lower.substring(before.to(), date.from())).matches()) {
                break;
            }
            Passage dateWords = words.sub(date.from(), date.to());
            found.add(new Citation(first.at(), first.kind(), null, dateWords, date, first.issuer()));
            before = date;
        }
        return found;
    }

    private static boolean isListed(Passage clause, String lower, int start, int end, boolean first) {
        boolean capital = Character.isUpperCase(clause.charAt(start));
        boolean numbered = startsNumber(lower, end);
        if (!capital && !numbered) {
            return false;
        }
        String before = lower.substring(Math.max(0, start - 12), start).stripTrailing();
        if (first) {
            // "thực hiện nội dung Kế hoạch", "căn cứ vào Luật": a few words may stand before the first one
            boolean owned = before.endsWith("của") && !lower.startsWith("căn cứ");
            return start <= 70 && !owned && !before.endsWith("ban hành") && !before.endsWith("xây dựng");
        }
        boolean delimited = before.isEmpty()
                || ",;.".indexOf(before.charAt(before.length() - 1)) >= 0
                || before.endsWith(" và")
                || before.endsWith("căn cứ")
                || before.endsWith("thực hiện")
                || before.endsWith("theo");
        // "một số điều của Luật A và Luật B ngày ..." is the subject of one law, not a second one
        boolean insideName = before.endsWith(" và") && isStatute(lower, start) && !hasDate(lower, start);
        return delimited && !insideName && (numbered || isStatute(lower, start) || nearDate(lower, end));
    }

    private static boolean startsNumber(String lower, int end) {
        String rest = lower.substring(end, Math.min(lower.length(), end + 12));
        return rest.startsWith(" số") || rest.startsWith(" sô") || rest.matches("^ \\d{1,5} ?[/-].*");
    }

    /** A clause that goes on with a number alone: the kind was said before ("các Nghị định: số ...; số ..."). */
    public static @Nullable Citation goingOn(Passage clause, Citation before) {
        String lower = Fold.lower(clause);
        Matcher matcher = GOES_ON.matcher(lower);
        if (!matcher.find()) {
            return null;
        }
        Citation own = read(clause.from(matcher.start(1)), lower.substring(matcher.start(1)));
        Passage issuer = own.issuer() == null ? before.issuer() : own.issuer();
        return new Citation(own.at(), before.kind(), own.number(), own.dateWords(), own.date(), issuer);
    }

    private static boolean isStatute(String lower, int start) {
        return lower.startsWith("luật", start)
                || lower.startsWith("bộ luật", start)
                || lower.startsWith("pháp lệnh", start);
    }

    /** Whether a date or a year stands between the last kind of document and {@code at}. */
    private static boolean hasDate(String lower, int at) {
        Matcher matcher = KIND.matcher(lower).region(0, at);
        int head = 0;
        while (matcher.find()) {
            head = Character.isLetter(lower.charAt(matcher.start())) ? matcher.start() : head;
        }
        return lower.substring(head, at).matches(".*\\d{4}.*");
    }

    private static boolean nearDate(String lower, int end) {
        return !DateGrammar.find(lower, end, Math.min(lower.length(), end + 40)).isEmpty();
    }

    private static Citation read(Passage words, String lower) {
        Matcher kindMatcher = KIND.matcher(lower);
        int kindEnd = kindMatcher.lookingAt() ? kindMatcher.end() : 0;
        boolean statute = isStatute(lower, 0);
        int numberEnd = kindEnd;
        Passage number = null;
        Matcher bare = BARE_NUMBER.matcher(lower).region(kindEnd, lower.length());
        Matcher numbered = NUMBERED.matcher(lower).region(kindEnd, Math.min(lower.length(), kindEnd + 220));
        Matcher blank = BLANK_NUMBER.matcher(lower).region(kindEnd, Math.min(lower.length(), kindEnd + 40));
        if (bare.lookingAt()) {
            number = words.sub(bare.start(1), bare.end(1)).strip();
            numberEnd = bare.end();
        } else if (!blank.find() && numbered.find() && (numbered.start() < kindEnd + 90 || statute)) {
            number = trimmedNumber(words.sub(numbered.start(1), numbered.end(1)));
            numberEnd = numbered.end();
        }
        int subject = subject(words, lower, numberEnd, statute && number == null);
        List<DateGrammar.Written> dates = DateGrammar.find(lower, numberEnd, subject);
        if (dates.isEmpty() && number == null && statute) {
            dates = DateGrammar.find(lower, numberEnd, lower.length());
        }
        DateGrammar.Written date = null;
        Passage dateWords = null;
        int end = Math.max(numberEnd, kindEnd);
        if (!dates.isEmpty()) {
            date = dates.getFirst();
            dateWords = words.sub(date.from(), date.to());
            end = date.to();
        }
        Passage issuer = numberEnd <= kindEnd
                ? null
                : issuer(words, lower, kindEnd, numberStart(lower, kindEnd, numberEnd), kindEnd);
        Passage behind =
                issuer(words, lower, number == null && date == null ? kindEnd : Math.min(numberEnd, end), subject, end);
        issuer = behind == null ? issuer : behind;
        int last = issuer == null ? end : Math.max(end, lastOf(words, issuer));
        return new Citation(words.sub(0, last).strip(), words.sub(0, kindEnd), number, dateWords, date, issuer);
    }

    private static int numberStart(String lower, int kindEnd, int numberEnd) {
        int number = lower.indexOf("số", kindEnd);
        return number < 0 ? numberEnd : Math.min(number, numberEnd);
    }

    private static int lastOf(Passage words, Passage part) {
        int source = part.sourceOf(part.length() - 1);
        for (int i = words.length() - 1; i >= 0; i--) {
            if (words.sourceOf(i) == source) {
                return i + 1;
            }
        }
        return words.length();
    }

    private static Passage trimmedNumber(Passage number) {
        int end = number.length();
        while (end > 0 && !Character.isLetterOrDigit(number.charAt(end - 1))) {
            end--;
        }
        return number.sub(0, end);
    }

    private static int subject(Passage words, String lower, int from, boolean nameComesFirst) {
        if (nameComesFirst) {
            // the name of a law holds such words itself: "Luật sửa đổi, bổ sung ...", "Luật Tổ chức ..."
            int of = lower.indexOf(" quy định", from);
            return of < 0 ? lower.length() : of;
        }
        Matcher matcher = SUBJECT.matcher(lower).region(from, lower.length());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            // a capital letter makes it part of a name: "Ban Tổ chức Trung ương"
            if (Character.isLowerCase(words.charAt(matcher.start()))) {
                return matcher.start();
            }
        }
        return lower.length();
    }

    private static @Nullable Passage issuer(Passage words, String lower, int from, int subject, int afterDate) {
        Matcher of = OF.matcher(lower).region(from, Math.max(from, subject));
        if (!of.find()) {
            return null;
        }
        // a law's own name has "của": "Luật sửa đổi, bổ sung một số điều của Luật ..."
        if (KIND.matcher(lower).region(of.end(), lower.length()).lookingAt()) {
            return null;
        }
        int end = IssuerNames.end(words, lower, of.end(), Math.max(subject, of.end()));
        Passage issuer = words.sub(of.end(), end).strip();
        return issuer.isEmpty() || of.start() < afterDate - 200 ? null : issuer;
    }
}
