package vn.thidua.bench;

/**
 * How much is measured.
 *
 * @param largest size that is measured
 * @param rounds interleaved repetitions
 * @param slice milliseconds that the reader, and then the baseline, have per round; at least one document is read
 * @param warmUp milliseconds of processor time per kind for the reader, and a third of it for the baseline
 */
record Effort(String name, Size largest, int rounds, long slice, long warmUp) {
    /** For tests of the bench itself: everything happens once. */
    static final Effort TINY = new Effort("tiny", Size.KB_100, 1, 1, 50);
    /** Under half a minute: shows that the bench works and what the order of magnitude is. */
    static final Effort SHORT = new Effort("short", Size.MB_1, 3, 50, 1000);
    /** Under two minutes. */
    static final Effort NORMAL = new Effort("normal", Size.MB_5, 3, 300, 4000);
    /** Some minutes. */
    static final Effort LONG = new Effort("long", Size.MB_5, 9, 1000, 10_000);
}
