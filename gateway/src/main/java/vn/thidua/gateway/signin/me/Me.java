package vn.thidua.gateway.signin.me;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.security.Role;

/**
 * The signed-in person, as the page needs it.
 *
 * @param account id of the account
 * @param name sign-in name
 * @param person id of the person, if the account is a person's
 * @param displayName what the page calls them
 * @param posts what may be done now: the own ones, or those of the person acted for
 * @param scopes rights that belong to no unit, as {@code operations}
 * @param actingFor the delegation that is used now
 * @param delegations those that could be
 */
public record Me(
        String account,
        String name,
        @Nullable String person,
        String displayName,
        List<Post> posts,
        List<String> scopes,
        @Nullable Acting actingFor,
        List<Delegation> delegations,
        boolean mustChangePassword,
        Session session) {

    /**
     * A role for a unit and all below it.
     *
     * @param until last day; absent without end
     */
    public record Post(Role role, String unit, @Nullable LocalDate until) {}

    /**
     * Acting for another.
     *
     * @param person id of whom; absent once the delegation has ended
     */
    public record Acting(String delegation, @Nullable String person) {}

    /**
     * Roles of another person, to be used instead of the own ones.
     *
     * @param from id of that person
     * @param until last day
     */
    public record Delegation(String id, String from, List<Post> posts, LocalDate until) {}

    /**
     * A session.
     *
     * @param id as it stands in tokens and lists; it opens nothing
     * @param how {@code password} or {@code issuer}
     * @param device what the browser called itself
     * @param current whether it is the one that asks
     * @param ends at the latest; earlier if it is not used
     */
    public record Session(
            String id,
            Instant signedInAt,
            @Nullable Instant lastSeen,
            @Nullable Instant ends,
            String how,
            String device,
            String address,
            boolean current) {}
}
