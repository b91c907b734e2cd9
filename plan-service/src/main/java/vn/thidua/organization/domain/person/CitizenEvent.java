package vn.thidua.organization.domain.person;

/** Which records have one citizen id. */
public sealed interface CitizenEvent {

    /** Id of the stream, derived from the blind index. */
    String citizen();

    record CitizenRecorded(String citizen, String person) implements CitizenEvent {}

    record CitizenReleased(String citizen, String person) implements CitizenEvent {}
}
