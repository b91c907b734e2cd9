package vn.thidua.organization.sheet.check;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about a row.
 *
 * @param error whether nothing can be written before it is mended
 * @param column title of the column it is about; null if it is about the row
 * @param message what is wrong and what to do, in Vietnamese; no citizen id stands in it
 */
public record Finding(boolean error, @Nullable String column, String message) {}
