package vn.thidua.access.sheet;

/** The file is no list of accounts; says why in both languages, and quotes nothing of it. */
public final class SheetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String vietnamese;
    private final String english;

    SheetException(String vietnamese, String english) {
        super(english, null, false, false);
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
