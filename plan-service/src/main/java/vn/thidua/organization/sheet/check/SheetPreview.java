package vn.thidua.organization.sheet.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a file would do.
 *
 * @param notes on the file as a whole, in Vietnamese
 * @param rows in the order of the file
 * @param steps what is to be done; empty as soon as one row has an error: a file is written whole or not at all
 * @param undoable whether all of it can be taken back: mergers and changes of units that stood before cannot
 */
public record SheetPreview(List<String> notes, List<RowReport> rows, List<Step> steps, boolean undoable) {
    public SheetPreview {
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    public int errors() {
        return (int) rows.stream().filter(RowReport::failed).count();
    }

    /** How many rows lead to what. */
    public Map<RowReport.Outcome, Integer> counts() {
        Map<RowReport.Outcome, Integer> counts = new EnumMap<>(RowReport.Outcome.class);
        rows.forEach(row -> row.outcomes().forEach(outcome -> counts.merge(outcome, 1, Integer::sum)));
        return counts;
    }
}
