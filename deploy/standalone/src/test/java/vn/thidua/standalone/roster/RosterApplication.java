package vn.thidua.standalone.roster;

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

/** A service with a command listener, beside those that are shipped. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RosterApplication {

    /** Name of its context. */
    public static final String CONTEXT = "roster";

    @Bean
    ContextSpec rosterSpec() {
        return ContextSpec.named(
                        CONTEXT,
                        EventNames.builder()
                                .name(Entry.TakenDown.class, "roster.taken-down", 1)
                                .build())
                .aggregates(Entry.class)
                .listener(_ -> new WhenUnitEstablishedTakeItDown())
                .build();
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
