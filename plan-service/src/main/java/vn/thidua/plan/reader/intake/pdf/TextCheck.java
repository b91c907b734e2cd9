package vn.thidua.plan.reader.intake.pdf;

import java.util.List;
import java.util.stream.Stream;

/** Whether the letters that come out of a file are letters: a font may not say what its glyphs mean. */
final class TextCheck {
    /** Part of odd letters, or of words with odd letters inside, from which on nothing sensible can be read. */
    private static final double ODD = 0.25;
    /** Signs beyond ASCII that stand in Vietnamese documents. */
    private static final String USUAL = "°±²³«»·§×÷©®½¼¾\u00A0\u00AD";

    private long letters;
    private long odd;

    /** @return how many letters there are, blanks not counted */
    int add(List<Letter> page) {
        int count = 0;
        for (Letter letter : page) {
            if (!letter.isBlank()) {
                count++;
                odd += isNoSign(letter.text().codePointAt(0)) ? 1 : 0;
            }
        }
        letters += count;
        return count;
    }

    long letters() {
        return letters;
    }

    boolean isGarbled() {
        return odd > ODD * letters;
    }

    /** Words with symbols inside: Vietnamese letters of an old encoding taken for Latin-1. */
    static boolean isGarbled(List<PageBlock> blocks) {
        long[] counts = new long[2];
        blocks.stream().flatMap(TextCheck::texts).forEach(text -> {
            for (String word : text.split(" ")) {
                counts[0] += word.length() > 1 ? 1 : 0;
                counts[1] += word.length() > 1 && hasSymbolInside(word) ? 1 : 0;
            }
        });
        return counts[1] > ODD * counts[0];
    }

    private static Stream<String> texts(PageBlock block) {
        return switch (block) {
            case PageBlock.Words words -> Stream.of(words.text());
            case PageBlock.Cells cells ->
                cells.rows().stream().flatMap(List::stream).flatMap(cell -> cell.lines().stream());
        };
    }

    private static boolean hasSymbolInside(String word) {
        boolean letter = false;
        boolean symbol = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            letter |= Character.isLetter(c);
            symbol |= c > 0x7f && c < 0xc0 || c == '\u00d7' || c == '\u00f7';
        }
        return letter && symbol;
    }

    private static boolean isNoSign(int c) {
        int type = Character.getType(c);
        return c == 0xFFFD
                || type == Character.PRIVATE_USE
                || type == Character.CONTROL
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || c >= 0x80 && c < 0xC0 && USUAL.indexOf(c) < 0
                // letters no Vietnamese document is written in
                || c >= 0x590 && c < 0x1E00;
    }
}
