package vn.thidua.platform.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.publish.Publication;
import vn.thidua.platform.react.Policy;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.View;

/**
 * All that makes a context, declared in one place.
 *
 * @param handlers command handlers over several aggregates: objects with {@code @CommandHandler} methods
 * @param publication null if the context tells nobody anything
 */
public record ContextSpec(
        String name,
        EventNames names,
        List<Class<?>> aggregates,
        List<Function<Configuration, Object>> handlers,
        List<View> views,
        List<ForeignView> foreignViews,
        @Nullable Publication publication,
        ContractTypes contractTypes,
        List<Function<ContextRuntime, Policy>> policies,
        List<Function<ContextRuntime, CommandListener>> listeners,
        List<EventUpcaster> upcasters) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    /**
     * A builder.
     *
     * @param name as {@code organization}; part of the database's name and of the topics'
     * @param names of all events
     */
    public static Builder named(String name, EventNames names) {
        return new Builder(name, names);
    }

    /** Collects the parts; each may be called several times. */
    public static final class Builder {

        private final String name;
        private final EventNames names;
        private final List<Class<?>> aggregates = new ArrayList<>();
        private final List<Function<Configuration, Object>> handlers = new ArrayList<>();
        private final List<View> views = new ArrayList<>();
        private final List<ForeignView> foreignViews = new ArrayList<>();
        private @Nullable Publication publication;
        private ContractTypes contractTypes = ContractTypes.all();
        private final List<Function<ContextRuntime, Policy>> policies = new ArrayList<>();
        private final List<Function<ContextRuntime, CommandListener>> listeners = new ArrayList<>();
        private final List<EventUpcaster> upcasters = new ArrayList<>();

        private Builder(String name, EventNames names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of a context: " + name);
            }
            this.name = name;
            this.names = names;
        }

        /** Classes of event-sourced aggregates. */
        public Builder aggregates(Class<?>... types) {
            aggregates.addAll(Arrays.asList(types));
            return this;
        }

        /** A handler of commands over several aggregates; see {@link Aggregates}. */
        public Builder handler(Function<Configuration, Object> handler) {
            handlers.add(handler);
            return this;
        }

        /** Read models of the context's own events. */
        public Builder views(View... more) {
            views.addAll(Arrays.asList(more));
            return this;
        }

        /** Read models of other contexts' events. */
        public Builder foreignViews(ForeignView... more) {
            foreignViews.addAll(Arrays.asList(more));
            return this;
        }

        /** What other contexts hear. */
        public Builder publication(Publication only) {
            publication = only;
            return this;
        }

        /** What contract events there are; all that the program knows, where nothing is said. */
        public Builder contractTypes(ContractTypes types) {
            contractTypes = types;
            return this;
        }

        /** What follows from the context's own events. */
        public Builder policy(Function<ContextRuntime, Policy> policy) {
            policies.add(policy);
            return this;
        }

        /** What follows from other contexts' events. */
        public Builder listener(Function<ContextRuntime, CommandListener> listener) {
            listeners.add(listener);
            return this;
        }

        /** How old revisions are read; the oldest first. */
        public Builder upcasters(EventUpcaster... more) {
            upcasters.addAll(Arrays.asList(more));
            return this;
        }

        /** The declaration. */
        public ContextSpec build() {
            return new ContextSpec(
                    name,
                    Objects.requireNonNull(names),
                    List.copyOf(aggregates),
                    List.copyOf(handlers),
                    List.copyOf(views),
                    List.copyOf(foreignViews),
                    publication,
                    contractTypes,
                    List.copyOf(policies),
                    List.copyOf(listeners),
                    List.copyOf(upcasters));
        }
    }
}
