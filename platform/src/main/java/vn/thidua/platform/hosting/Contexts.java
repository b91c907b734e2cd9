package vn.thidua.platform.hosting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.audit.AuditView;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.View;
import vn.thidua.platform.web.ContextPaths;

/**
 * The contexts that this service holds, by name. Each gets the view {@code audit}; they start together, in the order in
 * which they were declared, and end the other way round.
 */
public final class Contexts implements AutoCloseable {

    private final Map<String, ContextRuntime> runtimes = new LinkedHashMap<>();

    /**
     * Opens them; nothing follows their events before {@link #start}.
     *
     * @param forTheFirst views of other contexts' events that the service needs once, whichever of its contexts holds them
     */
    public Contexts(
            List<ContextSpec> specs, List<ForeignView> forTheFirst, Function<ContextSpec, ContextRuntime> opening) {
        try {
            for (ContextSpec spec : specs) {
                List<ForeignView> more = runtimes.isEmpty() ? missing(specs, forTheFirst) : List.of();
                @Nullable ContextRuntime twice = runtimes.put(spec.name(), opening.apply(complete(spec, more)));
                if (twice != null) {
                    twice.close();
                    throw new IllegalArgumentException("two contexts are called " + spec.name());
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static List<ForeignView> missing(List<ContextSpec> specs, List<ForeignView> wanted) {
        List<String> declared = specs.stream()
                .flatMap(spec -> spec.foreignViews().stream())
                .map(ForeignView::name)
                .toList();
        return wanted.stream().filter(view -> !declared.contains(view.name())).toList();
    }

    private static ContextSpec complete(ContextSpec spec, List<ForeignView> moreForeign) {
        List<View> views = new ArrayList<>(spec.views());
        views.add(new AuditView(spec.names()));
        List<ForeignView> foreign = new ArrayList<>(spec.foreignViews());
        foreign.addAll(moreForeign);
        return new ContextSpec(
                spec.name(),
                spec.names(),
                spec.aggregates(),
                spec.handlers(),
                views,
                foreign,
                spec.publication(),
                spec.contractTypes(),
                spec.policies(),
                spec.listeners(),
                spec.upcasters());
    }

    /** Starts all. */
    public void start() {
        runtimes.values().forEach(ContextRuntime::start);
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if this service does not hold it
     */
    public ContextRuntime get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no context " + name));
    }

    /** One of them, if this service holds it. */
    public Optional<ContextRuntime> find(String name) {
        return Optional.ofNullable(runtimes.get(name));
    }

    /**
     * The one whose address was called.
     *
     * @throws UnknownResourceException if this service does not hold it: 404
     */
    public ContextRuntime of(HttpServletRequest request) {
        return ContextPaths.contextOf(request).flatMap(this::find).orElseThrow(UnknownResourceException::unknown);
    }

    /** All, in order. */
    public List<ContextRuntime> all() {
        return List.copyOf(runtimes.values());
    }

    /** Which of them holds a view of other contexts' events. */
    public Optional<ContextRuntime> holderOf(String foreignView) {
        return runtimes.values().stream()
                .filter(runtime -> runtime.spec().foreignViews().stream()
                        .anyMatch(view -> view.name().equals(foreignView)))
                .findFirst();
    }

    @Override
    public void close() {
        List<ContextRuntime> all = all();
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).close();
        }
    }
}
