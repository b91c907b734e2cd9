package vn.thidua.plan.reader.scoring;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.source.SourceRange;

/** Whether every value of a proposal says where it was read, and whether it can be read there. */
final class SourceCheck {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern ROMAN = Pattern.compile("(?<![\\p{L}\\d])[il|]{1,3}v?(?![\\p{L}\\d])");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Words of the repeated heading of a table. */
    private static final Pattern TABLE_HEADING = Pattern.compile(
            "(?<!\\p{L})(?:STT|Số TT|TT)(?!\\p{L})[\\s|]*(?:Nội dung|Nhiệm vụ|Công việc|NỘI DUNG|NHIỆM VỤ)");

    private final PlanProposal plan;
    private final List<String> violations = new ArrayList<>();

    private SourceCheck(PlanProposal plan) {
        this.plan = plan;
    }

    static List<String> violations(PlanProposal plan, JsonNode json) {
        SourceCheck check = new SourceCheck(plan);
        json.properties().forEach(field -> {
            if (!List.of("text", "sources", "warnings").contains(field.getKey())) {
                check.walk(field.getKey(), field.getKey(), field.getValue());
            }
        });
        plan.sources().forEach(check::ranges);
        plan.warnings().forEach(warning -> check.ranges("warning " + warning.code(), warning.sources()));
        return check.violations;
    }

    private void walk(String path, String field, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> walk(path + "." + member.getKey(), member.getKey(), member.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(path + "[" + i + "]", field, value.path(i));
            }
        } else if (!value.isNull() && !field.equals("comparator")) {
            // a comparator is a sign for words that stand around the number, or for none
            value(path, field, value);
        }
    }

    private void value(String path, String field, JsonNode value) {
        List<SourceRange> ranges = plan.sources().get(path);
        if (ranges == null || ranges.isEmpty()) {
            violations.add(path + " = " + value + ": no source");
            return;
        }
        String source = source(ranges);
        if (!holds(source, path, field, value)) {
            violations.add(path + " = " + value + ": source says “" + source + "”");
        }
    }

    private String source(List<SourceRange> ranges) {
        StringBuilder words = new StringBuilder();
        for (SourceRange range : ranges) {
            int end = Math.min(range.end(), plan.text().length());
            words.append(words.isEmpty() ? "" : " ")
                    .append(plan.text(), Math.min(Math.max(0, range.start()), end), end);
        }
        return words.toString();
    }

    private static boolean holds(String source, String path, String field, JsonNode value) {
        if (field.equals("quarter")) {
            return quarters(source).contains(value.asInt()) || numbers(source).contains(value.decimalValue());
        }
        if (value.isNumber()) {
            return numbers(source).stream().anyMatch(number -> number.compareTo(value.decimalValue()) == 0);
        }
        String words = value.asString();
        if (DATE.matcher(words).matches()) {
            return holdsDate(source, LocalDate.parse(words));
        }
        if (field.equals("ordinal")) {
            return holdsOrdinal(source, words);
        }
        if (field.equals("kind")) {
            return letters(source).contains(letters(words)) || holdsKind(source, words);
        }
        if (path.endsWith("unit") && words.startsWith("%")) {
            return source.contains("%") || letters(source).contains("phầntrăm");
        }
        // what is shown of a value is highlighted, and nothing beside it
        return letters(source).equals(letters(words));
    }

    /** "III.2" may stand there as "III.", "Phần thứ ba" or "Mục III" above and "2." */
    private static boolean holdsOrdinal(String source, String ordinal) {
        List<String> there = List.of(folded(source).split("[^\\p{L}\\d]+"));
        List<String> roman = List.of("i", "ii", "iii", "iv", "v");
        List<String> counted = List.of("nhất", "hai", "ba", "tư", "năm");
        return Arrays.stream(folded(ordinal).split("\\."))
                .allMatch(part -> there.contains(part)
                        || roman.contains(part) && there.contains(counted.get(roman.indexOf(part))));
    }

    /** "sơ kết" is a report of six months; a plain report is named by its season. */
    private static boolean holdsKind(String source, String kind) {
        String words = letters(source);
        return switch (kind) {
            case "6 tháng" -> words.matches(".*(?:sơkết|sáutháng|06tháng|giữanăm|báocáo).*");
            case "năm" -> words.matches(".*(?:tổngkết|báocáo).*");
            case "hồ sơ khen thưởng" -> words.contains("hồsơ");
            default -> !quarters(source).isEmpty() && kind.startsWith("quý");
        };
    }

    /** Letters, digits and nothing else, short forms as the reader shows them. */
    private static String letters(String words) {
        StringBuilder out = new StringBuilder();
        Words.even(words).codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString().replace("ủybannhândân", "ubnd");
    }

    private static List<BigDecimal> numbers(String source) {
        List<BigDecimal> found = new ArrayList<>();
        // scans take 1 for l and 0 for O
        Matcher matcher = NUMBER.matcher(
                source.replaceAll("(?<=\\d)[lI]|[lI](?=\\d)", "1").replaceAll("(?<=\\d)[Oo]|[Oo](?=\\d)", "0"));
        while (matcher.find()) {
            String digits = matcher.group();
            if (digits.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?")) {
                found.add(new BigDecimal(digits.replace(".", "").replace(',', '.')));
            } else if (digits.matches("\\d+,\\d+")) {
                found.add(new BigDecimal(digits.replace(',', '.')));
            }
            for (String part : digits.split("[.,]", -1)) {
                found.add(new BigDecimal(part));
            }
        }
        return found;
    }

    private static List<Integer> quarters(String source) {
        List<Integer> found = new ArrayList<>();
        Matcher matcher = ROMAN.matcher(folded(source));
        while (matcher.find()) {
            String numeral = matcher.group().replace('l', 'i').replace('|', 'i');
            found.add(numeral.endsWith("v") ? 4 : numeral.length());
        }
        return found;
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The digits of day and month, or the words for a time that begins or ends with that day. */
    private static boolean holdsDate(String source, LocalDate date) {
        List<BigDecimal> numbers = numbers(source);
        String words = folded(source);
        boolean month = has(numbers, date.getMonthValue());
        if (has(numbers, date.getDayOfMonth()) && month) {
            return true;
        }
        boolean begins = date.getDayOfMonth() == 1;
        boolean ends = date.plusDays(1).getDayOfMonth() == 1;
        boolean edge = begins || ends || words.contains("tuần");
        // "trước tháng 6" ends with the last day of May
        boolean monthBefore = ends && has(numbers, date.plusDays(1).getMonthValue());
        if (edge && (month || monthBefore)) {
            return true;
        }
        int quarter = (date.getMonthValue() - 1) / 3 + 1;
        boolean edgeOfQuarter = begins && date.getMonthValue() % 3 == 1 || ends && date.getMonthValue() % 3 == 0;
        if (edgeOfQuarter && (quarters(source).contains(quarter) || has(numbers, quarter))) {
            return true;
        }
        boolean edgeOfHalf = begins && date.getMonthValue() % 6 == 1 || ends && date.getMonthValue() % 6 == 0;
        boolean edgeOfYear = begins && date.getMonthValue() == 1 || ends && date.getMonthValue() == 12;
        return edgeOfYear && words.contains("năm") || edgeOfHalf && words.contains("tháng");
    }

    private static boolean has(List<BigDecimal> numbers, int value) {
        return numbers.stream().anyMatch(number -> number.compareTo(BigDecimal.valueOf(value)) == 0);
    }

    private void ranges(String path, List<SourceRange> ranges) {
        @Nullable SourceRange before = null;
        for (SourceRange range : ranges) {
            if (range.start() < 0 || range.end() > plan.text().length() || range.start() >= range.end()) {
                violations.add(path + ": " + range + " is empty or outside the text");
            } else if (path.startsWith("tasks")
                    && TABLE_HEADING
                            .matcher(plan.text())
                            .region(range.start(), range.end())
                            .find()) {
                violations.add(path + ": " + range + " holds the heading of the table");
            }
            if (before != null && overlap(before, range)) {
                violations.add(path + ": " + before + " and " + range + " overlap");
            }
            // the name of an issuer may be put together from a unit and a place that stands above it
            if (before != null && before.end() > range.start() && !path.equals("issuingUnit")) {
                violations.add(path + ": " + before + " and " + range + " are out of order");
            }
            before = range;
        }
    }

    private static boolean overlap(SourceRange one, SourceRange other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
