package vn.thidua.organization.sheet;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a list.
 *
 * @param sheet its name
 * @param number as the sheet shows it, from 1
 * @param hidden not shown to who looks at the sheet
 * @param cells what is known of it; blank ones are left out
 */
public record ListRow(ListKind list, String sheet, int number, boolean hidden, Map<Field, Value> cells) {
    public ListRow {
        cells = Map.copyOf(cells);
    }

    public Optional<Value> cell(Field field) {
        return Optional.ofNullable(cells.get(field));
    }

    /** The words of the cell; "" if it is blank. */
    public String words(Field field) {
        Value value = cells.get(field);
        return value == null ? "" : value.words();
    }

    /** As a clerk would say where it is. */
    public String place() {
        return "dòng " + number + " (" + sheet + ")";
    }
}
