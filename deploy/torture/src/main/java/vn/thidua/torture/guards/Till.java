package vn.thidua.torture.guards;

import java.util.List;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.torture.roster.Entry;

/** The smallest context that tells others what it does. */
final class Till {

    static final String EVENT = "till.taken-down";
    static final String TYPE = "UnitTakenDownV1";

    /** What it tells. */
    sealed interface Contract extends ContractEvent {

        record UnitTakenDownV1(String id) implements Contract {

            @Override
            public String subject() {
                return "entry/" + id;
            }

            @Override
            public String unit() {
                return id;
            }
        }
    }

    private Till() {}

    /** @param context its name, so that each has a topic of its own */
    static ContextSpec spec(String context) {
        return ContextSpec.named(
                        context,
                        EventNames.builder()
                                .name(Entry.TakenDown.class, EVENT, 1)
                                .build())
                .aggregates(Entry.class)
                .contractTypes(
                        ContractTypes.builder().family(context, Contract.class).build())
                .publication(event -> event.payload() instanceof Entry.TakenDown taken
                        ? List.of(new Contract.UnitTakenDownV1(taken.unit()))
                        : List.of())
                .build();
    }
}
