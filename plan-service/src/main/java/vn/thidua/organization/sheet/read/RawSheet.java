package vn.thidua.organization.sheet.read;

import java.util.List;
import java.util.function.Consumer;

/** A sheet whose rows can be walked through more than once. */
interface RawSheet {
    String name();

    boolean hidden();

    /** Every row with something in it, from the top. */
    void rows(Consumer<RawRow> each);

    /** Known only after the rows were walked through: a sheet names them at its end. */
    List<Merged> merged();

    /** A block of cells shown as one; columns and rows inclusive, columns from 0, rows from 1. */
    record Merged(int top, int left, int bottom, int right) {}
}
