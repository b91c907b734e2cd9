package vn.thidua.organization.imports;

/** How citizen ids are made blind: whoever registers or looks up people uses the same purpose. */
public final class CitizenIndex {

    /** First argument of {@link vn.thidua.platform.sealing.KeyRing#blindIndex}; the second are the 12 digits. */
    public static final String PURPOSE = "citizen-id";

    private CitizenIndex() {}
}
