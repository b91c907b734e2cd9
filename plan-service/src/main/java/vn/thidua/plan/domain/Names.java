package vn.thidua.plan.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of units, posts and groups as people compare them: case, blanks, punctuation, dashes, "và", the usual short forms
 * and the letter that carries the tone make no difference; accents do, for Hoa, Hòa and Hóa are three names.
 */
public final class Names {

    /** Grave, hook above, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Short forms that mean one thing wherever they stand. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ub", "ủy ban"),
            Map.entry("ubnd", "ủy ban nhân dân"),
            Map.entry("hđnd", "hội đồng nhân dân"),
            Map.entry("mttq", "mặt trận tổ quốc"),
            Map.entry("mttqvn", "mặt trận tổ quốc việt nam"),
            Map.entry("ubmttq", "ủy ban mặt trận tổ quốc"),
            Map.entry("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
            Map.entry("tp", "thành phố"),
            Map.entry("tx", "thị xã"),
            Map.entry("tdp", "tổ dân phố"),
            Map.entry("vp", "văn phòng"),
            Map.entry("bch", "ban chỉ huy"),
            Map.entry("ct", "chủ tịch"),
            Map.entry("pct", "phó chủ tịch"),
            Map.entry("cb", "cán bộ"),
            Map.entry("cbcc", "cán bộ công chức"),
            Map.entry("cbccvc", "cán bộ công chức viên chức"),
            Map.entry("tđkt", "thi đua khen thưởng"),
            Map.entry("hđtđkt", "hội đồng thi đua khen thưởng"),
            Map.entry("lhpn", "liên hiệp phụ nữ"),
            Map.entry("hlhpn", "hội liên hiệp phụ nữ"),
            Map.entry("ccb", "cựu chiến binh"),
            Map.entry("hccb", "hội cựu chiến binh"),
            Map.entry("lđlđ", "liên đoàn lao động"),
            Map.entry("đtn", "đoàn thanh niên"),
            Map.entry("tncs", "thanh niên cộng sản"),
            Map.entry("hcm", "hồ chí minh"),
            Map.entry("gdđt", "giáo dục đào tạo"),
            Map.entry("gd", "giáo dục"),
            Map.entry("đt", "đào tạo"),
            Map.entry("nn", "nông nghiệp"),
            Map.entry("vh", "văn hóa"),
            Map.entry("xh", "xã hội"),
            Map.entry("tk", "thống kê"),
            Map.entry("htx", "hợp tác xã"));

    /** Kinds of units in one letter; only before a name: "H. Thanh Lâm". */
    private static final Map<String, String> ONE_LETTER =
            Map.of("t", "tỉnh", "h", "huyện", "q", "quận", "p", "phường", "x", "xã");

    private Names() {}

    /** The words of a name: each in small letters with its tone behind it; short forms are written out, "và" is left out. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        List<String> found = split(name);
        for (int i = 0; i < found.size(); i++) {
            String word = found.get(i);
            String full = SHORT.get(word);
            if (full == null && i + 1 < found.size() && isUnitLetter(word, name)) {
                full = ONE_LETTER.get(word);
            }
            for (String each : full == null ? List.of(word) : List.of(full.split(" "))) {
                if (!each.equals("và")) {
                    words.add(toneLast(each));
                }
            }
        }
        return words;
    }

    /** The words in one text: equal for names that people take for the same. */
    public static String key(String name) {
        return String.join(" ", words(name));
    }

    /** A key without any accent, for texts that were written without. */
    public static String bare(String key) {
        String apart = Normalizer.normalize(key, Form.NFD);
        var out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == '·') {
                i++;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c == 'đ' ? 'd' : c);
            }
        }
        return out.toString();
    }

    /** Whether a text is written with accents: it has one, or a đ, anywhere. */
    public static boolean hasAccents(String text) {
        return Normalizer.normalize(text, Form.NFD)
                .chars()
                .anyMatch(c -> c == 'đ' || c == 'Đ' || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** Whether two names are the same; where one of them is written without accents, they do not count. */
    public static boolean same(String one, String other) {
        String a = key(one);
        String b = key(other);
        return !a.isEmpty() && (a.equals(b) || ((!hasAccents(one) || !hasAccents(other)) && bare(a).equals(bare(b))));
    }

    /** A letter alone is a short form if a full stop stands behind it. */
    private static boolean isUnitLetter(String letter, String name) {
        return letter.length() == 1 && name.toLowerCase(Locale.ROOT).contains(letter + ".");
    }

    private static List<String> split(String name) {
        List<String> found = new ArrayList<>();
        var word = new StringBuilder();
        String text = Normalizer.normalize(name, Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean part = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (part) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty() && Character.getType(c) != Character.FORMAT) {
                found.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            found.add(word.toString());
        }
        return found;
    }

    private static String toneLast(String word) {
        String apart = Normalizer.normalize(word, Form.NFD);
        var letters = new StringBuilder();
        int tone = -1;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int found = TONES.indexOf(c);
            if (found < 0) {
                letters.append(c);
            } else {
                tone = found;
            }
        }
        String bare = Normalizer.normalize(letters, Form.NFC);
        return tone < 0 ? bare : bare + "·" + (tone + 1);
    }
}
