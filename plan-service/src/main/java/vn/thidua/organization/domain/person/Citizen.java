package vn.thidua.organization.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.DerivedId;

/**
 * All records of one citizen id. Its id is derived from the blind index, so that two units that register one human at the
 * same time meet here. It does not refuse the second record, for who registers it may not see the first: it says that they
 * are the same, and a person joins them.
 */
public class Citizen {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private final Set<String> persons = new LinkedHashSet<>();

    protected Citizen() {}

    static String idOf(String index) {
        return DerivedId.of("organization.citizen", index);
    }

    static Citizen beginning(String index, String person) {
        Citizen citizen = new Citizen();
        apply(new CitizenEvent.CitizenRecorded(idOf(index), person));
        return citizen;
    }

    /** The earliest other record; null if there is none. */
    @Nullable
    String otherThan(Set<String> records) {
        return persons.stream()
                .filter(known -> !records.contains(known))
                .findFirst()
                .orElse(null);
    }

    void record(String index, String person) {
        apply(new CitizenEvent.CitizenRecorded(idOf(index), person));
    }

    void release(String person) {
        if (persons.contains(person)) {
            apply(new CitizenEvent.CitizenReleased(id, person));
        }
    }

    @EventSourcingHandler
    void on(CitizenEvent event) {
        switch (event) {
            case CitizenEvent.CitizenRecorded e -> {
                id = e.citizen();
                persons.add(e.person());
            }
            case CitizenEvent.CitizenReleased e -> persons.remove(e.person());
        }
    }
}
