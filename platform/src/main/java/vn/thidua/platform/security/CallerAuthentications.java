package vn.thidua.platform.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Turns a verified token into its caller. The authorities ({@code ROLE_ADMIN}, {@code SCOPE_operations}) say that a role
 * is held somewhere; they serve what has no unit, as the actuator.
 */
public final class CallerAuthentications implements Converter<Jwt, CallerAuthentication> {

    private final Clock clock;

    /**
     * @param clock in Vietnam's time zone: roles end with a day
     */
    public CallerAuthentications(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CallerAuthentication convert(Jwt token) {
        Caller caller;
        try {
            caller = CallerClaims.read(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("the token's claims have another form", e);
        }
        return of(caller);
    }

    /** The same for a caller who is known otherwise, as by a session. */
    public CallerAuthentication of(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        List<GrantedAuthority> authorities = Stream.concat(
                        caller.posts().stream()
                                .filter(binding -> Scope.holds(binding, today))
                                .map(binding -> "ROLE_" + binding.role()),
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope))
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return new CallerAuthentication(caller, authorities);
    }
}
