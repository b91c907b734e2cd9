package vn.thidua.plan.reader.intake;

/** Text that no person could read. Plain ASCII, with or without sense, is never called rubbish for its words alone. */
final class Rubbish {
    /** Shares of the characters that are not blank; clean plans stay below a hundredth. */
    private static final double BROKEN = 0.1;

    private static final double SIGNS = 0.3;
    private static final double FOREIGN = 0.3;
    private static final double IMPOSSIBLE_WORDS = 0.25;
    private static final int FEWEST = 20;

    private Rubbish() {}

    static boolean of(String text) {
        int visible = 0;
        int broken = 0;
        int signs = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                continue;
            }
            visible++;
            if (isBroken(c)) {
                broken++;
            } else if (c < 0x80) {
                signs += "!#$&'@[\\]^`{}~?".indexOf(c) >= 0 ? 1 : 0;
            } else if (Character.isLetter(c)) {
                foreign += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 0 : 1;
            }
        }
        if (visible == 0) {
            return false;
        }
        if (broken > BROKEN * visible) {
            return true;
        }
        return visible >= FEWEST
                && (signs > SIGNS * visible || foreign > FOREIGN * visible || hasImpossibleWords(text));
    }

    private static boolean isBroken(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE, Character.CONTROL -> true;
            default -> c == 0xfffd;
        };
    }

    /** Many words with marks, and hardly one of them can be Vietnamese. */
    private static boolean hasImpossibleWords(String text) {
        Syllables.Score score = Syllables.score(text);
        return score.odd() >= FEWEST / 2
                && score.odd() > IMPOSSIBLE_WORDS * score.words()
                && score.rate() < IMPOSSIBLE_WORDS;
    }
}
