package vn.thidua.access.domain;

/**
 * The form of passwords that are made for somebody and hold for one sign-in: four groups of four, without letters that
 * look alike on paper. 31^16 of them, more than 79 bits.
 */
public final class OneTimePassword {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private OneTimePassword() {}

    /** Chance comes from outside. */
    @FunctionalInterface
    public interface Chance {
        /** Each number from 0 to {@code bound - 1} as likely as any other. */
        int below(int bound);
    }

    /** As {@code k7mf-x2pq-9dhw-t4rc}. */
    public static String of(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(chance.below(LETTERS.length())));
        }
        return text.toString();
    }
}
