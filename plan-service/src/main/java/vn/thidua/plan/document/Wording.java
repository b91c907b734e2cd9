package vn.thidua.plan.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.reader.grammar.DateGrammar;
import vn.thidua.plan.reader.grammar.Fold;

/** Values of a plan as sentences of an official document. */
final class Wording {

    private static final Pattern COMMITTEE = Pattern.compile("^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\\s+");
    private static final Pattern TIER = Pattern.compile(
            "^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\\s+", Pattern.UNICODE_CASE);
    private static final Pattern ON_BEHALF = Pattern.compile("(?i)^(?:TM|KT|TL|TUQ)\\s*\\.");
    private static final Pattern DEPUTY = Pattern.compile("^PHÓ (.+?)(?: THƯỜNG TRỰC| THƯỜNG VỤ)?$");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?");
    /** Words from which a kind of report is known; another kind is known from its own. */
    private static final Map<String, Pattern> KINDS = Map.of(
            "6 tháng", Pattern.compile("6 tháng|sáu tháng|sơ kết|giữa năm"),
            "năm", Pattern.compile("tổng kết|(?<!đầu |cuối |giữa |\\p{L})năm(?! (?:học|ngày|\\d))"),
            "hồ sơ khen thưởng", Pattern.compile("hồ sơ"));

    private Wording() {}

    /** {@code ngày 08 tháng 01 năm 2026}. */
    static String day(LocalDate day) {
        int month = day.getMonthValue();
        return "ngày %02d tháng %s năm %d"
                .formatted(day.getDayOfMonth(), month < 3 ? "0" + month : month, day.getYear());
    }

    /** {@code Kế hoạch số 12/KH-UBND ngày 08 tháng 01 năm 2026 của UBND tỉnh Hòa Lạc}. */
    static String citation(CitedDocument document) {
        StringBuilder words = new StringBuilder(document.type());
        if (document.number() != null) {
            words.append(" số ").append(document.number());
        }
        if (document.date() != null) {
            words.append(' ').append(day(document.date()));
        }
        if (document.issuer() != null) {
            words.append(" của ").append(document.issuer());
        }
        return WordText.line(words.toString());
    }

    /** The lines of the issuer in the header, in capital letters. */
    static List<String> header(String issuer) {
        String name = WordText.line(issuer);
        Matcher committee = COMMITTEE.matcher(Fold.lower(name));
        if (committee.find()) {
            return List.of("ỦY BAN NHÂN DÂN", upper(name.substring(committee.end())));
        }
        return List.of(upper(name));
    }

    static boolean isCommittee(String issuer) {
        return COMMITTEE.matcher(Fold.lower(WordText.line(issuer))).find();
    }

    /** The territory in the name of a committee, without its kind; null for others. */
    static @Nullable String territory(@Nullable String issuer) {
        if (issuer == null || !isCommittee(issuer)) {
            return null;
        }
        String name = WordText.line(issuer);
        Matcher committee = COMMITTEE.matcher(Fold.lower(name));
        String own = committee.find() ? name.substring(committee.end()) : name;
        Matcher tier = TIER.matcher(Fold.lower(own));
        String bare = tier.find() ? own.substring(tier.end()) : own;
        return bare.isBlank() ? null : bare;
    }

    /** The lines above the name of who signs: as they are stored, else with those that the office asks for. */
    static List<String> position(@Nullable String position, String issuer) {
        List<String> stored = WordText.lines(Objects.requireNonNullElse(position, "")).stream()
                .map(Wording::upper)
                .toList();
        if (stored.isEmpty()
                || stored.stream().anyMatch(line -> ON_BEHALF.matcher(line).find())) {
            return stored;
        }
        List<String> lines = new ArrayList<>();
        String first = stored.getFirst();
        if (isCommittee(issuer) && first.contains("CHỦ TỊCH")) {
            lines.add("TM. ỦY BAN NHÂN DÂN");
        }
        Matcher deputy = DEPUTY.matcher(first);
        if (deputy.matches()) {
            lines.add("KT. " + deputy.group(1));
        }
        lines.addAll(stored);
        return lines;
    }

    /** The clause as it stands; what it does not say of the number goes in front. */
    static String target(PlanDetails.NumericTarget target) {
        String text = WordText.line(target.text());
        if (hasNumber(text, target.value()) && (target.valueMax() == null || hasNumber(text, target.valueMax()))) {
            return text;
        }
        String number = number(target.value()) + (target.valueMax() == null ? "" : " đến " + number(target.valueMax()));
        String year = target.byYear() == null || text.contains(target.byYear().toString())
                ? ""
                : "Đến năm " + target.byYear() + " ";
        String least =
                switch (target.comparator()) {
                    case ">" -> "trên ";
                    case ">=" -> "ít nhất ";
                    case "<" -> "dưới ";
                    case "<=" -> "không quá ";
                    default -> "phấn đấu đạt ";
                };
        String words = year + least + number + (target.unit().startsWith("%") ? "" : " ") + target.unit() + " "
                + Deadlines.lowerFirst(text);
        return upperFirst(WordText.line(words));
    }

    private static boolean hasNumber(String text, BigDecimal value) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group().replace(".", "").replace(',', '.'))
                .anyMatch(number -> new BigDecimal(number).compareTo(value) == 0);
    }

    /** {@code 1.500}, {@code 97,5}. */
    static String number(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        String grouped = whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        return dot < 0 ? grouped : grouped + "," + plain.substring(dot + 1);
    }

    /**
     * The sentence as it stands; its kind goes in front and the day behind if it does not say them.
     *
     * @param shared whether several reports stand in the sentence: then it tells their kinds by itself
     */
    static String report(PlanDetails.ReportDeadline report, boolean shared) {
        String text = WordText.line(report.text()).replaceAll("[.;,]+$", "");
        boolean dated = DateGrammar.find(Fold.lower(text)).stream()
                .anyMatch(date -> report.due().equals(date.in(report.due().getYear())));
        String lower = Fold.lower(text);
        String kind = Fold.lower(report.kind());
        boolean named = shared && dated
                || KINDS.getOrDefault(kind, Pattern.compile(Pattern.quote(kind)))
                                .matcher(lower)
                                .find()
                        && (lower.contains("báo cáo") || lower.contains("hồ sơ") || lower.contains("sáng kiến"));
        String prefix = kind.startsWith("báo cáo") || kind.startsWith("hồ sơ") || kind.startsWith("sáng kiến")
                ? ""
                : "Báo cáo ";
        String what = named ? text : upperFirst(prefix + report.kind()) + (text.isEmpty() ? "" : ": " + text);
        return dated ? what : what + ", chậm nhất ngày " + Deadlines.day(report.due());
    }

    static String upper(String words) {
        return words.toUpperCase(Locale.ROOT);
    }

    static String upperFirst(String words) {
        return words.isEmpty() ? words : upper(words.substring(0, 1)) + words.substring(1);
    }
}
