package vn.thidua.plan.reader.structure;

import java.util.List;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.source.Passage;

/** Where the title of a document ends and its preamble begins. */
final class TitleLines {
    private static final int LONGEST = 420;
    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:căn cứ|thực hiện|triển khai|nhằm|để |trên cơ sở|năm 20|phát huy|hưởng ứng|tiếp tục|theo |xét |thi hành|ủy ban nhân dân|ubnd|với mục|kính gửi|được sự|chào mừng)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:]\\s*$|/\\.\\s*$");

    private TitleLines() {}

    /** Adds the lines of the title to {@code title} and answers the first element behind it. */
    static int read(List<Element> elements, int kindLine, int end, int kindEnd, List<Passage> title) {
        int at = kindLine + 1;
        if (!(elements.get(kindLine) instanceof Element.Line kind)) {
            return at;
        }
        Passage rest = kind.words().from(kindEnd).strip();
        if (!rest.isEmpty()) {
            title.add(rest);
        }
        boolean bold = kind.bold();
        int letters = rest.length();
        while (at < end && elements.get(at) instanceof Element.Line line && letters < LONGEST) {
            Passage words = line.words();
            if (Headings.isPromulgated(words)) {
                at++;
                continue;
            }
            if (OrdinalGrammar.of(words) != null && !title.isEmpty() || HeaderLines.isMotto(words)) {
                break;
            }
            if (!title.isEmpty() && !goesOn(title.getLast(), words, line.bold() && bold)) {
                break;
            }
            if (title.isEmpty()) {
                bold = line.bold();
            }
            title.add(words);
            letters += words.length();
            at++;
        }
        return at;
    }

    private static boolean goesOn(Passage before, Passage words, boolean bothBold) {
        if (SENTENCE_END.matcher(words).find() || words.length() > 220) {
            return false;
        }
        boolean lower = Character.isLowerCase(words.charAt(0));
        if (lower || bothBold) {
            return true;
        }
        if (Fold.isUpperCase(words) && Fold.isUpperCase(before)) {
            return true;
        }
        if (PREAMBLE.matcher(Fold.lower(words)).lookingAt()) {
            return false;
        }
        // a second line of a centred title: short, and the first one does not say the year yet
        return words.length() < 120
                && (before.length() < 90 || words.charAt(0) == '"' || words.charAt(0) == '“' || words.charAt(0) == '(');
    }
}
