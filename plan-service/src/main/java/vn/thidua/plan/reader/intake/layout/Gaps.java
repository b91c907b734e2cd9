package vn.thidua.plan.reader.intake.layout;

import java.util.ArrayList;
import java.util.List;

/** What part of a width is covered by words, and what is white between them. */
final class Gaps {
    private List<double[]> covered = new ArrayList<>();

    Gaps() {}

    private Gaps(List<double[]> covered) {
        this.covered = covered;
    }

    Gaps with(List<double[]> spans) {
        List<double[]> all = new ArrayList<>(covered);
        all.addAll(spans);
        all.sort((a, b) -> Double.compare(a[0], b[0]));
        List<double[]> merged = new ArrayList<>();
        for (double[] span : all) {
            if (!merged.isEmpty() && span[0] <= merged.getLast()[1]) {
                double[] last = merged.getLast();
                merged.set(merged.size() - 1, new double[] {last[0], Math.max(last[1], span[1])});
            } else {
                merged.add(span);
            }
        }
        return new Gaps(merged);
    }

    /**
     * The white between {@code from} and {@code to} that separates two columns, or an empty array if none is
     * {@code least} wide.
     *
     * <p>The first one that is {@code clear} wide, else the widest. Words alone in the middle belong to the column on the
     * right: a short entry at the left of a wide column whose heading is centred.
     */
    double[] between(double from, double to, double least, double clear) {
        double[] best = {};
        double widest = least;
        double white = Double.NEGATIVE_INFINITY;
        for (double[] span : covered) {
            double left = Math.max(white, from);
            double right = Math.min(span[0], to);
            if (white > Double.NEGATIVE_INFINITY && right - left >= widest) {
                best = new double[] {left, right};
                widest = right - left;
                if (widest >= clear) {
                    return best;
                }
            }
            white = span[1];
        }
        return best;
    }
}
