package vn.thidua.platform.ledger;

/** What happened to a name: its stream keeps it for one account at a time. */
public sealed interface NameEvent {

    /** Id of the name's stream. */
    String nameId();

    /** The name belongs to the account. */
    record NameReserved(String nameId, String name, String account) implements NameEvent {}

    /** The name belongs to nobody. */
    record NameReleased(String nameId) implements NameEvent {}
}
