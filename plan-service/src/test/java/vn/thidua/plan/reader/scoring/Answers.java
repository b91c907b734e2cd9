package vn.thidua.plan.reader.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the values of answers and proposals; an empty string, list or object counts as none. */
final class Answers {
    private static final Pattern NOT_IN_NUMBER = Pattern.compile("\\s|^số:?");

    private Answers() {}

    static boolean blank(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isString() && value.asString().isEmpty()
                || value.isContainer() && value.isEmpty();
    }

    static @Nullable String text(JsonNode holder, String key) {
        return text(holder.path(key));
    }

    static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    /** The members of a list, or the one value, without the blank ones. */
    static List<JsonNode> list(JsonNode value) {
        List<JsonNode> members = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(members::add);
        } else {
            members.add(value);
        }
        members.removeIf(member -> member.isMissingNode()
                || member.isNull()
                || member.isString() && member.asString().isEmpty());
        return members;
    }

    static List<String> strings(JsonNode value) {
        return list(value).stream().map(JsonNode::asString).toList();
    }

    /** What the answer says, and what else counts as right. */
    static List<JsonNode> accepted(JsonNode holder, String key) {
        List<JsonNode> all = new ArrayList<>();
        all.add(holder.path(key));
        JsonNode further = holder.path("_accept").path(key);
        if (further.isArray()) {
            further.forEach(all::add);
        } else if (!further.isMissingNode() && !further.isNull()) {
            all.add(further);
        }
        return all;
    }

    static List<JsonNode> optional(JsonNode gold, String key) {
        return list(gold.path("_optionalItems").path(key));
    }

    static boolean same(JsonNode gold, JsonNode actual) {
        if (blank(gold) || blank(actual)) {
            return blank(gold) && blank(actual);
        }
        if (gold.isNumber()) {
            double value = gold.asDouble();
            return actual.isNumber() && Math.abs(actual.asDouble() - value) < 1e-6 * Math.max(1, Math.abs(value));
        }
        return Words.even(gold.asString()).equals(Words.even(actual.asString()));
    }

    static boolean anySame(JsonNode gold, String key, JsonNode actual) {
        return accepted(gold, key).stream().anyMatch(value -> same(value, actual.path(key)));
    }

    /** "Số: 01 /KH-UBND" as "01/kh-ubnd", or null. */
    static @Nullable String documentNumber(JsonNode value) {
        if (blank(value)) {
            return null;
        }
        String number = NOT_IN_NUMBER.matcher(Words.even(value.asString())).replaceAll("");
        int to = number.length();
        while (to > 0 && ".;,".indexOf(number.charAt(to - 1)) >= 0) {
            to--;
        }
        return number.substring(0, to);
    }
}
