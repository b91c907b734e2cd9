package vn.thidua.gateway.signin.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session as a request has it in hand; nothing is written before it is saved. */
public final class StoredSession implements Session {

    private final Clock clock;
    private final Instant made;
    private final Instant ends;
    private final Map<String, Object> attributes;
    private final Set<String> changed = new HashSet<>();
    private String id;
    private @Nullable String storedAs;
    private Instant seen;
    private Instant seenAsStored;
    private Duration idle;

    /** A new one. */
    StoredSession(Clock clock, String id, Instant now, Duration idle, Instant ends) {
        this(clock, id, null, now, now, idle, ends, Map.of());
    }

    /**
     * @param storedAs the hash that it is found by; null if it is not stored yet
     */
    StoredSession(
            Clock clock,
            String id,
            @Nullable String storedAs,
            Instant made,
            Instant seen,
            Duration idle,
            Instant ends,
            Map<String, Object> attributes) {
        this.clock = clock;
        this.id = id;
        this.storedAs = storedAs;
        this.made = made;
        this.seen = seen;
        this.seenAsStored = seen;
        this.idle = idle;
        this.ends = ends;
        this.attributes = new HashMap<>(attributes);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = SessionIds.fresh();
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface is so
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
        changed.add(name);
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return made;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        seen = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return seen;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    @Override
    public boolean isExpired() {
        Instant now = clock.instant();
        return !now.isBefore(ends) || !now.isBefore(seenAsStored.plus(idle));
    }

    Instant ends() {
        return ends;
    }

    @Nullable
    String storedAs() {
        return storedAs;
    }

    Set<String> changed() {
        return changed;
    }

    /** Whether the last request is so much later than the stored one that it is worth a write. */
    boolean seenMuchLater() {
        return seen.isAfter(seenAsStored.plus(idle.dividedBy(20)));
    }

    void stored(String as) {
        storedAs = as;
        seenAsStored = seen;
        changed.clear();
    }

    @Nullable
    SignedIn signedIn() {
        return (SignedIn) attributes.get(SignedIn.ATTRIBUTE);
    }
}
