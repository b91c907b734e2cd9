package vn.thidua.organization.sheet.read;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListKind;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.Value;
import vn.thidua.organization.sheet.Wording;

/**
 * Which column is what, found by the words of the header: one row, or two where a merged cell stands over several.
 *
 * @param lastRow number of the header's last row; the list begins below
 * @param ordinal column of the running number, -1 if there is none
 */
record Header(ListKind list, int lastRow, Map<Integer, Field> columns, int ordinal) {
    /** The header is looked for in that many rows. */
    static final int ROWS_LOOKED_AT = 20;

    private static final int FEWEST_KNOWN = 2;

    private record Found(Header header, int known) {}

    /**
     * @param top the first rows with something in them
     * @throws SheetRefusedException if a column that is needed is missing, or one is there twice
     */
    static Optional<Header> in(List<RawRow> top, List<RawSheet.Merged> merged, String sheet) {
        Found best = null;
        for (int i = 0; i < Math.min(top.size(), ROWS_LOOKED_AT); i++) {
            Map<Integer, String> labels = labels(top.get(i), merged);
            Map<Integer, String> below =
                    i + 1 < top.size() && top.get(i + 1).number() == top.get(i).number() + 1
                            ? labels(top.get(i + 1), merged)
                            : Map.of();
            for (ListKind list : ListKind.values()) {
                Found one = found(list, top.get(i).number(), labels, Map.of(), sheet);
                Found two = found(list, top.get(i).number() + 1, labels, below, sheet);
                best = better(better(best, one), two);
            }
        }
        if (best == null || best.known() < FEWEST_KNOWN || !hasName(best.header())) {
            return Optional.empty();
        }
        best.header().requireAll(sheet);
        return Optional.of(best.header());
    }

    private static Found better(@Nullable Found best, Found other) {
        return best == null || other.known() > best.known() ? other : best;
    }

    private static boolean hasName(Header header) {
        return header.columns().containsValue(Field.UNIT_NAME)
                || header.columns().containsValue(Field.PERSON_NAME);
    }

    private void requireAll(String sheet) {
        String where = "Trang tính \"" + sheet + "\" thiếu cột ";
        for (Field field : Field.of(list)) {
            if (field.required() && !columns.containsValue(field)) {
                throw new SheetRefusedException(SheetRefusal.COLUMN_MISSING, where + "\"" + field.title() + "\".");
            }
        }
        if (list == ListKind.PEOPLE
                && !columns.containsValue(Field.UNIT)
                && !columns.containsValue(Field.CODE_OF_UNIT)) {
            throw new SheetRefusedException(SheetRefusal.COLUMN_MISSING, where + "\"" + Field.UNIT.title() + "\".");
        }
    }

    private static Found found(
            ListKind list, int lastRow, Map<Integer, String> upper, Map<Integer, String> lower, String sheet) {
        Map<Integer, Field> columns = new HashMap<>();
        Map<Field, Integer> taken = new EnumMap<>(Field.class);
        TreeSet<Integer> all = new TreeSet<>(upper.keySet());
        all.addAll(lower.keySet());
        int fromLower = 0;
        int ordinal = -1;
        Field twice = null;
        for (int column : all) {
            String above = upper.getOrDefault(column, "");
            String below = lower.getOrDefault(column, "");
            Optional<Field> field = Field.named(list, below);
            fromLower += field.isPresent() && !below.equals(above) ? 1 : 0;
            field = field.or(() -> Field.named(list, above + " " + below)).or(() -> Field.named(list, above));
            if (field.isPresent()) {
                Integer other = taken.putIfAbsent(field.get(), column);
                if (other == null) {
                    columns.put(column, field.get());
                } else {
                    twice = field.get();
                }
            } else if (isOrdinal(above) || isOrdinal(below)) {
                ordinal = column;
            }
        }
        Header header = new Header(list, lastRow, columns, ordinal);
        // a second row counts only if it says something of its own
        int known = !lower.isEmpty() && fromLower == 0 ? 0 : columns.size();
        if (twice != null && known > FEWEST_KNOWN && hasName(header)) {
            throw new SheetRefusedException(
                    SheetRefusal.COLUMN_TWICE,
                    "Trang tính \"" + sheet + "\" có hai cột \"" + twice.title() + "\" (hoặc tên gọi tương đương).");
        }
        return new Found(header, known);
    }

    private static boolean isOrdinal(String label) {
        String bare = Wording.bare(label);
        return bare.equals("stt") || bare.equals("tt") || bare.equals("so tt") || bare.equals("so thu tu");
    }

    /** The words of a row, those of a merged cell for every column it covers. */
    private static Map<Integer, String> labels(RawRow row, List<RawSheet.Merged> merged) {
        Map<Integer, String> labels = new HashMap<>();
        row.cells().forEach((column, value) -> {
            if (value instanceof Value.Text text) {
                labels.put(column, text.text());
            }
        });
        for (RawSheet.Merged block : merged) {
            String label = labels.get(block.left());
            if (block.top() == row.number() && label != null) {
                for (int column = block.left(); column <= Math.min(block.right(), 500); column++) {
                    labels.putIfAbsent(column, label);
                }
            }
        }
        return labels;
    }
}
