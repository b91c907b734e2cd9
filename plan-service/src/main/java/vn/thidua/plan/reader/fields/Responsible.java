package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.source.Passage;

/** Who leads, who executes, who coordinates: read from the words of a sentence. */
public record Responsible(List<Passage> lead, List<Passage> executors, List<Passage> coordinators) {
    static final Responsible NOBODY = new Responsible(List.of(), List.of(), List.of());

    private static final Pattern ASSIGNS = Pattern.compile(
            "^(?:giao(?: cho| trách nhiệm cho| nhiệm vụ cho)?|(?:kính )?đề nghị|yêu cầu|phân công|ủy quyền cho|mời)\\s+(?=\\p{L}|\\d)");
    /** "UBND xã giao Phòng Kinh tế ...": the second unit is the one that acts. */
    private static final Pattern GIVES =
            Pattern.compile("\\s*giao(?: cho| nhiệm vụ cho| trách nhiệm cho)?\\s+(?=\\p{L})");

    private static final Pattern CLAUSE_FIRST = Pattern.compile(
            "^(?:căn cứ|trên cơ sở|để|theo|nhằm|hằng|hàng|định kỳ|trong|trước|sau|từ|khi|thông qua|kết thúc)(?!\\p{L})");
    private static final Pattern LEADS = Pattern.compile(
            "^[\\s,]*(?:là [^,;.:]{3,40},\\s*|làm đầu mối,?\\s*(?:và )?|có trách nhiệm |chịu trách nhiệm )?chủ trì");
    private static final Pattern COORDINATES = Pattern.compile(
            "phối hợp(?: chặt chẽ| tốt| thường xuyên| tham mưu| cùng| đồng bộ)?(?:,? (?:cùng )?với| cùng| của)?\\s+(?=\\p{L}|\\d)");
    /** "do Phòng Nội vụ chủ trì", "do các tổ thực hiện". */
    private static final Pattern COORDINATE_BEHIND = Pattern.compile("chủ trì[,;]\\s*(?=\\p{L})");

    private static final Pattern HEADS = Pattern.compile("^\\s*làm đầu mối");
    private static final Pattern BY = Pattern.compile("(?:^|\\s)do\\s+(?=\\p{L})");
    private static final int NEAR = 130;

    boolean isNobody() {
        return lead.isEmpty() && executors.isEmpty() && coordinators.isEmpty();
    }

    /** @param text of the task, with its beginning */
    static Responsible of(Passage text) {
        String lower = Fold.lower(text);
        int from = 0;
        Matcher assigns = ASSIGNS.matcher(lower);
        boolean assigned = assigns.find();
        if (assigned) {
            from = assigns.end();
        } else if (CLAUSE_FIRST.matcher(lower).find()) {
            from = afterClause(text, lower);
        }
        int end = from < 0 ? from : UnitPhrases.end(text, lower, from);
        Matcher gives = GIVES.matcher(lower).region(Math.max(0, end), lower.length());
        if (end > 0 && gives.lookingAt()) {
            from = gives.end();
            end = UnitPhrases.end(text, lower, from);
            assigned = true;
        }
        List<Passage> lead = List.of();
        List<Passage> executors = List.of();
        int after = 0;
        if (from >= 0 && end > from && (assigned || acts(lower, end))) {
            List<Passage> units = UnitPhrases.split(text.sub(from, end));
            if (HEADS.matcher(lower.substring(end, Math.min(lower.length(), end + 20)))
                            .find()
                    || LEADS.matcher(lower.substring(end, Math.min(lower.length(), end + 60)))
                            .find()) {
                lead = units;
            } else {
                executors = units;
            }
            after = end;
        }
        Matcher by = BY.matcher(lower);
        while (lead.isEmpty() && executors.isEmpty() && by.find()) {
            int stop = UnitPhrases.end(text, lower, by.end());
            String what =
                    lower.substring(stop, Math.min(lower.length(), stop + 24)).stripLeading();
            if (stop > by.end() && what.startsWith("chủ trì")) {
                lead = UnitPhrases.split(text.sub(by.end(), stop));
                after = stop;
            } else if (stop > by.end()
                    && (what.startsWith("thực hiện") || what.startsWith("phụ trách") || what.startsWith("tham mưu"))) {
                executors = UnitPhrases.split(text.sub(by.end(), stop));
                after = stop;
            }
        }
        if (lead.isEmpty() && executors.isEmpty()) {
            int leader = lower.indexOf(" chủ trì");
            int begins = leader < 0 ? -1 : leaderBefore(text, lower, leader);
            if (begins >= 0) {
                lead = UnitPhrases.split(text.sub(begins, leader));
                after = leader;
            }
        }
        return new Responsible(lead, executors, coordinators(text, lower, after));
    }

    /** "...; Phòng Nội vụ chủ trì, ...": where the unit before "chủ trì" begins, or -1. */
    private static int leaderBefore(Passage text, String lower, int leader) {
        for (int i = leader - 1; i > 0 && leader - i < 200; i--) {
            if (";:.,".indexOf(lower.charAt(i)) < 0) {
                continue;
            }
            int next = i + 1;
            while (next < leader && lower.charAt(next) == ' ') {
                next++;
            }
            if (UnitPhrases.beginsAt(lower, next) && UnitPhrases.end(text, lower, next) == leader) {
                boolean list = lower.charAt(i) == ',' && i > 1;
                int earlier = list ? leaderBefore(text, lower.substring(0, leader), i, leader) : -1;
                return earlier >= 0 ? earlier : next;
            }
        }
        return -1;
    }

    /** A list of units may begin before the comma. */
    private static int leaderBefore(Passage text, String lower, int comma, int leader) {
        for (int i = comma - 1; i > 0 && leader - i < 200; i--) {
            if (";:.".indexOf(lower.charAt(i)) >= 0) {
                int next = i + 1;
                while (next < leader && lower.charAt(next) == ' ') {
                    next++;
                }
                return UnitPhrases.end(text, lower, next) == leader ? next : -1;
            }
        }
        return -1;
    }

    /** The heading of an assignment may be a unit and nothing else: "1. Phòng Nội vụ". */
    static Responsible ofHeading(Passage heading, Passage everything) {
        String lower = Fold.lower(heading);
        Matcher assigns = ASSIGNS.matcher(lower);
        int from = assigns.find() ? assigns.end() : 0;
        int end = UnitPhrases.end(heading, lower, from);
        Passage rest = heading.from(end);
        boolean whole = end > from && UnitPhrases.trimmed(rest).isEmpty();
        if (!whole) {
            return NOBODY;
        }
        List<Passage> units = UnitPhrases.split(heading.sub(from, end));
        String all = Fold.lower(everything);
        String duties = all.substring(Math.min(all.length(), heading.length())).stripLeading();
        List<Passage> coordinators = coordinators(everything, all, Math.min(all.length(), heading.length()));
        return duties.startsWith("chủ trì, phối hợp")
                ? new Responsible(units, List.of(), coordinators)
                : new Responsible(List.of(), units, coordinators);
    }

    /** A unit at the beginning does something only if a verb or a colon follows; else it merely stands there. */
    private static boolean acts(String lower, int end) {
        int next = end;
        while (next < lower.length() && (lower.charAt(next) == ' ' || lower.charAt(next) == ',')) {
            next++;
        }
        return next < lower.length() && lower.charAt(next) != '.' && lower.charAt(next) != ';';
    }

    /** "Căn cứ ..., các cơ quan, đơn vị xây dựng ...": the units behind the clause, or -1. */
    private static int afterClause(Passage text, String lower) {
        int limit = Math.min(lower.length(), 420);
        for (int i = lower.indexOf(','); i >= 0 && i < limit; i = lower.indexOf(',', i + 1)) {
            int next = i + 1;
            while (next < lower.length() && lower.charAt(next) == ' ') {
                next++;
            }
            if (!UnitPhrases.beginsAt(lower, next)) {
                continue;
            }
            int end = UnitPhrases.end(text, lower, next);
            if (end > next
                    && end < lower.length()
                    && Character.isLetter(lower.charAt(Math.min(lower.length() - 1, end + 1)))) {
                return next;
            }
        }
        return -1;
    }

    private static List<Passage> coordinators(Passage text, String lower, int after) {
        Matcher matcher = COORDINATES.matcher(lower).region(after, Math.min(lower.length(), after + NEAR));
        matcher.useTransparentBounds(true);
        List<Passage> found = new ArrayList<>();
        Matcher trailing = COORDINATE_BEHIND.matcher(lower).region(after, Math.min(lower.length(), after + NEAR));
        if (after > 0 && trailing.find()) {
            int end = UnitPhrases.end(text, lower, trailing.end());
            if (end > trailing.end() && lower.substring(end).stripLeading().startsWith("phối hợp")) {
                return UnitPhrases.split(text.sub(trailing.end(), end));
            }
        }
        if (matcher.find()) {
            int end = UnitPhrases.end(text, lower, matcher.end());
            if (end > matcher.end()) {
                found.addAll(UnitPhrases.split(text.sub(matcher.end(), end)));
            }
        }
        return found;
    }
}
