package vn.thidua.access.domain.account;

/** What may be given to a person for a unit and all below it. Systems get theirs as clients. */
public enum AccountRole {
    OFFICER,
    LEADER,
    STANDING_OFFICE,
    FINANCE,
    /** The only one that may also be given for the whole installation. */
    ADMIN,
    AUDITOR,
    VILLAGE_HEAD
}
