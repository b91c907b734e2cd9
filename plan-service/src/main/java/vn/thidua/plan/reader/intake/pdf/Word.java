package vn.thidua.plan.reader.intake.pdf;

/**
 * Letters without a blank between them.
 *
 * @param raised the small raised or lowered letters at the end of the text, mostly none
 */
record Word(String text, double left, double right, double baseline, double size, boolean bold, String raised) {
    /** Share of the font size that letters with marks rise above the baseline. */
    private static final double RISE = 0.8;

    private static final double FALL = 0.22;

    double top() {
        return baseline - RISE * size;
    }

    double bottom() {
        return baseline + FALL * size;
    }

    double middle() {
        return (left + right) / 2;
    }

    double centre() {
        return (top() + bottom()) / 2;
    }

    Word(String text, double left, double right, double baseline, double size, boolean bold) {
        this(text, left, right, baseline, size, bold, "");
    }

    /** This word with small letters beside it that are set higher or lower. */
    Word withRaised(Word small) {
        Word whole = with(small);
        return new Word(
                whole.text,
                whole.left,
                whole.right,
                baseline,
                size,
                bold,
                small.left >= left ? raised + small.text : raised);
    }

    /** This word without the raised letters after it. */
    Word withoutRaised() {
        String rest = text.substring(0, text.length() - raised.length());
        return new Word(rest, left, right, baseline, size, bold);
    }

    /** This word and the next one as one. */
    Word with(Word attached) {
        return attached.left >= left
                ? new Word(text + attached.text, left, Math.max(right, attached.right), baseline, size, bold, raised)
                : new Word(attached.text + text, attached.left, right, baseline, size, bold, raised);
    }
}
