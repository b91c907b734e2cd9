package vn.thidua.platform.security;

/** How the caller must stand to what a request is about. */
public enum Relation {
    /** Whoever has a token. */
    ANY_AUTHENTICATED,
    /** Who holds one of the roles for any unit. */
    ROLE,
    /** Who holds one of the roles for the unit that owns the resource, or above: else 404, as if there were none. */
    SCOPE,
    /** Who holds one of the roles for the unit that the request names, or above: else 403, whether there is one or not. */
    NAMED_UNIT,
    /**
     * As {@link #SCOPE}, and also who holds one of the roles for a unit below the one that owns the resource, or for one
     * that the resource names: what a unit has issued concerns those below it. Else 404.
     */
    CONCERNED,
    /** The person whom the resource is about, or who holds one of the roles as with {@link #SCOPE}: else 404. */
    SELF
}
