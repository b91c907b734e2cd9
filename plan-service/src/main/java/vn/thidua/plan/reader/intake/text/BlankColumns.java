package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/** Columns set with blanks: the two halves of a header, recipients beside the signature. */
final class BlankColumns {
    private static final int GAP = 3;
    private static final int NARROWEST_LEFT = 4;
    private static final int WIDEST_LEFT = 62;
    private static final int MOST_BLANK_LINES = 4;

    private BlankColumns() {}

    /** A line cut at its widest gap. */
    private record Halves(int leftEnd, int rightStart) {}

    static SideBySide.@Nullable Region region(TextLines lines, int first, Budget budget) {
        Halves halves = halves(lines, first);
        if (halves == null || !opens(lines, first, halves)) {
            return null;
        }
        int split = halves.rightStart() - lines.start(first);
        List<Passage> left = new ArrayList<>();
        List<Passage> right = new ArrayList<>();
        int i = first;
        int next = first;
        while (i < lines.count() && i - next <= MOST_BLANK_LINES) {
            budget.check();
            if (!lines.isBlank(i)) {
                if (i > first && opensAnother(lines, i)) {
                    break;
                }
                if (!add(lines, i, split, left, right)) {
                    break;
                }
                split = splitOf(lines, i, split);
                next = i + 1;
            }
            i++;
        }
        return new SideBySide.Region(pair(left, right), next);
    }

    private static boolean add(TextLines lines, int i, int split, List<Passage> left, List<Passage> right) {
        if (lines.isDecoration(i)) {
            return true;
        }
        Halves halves = halves(lines, i);
        int from = lines.start(i);
        if (halves != null && Math.abs(halves.rightStart() - from - split) < 28) {
            left.add(MarkdownWords.of(lines.text(), from, halves.leftEnd()).words());
            right.add(MarkdownWords.of(lines.text(), halves.rightStart(), lines.end(i))
                    .words());
            return true;
        }
        Passage words = lines.words(i).words();
        if (lines.indent(i) >= split - 12 && lines.indent(i) > 20) {
            right.add(words);
            return true;
        }
        boolean bullet = !words.isEmpty() && "-+*•–".indexOf(words.charAt(0)) >= 0;
        if (bullet && words.length() < Math.max(split, 40)
                || lines.lastLetter(i) - from < split - 2 && lines.indent(i) > 0 && words.length() < 40) {
            left.add(words);
            return true;
        }
        return false;
    }

    /** The header of a further document, or the recipients, begin a region of their own. */
    private static boolean opensAnother(TextLines lines, int i) {
        Halves halves = halves(lines, i);
        if (halves == null) {
            return false;
        }
        Passage right = MarkdownWords.of(lines.text(), halves.rightStart(), lines.end(i))
                .words();
        Passage left =
                MarkdownWords.of(lines.text(), lines.start(i), halves.leftEnd()).words();
        return SideHeads.opensHeader(right) || SideHeads.opensClosing(left);
    }

    private static int splitOf(TextLines lines, int i, int split) {
        Halves halves = halves(lines, i);
        return halves == null ? split : Math.min(split, halves.rightStart() - lines.start(i));
    }

    /** Prose has wide gaps too, where lines are justified; the lines meant here begin as headers and closings do. */
    private static boolean opens(TextLines lines, int i, Halves halves) {
        Passage left =
                MarkdownWords.of(lines.text(), lines.start(i), halves.leftEnd()).words();
        Passage right = MarkdownWords.of(lines.text(), halves.rightStart(), lines.end(i))
                .words();
        if (left.length() < NARROWEST_LEFT || left.length() > WIDEST_LEFT || right.isEmpty()) {
            return false;
        }
        return SideHeads.isLeft(left) && right.length() < 80 || SideHeads.isRight(right);
    }

    private static @Nullable Halves halves(TextLines lines, int line) {
        String text = lines.text();
        int best = 0;
        Halves found = null;
        int run = 0;
        int end = lines.lastLetter(line);
        for (int i = lines.firstLetter(line); i < end; i++) {
            if (text.charAt(i) == ' ') {
                run++;
            } else {
                if (run >= GAP && run > best) {
                    best = run;
                    found = new Halves(i - run, i);
                }
                run = 0;
            }
        }
        return found;
    }

    /** Two columns as a table of one row. */
    static Block.Table pair(List<Passage> left, List<Passage> right) {
        return new Block.Table(
                List.of(new Block.Row(List.of(
                        new Block.Cell(0, 1, false, notEmpty(left)), new Block.Cell(1, 1, false, notEmpty(right))))),
                false);
    }

    private static List<Passage> notEmpty(List<Passage> lines) {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }
}
