package vn.thidua.plan.reader.intake.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Fragment;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Line;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Metric;

/** Follows the gaps of one heading line downwards. */
final class AlignedColumns<T> {
    private static final Pattern ORDINAL_HEADING = Pattern.compile("(?iu)(s[ốô]\\s*)?(s?tt)\\.?");
    /** A line this many usual distances below is no part of the table any more, unless it has an ordinal. */
    private static final double FAR = 2.6;
    /** Lines looked ahead for the table to go on after one that spans its columns. */
    private static final int AHEAD = 3;

    final List<Line<T>> lines;
    final Metric metric;
    final Function<T, String> words;
    final int heading;
    private List<double[]> headingGroups;
    private final boolean ordinals;
    /** First line after the heading. */
    int body;
    /** First line of the heading that was looked at; {@link #headingFrom} may find earlier ones. */
    final int top;

    private Gaps covered = new Gaps();
    int end;
    /** Lines between {@link #heading} and {@link #end} that span columns. */
    final Set<Integer> spanning = new HashSet<>();

    AlignedColumns(List<Line<T>> lines, Metric metric, Function<T, String> words, int heading) {
        this.lines = lines;
        this.metric = metric;
        this.words = words;
        int anchor = heading;
        boolean counted = isCounted(heading);
        // cells of the heading are set in the middle of their height: that of "TT" may be a line or two lower
        boolean several = groups(lines.get(heading)).size() >= 3;
        for (int i = heading + 1; several && !counted && i < Math.min(lines.size(), heading + 4) && isNear(i); i++) {
            counted = isCounted(i);
            anchor = counted ? i : heading;
        }
        this.heading = anchor;
        this.headingGroups = groups(lines.get(anchor));
        this.top = heading;
        this.ordinals = counted;
        this.body = anchor + 1;
        int above = 0;
        for (int i = anchor - 1; counted && i >= heading; i--) {
            above++;
            headingGroups = merged(headingGroups, spans(lines.get(i)));
        }
        for (int i = anchor + 1; i < Math.min(lines.size(), anchor + 4) && isNear(i); i++) {
            List<double[]> wider = merged(headingGroups, spans(lines.get(i)));
            boolean mirrored = i <= anchor + above && wider.size() >= headingGroups.size();
            if (beginsRow(lines.get(i)) || !mirrored && !wrapsHeading(lines.get(i))) {
                break;
            }
            headingGroups = wider;
            body = i + 1;
        }
        this.end = body;
    }

    /** A further line of the heading: each part of it stands below a part of the heading and is not much wider. */
    private boolean wrapsHeading(Line<T> line) {
        for (double[] group : spans(line)) {
            boolean below = false;
            for (int k = 1; k < headingGroups.size(); k++) {
                double[] column = headingGroups.get(k);
                below |= group[0] < column[1]
                        && group[1] > column[0]
                        && group[1] - group[0] < column[1] - column[0] + 3 * metric.columnGap();
            }
            if (!below) {
                return false;
            }
        }
        return headingGroups.size() > 2;
    }

    /** A heading line with "TT". */
    boolean isCounted(int line) {
        return ORDINAL_HEADING
                .matcher(text(
                        lines.get(line),
                        Double.NEGATIVE_INFINITY,
                        groups(lines.get(line)).getFirst()[1]))
                .matches();
    }

    private boolean isNear(int line) {
        return line > 0 && lines.get(line).top() - lines.get(line - 1).top() < 1.3 * metric.pitch();
    }

    /** The groups of two lines of a heading that stand above each other are one column. */
    private static List<double[]> merged(List<double[]> a, List<double[]> b) {
        List<double[]> all = new ArrayList<>(a);
        all.addAll(b);
        all.sort((one, other) -> Double.compare(one[0], other[0]));
        List<double[]> merged = new ArrayList<>();
        for (double[] group : all) {
            if (!merged.isEmpty() && group[0] <= merged.getLast()[1]) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], group[1]);
            } else {
                merged.add(group.clone());
            }
        }
        return merged;
    }

    boolean mayHead() {
        return headingGroups.size() >= (ordinals ? 2 : 3);
    }

    /** The white-separated groups of a line: left and right of each. */
    List<double[]> groups(Line<T> line) {
        List<double[]> groups = new ArrayList<>();
        for (Fragment<T> fragment : line.fragments()) {
            if (!groups.isEmpty() && fragment.left() - groups.getLast()[1] < metric.columnGap()) {
                groups.getLast()[1] = Math.max(groups.getLast()[1], fragment.right());
            } else {
                groups.add(new double[] {fragment.left(), fragment.right()});
            }
        }
        return groups;
    }

    String text(Line<T> line, double from, double to) {
        StringBuilder text = new StringBuilder();
        for (Fragment<T> fragment : line.fragments()) {
            double middle = (fragment.left() + fragment.right()) / 2;
            if (middle >= from && middle <= to) {
                text.append(text.isEmpty() ? "" : " ").append(words.apply(fragment.payload()));
            }
        }
        return text.toString();
    }

    /** @return whether there is a table at all */
    boolean follow() {
        covered = covered.with(headingGroups);
        int full = 0;
        List<Integer> pending = new ArrayList<>();
        for (int i = body; i < lines.size(); i++) {
            Line<T> line = lines.get(i);
            List<double[]> groups = groups(line);
            if (line.top() - lines.get(i - 1).top() > FAR * metric.pitch() && !beginsRow(line)) {
                break;
            }
            Gaps next = covered.with(spans(line));
            if (keepsColumns(next) && !(groups.size() == 1 && startsOutside(groups.getFirst()))) {
                covered = next;
                spanning.addAll(pending);
                pending.clear();
                end = i + 1;
                full += groups.size() >= 2 ? 1 : 0;
            } else {
                pending.add(i);
                if (pending.size() >= AHEAD) {
                    break;
                }
            }
        }
        return full >= (ordinals ? 1 : 2);
    }

    private boolean startsOutside(double[] group) {
        return group[1] < headingGroups.getFirst()[0] - 4 * metric.columnGap();
    }

    private boolean beginsRow(Line<T> line) {
        double[] first = groups(line).getFirst();
        return headingGroups.size() > 1
                && first[0] < headingGroups.get(1)[0]
                && AlignedTable.isOrdinal(text(line, first[0], first[1]));
    }

    /** What a line covers: its words with the blanks between them. */
    private List<double[]> spans(Line<T> line) {
        List<double[]> spans = new ArrayList<>();
        for (Fragment<T> fragment : line.fragments()) {
            if (!spans.isEmpty() && fragment.left() - spans.getLast()[1] <= metric.blank()) {
                spans.getLast()[1] = Math.max(spans.getLast()[1], fragment.right());
            } else {
                spans.add(new double[] {fragment.left(), fragment.right()});
            }
        }
        return spans;
    }

    private boolean keepsColumns(Gaps gaps) {
        for (int k = 0; k + 1 < headingGroups.size(); k++) {
            if (gap(gaps, k).length == 0) {
                return false;
            }
        }
        return true;
    }

    private double[] gap(Gaps gaps, int k) {
        return gaps.between(
                headingGroups.get(k)[1], headingGroups.get(k + 1)[0], metric.leastGap(), metric.columnGap());
    }

    /** Where one column ends and the next begins: one less than there are columns. */
    double[] borders() {
        double[] borders = new double[headingGroups.size() - 1];
        for (int k = 0; k < borders.length; k++) {
            double[] gap = gap(covered, k);
            borders[k] = (gap[0] + gap[1]) / 2;
        }
        return borders;
    }

    /** The heading may have begun a line or two earlier, where only the higher cells have words. */
    int headingFrom(int free) {
        int first = top;
        while (first > free
                && top - first < 3
                && lines.get(first).top() - lines.get(first - 1).top() < 1.3 * metric.pitch()
                && fitsHeading(lines.get(first - 1))) {
            first--;
        }
        return first;
    }

    private boolean fitsHeading(Line<T> line) {
        List<double[]> groups = groups(line);
        double[] borders = borders();
        if (groups.getFirst()[0] < borders[0]) {
            return false;
        }
        for (double[] group : groups) {
            boolean over = false;
            for (double[] column : headingGroups) {
                over |= group[0] < column[1] && group[1] > column[0];
            }
            for (double border : borders) {
                over &= !(group[0] < border && group[1] > border);
            }
            if (!over) {
                return false;
            }
        }
        return true;
    }
}
