package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the lines of running text to paragraphs. */
final class Paragraphs {
    /** A distance so many times the usual one begins a paragraph. */
    private static final double WIDER = 1.28;
    /** First-line indent and the like, in font sizes. */
    private static final double INDENT = 0.9;

    private final Margins margins;
    private final double pitch;
    private final List<PageBlock> done;
    private final List<String> open = new ArrayList<>();
    private @Nullable VisualRow before;
    private boolean openBold;
    private boolean openCentred;
    private int openPage;

    private Paragraphs(List<VisualRow> rows, Margins margins, List<PageBlock> done) {
        this.margins = margins;
        this.pitch = pitch(rows);
        this.done = done;
    }

    static void add(List<VisualRow> rows, Margins margins, List<PageBlock> to) {
        Paragraphs paragraphs = new Paragraphs(rows, margins, to);
        rows.forEach(paragraphs::line);
        paragraphs.close();
    }

    /** The distance of two lines of one paragraph: the most common one. */
    static double pitch(List<VisualRow> rows) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            double distance = rows.get(i).y() - rows.get(i - 1).y();
            double size = rows.get(i).line().size();
            if (rows.get(i).page() == rows.get(i - 1).page() && distance > 0.8 * size && distance < 2.2 * size) {
                distances.add(distance);
            }
        }
        if (distances.isEmpty()) {
            return 0;
        }
        distances.sort(null);
        // paragraphs of one line push the median up to the distance between paragraphs
        return distances.get(distances.size() / 3);
    }

    private void line(VisualRow row) {
        TextLine line = row.line();
        boolean centred = isCentred(line);
        if (before != null && begins(row, before, centred)) {
            close();
        }
        if (open.isEmpty()) {
            openBold = line.bold();
            openCentred = centred;
            openPage = row.page();
        } else {
            openBold &= line.bold();
            openCentred &= centred || line.left() < margins.left() + INDENT * line.size();
        }
        open.add(line.text());
        before = row;
    }

    private boolean begins(VisualRow row, VisualRow last, boolean centred) {
        TextLine line = row.line();
        TextLine upper = last.line();
        String words = line.text();
        String paragraph = open.getLast();
        double size = line.size();
        double word = line.words().getFirst().right() - line.left();
        double room = margins.right() - upper.right() - word;
        boolean finished = LineStart.isFinished(paragraph);
        boolean full = room < size && !finished && line.left() < upper.left() + 0.3 * size;
        if (LineStart.isBullet(words, paragraph) && !(full && !indented(line))) {
            return true;
        }
        if (LineStart.isOrdinal(words) && (finished || room > 0.8 * size || indented(line))) {
            return true;
        }
        boolean upperCentred = isCentred(upper);
        if (centred || upperCentred) {
            return centred != upperCentred && !isTail(upper, line)
                    || upper.bold() != line.bold()
                    || margins.width() - (upper.right() - upper.left()) - word > 1.5 * size
                    || apart(row, last, 1.6);
        }
        if (upper.bold() != line.bold() && (line.bold() || room > 1.5 * size) && !mixed(upper, line)) {
            return true;
        }
        if (indented(line) && !indented(upper)) {
            // hanging indents: an item whose later lines stand farther in
            return !(LineStart.startsSmall(words) && !finished && room < 0.8 * size);
        }
        if (row.page() != last.page()) {
            return finished && (room > 0.8 * size || indented(line)) || !finished && room > 4 * size;
        }
        if (apart(row, last, WIDER) && (finished || room > 0.8 * size || !LineStart.startsSmall(words))) {
            return true;
        }
        if (indented(line) && finished && line.left() > upper.left() - 0.3 * size) {
            return room >= 0.5 * size || Math.abs(line.left() - upper.left()) < 0.3 * size;
        }
        return room > (finished ? 1.2 : 3.5) * size;
    }

    /** A line that is full followed by the centred rest of it. */
    private boolean isTail(TextLine upper, TextLine line) {
        return upper.bold() == line.bold()
                && margins.right() - upper.right() < 2 * line.size()
                && upper.left() - margins.left() < 4 * line.size();
    }

    /** One of the lines has both weights: the change comes inside of a sentence. */
    private static boolean mixed(TextLine upper, TextLine line) {
        boolean upperHas = upper.words().getLast().bold();
        boolean lowerHas = line.words().getFirst().bold();
        return upperHas == lowerHas;
    }

    private boolean apart(VisualRow row, VisualRow last, double times) {
        return pitch > 0
                && row.page() == last.page()
                && row.y() - last.y()
                        > times
                                * pitch
                                * Math.max(
                                        1,
                                        row.line().size()
                                                / Math.max(1, last.line().size()));
    }

    private boolean indented(TextLine line) {
        return line.left() > margins.left() + INDENT * line.size();
    }

    private boolean isCentred(TextLine line) {
        double before = line.left() - margins.left();
        double after = margins.right() - line.right();
        double off = Math.abs(before - after);
        boolean narrow = before > 1.5 * line.size() && after > 1.5 * line.size();
        boolean exact = before > 0.4 * line.size() && after > 0.4 * line.size() && off < 4;
        if (LineStart.isBullet(line.text(), "")) {
            return false;
        }
        return exact && !LineStart.isFinished(line.text())
                || narrow && off < Math.max(line.size(), 0.03 * margins.width());
    }

    private void close() {
        if (!open.isEmpty()) {
            done.add(new PageBlock.Words(openPage, String.join(" ", open), openBold, openCentred));
            open.clear();
        }
    }
}
