package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tabs, or the many blanks that some type instead: an indent, a gap to be filled in, or two columns side by side (header,
 * recipients and signature).
 */
final class Columns {
    private static final int MOST = 6;
    /** Longer words fill a line and cannot stand beside others. */
    private static final int WIDEST = 110;

    /** Five blanks: a number left open ("Số:    /KH") has as many, but what follows it does not begin a column. */
    private static final Pattern GAP = Pattern.compile("[\\h]*\t[\\h]*|\\h{5,}");

    private Columns() {}

    static boolean mayBeIn(String line) {
        return GAP.matcher(line.strip()).find();
    }

    /** @return the columns when there are at least two, else the line as one, tabs as blanks */
    static List<String> of(String line) {
        String text = line.strip();
        if (!mayBeIn(text)) {
            return List.of(text);
        }
        List<String> columns = new ArrayList<>();
        for (String piece : GAP.split(text)) {
            if (piece.isEmpty()) {
                continue;
            }
            if (!columns.isEmpty() && !standsAlone(columns.getLast(), piece)) {
                columns.set(columns.size() - 1, columns.getLast() + " " + piece);
            } else {
                columns.add(piece);
            }
        }
        boolean tooWide = columns.size() > MOST || columns.stream().anyMatch(column -> column.length() > WIDEST);
        return tooWide ? List.of(String.join(" ", columns)) : columns;
    }

    /** A column begins like a sentence, and what stands before it is more than an ordinal. */
    private static boolean standsAlone(String before, String piece) {
        Matcher item = Lines.ITEM.matcher(before);
        if (item.lookingAt() && before.substring(item.end()).isBlank()) {
            return false;
        }
        int first = piece.codePointAt(0);
        boolean leader = piece.chars().allMatch(c -> c == '.' || c == '…' || c == '_' || c == ' ');
        return !leader
                && (!Character.isLetter(first) || Character.isUpperCase(first))
                && first != '/'
                && first != ','
                && first != ';';
    }
}
