package vn.thidua.torture.roster;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import vn.thidua.contracts.OrganizationContract.UnitEstablishedV1;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** A service with a command listener, beside those that are shipped. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RosterApplication {

    /** Name of its context. */
    public static final String CONTEXT = "roster";

    /** A view of its own events. */
    public static final String NOTEBOOK = "notebook";

    /** Begins the ids of units that the view cannot bear. */
    public static final String POISONOUS = "poisonous-";

    /** A clock that whoever tortures it may turn, by so many hours as stand in a file. */
    @Bean
    Clock clock() {
        return new TurnedClock(Path.of(System.getProperty("thidua.home", "."), TurnedClock.FILE));
    }

    @Bean
    ContextSpec rosterSpec() {
        return ContextSpec.named(
                        CONTEXT,
                        EventNames.builder()
                                .name(Entry.TakenDown.class, "roster.taken-down", 1)
                                .build())
                .aggregates(Entry.class)
                .views(new Notebook())
                .listener(_ -> new WhenUnitEstablishedTakeItDown())
                .build();
    }

    private static final class Notebook implements View {

        @Override
        public String name() {
            return NOTEBOOK;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void project(LoggedEvent event, Rows rows) {
            if (event.payload() instanceof Entry.TakenDown taken) {
                if (taken.unit().startsWith(POISONOUS)) {
                    throw new IllegalStateException("this unit cannot be borne");
                }
                rows.change(taken.unit(), row -> row.append("times", event.sequence() + 1));
            }
        }
    }

    private static final class WhenUnitEstablishedTakeItDown implements CommandListener {

        @Override
        public String purpose() {
            return "when-unit-established-take-it-down";
        }

        @Override
        public List<String> contexts() {
            return List.of("organization");
        }

        @Override
        public List<Wanted> on(ContractRecord event) {
            return event.event() instanceof UnitEstablishedV1 established
                    ? List.of(new Wanted(established.unit(), new Entry.TakeDown(established.unit())))
                    : List.of();
        }
    }
}
