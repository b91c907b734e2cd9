package vn.thidua.plan.reader.intake.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tidies the letters of a page: what was drawn twice, what nobody sees, marks that were drawn beside their letter. */
final class Lettering {
    /** Spacing accents that some fonts draw over a letter, and the combining marks they mean. */
    private static final Map<Integer, String> ACCENTS = Map.of(
            0x00b4, "\u0301", 0x0060, "\u0300", 0x02c6, "\u0302", 0x005e, "\u0302", 0x02dc, "\u0303", 0x007e, "\u0303",
            0x02d8, "\u0306", 0x02ca, "\u0301", 0x02cb, "\u0300");

    private static final double CELL = 3;
    /** With more coloured grounds than this white letters are taken as seen. */
    private static final int MOST_GROUNDS = 300;
    /** A combining mark without width is drawn where its letter ends, or a little later, in font sizes. */
    private static final double AFTER = 0.12;

    private Lettering() {}

    /** Letters that stand upright, without duplicates and ghosts, marks joined to their letters. */
    static List<Letter> tidy(PageContent page) {
        List<Letter> upright = new ArrayList<>();
        for (Letter letter : page.letters()) {
            if (letter.quarterTurns() == 0 && !isGhost(letter, page)) {
                upright.add(letter);
            }
        }
        return joinMarks(once(upright));
    }

    /** Words that stand on their side on a page that is upright itself (headings of narrow columns). */
    static List<Word> sideways(PageContent page) {
        List<Word> words = new ArrayList<>();
        for (int turns = 1; turns < 4; turns++) {
            int by = turns;
            List<Letter> turned = page.letters().stream()
                    .filter(letter -> letter.quarterTurns() == by && !isGhost(letter, page))
                    .map(letter -> letter.turned(by, page.width(), page.height()))
                    .toList();
            double width = by % 2 == 1 ? page.height() : page.width();
            double height = by % 2 == 1 ? page.width() : page.height();
            for (TextLine line : Lines.of(joinMarks(once(turned)))) {
                for (TextLine piece : Lines.pieces(line, 1.5)) {
                    Box box = Turn.box(
                            (4 - by) % 4,
                            new Box(piece.left(), piece.top(), piece.right(), piece.bottom()),
                            width,
                            height);
                    double size = piece.size();
                    words.add(new Word(
                            piece.text(),
                            box.left(),
                            box.right(),
                            (box.top() + box.bottom()) / 2 + 0.3 * size,
                            size,
                            piece.bold()));
                }
            }
        }
        return words;
    }

    /** White on white: a keyword for search machines, a blank kept for a stamp. */
    private static boolean isGhost(Letter letter, PageContent page) {
        if (!letter.white() || page.shades().size() + page.pictures().size() > MOST_GROUNDS) {
            return false;
        }
        double y = letter.y() - letter.size() / 3;
        return page.shades().stream().noneMatch(shade -> shade.holds(letter.middle(), y))
                && page.pictures().stream().noneMatch(picture -> picture.holds(letter.middle(), y));
    }

    private record Place(long column, long row) {}

    /** A letter drawn again at the same place, or a hair beside to look bold. */
    private static List<Letter> once(List<Letter> letters) {
        Map<Place, List<Integer>> drawn = new HashMap<>();
        List<Letter> kept = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            long column = Math.floorDiv((long) Math.floor(letter.x()), (long) CELL);
            long row = Math.floorDiv((long) Math.floor(letter.y()), (long) CELL);
            int twin = twin(letter, column, row, drawn, kept);
            if (twin >= 0) {
                Letter first = kept.get(twin);
                double shift = Math.abs(first.x() - letter.x()) + Math.abs(first.y() - letter.y());
                if (shift > 0.05 && !letter.isBlank()) {
                    kept.set(twin, first.with(first.text(), true));
                }
                continue;
            }
            drawn.computeIfAbsent(new Place(column, row), place -> new ArrayList<>(1))
                    .add(kept.size());
            kept.add(letter);
        }
        return kept;
    }

    private static int twin(Letter letter, long column, long row, Map<Place, List<Integer>> drawn, List<Letter> kept) {
        double aside = Math.min(0.15 * letter.size(), 0.4 * Math.abs(letter.width()));
        for (long c = column - 1; c <= column + 1; c++) {
            for (long r = row - 1; r <= row + 1; r++) {
                List<Integer> near = drawn.getOrDefault(new Place(c, r), List.of());
                // the last few are enough: a place that holds more is no text
                for (int i = near.size() - 1; i >= Math.max(0, near.size() - 8); i--) {
                    Letter other = kept.get(near.get(i));
                    if (Math.abs(other.x() - letter.x()) <= aside
                            && Math.abs(other.y() - letter.y()) <= 0.12 * letter.size()
                            && Math.abs(other.size() - letter.size()) <= 0.15 * letter.size()
                            && other.text().equals(letter.text())) {
                        return near.get(i);
                    }
                }
            }
        }
        return -1;
    }

    private static List<Letter> joinMarks(List<Letter> letters) {
        boolean any = letters.stream().anyMatch(letter -> !mark(letter).isEmpty());
        if (!any) {
            return letters;
        }
        List<Letter> joined = new ArrayList<>(letters.size());
        // marks drawn before their letter stand at the end of what is joined so far
        int waiting = 0;
        for (Letter letter : letters) {
            String mark = mark(letter);
            if (mark.isEmpty()) {
                Letter whole = letter;
                for (; waiting > 0; waiting--) {
                    Letter before = joined.getLast();
                    if (!overlaps(before, letter, 0)) {
                        break;
                    }
                    joined.removeLast();
                    whole = compose(whole, mark(before));
                }
                waiting = 0;
                joined.add(whole);
                continue;
            }
            int base = baseOf(letter, joined);
            if (base >= 0) {
                joined.set(base, compose(joined.get(base), mark));
            } else {
                waiting++;
                joined.add(letter);
            }
        }
        return joined;
    }

    private static int baseOf(Letter mark, List<Letter> joined) {
        for (int i = joined.size() - 1; i >= Math.max(0, joined.size() - 3); i--) {
            if (!joined.get(i).isBlank() && mark(joined.get(i)).isEmpty() && overlaps(mark, joined.get(i), AFTER)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean overlaps(Letter mark, Letter base, double after) {
        boolean combining = Character.getType(mark.text().codePointAt(0)) == Character.NON_SPACING_MARK;
        if (base.text().length() > 3
                || !Character.isLetter(base.text().codePointAt(0))
                || Math.abs(mark.y() - base.y()) > 0.6 * base.size()) {
            return false;
        }
        double slack = combining ? after * base.size() : -0.2 * base.width();
        double middle = mark.width() == 0 ? mark.x() : mark.middle();
        return middle >= base.x() - slack && middle <= base.endX() + slack;
    }

    private static Letter compose(Letter base, String mark) {
        return base.with(Normalizer.normalize(base.text() + mark, Normalizer.Form.NFC), base.bold());
    }

    /** The combining marks this letter consists of; empty for a letter proper. */
    private static String mark(Letter letter) {
        String text = letter.text();
        int first = text.codePointAt(0);
        if (Character.getType(first) == Character.NON_SPACING_MARK) {
            return text;
        }
        return text.length() == 1 ? ACCENTS.getOrDefault(first, "") : "";
    }

    /** From top to bottom, then from left to right. */
    static final Comparator<Letter> IN_PLACE =
            Comparator.comparingDouble(Letter::y).thenComparingDouble(Letter::x);
}
