package vn.thidua.platform.security;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** How a caller stands in a token, and back. */
final class CallerClaims {

    private static final String PERSON = "person";
    static final String INSTALLATION = "installation";
    private static final String POSTS = "posts";
    private static final String SCOPE = "scope";
    private static final String ACT = "act";
    private static final String SESSION = "sid";
    private static final String ROLE = "role";
    private static final String UNIT = "unit";
    private static final String UNTIL = "until";

    private CallerClaims() {}

    static void write(Caller caller, JwtClaimsSet.Builder claims) {
        claims.subject(caller.subject()).claim(INSTALLATION, caller.installation());
        put(claims, PERSON, caller.person());
        put(claims, ACT, caller.actingFor());
        put(claims, SESSION, caller.session());
        claims.claim(POSTS, caller.posts().stream().map(CallerClaims::post).toList());
        if (!caller.scopes().isEmpty()) {
            claims.claim(
                    SCOPE, String.join(" ", caller.scopes().stream().sorted().toList()));
        }
    }

    private static void put(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }

    private static Map<String, String> post(Caller.Binding binding) {
        Map<String, String> post = new LinkedHashMap<>();
        post.put(ROLE, binding.role().name());
        post.put(UNIT, binding.unit());
        if (binding.until() != null) {
            post.put(UNTIL, binding.until().toString());
        }
        return post;
    }

    /**
     * @throws BadJwtException if a claim is missing or has another form; a role this version does not know gives no right
     */
    static Caller read(Jwt token) {
        @Nullable String subject = text(token, "sub");
        @Nullable String installation = text(token, INSTALLATION);
        if (subject == null || subject.isBlank() || installation == null) {
            throw new BadJwtException("the token names no subject or no installation");
        }
        return new Caller(
                subject,
                text(token, PERSON),
                installation,
                posts(token),
                scopes(token),
                text(token, ACT),
                text(token, SESSION));
    }

    private static List<Caller.Binding> posts(Jwt token) {
        @Nullable Object claim = token.getClaims().get(POSTS);
        if (claim == null) {
            return List.of();
        }
        if (!(claim instanceof List<?> list)) {
            throw new BadJwtException("posts is no list");
        }
        List<Caller.Binding> posts = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> post)
                    || !(post.get(ROLE) instanceof String role)
                    || !(post.get(UNIT) instanceof String unit)) {
                throw new BadJwtException("a post names no role or no unit");
            }
            @Nullable LocalDate until = until(post.get(UNTIL));
            Arrays.stream(Role.values())
                    .filter(known -> known.name().equals(role))
                    .forEach(known -> posts.add(new Caller.Binding(known, unit, until)));
        }
        return posts;
    }

    private static @Nullable LocalDate until(@Nullable Object claim) {
        if (claim == null) {
            return null;
        }
        try {
            return LocalDate.parse(claim.toString());
        } catch (DateTimeParseException e) {
            throw new BadJwtException("a post's last day is no date", e);
        }
    }

    private static Set<String> scopes(Jwt token) {
        @Nullable String scope = text(token, SCOPE);
        return scope == null || scope.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(scope.strip().split("\\s+", -1)));
    }

    private static @Nullable String text(Jwt token, String name) {
        @Nullable Object claim = token.getClaims().get(name);
        if (claim == null || claim instanceof String) {
            return (String) claim;
        }
        throw new BadJwtException(name + " is no text");
    }
}
