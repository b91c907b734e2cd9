package vn.thidua.organization.sheet;

import java.util.List;

/**
 * All rows of the lists in a file.
 *
 * @param rows of units and of people, in the order of the file
 * @param notes what was left out and why, in Vietnamese
 */
public record SheetContent(List<ListRow> rows, List<String> notes) {
    public SheetContent {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
