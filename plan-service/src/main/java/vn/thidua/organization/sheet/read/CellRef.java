package vn.thidua.organization.sheet.read;

import java.util.Optional;

/** Cell names such as {@code AB12}. */
final class CellRef {
    private CellRef() {}

    /** Column from 0, or -1 if the name is none. */
    static int column(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && i < 4 && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
            column = column * 26 + name.charAt(i) - 'A' + 1;
            i++;
        }
        return i == 0 ? -1 : column - 1;
    }

    /** Letters of a column counted from 0. */
    static String letters(int column) {
        StringBuilder out = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            out.insert(0, (char) ('A' + rest % 26));
        }
        return out.toString();
    }

    /** From {@code A1:C3}. */
    static Optional<RawSheet.Merged> range(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String first = text.substring(0, colon);
        String last = text.substring(colon + 1);
        int left = column(first);
        int right = column(last);
        int top = row(first);
        int bottom = row(last);
        return left < 0 || right < left || top < 1 || bottom < top
                ? Optional.empty()
                : Optional.of(new RawSheet.Merged(top, left, bottom, right));
    }

    private static int row(String name) {
        int i = 0;
        while (i < name.length() && !Character.isDigit(name.charAt(i))) {
            i++;
        }
        try {
            return Integer.parseInt(name.substring(i));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
