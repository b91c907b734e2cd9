package vn.thidua.organization.sheet.read;

import java.util.Map;
import vn.thidua.organization.sheet.Value;

/**
 * One row with something in it.
 *
 * @param number as the sheet shows it, from 1
 * @param hidden not shown to who looks at the sheet (a filter, or by hand)
 * @param cells by column from 0; blank ones are left out
 */
record RawRow(int number, boolean hidden, Map<Integer, Value> cells) {}
