package vn.thidua.plan.domain.plan;

/** A number of a document is used once by an issuer in a year. */
public sealed interface NumberEvent {

    /**
     * @param reservation id of the stream, derived from issuer, year and number
     * @param year of issue
     */
    record NumberTaken(String reservation, String unit, int year, String number, String plan) implements NumberEvent {}
}
