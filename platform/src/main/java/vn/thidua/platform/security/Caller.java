package vn.thidua.platform.security;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says.
 *
 * @param subject the account
 * @param person id of the person behind it; null for a client
 * @param actingFor id of the person who delegated, if the caller acts for one
 * @param session id of the session, if there is one
 */
public record Caller(
        String subject,
        @Nullable String person,
        String installation,
        List<Binding> posts,
        Set<String> scopes,
        @Nullable String actingFor,
        @Nullable String session) {

    /**
     * A role for a unit and all below it.
     *
     * @param until last day it holds; null without end
     */
    public record Binding(Role role, String unit, @Nullable LocalDate until) {}

    public Caller {
        posts = List.copyOf(posts);
        scopes = Set.copyOf(scopes);
    }
}
