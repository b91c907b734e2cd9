package vn.thidua.contracts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which record stands behind which type: {@code vn.thidua.<context>.<record>}. Each context has one sealed family; its
 * records are the types. A class may move, the type stays.
 */
public final class ContractTypes {

    private final Map<String, Class<? extends ContractEvent>> families;
    private final Map<String, Class<? extends ContractEvent>> recordsByType;
    private final Map<Class<? extends ContractEvent>, String> typesByRecord;

    private ContractTypes(Map<String, Class<? extends ContractEvent>> families) {
        this.families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
        Map<String, Class<? extends ContractEvent>> records = new LinkedHashMap<>();
        Map<Class<? extends ContractEvent>, String> types = new HashMap<>();
        families.forEach((context, family) -> recordsOf(family).forEach(record -> {
            String type = "vn.thidua." + context + "." + record.getSimpleName();
            if (records.putIfAbsent(type, record) != null || types.putIfAbsent(record, type) != null) {
                throw new IllegalArgumentException("there are two of " + type);
            }
        }));
        this.recordsByType = Collections.unmodifiableMap(records);
        this.typesByRecord = Map.copyOf(types);
    }

    /** What this version of the program knows: a family is added here, and nowhere else. */
    public static ContractTypes all() {
        return builder()
                .family("organization", OrganizationContract.class)
                .family("plan", PlanContract.class)
                .family("access", AccessContract.class)
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The family of each context. */
    public Map<String, Class<? extends ContractEvent>> families() {
        return families;
    }

    /** The record of each type, in the order of the source. */
    public Map<String, Class<? extends ContractEvent>> records() {
        return recordsByType;
    }

    /** The record behind a type; empty if this version does not know it. */
    public Optional<Class<? extends ContractEvent>> recordOf(String type) {
        return Optional.ofNullable(recordsByType.get(type));
    }

    /**
     * The type of an event.
     *
     * @throws IllegalArgumentException if its family is not registered
     */
    public String typeOf(ContractEvent event) {
        String type = typesByRecord.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is in no registered family");
        }
        return type;
    }

    private static List<Class<? extends ContractEvent>> recordsOf(Class<? extends ContractEvent> family) {
        if (family.isRecord()) {
            return List.of(family);
        }
        if (!family.isSealed()) {
            throw new IllegalArgumentException(family.getName() + " is neither sealed nor a record");
        }
        List<Class<? extends ContractEvent>> records = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            records.addAll(recordsOf(permitted.asSubclass(ContractEvent.class)));
        }
        return records;
    }

    /** Collects the families. */
    public static final class Builder {

        private final Map<String, Class<? extends ContractEvent>> families = new LinkedHashMap<>();

        private Builder() {}

        /**
         * @param context as it stands in the topic's name
         * @param family sealed; its permitted subclasses are records, or sealed themselves
         */
        public Builder family(String context, Class<? extends ContractEvent> family) {
            if (families.putIfAbsent(context, family) != null) {
                throw new IllegalArgumentException("there are two families of " + context);
            }
            return this;
        }

        /**
         * @throws IllegalArgumentException if a family is not sealed, or two records have one type
         */
        public ContractTypes build() {
            return new ContractTypes(families);
        }
    }
}
