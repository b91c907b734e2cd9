package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two blocks next to each other: issuer and national motto, recipients and signature, or the two columns of a page.
 *
 * @param first index of the first row
 * @param end index after the last one
 * @param columns it is running text in two columns, to be read one after the other
 */
record SideBySide(int first, int end, List<TextLine> left, List<TextLine> right, boolean columns) {
    /** White that may begin a corridor, and what has to be left of it, in font sizes. */
    private static final double OPENING = 1.1;

    private static final double LEAST = 0.7;
    private static final double MOTTO_GAP = 0.35;
    private static final Pattern MOTTO = Pattern.compile("C[ỘỌ]NG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN");
    /** A single row with both sides needs a clear gap. */
    private static final double CLEAR = 3;
    /** Lines of one side farther apart than this, in font sizes, are no longer one block ... */
    private static final double FAR = 2.6;
    /** ... except for the name below a signature. */
    private static final double SIGNATURE = 13;
    /** Rows from which on two filled sides are the columns of a page. */
    private static final int PAGE_COLUMNS = 8;

    /** The block that begins with row {@code first}, if one does: else an empty one. */
    static SideBySide at(List<VisualRow> rows, int first, Margins margins) {
        Follower follower = new Follower(rows, first, margins);
        return follower.follow();
    }

    boolean isEmpty() {
        return first == end;
    }

    private static final class Follower {
        private final List<VisualRow> rows;
        private final int first;
        private final Margins margins;
        private final List<TextLine> left = new ArrayList<>();
        private final List<TextLine> right = new ArrayList<>();
        private double from;
        private double to;
        private int both;
        private double least = LEAST;

        Follower(List<VisualRow> rows, int first, Margins margins) {
            this.rows = rows;
            this.first = first;
            this.margins = margins;
        }

        SideBySide follow() {
            SideBySide none = new SideBySide(first, first, List.of(), List.of(), false);
            TextLine opening = rows.get(first).line();
            if (!open(opening)) {
                return none;
            }
            double opened = (to - from) / opening.size();
            int end = first;
            while (end < rows.size() && rows.get(end).page() == rows.get(first).page() && add(rows.get(end), end)) {
                end++;
            }
            boolean columns = both >= PAGE_COLUMNS && isFilled(left) && isFilled(right);
            if (both >= 2 && to - from >= least * opening.size() || both == 1 && opened >= CLEAR) {
                return new SideBySide(first, end, List.copyOf(left), List.copyOf(right), columns);
            }
            return none;
        }

        /** The widest gap of the line becomes the corridor. */
        private boolean open(TextLine line) {
            String first = line.words().getFirst().text();
            // a tab after a bullet or an ordinal is no corridor
            boolean item = LineStart.isOrdinal(first) || LineStart.isBullet(first + " .", "");
            List<Word> words = line.words().subList(item ? 1 : 0, line.words().size());
            double end = words.isEmpty() ? 0 : words.getFirst().right();
            for (int i = 1; i < words.size(); i++) {
                Word word = words.get(i);
                boolean motto = isMotto(words, i) && word.left() - end > MOTTO_GAP * line.size();
                if (motto || word.left() - end > to - from) {
                    from = end;
                    to = word.left();
                }
                if (motto) {
                    least = MOTTO_GAP;
                    return true;
                }
                end = Math.max(end, word.right());
            }
            return to - from >= OPENING * line.size();
        }

        /** The right side of every header begins with one of two lines: there a narrow gap is enough. */
        private static boolean isMotto(List<Word> words, int at) {
            StringBuilder text = new StringBuilder();
            for (int i = at; i < Math.min(words.size(), at + 4); i++) {
                text.append(words.get(i).text()).append(' ');
            }
            return MOTTO.matcher(text).lookingAt();
        }

        private boolean add(VisualRow row, int index) {
            TextLine line = row.line();
            double narrowest = least * line.size();
            double newFrom = from;
            double newTo = to;
            List<Word> before = new ArrayList<>();
            List<Word> after = new ArrayList<>();
            double middle = split(line, index == first ? least : LEAST);
            for (Word word : line.words()) {
                if (word.middle() < middle) {
                    before.add(word);
                    newFrom = Math.max(newFrom, word.right());
                } else {
                    after.add(word);
                    newTo = Math.min(newTo, word.left());
                }
            }
            if (newTo - newFrom < narrowest) {
                return false;
            }
            if (before.isEmpty() || after.isEmpty()) {
                if (index > first && !belongs(row, index, before.isEmpty())) {
                    return false;
                }
            } else if (index > first
                    && isTitle(line, after.getFirst().left() - before.getLast().right())) {
                return false;
            } else {
                both++;
            }
            from = newFrom;
            to = newTo;
            addTo(left, before);
            addTo(right, after);
            return true;
        }

        /** A centred line of the page whose blanks are wide because its letters are set apart. */
        private boolean isTitle(TextLine line, double gap) {
            return gap < OPENING * line.size() && Math.abs(line.middle() - margins.middle()) < 1.2 * line.size();
        }

        /** Where this line is cut: in its widest gap that meets the corridor; else it is all on one side. */
        private double split(TextLine line, double clear) {
            double cut = line.middle() < (from + to) / 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            double widest = least * line.size();
            double end = Double.POSITIVE_INFINITY;
            for (Word word : line.words()) {
                double white = Math.min(word.left(), to) - Math.max(end, from);
                if (white >= widest && word.left() - end >= clear * line.size()) {
                    widest = white;
                    cut = (Math.min(word.left(), to) + Math.max(end, from)) / 2;
                }
                end = end == Double.POSITIVE_INFINITY ? word.right() : Math.max(end, word.right());
            }
            return cut;
        }

        private static void addTo(List<TextLine> side, List<Word> words) {
            if (words.isEmpty()) {
                return;
            }
            side.add(new TextLine(words));
        }

        /** Whether a row with words on one side only still belongs to the block. */
        private boolean belongs(VisualRow row, int index, boolean onRight) {
            TextLine line = row.line();
            List<TextLine> side = onRight ? right : left;
            double distance = row.y() - rows.get(index - 1).y();
            double size = line.size();
            boolean besideMiddle = Math.abs(line.middle() - margins.middle()) > 1.2 * size;
            double centre = side.isEmpty() ? line.middle() : side.getFirst().middle();
            boolean aligned = Math.abs(line.middle() - centre) < 2.2 * size
                    || !side.isEmpty() && Math.abs(line.left() - side.getLast().left()) < 1.2 * size;
            if (!besideMiddle && Math.abs(line.middle() - centre) > 1.2 * size) {
                return false;
            }
            if (onRight) {
                return distance < SIGNATURE * size && (aligned || distance < FAR * size);
            }
            return distance < FAR * size && aligned && !LineStart.isOrdinal(line.text());
        }

        private boolean isFilled(List<TextLine> side) {
            double edge = side.stream().mapToDouble(TextLine::right).max().orElse(0);
            double start = side.stream().mapToDouble(TextLine::left).min().orElse(0);
            long full = side.stream()
                    .filter(line -> line.right() > edge - 2.5 * line.size())
                    .count();
            return edge - start > 0.3 * margins.width() && 2 * full >= side.size();
        }
    }
}
