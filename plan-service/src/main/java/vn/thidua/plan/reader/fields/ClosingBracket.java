package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.source.Passage;

/**
 * Who and when in brackets at the end of an item: "(Phòng Nội vụ chủ trì, phối hợp với các xã; hoàn thành trước 30/6)".
 * Brackets that say anything else are words of the item like others.
 *
 * @param deadline the part that names a time, empty when none does
 */
record ClosingBracket(Responsible who, Passage deadline) {
    private static final Pattern LAST =
            Pattern.compile("[(\\[]([^()\\[\\]]*(?:\\([^()]*\\)[^()\\[\\]]*)?)[)\\]]\\s*[.;]?\\s*$");
    private static final Pattern ROLE = Pattern.compile(
            "^(?:(?:giao|do)\\s+)?(.*?)\\s*(?:là đơn vị\\s+)?(chủ trì|thực hiện|phụ trách|tham mưu|phối hợp|làm đầu mối)(?: thực hiện| chính)?$");
    private static final Pattern COORDINATES = Pattern.compile("^(?:và )?phối hợp(?: cùng)?(?: với)?\\s*:?\\s*(?=\\S)");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:đơn vị |cơ quan |bộ phận |người )?(chủ trì|thực hiện|phụ trách|phối hợp|thời gian|thời hạn|hoàn thành)[^:]{0,20}:\\s*");
    private static final Pattern TIME =
            Pattern.compile("^(?:thời gian |hoàn thành |xong |trong |trước |chậm nhất |quý |tháng |từ |đến |cả năm)");
    private static final Pattern ALWAYS = Pattern.compile("^(?:thường xuyên|hằng |hàng |định kỳ)");

    /** What the last bracket says, or null when a part of it is neither a role nor a time. */
    static @Nullable ClosingBracket of(Passage text) {
        Matcher last = LAST.matcher(text);
        if (!last.find() || last.start() < 12) {
            return null;
        }
        Reader reader = new Reader();
        for (Passage part : parts(text.sub(last.start(1), last.end(1)))) {
            if (!reader.read(part)) {
                return null;
            }
        }
        return reader.result();
    }

    /** Cut at ";" and at commas that stand in no inner bracket. */
    private static List<Passage> parts(Passage inside) {
        List<Passage> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == ';' || c == ',')) {
                parts.add(inside.sub(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(inside.from(from).strip());
        parts.removeIf(Passage::isEmpty);
        return parts;
    }

    private static final class Reader {
        private final List<Passage> lead = new ArrayList<>();
        private final List<Passage> executors = new ArrayList<>();
        private final List<Passage> coordinators = new ArrayList<>();
        private final List<Passage> pending = new ArrayList<>();
        private boolean coordinating;
        private Passage deadline = Passage.EMPTY;

        boolean read(Passage part) {
            String lower = Fold.lower(part);
            Matcher label = LABEL.matcher(lower);
            if (label.find()) {
                return labelled(label.group(1), part.from(label.end()).strip());
            }
            if (ALWAYS.matcher(lower).find()) {
                return deadline(part);
            }
            if (TIME.matcher(lower).find() && DeadlineGrammar.read(lower, 2000) != null) {
                return deadline(part);
            }
            Matcher coordinates = COORDINATES.matcher(lower);
            if (coordinates.find()) {
                coordinating = true;
                return unit(part.from(coordinates.end()).strip(), coordinators);
            }
            Matcher role = ROLE.matcher(lower);
            if (role.matches() && role.end(1) > role.start(1)) {
                return withRole(part.sub(role.start(1), role.end(1)).strip(), role.group(2));
            }
            return unit(part, coordinating ? coordinators : pending);
        }

        private boolean withRole(Passage unit, String role) {
            List<Passage> target =
                    switch (role) {
                        case "chủ trì", "làm đầu mối" -> lead;
                        case "phối hợp" -> coordinators;
                        default -> executors;
                    };
            target.addAll(pending);
            pending.clear();
            coordinating = false;
            return unit(unit, target);
        }

        private boolean labelled(String label, Passage value) {
            if (label.startsWith("thời") || label.equals("hoàn thành")) {
                return deadline(value);
            }
            coordinating = label.equals("phối hợp");
            return unit(value, label.equals("chủ trì") ? lead : coordinating ? coordinators : executors);
        }

        private boolean deadline(Passage part) {
            deadline = deadline.isEmpty() ? part : deadline;
            coordinating = false;
            return true;
        }

        private static boolean unit(Passage part, List<Passage> target) {
            String lower = Fold.lower(part);
            int end = UnitPhrases.end(part, lower, 0);
            boolean whole = end > 0 && UnitPhrases.trimmed(part.from(end)).isEmpty();
            if (whole) {
                target.addAll(UnitPhrases.split(part));
            }
            return whole;
        }

        @Nullable
        ClosingBracket result() {
            executors.addAll(pending);
            boolean nobody = lead.isEmpty() && executors.isEmpty() && coordinators.isEmpty();
            return nobody && deadline.isEmpty()
                    ? null
                    : new ClosingBracket(new Responsible(lead, executors, coordinators), deadline);
        }
    }
}
