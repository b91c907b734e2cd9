package vn.thidua.access.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for an act on an account. Which units the caller reaches is asked before; here stands what the rules on oneself
 * need.
 *
 * @param account id of the caller's account, or of the client
 * @param person id of the caller; null for a client
 * @param actingFor id of the person for whom the caller acts
 * @param everywhere whether the caller's right has no bounds
 * @param top whether the caller is administrator of a unit with none above it
 */
public record By(
        String account, @Nullable String person, @Nullable String actingFor, boolean everywhere, boolean top) {

    private static final String SYSTEM_ID = "system";

    /** The installation itself, on its own machine. */
    public static final By SYSTEM = new By(SYSTEM_ID, null, null, true, true);

    /** Whether the account is the caller's own, or that of the person for whom the caller acts. */
    boolean is(String otherAccount, @Nullable String otherPerson) {
        return account.equals(otherAccount)
                || (otherPerson != null && (otherPerson.equals(person) || otherPerson.equals(actingFor)));
    }
}
