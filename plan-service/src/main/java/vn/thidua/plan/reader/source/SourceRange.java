package vn.thidua.plan.reader.source;

/**
 * Characters {@code start} (inclusive) to {@code end} (exclusive) of the normalised text, counted in UTF-16 units.
 */
public record SourceRange(int start, int end) {}
