package vn.thidua.platform.security;

/** What a person may do for a unit and all below it. Membership of councils and clusters is no role: it is a dated fact. */
public enum Role {
    OFFICER,
    LEADER,
    STANDING_OFFICE,
    FINANCE,
    ADMIN,
    AUDITOR,
    VILLAGE_HEAD,
    API_CLIENT
}
