package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of one paragraph: soft line breaks either mean a new line or were only put in to fit the page. */
final class Lines {
    /** "1.", "1.2.", "II.", "a)", "-", "+", "*": what a new item begins with. */
    static final Pattern ITEM =
            Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3})*[.)]|[IVXLC]{1,7}[.)]|\\p{L}[.)]|[-–—+*•])(?=\\s|$|\\p{L})");

    /** @param pageBefore a page ended before it */
    record Line(String text, boolean bold, boolean pageBefore) {}

    private Lines() {}

    /** In the body: a break stays where the line is centred, or where something plainly begins. */
    static List<Line> ofBody(Content.Paragraph paragraph, Letters letters) {
        return join(split(paragraph, letters), paragraph.centred(), false);
    }

    /** In a cell, where lines are short: a break stays before every capital. */
    static List<Line> ofCell(Content.Paragraph paragraph, Letters letters) {
        return join(split(paragraph, letters), paragraph.centred(), true);
    }

    private static List<Line> split(Content.Paragraph paragraph, Letters letters) {
        List<Line> lines = new ArrayList<>();
        Open open = new Open();
        for (Content.Piece piece : paragraph.pieces()) {
            String text = letters.of(piece);
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == Content.LINE || c == Content.PAGE) {
                    open.add(text.substring(from, i), piece.bold());
                    lines.add(open.line());
                    open = new Open();
                    open.pageBefore = c == Content.PAGE;
                    from = i + 1;
                }
            }
            open.add(text.substring(from), piece.bold());
        }
        lines.add(open.line());
        return paragraph.ordinal().isEmpty() ? lines : numbered(paragraph.ordinal(), lines);
    }

    private static List<Line> numbered(String ordinal, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.text().isBlank() || i == lines.size() - 1) {
                lines.set(i, new Line(ordinal + " " + line.text().stripLeading(), line.bold(), line.pageBefore()));
                break;
            }
        }
        return lines;
    }

    private static final class Open {
        private final StringBuilder text = new StringBuilder();
        private boolean letters;
        private boolean thin;
        private boolean pageBefore;

        void add(String piece, boolean bold) {
            text.append(piece);
            if (piece.chars().anyMatch(Character::isLetter)) {
                letters = true;
                thin |= !bold;
            }
        }

        Line line() {
            return new Line(text.toString(), letters && !thin, pageBefore);
        }
    }

    private static List<Line> join(List<Line> lines, boolean centred, boolean cell) {
        List<Line> joined = new ArrayList<>();
        // a loop over builders, because a paragraph may have a line break after every letter
        StringBuilder text = new StringBuilder();
        boolean bold = true;
        boolean pageBefore = false;
        Line last = null;
        for (Line line : lines) {
            boolean fresh = last == null
                    || line.pageBefore()
                    || centred
                    || Columns.mayBeIn(line.text())
                    || Columns.mayBeIn(last.text())
                    || begins(line.text(), last.text(), cell);
            if (fresh && last != null) {
                joined.add(new Line(text.toString(), bold, pageBefore));
                text.setLength(0);
            }
            if (fresh) {
                bold = line.bold();
                pageBefore = line.pageBefore();
            } else {
                text.append(' ');
                bold &= line.bold() || line.text().isBlank();
            }
            text.append(line.text());
            last = line;
        }
        joined.add(new Line(text.toString(), bold, pageBefore));
        return joined;
    }

    private static boolean begins(String line, String before, boolean cell) {
        String text = line.strip();
        if (text.isEmpty()) {
            return false;
        }
        if (ITEM.matcher(text).lookingAt() || isHeading(text) || isHeading(before.strip())) {
            return true;
        }
        return cell && Character.isUpperCase(text.codePointAt(0));
    }

    /** Capitals only, and more than an abbreviation at the beginning of a line. */
    private static boolean isHeading(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters > 3 && text.chars().noneMatch(Character::isLowerCase);
    }
}
