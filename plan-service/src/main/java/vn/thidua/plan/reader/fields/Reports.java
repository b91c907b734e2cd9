package vn.thidua.plan.reader.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DateGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/** Days on which reports, dossiers and initiatives are due. */
final class Reports {
    private static final Pattern SENT = Pattern.compile(
            "báo cáo|(?:gửi|nộp|trình|hoàn thành|tổng hợp|lập|hoàn thiện)[^.;]{0,80}(?:hồ sơ|sáng kiến)|(?:hồ sơ|sáng kiến)[^.;]{0,100}(?:gửi|nộp|trình|trước|chậm nhất|về)");
    /** A report that is only being written is not due anywhere. */
    private static final Pattern DRAFTED = Pattern.compile(
            "(?:xây dựng|dự thảo|soạn thảo|chuẩn bị|biên soạn)(?: nội dung)? (?:dự thảo )?báo cáo(?![^;.]*(?:gửi|nộp|trình))");

    private static final Pattern EVERY_YEAR = Pattern.compile("\\s*h[àằ]ng năm");
    private static final Pattern UNTIL = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|đến hết|hết|hạn|đến|vào|xong)(?:\\s+(?:là|vào|ngày|cuối|thời hạn|chót|\\d{1,2} giờ|\\d{1,2}h\\d{0,2}|:))*+\\s*$");
    private static final Pattern AND = Pattern.compile("^\\s*(?:\\([^)]{0,60}\\))?\\s*(?:,|và|;)?\\s*(?:ngày\\s*)?$");
    private static final Pattern BEHIND = Pattern.compile("^\\s*\\(([^)]{3,70})\\)|^\\s*(đối với [^,;.]{3,60})");
    private static final Pattern PHASE = Pattern.compile("đợt\\s*(\\d|iv|iii|ii|i)");
    private static final Pattern QUARTER = Pattern.compile("quý\\s*(iv|iii|ii|i|[1-4])?(?!\\p{L})");
    private static final Pattern HALF = Pattern.compile("6 tháng|sáu tháng|06 tháng|sơ kết|giữa năm");
    private static final Pattern YEAR = Pattern.compile(
            "tổng kết|(?<!đầu )(?<!cuối )(?<!giữa )(?<!\\p{L})năm(?! (?:học|ngày))|cả năm|hằng năm|hàng năm");
    private static final Pattern TERM = Pattern.compile("học kỳ\\s*(?:iii|ii|i|[1-3])?");
    private static final Pattern MONTH = Pattern.compile("(?:báo cáo|hằng|hàng) tháng|tháng \\d");

    private static final Map<Pattern, String> NAMES =
            Map.of(TERM, "học kỳ", HALF, "6 tháng", MONTH, "tháng", YEAR, "năm");
    private static final String REPORT = "báo cáo";
    private static final String DOSSIER = "hồ sơ khen thưởng";

    private Reports() {}

    record Report(String kind, Passage kindAt, LocalDate due, Passage dueAt, Passage text) {}

    static List<Report> find(List<Passage> paragraphs, List<TaskDraft> tasks, int planYear, Budget budget) {
        List<Report> found = new ArrayList<>();
        for (TaskDraft task : tasks) {
            if (task.fromTable()
                    && task.dueTo() != null
                    && task.dueFrom() == null
                    && !task.deadline().isEmpty()) {
                fromTask(task, found);
            }
        }
        for (Passage paragraph : paragraphs) {
            budget.check();
            String lower = Fold.lower(paragraph);
            if (SENT.matcher(lower).find()) {
                fromSentences(paragraph, lower, planYear, found);
            }
        }
        Set<String> known = new HashSet<>();
        return found.stream()
                .filter(report -> known.add(report.kind() + report.due()))
                .toList();
    }

    private static void fromTask(TaskDraft task, List<Report> found) {
        String lower = Fold.lower(task.text());
        LocalDate due = task.dueTo();
        if (due == null
                || !SENT.matcher(lower).find()
                || DateGrammar.find(Fold.lower(task.deadline())).isEmpty()) {
            return;
        }
        Kind kind = kind(lower, 0, lower.length());
        if (kind == null && lower.contains("báo cáo")) {
            kind = bySeason(lower, 0, lower.length(), due);
        }
        if (kind != null) {
            found.add(new Report(
                    kind.name(), task.text().sub(kind.from(), kind.to()), due, task.deadline(), task.text()));
        }
    }

    private static void fromSentences(Passage paragraph, String lower, int planYear, List<Report> found) {
        int sentence = 0;
        int before = 0;
        boolean open = false;
        Kind last = null;
        for (DateGrammar.Written date : DateGrammar.find(lower)) {
            int boundary = boundaryBefore(lower, sentence, date.from());
            if (boundary > before) {
                open = false;
            }
            sentence = Math.max(sentence, boundary);
            String lead = lower.substring(Math.max(before, Math.max(sentence, date.from() - 40)), date.from());
            boolean due = UNTIL.matcher(lead).find()
                    || open && AND.matcher(lower.substring(before, date.from())).matches();
            int end = sentenceEnd(lower, date.to());
            LocalDate day = date.in(date.year() == null ? planYear : date.year());
            String words = lower.substring(sentence, end);
            boolean sent = SENT.matcher(words).find()
                    && !DRAFTED.matcher(words).find()
                    && !EVERY_YEAR
                            .matcher(lower.substring(date.to(), Math.min(lower.length(), date.to() + 12)))
                            .lookingAt();
            if (due && day != null && sent) {
                last = report(new At(paragraph, lower, sentence, before, end), date, day, last, found);
                open = true;
            }
            before = date.to();
        }
    }

    /** A date and the sentence around it. */
    private record At(Passage paragraph, String lower, int sentence, int before, int end) {}

    /** Adds the report due on {@code day} and answers its kind; one without a kind of its own is of that before it. */
    private static @Nullable Kind report(
            At at, DateGrammar.Written date, LocalDate day, @Nullable Kind last, List<Report> found) {
        String lower = at.lower();
        Matcher behind = BEHIND.matcher(lower).region(date.to(), Math.min(lower.length(), date.to() + 90));
        int from = Math.max(at.sentence(), Math.min(at.before(), date.from()));
        Kind kind = behind.find() ? kind(lower, behind.start(), behind.end()) : null;
        if (kind == null) {
            kind = kind(lower, from, date.from());
        }
        if (kind == null) {
            kind = kind(lower, at.sentence(), at.end());
        }
        if (kind == null) {
            kind = last;
        }
        boolean plain = kind == null && lower.substring(at.sentence(), at.end()).contains("báo cáo");
        if (plain) {
            boolean twice = DateGrammar.find(lower, at.sentence(), at.end()).size() >= 2;
            kind = twice ? bySeason(lower, at.sentence(), at.end(), day) : plain(lower, at.sentence(), at.end());
        }
        if (kind == null) {
            return last;
        }
        Kind second = dossierBeside(lower, from, date.from(), kind);
        for (Kind one : second == null ? List.of(kind) : List.of(kind, second)) {
            found.add(new Report(
                    one.name(),
                    at.paragraph().sub(one.from(), one.to()),
                    day,
                    at.paragraph().sub(date.from(), date.to()),
                    at.paragraph().sub(at.sentence(), at.end()).strip()));
        }
        return plain ? last : kind;
    }

    /** A report of which nothing more is said. */
    private static Kind plain(String lower, int from, int to) {
        int at = lower.indexOf(REPORT, from);
        return new Kind(REPORT, at, Math.min(to, at + REPORT.length()));
    }

    /** A plain report around the middle of the year is that of six months, one at its end that of the year. */
    private static Kind bySeason(String lower, int from, int to, LocalDate day) {
        Kind plain = plain(lower, from, to);
        int month = day.getMonthValue();
        String name = month >= 5 && month <= 7 ? "6 tháng" : month >= 11 || month == 1 ? "năm" : REPORT;
        return new Kind(name, plain.from(), plain.to());
    }

    /** "báo cáo tổng kết và hồ sơ đề nghị khen thưởng trước ngày ..." are two things due on one day. */
    private static @Nullable Kind dossierBeside(String lower, int from, int to, Kind kind) {
        int dossier = lower.lastIndexOf("hồ sơ", to);
        boolean beside = dossier >= from && !kind.name().startsWith("hồ sơ") && lower.indexOf("báo cáo", from) >= 0;
        return beside ? new Kind(DOSSIER, dossier, dossier + "hồ sơ".length()) : null;
    }

    private static int boundaryBefore(String lower, int from, int to) {
        int boundary = from;
        for (int i = from; i < to; i++) {
            char c = lower.charAt(i);
            if (c == ';'
                    || c == '.'
                            && (i + 1 >= lower.length() || lower.charAt(i + 1) == ' ')
                            && !endsShortForm(lower, i)) {
                boundary = i + 1;
            }
        }
        return boundary;
    }

    private static boolean endsShortForm(String lower, int dot) {
        return dot >= 2 && (lower.charAt(dot - 2) == ' ' || Character.isDigit(lower.charAt(dot - 1)) && dot < 3);
    }

    private static int sentenceEnd(String lower, int from) {
        for (int i = from; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == ';' || c == '.' && (i + 1 >= lower.length() || lower.charAt(i + 1) == ' ')) {
                return i;
            }
        }
        return lower.length();
    }

    private record Kind(String name, int from, int to) {}

    /** What kind of report the words between {@code from} and {@code to} speak of, or null. */
    private static @Nullable Kind kind(String lower, int from, int to) {
        String words = lower.substring(from, to);
        int report = words.indexOf("báo cáo");
        int dossier = words.indexOf("hồ sơ");
        int initiative = words.indexOf("sáng kiến");
        if (report < 0 && dossier >= 0) {
            return new Kind(DOSSIER, from + dossier, from + dossier + "hồ sơ".length());
        }
        if (report < 0 && initiative >= 0) {
            return new Kind("sáng kiến", from + initiative, from + initiative + "sáng kiến".length());
        }
        Kind found = null;
        Pattern[] patterns = {PHASE, TERM, HALF, QUARTER, MONTH, YEAR};
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(words);
            if (found == null && matcher.find() && !(pattern == MONTH && words.contains("tổng kết"))) {
                String name = pattern == PHASE
                        ? "đợt " + matcher.group(1)
                        : pattern == QUARTER ? quarter(matcher.group(1)) : NAMES.getOrDefault(pattern, "báo cáo");
                found = new Kind(name, from + matcher.start(), from + matcher.end());
            }
        }
        return found;
    }

    private static String quarter(@Nullable String number) {
        return number == null ? "quý" : "quý " + number.toUpperCase(Locale.ROOT);
    }
}
