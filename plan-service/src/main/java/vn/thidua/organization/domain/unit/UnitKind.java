package vn.thidua.organization.domain.unit;

/** Whether it is an administrative unit at one of the tiers, or a part of another unit. */
public enum UnitKind {
    /** Tỉnh, thành phố trực thuộc trung ương. */
    PROVINCE("cấp tỉnh"),
    /** Huyện, quận, thị xã, thành phố thuộc tỉnh. */
    DISTRICT("cấp huyện"),
    /** Xã, phường, thị trấn, đặc khu: which of them, its name says. */
    COMMUNE("cấp xã"),
    /** Thôn, bản, tổ dân phố. */
    VILLAGE("thôn, tổ dân phố"),
    /** Office, section, mass organization, council, school, sector unit: part of the unit above it. */
    BODY("cơ quan, bộ phận");

    private final String vietnamese;

    UnitKind(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
