package vn.thidua.organization.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.DerivedId;
import vn.thidua.organization.domain.Spans;
import vn.thidua.platform.values.RejectedException;

/** Keeps one code: on one day one unit holds it. Its id is derived from the code, so that two acts meet here. */
public class UnitCode {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private final Map<String, Spans> holders = new HashMap<>();

    protected UnitCode() {}

    static String idOf(String code) {
        return DerivedId.of("organization.unit-code", code.toUpperCase(Locale.ROOT));
    }

    static UnitCode beginning(String code, String unit, LocalDate from, @Nullable LocalDate until) {
        UnitCode reservation = new UnitCode();
        apply(new CodeEvent.CodeTaken(idOf(code), code, unit, from, until));
        return reservation;
    }

    void take(String code, String unit, LocalDate from, @Nullable LocalDate until) {
        holders.forEach((holder, days) -> {
            if (!holder.equals(unit) && days.overlaps(from, until)) {
                throw new RejectedException(new UnitRejection.CodeTaken(code, from));
            }
        });
        // computed, not the field: the first event of a code gives it its id
        apply(new CodeEvent.CodeTaken(idOf(code), code, unit, from, until));
    }

    void free(String code, String unit, LocalDate from, @Nullable LocalDate until) {
        apply(new CodeEvent.CodeFreed(idOf(code), code, unit, from, until));
    }

    @EventSourcingHandler
    void on(CodeEvent event) {
        switch (event) {
            case CodeEvent.CodeTaken e -> {
                id = e.reservation();
                holders.computeIfAbsent(e.unit(), _ -> new Spans()).add(e.from(), e.until());
            }
            case CodeEvent.CodeFreed e ->
                holders.computeIfAbsent(e.unit(), _ -> new Spans()).subtract(e.from(), e.until());
        }
    }
}
