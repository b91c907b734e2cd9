package vn.thidua.plan.reader.scoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words without what two people may write differently: case, quotes, dashes, blanks, the place of a tone mark. */
final class Words {
    private static final Pattern QUOTES = Pattern.compile("[“”„\"«»‘’'`]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—−]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u001c-\\u001f\\u0085\\p{Z}\\u200b\\ufeff]+");
    private static final Pattern AROUND_DASH = Pattern.compile(" *- *");
    private static final Pattern BEFORE_MARK = Pattern.compile(" +([;:,.!?])");
    /** "hoà", "khoẻ", "uỷ": the tone on the second vowel of an open syllable. */
    private static final Pattern OLD_TONE =
            Pattern.compile("(?<!q)(o(?=[àáảãạèéẻẽẹ])|u(?=[ỳýỷỹỵ]))([\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])");

    private static final String TONED = "àáảãạèéẻẽẹỳýỷỹỵ";
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_%/]+");
    private static final Pattern UNIT_EDGES = Pattern.compile("^[ \\-+•*]+|[ ;.,:/]+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "ubnd", "ủy ban nhân dân",
            "hđnd", "hội đồng nhân dân",
            "tđkt", "thi đua khen thưởng",
            "hđtđkt", "hội đồng thi đua khen thưởng",
            "ubmttq", "ủy ban mặt trận tổ quốc",
            "mttq", "mặt trận tổ quốc",
            "ubmttqvn", "ủy ban mặt trận tổ quốc việt nam",
            "mttqvn", "mặt trận tổ quốc việt nam");

    /** Every text is compared with many others. */
    private static final Map<String, String> EVEN = new ConcurrentHashMap<>();

    private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();

    private Words() {}

    static String even(@Nullable String words) {
        return words == null ? "" : EVEN.computeIfAbsent(words, Words::evened);
    }

    private static String evened(String words) {
        String lower = Normalizer.normalize(words, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("*", "");
        String marks = DASHES.matcher(QUOTES.matcher(lower).replaceAll("\"")).replaceAll("-");
        String blanks = BLANKS.matcher(marks).replaceAll(" ").strip();
        String dashes = AROUND_DASH.matcher(blanks).replaceAll("-");
        return OLD_TONE.matcher(BEFORE_MARK.matcher(dashes).replaceAll("$1")).replaceAll(Words::newTone);
    }

    private static String newTone(MatchResult syllable) {
        int i = TONED.indexOf(syllable.group(2));
        if (i < 0) {
            return syllable.group();
        }
        String first = syllable.group(1).equals("o") ? "òóỏõọ" : "ùúủũụ";
        return "" + first.charAt(i % 5) + "aey".charAt(i / 5);
    }

    /** Only words, with one blank between two. */
    static String plain(@Nullable String words) {
        return PLAIN.computeIfAbsent(
                even(words), even -> NO_WORD.matcher(even).replaceAll(" ").strip());
    }

    static List<String> split(String plain) {
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** The name of a body as it is written, without dash in front and mark behind. */
    static String unitAsWritten(@Nullable String words) {
        return UNIT_EDGES.matcher(even(words)).replaceAll("").replace("\"", "");
    }

    /** The same with the usual short forms written out. */
    static String unit(@Nullable String words) {
        return WORD.matcher(unitAsWritten(words))
                .replaceAll(word -> SHORT_FORMS.getOrDefault(word.group(), word.group()));
    }

    static List<Integer> letters(String words) {
        List<Integer> letters = new ArrayList<>(words.length());
        words.codePoints().forEach(letters::add);
        return letters;
    }

    /** Without the characters of {@code marks} at both ends. */
    static String stripped(String words, String marks) {
        int from = 0;
        int to = words.length();
        while (from < to && marks.indexOf(words.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && marks.indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        return words.substring(from, to);
    }
}
