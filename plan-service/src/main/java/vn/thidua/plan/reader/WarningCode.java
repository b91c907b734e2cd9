package vn.thidua.plan.reader;

/** Kinds of things a person should look at before confirming. */
public enum WarningCode {
    /** The number is blank ("Số: /KH-UBND") or there is none. */
    NUMBER_MISSING,
    /** A part of the date of issue is blank. */
    DATE_INCOMPLETE,
    /** The issuer does not stand in a header and was put together from the text. */
    ISSUER_INFERRED,
    ISSUER_MISSING,
    TITLE_MISSING,
    /** The text has no line "KẾ HOẠCH": it may be another kind of document. */
    NOT_A_PLAN,
    /** The plan's year is not said in the title. */
    YEAR_INFERRED,
    /** A year in a task does not fit what it speaks of. */
    YEAR_MISMATCH,
    NO_TASKS,
    /** The table asks who leads and the cell is empty. */
    TASK_WITHOUT_LEAD,
    /** Nobody is named at all. */
    TASK_WITHOUT_UNIT,
    /** A task is due before the one above it. */
    DEADLINE_ORDER,
    /** A task is due before the plan was issued. */
    DEADLINE_PAST,
    /** The words of a deadline name a day that does not exist. */
    DATE_INVALID,
    NUMBERING_RESTARTS,
    NUMBERING_SKIPS,
    /** An annex is announced and is not in the file. */
    ANNEX_MISSING,
    /** The file holds further documents. */
    OTHER_DOCUMENTS,
    SIGNATORY_MISSING,
    RECIPIENTS_MISSING,
    OLD_ENCODING,
    TRACKED_CHANGES,
    NOTES_LEFT_OUT,
    PAGES_WITHOUT_TEXT,
    MACROS_IGNORED,
    PICTURES_NOT_READ
}
