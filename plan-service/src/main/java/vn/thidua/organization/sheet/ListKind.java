package vn.thidua.organization.sheet;

/** What the rows of a list are about. */
public enum ListKind {
    UNITS("Đơn vị"),
    PEOPLE("Nhân sự");

    private final String label;

    ListKind(String label) {
        this.label = label;
    }

    /** Name of its sheet in the template. */
    public String label() {
        return label;
    }
}
