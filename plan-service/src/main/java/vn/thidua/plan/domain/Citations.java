package vn.thidua.plan.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a document cites another: when two numbers are the same, and whether the words for an issuer mean a unit. */
public final class Citations {

    private static final List<String> COMMITTEE = Names.words("ủy ban nhân dân");

    private static final Set<String> KINDS = Set.of(
            Names.key("tỉnh"),
            Names.key("thành phố"),
            Names.key("huyện"),
            Names.key("quận"),
            Names.key("thị xã"),
            Names.key("xã"),
            Names.key("phường"),
            Names.key("thị trấn"),
            Names.key("đặc khu"));

    private Citations() {}

    /**
     * A number for comparing: {@code 294/KH-UBND}, {@code Số: 0294 / kh – ubnd} and {@code 294-KH/UBND} are one. Empty if
     * there is no letter and no digit in it.
     */
    public static String number(String number) {
        String apart = Normalizer.normalize(number.toLowerCase(Locale.ROOT), Form.NFD);
        var out = new StringBuilder(apart.length());
        boolean gap = false;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !out.isEmpty()) {
                    out.append('-');
                }
                gap = false;
                out.append(c == 'đ' ? 'd' : c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT) {
                gap = true;
            }
        }
        return out.toString()
                .replaceFirst("^so-(?=\\d)", "")
                .replaceFirst("^so(?=\\d)", "")
                .replaceFirst("^0+(?=\\d)", "");
    }

    /** Whether two numbers are of one document; what has neither letter nor digit is no number. */
    public static boolean sameNumber(String one, String other) {
        String number = number(one);
        return !number.isEmpty() && number.equals(number(other));
    }

    /**
     * Whether the words for an issuer may mean the unit: {@code UBND huyện Thanh Lâm}, {@code Chủ tịch Ủy ban nhân dân
     * huyện Thanh Lâm} and {@code UBND huyện} mean {@code Huyện Thanh Lâm}; {@code Sở Nội vụ tỉnh Lam Sơn} means
     * {@code Sở Nội vụ}.
     */
    public static boolean mayMean(String issuer, String unit) {
        List<String> words = withoutCommittee(Names.words(issuer));
        List<String> name = withoutCommittee(Names.words(unit));
        if (words.isEmpty() || name.isEmpty()) {
            return false;
        }
        if (meets(words, name)) {
            return true;
        }
        return (!Names.hasAccents(issuer) || !Names.hasAccents(unit)) && meets(bare(words), bare(name));
    }

    private static boolean meets(List<String> words, List<String> name) {
        if (words.equals(name)) {
            return true;
        }
        String kind = kindOf(name);
        if (!kind.isEmpty()) {
            // the kind alone, or the name alone
            return String.join(" ", words).equals(kind)
                    || words.equals(name.subList(kind.split(" ").length, name.size()));
        }
        // one says where the office is, the other does not
        List<String> shorter = words.size() < name.size() ? words : name;
        List<String> longer = words.size() < name.size() ? name : words;
        return longer.size() > shorter.size()
                && longer.subList(0, shorter.size()).equals(shorter)
                && !kindOf(longer.subList(shorter.size(), longer.size())).isEmpty();
    }

    /** The word for its tier that a name begins with; empty if there is none. */
    private static String kindOf(List<String> name) {
        String two = String.join(" ", name.subList(0, Math.min(2, name.size())));
        if (isKind(two)) {
            return two;
        }
        String one = name.getFirst();
        return isKind(one) ? one : "";
    }

    private static boolean isKind(String word) {
        return KINDS.contains(word)
                || KINDS.stream().anyMatch(kind -> Names.bare(kind).equals(word));
    }

    private static List<String> bare(List<String> words) {
        return words.stream().map(Names::bare).toList();
    }

    /** A unit's committee, and who heads it, speak for the unit. */
    private static List<String> withoutCommittee(List<String> words) {
        List<String> rest = words;
        for (String head : List.of("phó chủ tịch", "chủ tịch")) {
            if (begins(rest, Names.words(head))) {
                rest = rest.subList(Names.words(head).size(), rest.size());
            }
        }
        return begins(rest, COMMITTEE) ? rest.subList(COMMITTEE.size(), rest.size()) : rest;
    }

    private static boolean begins(List<String> words, List<String> with) {
        return words.size() >= with.size()
                && bare(words.subList(0, with.size())).equals(bare(with));
    }
}
