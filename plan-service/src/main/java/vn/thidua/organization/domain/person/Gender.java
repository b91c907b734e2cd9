package vn.thidua.organization.domain.person;

/** As statistics ask for it; not sealed. */
public enum Gender {
    FEMALE,
    MALE
}
