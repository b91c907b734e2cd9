package vn.thidua.access.domain.account;

/** Which account has what only one may have: a name, a person, an outside identity. */
public sealed interface ClaimEvent {

    /** Id of the stream, derived from what is unique. */
    String claim();

    record ClaimTaken(String claim, String account) implements ClaimEvent {}

    /** An account has it beside the holder: the records of two people turned out to be of one. */
    record ClaimShared(String claim, String account) implements ClaimEvent {}

    record ClaimFreed(String claim, String account) implements ClaimEvent {}

    /** Nobody may have it any more. */
    record ClaimBarred(String claim) implements ClaimEvent {}
}
