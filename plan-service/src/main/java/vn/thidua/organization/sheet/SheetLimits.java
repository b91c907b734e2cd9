package vn.thidua.organization.sheet;

/**
 * How much of a file is read; beyond it the whole file is refused.
 *
 * @param bytes of the file as sent
 * @param rows with something in them, all sheets together
 * @param columns that hold something
 * @param cellCharacters in one cell of a column that is used
 */
public record SheetLimits(int bytes, int rows, int columns, int cellCharacters) {
    public static final SheetLimits STANDARD = new SheetLimits(20 << 20, 50_000, 200, 2_000);
}
