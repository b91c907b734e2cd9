package vn.thidua.plan.reader.source;

/** What was done to the file while taking it in. */
public enum IntakeNote {
    /** The letters were in an old Vietnamese encoding (TCVN3, VNI) and were converted. */
    OLD_ENCODING_CONVERTED,
    /** Tracked changes: inserted text was read, deleted text was not. */
    TRACKED_CHANGES,
    /** Footnotes, endnotes or comments were left out. */
    NOTES_LEFT_OUT,
    /** Some pages have no text (pictures); the others were read. */
    PAGES_WITHOUT_TEXT,
    /** The file has macros; they were not looked at. */
    MACROS_IGNORED,
    /** The file holds pictures that may carry text. */
    PICTURES_NOT_READ
}
