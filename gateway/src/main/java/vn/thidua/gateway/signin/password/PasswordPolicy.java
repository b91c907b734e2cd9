package vn.thidua.gateway.signin.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.web.problem.FieldProblem;

/**
 * What a password must be like, after NIST SP 800-63B-4: long, not one of the common ones, not made of what everybody
 * knows of the account. No kinds of letters are asked for, none is refused, and nothing expires.
 */
public final class PasswordPolicy {

    /** Guesses that it must withstand: beyond 10^8, of the library's five classes the fourth. */
    private static final int STRENGTH = 3;

    /** What the library looks at; its time grows with the length. */
    private static final int MEASURED = 100;

    private static final int SHORTEST_WORD = 3;

    /** Letters and digits that a password must have beside what is known of the account. */
    private static final int REST = 8;

    private static final List<String> WORDS =
            List.of("thidua", "thi dua", "khen thuong", "khenthuong", "matkhau", "mat khau", "uybannhandan", "vietnam");

    private final Zxcvbn strength = new Zxcvbn();
    private final int shortest;

    /**
     * @param shortest code points
     */
    public PasswordPolicy(int shortest) {
        this.shortest = shortest;
    }

    /**
     * What is wrong with it, if anything is.
     *
     * @param field that it stands in
     * @param known what is known of the account, as its name: worth nothing in a password
     */
    public Optional<FieldProblem> fault(String field, String password, List<String> known) {
        String normal = Passwords.normal(password);
        int length = Passwords.length(normal);
        if (length < shortest) {
            return Optional.of(new FieldProblem(
                    field,
                    "Mật khẩu phải có ít nhất " + shortest
                            + " ký tự. Hãy dùng một câu dài dễ nhớ, có thể có dấu cách và dấu tiếng Việt.",
                    "The password must have at least " + shortest + " characters. A long sentence will do."));
        }
        if (length > Passwords.LONGEST) {
            return Optional.of(new FieldProblem(
                    field,
                    "Mật khẩu dài quá " + Passwords.LONGEST + " ký tự. Hãy rút ngắn.",
                    "The password has more than " + Passwords.LONGEST + " characters."));
        }
        return isGuessable(normal, known) ? Optional.of(guessable(field)) : Optional.empty();
    }

    private static FieldProblem guessable(String field) {
        return new FieldProblem(
                field,
                "Mật khẩu này dễ đoán: gồm từ quá phổ biến, dãy lặp lại hoặc tên tài khoản. Hãy thêm vài từ không liên quan.",
                "This password is easy to guess: common words, repetition, or the account's name. Add unrelated words.");
    }

    private boolean isGuessable(String normal, List<String> known) {
        List<String> worthless = worthless(known);
        if (isMostlyOf(worthless, Text.fold(normal))) {
            return true;
        }
        int measured = normal.offsetByCodePoints(0, Math.min(MEASURED, Passwords.length(normal)));
        String looked = normal.substring(0, measured);
        // its lists are without accents: a common word does not become rare by them
        return Stream.of(looked, Text.fold(looked))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> strength.measure(each, worthless).getScore() < STRENGTH);
    }

    /** Whether little is left of it without those words: the library takes their repetition for a gain. */
    private static boolean isMostlyOf(List<String> worthless, String folded) {
        String rest = folded;
        for (String word : worthless.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = rest.replace(word, " ");
        }
        return !rest.equals(folded)
                && rest.chars().filter(Character::isLetterOrDigit).count() < REST;
    }

    private static List<String> worthless(List<String> known) {
        List<String> words = new ArrayList<>(WORDS);
        for (String each : known) {
            String folded = Text.fold(each).toLowerCase(Locale.ROOT);
            Stream.concat(Stream.of(folded, folded.replace(" ", "")), Stream.of(folded.split("[^a-z0-9]+", -1)))
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .forEach(words::add);
        }
        return words;
    }
}
