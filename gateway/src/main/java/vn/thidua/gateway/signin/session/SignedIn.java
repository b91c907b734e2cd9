package vn.thidua.gateway.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. What they may do is not here: it is asked for with every request.
 *
 * @param id of the session as others may see it, in tokens and lists; it opens nothing
 * @param account id of the account
 * @param passwordChanges how often the password had been changed; a change ends all sessions that know of fewer
 * @param at when the person signed in
 * @param how {@code password} or {@code issuer}
 * @param device what the browser called itself, shortened
 * @param address where the request came from
 * @param delegation id of the delegation that the person acts under, if they do
 */
public record SignedIn(
        String id,
        String account,
        long passwordChanges,
        Instant at,
        String how,
        String device,
        String address,
        @Nullable String delegation) {

    /** Where it stands in the session. */
    public static final String ATTRIBUTE = "signed-in";

    /** The one behind a request, if its session has one. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
    }

    /** The same for one delegation, or for none. */
    public SignedIn actingUnder(@Nullable String other) {
        return new SignedIn(id, account, passwordChanges, at, how, device, address, other);
    }

    /** The same after the person has changed the password in this session. */
    public SignedIn knowing(long changes) {
        return new SignedIn(id, account, changes, at, how, device, address, delegation);
    }
}
