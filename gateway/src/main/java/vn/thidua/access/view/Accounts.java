package vn.thidua.access.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.security.Caller;

/**
 * What sign-in asks. Answered from rows found by their id, a few milliseconds behind the log: what was taken away shows at
 * the next question.
 */
public interface Accounts {

    /**
     * An account that is open.
     *
     * @param name as it is shown
     * @param person null for an administrator of services
     * @param passwordHash null if sign-in is elsewhere
     * @param locked also for an account whose name can no longer be read
     * @param passwordChanges how often a password was set; another number means: sessions from before are over
     */
    record Account(
            String id,
            String name,
            @Nullable String person,
            @Nullable String passwordHash,
            boolean mustChangePassword,
            boolean locked,
            long passwordChanges) {}

    /**
     * What an account may do on a day.
     *
     * @param posts its own roles for units
     * @param scopes {@code operations} for an administrator of the whole installation: belongs into {@link Caller#scopes}
     * @param delegations what others have lent it, each to be used alone, instead of its own
     */
    record Rights(List<Caller.Binding> posts, Set<String> scopes, List<Delegated> delegations) {
        public Rights {
            posts = List.copyOf(posts);
            scopes = Set.copyOf(scopes);
            delegations = List.copyOf(delegations);
        }

        /** For whom has nothing. */
        public static final Rights NONE = new Rights(List.of(), Set.of(), List.of());
    }

    /**
     * Roles of another person, as long as that one has them too.
     *
     * @param id of the delegation
     * @param until last day
     */
    record Delegated(String id, String fromPerson, List<Caller.Binding> posts, LocalDate until) {
        public Delegated {
            posts = List.copyOf(posts);
        }
    }

    /**
     * An API client.
     *
     * @param secretHashes of the secrets that are valid now; compared by {@link ClientSecrets#matches}
     * @param scopes published names, as {@code plan.read}
     * @param unit for which it has the role API_CLIENT; empty for every unit
     * @param expires null without end
     */
    record Client(
            String id,
            List<String> secretHashes,
            Set<String> scopes,
            String unit,
            @Nullable Instant expires,
            boolean revoked) {
        public Client {
            secretHashes = List.copyOf(secretHashes);
            scopes = Set.copyOf(scopes);
        }

        /** Whether it is let in at that time. */
        public boolean standsAt(Instant now) {
            return !revoked && (expires == null || expires.isAfter(now));
        }
    }

    /** The open account of that sign-in name; case, width and marks make no difference. */
    Optional<Account> named(String name);

    /** An open account. */
    Optional<Account> byId(String id);

    /** The open account that is linked to this outside identity. */
    Optional<Account> ofSubject(String issuer, String subject);

    /** Nothing for an account that is locked, closed or unknown. */
    Rights rights(String accountId, LocalDate day);

    /** A client, also one that stands no more. */
    Optional<Client> client(String id);
}
