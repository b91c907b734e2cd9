package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Element;
import vn.thidua.plan.reader.structure.HeaderLines;

/** Who issues the plan: from the header, else from the annex's header, the text and the place. */
final class IssuingUnit {
    private static final String TIERS = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh";
    private static final Pattern COMMITTEE = Pattern.compile("^(?:ủy ban nhân dân|ubnd)\\s*");
    private static final Pattern TIER = Pattern.compile("^(?:" + TIERS + ")(?=\\s(?!ủy|uỷ|đoàn|đội|hội))");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?<!\\p{L})(?<!của )((?:ubnd|ủy ban nhân dân)\\s+(?:" + TIERS
                    + ")(?!\\p{L}))((?:\\s+(?!(?:xây|ban|yêu|đề|tổ|phát|triển|kế)\\p{L}*)\\p{L}+){0,4}?)\\s+(?:xây dựng|ban hành|tổ chức|triển khai|phát động|đề ra|lập|hướng dẫn|yêu cầu|đề nghị)(?!\\p{L})");
    private static final Pattern OFFICE = Pattern.compile(
            "(?<!\\p{L})((?:Sở|Phòng|Ban|Trường|Chi cục|Cục|Trung tâm|Văn phòng|Công an|Cụm|Khối|Hội|Đoàn|Liên đoàn|Huyện đoàn|Tỉnh đoàn|Bệnh viện|Hội đồng)\\s[^,.;:\"“(]{2,80}?)\\s+(?:phối hợp|xây dựng|ban hành|lập|đề ra|triển khai)\\s");

    /** An organ is named with the organization above it. */
    private static final Pattern ORGAN = Pattern.compile(
            "^ban (?:thuong truc|thuong vu|chap hanh|to chuc|tuyen giao|dan van)(?: tinh| huyen| xa|$)?");

    private static final Pattern NOT_A_NAME =
            Pattern.compile("^(?:phụ lục|phụ biểu|biểu|mẫu số|kế hoạch|quyết định|dự thảo|\\(kèm)");

    private IssuingUnit() {}

    /**
     * @param name as it is to be shown
     * @param at where its words stand
     */
    record Issuer(String name, List<Passage> at, boolean inferred) {}

    static @Nullable Issuer of(
            List<Element.Line> header,
            List<Passage> text,
            List<Element.Line> annexHeader,
            Passage place,
            Budget budget) {
        Issuer issuer = fromHeader(header);
        if (issuer == null) {
            issuer = fromHeader(annexHeader);
        }
        if (issuer != null) {
            return new Issuer(asInText(issuer.name(), text, budget), issuer.at(), false);
        }
        if (issuer == null) {
            issuer = fromText(text, place, budget);
        }
        return issuer;
    }

    private static @Nullable Issuer fromHeader(List<Element.Line> header) {
        List<Passage> names = new ArrayList<>();
        for (Element.Line line : header) {
            Passage words = line.words();
            if (NOT_A_NAME.matcher(Fold.lower(words)).lookingAt()) {
                break;
            }
            if (HeaderLines.isNumber(words) || HeaderLines.isPlaceAndDate(words)) {
                if (!names.isEmpty()) {
                    break;
                }
                continue;
            }
            boolean small = !Fold.isUpperCase(words) && !HeaderLines.isOffice(words);
            if (HeaderLines.isMotto(words) || small) {
                if (!names.isEmpty() && !HeaderLines.isMotto(words)) {
                    break;
                }
                continue;
            }
            if (HeaderLines.isOffice(words) || !names.isEmpty() && words.length() < 60) {
                names.add(trimmed(words));
            }
        }
        return names.isEmpty() ? null : named(names);
    }

    private static Passage trimmed(Passage words) {
        int to = words.length();
        while (to > 0 && !Character.isLetterOrDigit(words.charAt(to - 1)) && words.charAt(to - 1) != ')') {
            to--;
        }
        return words.sub(0, to);
    }

    /** The last office named is the issuer; lines that only go on with a name belong to the one above. */
    private static Issuer named(List<Passage> lines) {
        List<List<Passage>> offices = new ArrayList<>();
        for (Passage line : lines) {
            String lower = Fold.lower(line);
            boolean goesOn = !offices.isEmpty()
                    && (TIER.matcher(lower).find() || !HeaderLines.isIssuer(line) || lower.matches("^(?:và|-) .*"));
            if (goesOn) {
                offices.getLast().add(line);
            } else {
                offices.add(new ArrayList<>(List.of(line)));
            }
        }
        List<Passage> own = offices.getLast();
        StringBuilder name = new StringBuilder();
        for (Passage line : own) {
            name.append(name.isEmpty() ? "" : " ").append(line);
        }
        if (ORGAN.matcher(Fold.bare(name)).lookingAt() && offices.size() > 1) {
            List<Passage> at = new ArrayList<>(own);
            StringBuilder whole = new StringBuilder();
            for (Passage line : offices.get(offices.size() - 2)) {
                whole.append(whole.isEmpty() ? "" : " ").append(line);
                at.add(line);
            }
            return new Issuer(cased(name.toString()) + " " + cased(whole.toString()), at, false);
        }
        return new Issuer(Fold.isUpperCase(name) ? cased(name.toString()) : name.toString(), List.copyOf(own), false);
    }

    /** "ỦY BAN NHÂN DÂN XÃ AN BÌNH" is shown as "UBND xã An Bình". */
    static String cased(String upper) {
        String lower = Fold.lower(upper).replaceAll("\\s+", " ").strip();
        Matcher committee = COMMITTEE.matcher(lower);
        StringBuilder name = new StringBuilder();
        if (committee.find()) {
            name.append("UBND ");
            lower = lower.substring(committee.end());
        }
        Matcher tier = TIER.matcher(lower);
        boolean tiered = tier.find();
        if (tiered) {
            name.append(tier.group());
            lower = lower.substring(tier.end());
        }
        return abbreviated((tiered ? name + capitalised(lower) : name + office(lower)).strip());
    }

    /** Words without a vowel are short forms: THPT, TĐKT. */
    private static String abbreviated(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            boolean shortForm = word.length() >= 2 && Fold.bare(word).chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
            out.append(out.isEmpty() ? "" : " ").append(shortForm ? word.toUpperCase(Locale.ROOT) : word);
        }
        return out.toString();
    }

    private static String capitalised(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.strip().split(" ")) {
            out.append(' ')
                    .append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    /** "SỞ GIÁO DỤC VÀ ĐÀO TẠO": the first word of each part is capital; a territory behind keeps all of its. */
    private static String office(String lower) {
        Matcher territory = Pattern.compile("(?<=\\s)(?:" + TIERS + ")(?=\\s)").matcher(lower);
        int cut = territory.find() ? territory.start() : lower.length();
        String own = lower.substring(0, cut).strip();
        String first = own.isEmpty() ? own : own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
        Matcher head = Pattern.compile("^(\\p{L}+ )(\\p{Ll})").matcher(first);
        if (head.find()) {
            first = head.group(1) + head.group(2).toUpperCase(Locale.ROOT) + first.substring(head.end());
        }
        if (cut == lower.length()) {
            return first;
        }
        return first + " " + territory.group() + capitalised(lower.substring(territory.end()));
    }

    /** The text writes the name in small letters with its capitals: "Hội đồng Thi đua - Khen thưởng". */
    private static String asInText(String name, List<Passage> text, Budget budget) {
        String lower = Fold.lower(name);
        for (Passage paragraph : text) {
            budget.check();
            int at = Fold.lower(paragraph.sub(0, Math.min(paragraph.length(), 4000)))
                    .indexOf(lower);
            if (at >= 0) {
                String words = paragraph.sub(at, at + name.length()).toString();
                if (!Fold.isUpperCase(words) && Character.isUpperCase(words.charAt(0))) {
                    return words;
                }
            }
        }
        return name;
    }

    private static @Nullable Issuer fromText(List<Passage> text, Passage place, Budget budget) {
        for (Passage paragraph : text) {
            budget.check();
            Passage head = paragraph.sub(0, Math.min(paragraph.length(), 4000));
            String lower = Fold.lower(head);
            Matcher subject = SUBJECT.matcher(lower);
            if (subject.find()) {
                Passage unit = head.sub(subject.start(1), subject.end(1));
                Passage rest = head.sub(subject.start(2), subject.end(2)).strip();
                boolean named = !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
                String name = shortened(unit);
                if (named) {
                    return new Issuer(
                            name + " " + rest,
                            List.of(head.sub(subject.start(1), subject.end(2)).strip()),
                            true);
                }
                return place.isEmpty()
                        ? new Issuer(name, List.of(unit), true)
                        : new Issuer(name + " " + place, List.of(unit, place), true);
            }
        }
        for (Passage paragraph : text) {
            budget.check();
            Passage head = paragraph.sub(0, Math.min(paragraph.length(), 4000));
            Matcher office = OFFICE.matcher(head);
            if (office.find()) {
                return new Issuer(office.group(1), List.of(head.sub(office.start(1), office.end(1))), true);
            }
        }
        return null;
    }

    private static String shortened(Passage unit) {
        String words = unit.toString();
        return Fold.lower(words).startsWith("ủy ban nhân dân")
                ? "UBND" + words.substring("ủy ban nhân dân".length())
                : words;
    }
}
