package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who holds a code on which days; {@code until} is the last day, null without end. */
public sealed interface CodeEvent {

    /** Id of the stream, derived from the code. */
    String reservation();

    record CodeTaken(
            String reservation,
            String code,
            String unit,
            LocalDate from,
            @Nullable LocalDate until) implements CodeEvent {}

    record CodeFreed(
            String reservation,
            String code,
            String unit,
            LocalDate from,
            @Nullable LocalDate until) implements CodeEvent {}
}
