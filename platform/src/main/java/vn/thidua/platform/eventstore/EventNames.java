package vn.thidua.platform.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names under which events are stored. A class may be moved and renamed; a stored name never changes.
 */
public final class EventNames {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    /**
     * A stored name.
     *
     * @param name as {@code plan.plan-issued}
     * @param revision of the payload's form, from {@code 1} on
     */
    public record StoredName(String name, String revision) {}

    private final Map<Class<?>, StoredName> byClass;
    private final Map<String, Class<?>> byName;

    private EventNames(Map<Class<?>, StoredName> byClass, Map<String, Class<?>> byName) {
        this.byClass = Map.copyOf(byClass);
        this.byName = Map.copyOf(byName);
    }

    /** An empty list of names. */
    public static Builder builder() {
        return new Builder();
    }

    /** The name of an event; empty if it is none of this context's. */
    public Optional<StoredName> of(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Collects names. */
    public static final class Builder {

        private final Map<Class<?>, StoredName> byClass = new HashMap<>();
        private final Map<String, Class<?>> byName = new HashMap<>();

        private Builder() {}

        /**
         * Declares a name.
         *
         * @param revision the one that is written now; older ones are read through upcasters
         */
        public Builder name(Class<?> type, String name, int revision) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a stored name like plan.plan-issued: " + name);
            }
            if (revision < 1) {
                throw new IllegalArgumentException("revisions begin with 1: " + name);
            }
            if (byName.putIfAbsent(name, type) != null) {
                throw new IllegalArgumentException(name + " is declared twice");
            }
            if (byClass.putIfAbsent(type, new StoredName(name, Integer.toString(revision))) != null) {
                throw new IllegalArgumentException(type.getName() + " has two names");
            }
            return this;
        }

        /** The names. */
        public EventNames build() {
            return new EventNames(byClass, byName);
        }
    }
}
