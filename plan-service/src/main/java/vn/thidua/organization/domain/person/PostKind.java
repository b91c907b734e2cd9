package vn.thidua.organization.domain.person;

/** By which law a post is held. */
public enum PostKind {
    /** Cán bộ, công chức, viên chức. */
    OFFICIAL,
    /** Người hoạt động không chuyên trách. */
    NON_SPECIALISED,
    /** Trưởng thôn, tổ trưởng tổ dân phố: only in a village. */
    VILLAGE_HEAD
}
