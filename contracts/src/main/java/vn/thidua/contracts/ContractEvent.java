package vn.thidua.contracts;

/**
 * An event that leaves its context. Its name ends in a version; fields are only ever added, a change of meaning is the
 * next version beside it. What it says suffices by itself: nobody has to ask back.
 */
public interface ContractEvent {

    /** What it is about, as {@code unit/0190...}: kind and id of the aggregate. The id is the key of the record. */
    String subject();

    /** Id of the unit that owned the subject when it happened. */
    String unit();
}
