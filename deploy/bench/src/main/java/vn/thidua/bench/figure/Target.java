package vn.thidua.bench.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a figure shall come to.
 *
 * @param of what is compared: the ratio to the baseline, or the value itself
 * @param sense whether more or less is better
 * @param bound what counts as met
 * @param stretch what would be better still; null if nothing is named
 */
public record Target(
        Of of, Sense sense, double bound, @Nullable Double stretch) {

    /** What is compared. */
    public enum Of {
        RATIO,
        VALUE
    }

    /** Whether more or less is better. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    /** A ratio that shall be large. */
    public static Target atLeast(double bound, @Nullable Double stretch) {
        return new Target(Of.RATIO, Sense.AT_LEAST, bound, stretch);
    }

    /** A ratio that shall be small. */
    public static Target atMost(double bound, @Nullable Double stretch) {
        return new Target(Of.RATIO, Sense.AT_MOST, bound, stretch);
    }

    /** A value, in the figure's own unit, that shall be small. */
    public static Target valueAtMost(double bound, @Nullable Double stretch) {
        return new Target(Of.VALUE, Sense.AT_MOST, bound, stretch);
    }

    /** How a number does against it. */
    Verdict judge(double number) {
        if (stretch != null && holds(number, stretch)) {
            return Verdict.STRETCH;
        }
        return holds(number, bound) ? Verdict.MET : Verdict.MISSED;
    }

    private boolean holds(double number, double limit) {
        return switch (sense) {
            case AT_LEAST -> number >= limit;
            case AT_MOST -> number <= limit;
        };
    }

    /** As it stands in the table: {@code >= 2.5}. */
    String words(double limit) {
        String sign =
                switch (sense) {
                    case AT_LEAST -> ">= ";
                    case AT_MOST -> "<= ";
                };
        return sign + shortly(limit);
    }

    private static String shortly(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : String.format(Locale.ROOT, "%s", limit);
    }
}
