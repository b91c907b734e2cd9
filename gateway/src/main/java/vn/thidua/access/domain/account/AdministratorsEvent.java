package vn.thidua.access.domain.account;

/** Which accounts stand as administrators of the whole installation. */
public sealed interface AdministratorsEvent {

    /** Id of the only stream. */
    String administrators();

    record AdministratorStands(String administrators, String account) implements AdministratorsEvent {}

    record AdministratorGone(String administrators, String account) implements AdministratorsEvent {}
}
