package vn.thidua.platform.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Takes the tone out of each syllable of a cleaned text in lower case, and puts it behind the letters. */
final class Syllables {

    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /** Grave, hook above, tilde, acute, dot below; in the order of the tones, which begins with none. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final int BREVE = 0x306;
    private static final int CIRCUMFLEX = 0x302;
    private static final int HORN = 0x31B;

    /** Below every letter's code, and above the space that ends a syllable. */
    private static final char FIRST_TONE = '1';

    private static final char NUMBER = '0';

    private Syllables() {}

    static String sortKey(String text) {
        var key = new StringBuilder(text.length() + 8);
        walk(text, new Sink() {
            @Override
            public void word(String letters, int tone) {
                separate();
                letters.codePoints().forEach(c -> {
                    int place = ALPHABET.indexOf(c);
                    key.appendCodePoint(place < 0 ? c : 'A' + place);
                });
                key.append((char) (FIRST_TONE + tone));
            }

            @Override
            public void number(String digits) {
                separate();
                String value = digits.replaceFirst("^0+(?=.)", "");
                // the more digits the greater; a character for their count, which no real number exceeds
                key.append(NUMBER)
                        .append((char) ('A' + Math.min(value.length(), 25)))
                        .append(value);
            }

            @Override
            public void other(int c) {
                // punctuation only parts words: "Phan Rang-Tháp Chàm" is four
            }

            private void separate() {
                if (!key.isEmpty()) {
                    key.append(' ');
                }
            }
        });
        return key.toString();
    }

    static String sameKey(String text) {
        var key = new StringBuilder(text.length() + 8);
        walk(text, new Sink() {
            @Override
            public void word(String letters, int tone) {
                key.append(letters);
                if (tone > 0) {
                    // the bare mark behind the letters; not composed again, or it would land on the last one
                    key.append('\u00b7').append(tone);
                }
            }

            @Override
            public void number(String digits) {
                key.append(digits);
            }

            @Override
            public void other(int c) {
                key.appendCodePoint(c);
            }
        });
        return key.toString();
    }

    private interface Sink {

        /** Letters in a row, with the marks that belong to the letter. */
        void word(String letters, int tone);

        void number(String digits);

        void other(int c);
    }

    private static void walk(String text, Sink sink) {
        String apart = Normalizer.normalize(text, Form.NFD);
        var letters = new StringBuilder();
        var digits = new StringBuilder();
        int tone = 0;
        for (int i = 0, c; i < apart.length(); i += Character.charCount(c)) {
            c = apart.codePointAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!digits.isEmpty() && !Character.isDigit(c)) {
                sink.number(digits.toString());
                digits.setLength(0);
            }
            if (!letters.isEmpty() && !mark && !Character.isLetter(c)) {
                sink.word(letters.toString(), tone);
                letters.setLength(0);
                tone = 0;
            }
            if (Character.isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isLetter(c)) {
                letters.appendCodePoint(c);
            } else if (mark && !letters.isEmpty()) {
                int found = TONES.indexOf(c);
                if (found >= 0) {
                    tone = found + 1;
                } else {
                    giveMark(letters, c);
                }
            } else if (!mark) {
                sink.other(c);
            }
        }
        if (!digits.isEmpty()) {
            sink.number(digits.toString());
        }
        if (!letters.isEmpty()) {
            sink.word(letters.toString(), tone);
        }
    }

    /** Breve, circumflex and horn make a letter of its own; marks of other languages are let go. */
    private static void giveMark(StringBuilder letters, int mark) {
        if (mark == BREVE || mark == CIRCUMFLEX || mark == HORN) {
            int last = letters.length() - 1;
            String letter = Normalizer.normalize(letters.substring(last) + Character.toString(mark), Form.NFC);
            if (ALPHABET.contains(letter)) {
                letters.setCharAt(last, letter.charAt(0));
            }
        }
    }
}
