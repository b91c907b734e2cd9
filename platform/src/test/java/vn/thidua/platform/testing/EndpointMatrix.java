package vn.thidua.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;

/**
 * Asks every endpoint of a running service as every role, for a unit of the caller's own, below, above, beside, and one that
 * does not exist: 401 without a token, 403 or 404 as the endpoint's {@link Access} says, and where 404 hides something, the
 * same bytes as for nothing. An endpoint without a line fails, and so does a line without an endpoint.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
 *     return EndpointMatrix.of(application, new Units("left", "leaf", "root", "right", "nowhere"), "person-1")
 *             .line("GET /api/v1/notes/notes/{id}", target -> Call.of("/api/v1/notes/notes/" + noteOf(target.unit())))
 *             .line("POST /api/v1/notes/notes", target -> Call.of("/api/v1/notes/notes", body(target.unit())))
 *             .tests();
 * }
 * }</pre>
 */
public final class EndpointMatrix {

    private final Map<String, Access> endpoints;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Entrance entrance;
    private final Units units;
    private final String person;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Units in a tree. The caller holds the role for {@code own}.
     *
     * @param nowhere does not exist
     */
    public record Units(String own, String below, String above, String beside, String nowhere) {}

    /**
     * What a request shall be about: a resource of the unit, or the unit itself; where the endpoint is about a person, that
     * one. For the unit that does not exist, an id that nothing has.
     */
    public record Target(String unit, String person) {}

    /**
     * A request.
     *
     * @param path with its query
     * @param type of the body
     */
    public record Call(String path, @Nullable String body, String type) {

        /** Without a body. */
        public static Call of(String path) {
            return new Call(path, null, "application/json");
        }

        /** With JSON. */
        public static Call of(String path, String body) {
            return new Call(path, body, "application/json");
        }

        /** With the bytes of a file. */
        public static Call file(String path, String content) {
            return new Call(path, content, "application/octet-stream");
        }
    }

    /**
     * Somebody who asks.
     *
     * @param person whose account it is
     * @param role null for nobody's
     * @param until last day of the role; null without end
     * @param acting whether the role is another's, who lets the person act
     */
    public record Holder(
            String person,
            @Nullable Role role,
            String unit,
            @Nullable LocalDate until,
            boolean acting) {}

    /** How the service is reached, and how somebody shows there who they are. */
    public interface Entrance {

        /** Without a slash at the end. */
        String base();

        /** Puts on a request what shows who asks. */
        void admit(HttpRequest.Builder request, Holder holder);

        /** Whether there can be somebody like that here. */
        default boolean knows(Holder holder) {
            return true;
        }

        /**
         * Whether nobody, and roles that an endpoint does not name, are asked with for the own unit alone: what refuses
         * them does not look at the unit, and the service has been asked with all.
         */
        default boolean brief() {
            return false;
        }
    }

    /** At the service itself, with tokens. */
    private record Direct(String base) implements Entrance {

        @Override
        public void admit(HttpRequest.Builder request, Holder holder) {
            Tokens token = Tokens.of("account").person(holder.person());
            @Nullable Role role = holder.role();
            @Nullable LocalDate until = holder.until();
            if (role != null) {
                token = until == null ? token.role(role, holder.unit()) : token.role(role, holder.unit(), until);
            }
            request.header("Authorization", (holder.acting() ? token.actingFor("giver") : token).bearer());
        }
    }

    private record Line(Function<Target, Call> request, boolean refusalsOnly, boolean ownRolesOnly) {}

    private EndpointMatrix(Map<String, Access> endpoints, Entrance entrance, Units units, String person) {
        this.endpoints = endpoints;
        this.entrance = entrance;
        this.units = units;
        this.person = person;
    }

    /**
     * The endpoints of the application.
     *
     * @param person whom requests are about where they are about one
     */
    public static EndpointMatrix of(ServletWebServerApplicationContext application, Units units, String person) {
        int port = Objects.requireNonNull(application.getWebServer()).getPort();
        return of(application, new Direct("http://127.0.0.1:" + port), units, person);
    }

    /** The endpoints of the application, asked by another way than at its own port. */
    public static EndpointMatrix of(
            ServletWebServerApplicationContext application, Entrance entrance, Units units, String person) {
        Map<String, Access> endpoints = new TreeMap<>();
        for (var mapping :
                application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, method) -> {
                @Nullable Access access = method.getMethodAnnotation(Access.class);
                if (access != null) {
                    names(info.getMethodsCondition().getMethods(), info.getPatternValues(), method)
                            .forEach(name -> endpoints.put(name, access));
                }
            });
        }
        return new EndpointMatrix(endpoints, entrance, units, person);
    }

    private static Stream<String> names(Set<?> methods, Set<String> patterns, HandlerMethod method) {
        if (methods.isEmpty()) {
            throw new AssertionError(method.getShortLogMessage() + " takes every method; it must name one");
        }
        return methods.stream().flatMap(each -> patterns.stream().map(pattern -> each + " " + pattern));
    }

    /**
     * How to ask an endpoint.
     *
     * @param endpoint method and pattern, as {@code GET /api/v1/organization/units/{id}}
     */
    public EndpointMatrix line(String endpoint, Function<Target, Call> request) {
        lines.put(endpoint, new Line(request, false, false));
        return this;
    }

    /** The same for an endpoint that is not to be let through: it would change what the other lines stand on. */
    public EndpointMatrix lineOfRefusals(String endpoint, Function<Target, Call> request) {
        lines.put(endpoint, new Line(request, true, false));
        return this;
    }

    /** The same for an endpoint at which a role counts for nothing while it is another's. */
    public EndpointMatrix lineOfOwnRoles(String endpoint, Function<Target, Call> request) {
        lines.put(endpoint, new Line(request, false, true));
        return this;
    }

    /** A test for each endpoint, and one that none is missing. */
    public Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("every endpoint has a line, and every line an endpoint", this::complete));
        endpoints.forEach((endpoint, access) -> {
            @Nullable Line line = lines.get(endpoint);
            if (line != null) {
                tests.add(DynamicTest.dynamicTest(endpoint, () -> check(endpoint, access, line)));
            }
        });
        return tests.stream();
    }

    private void complete() {
        List<String> without = endpoints.keySet().stream()
                .filter(each -> !lines.containsKey(each))
                .toList();
        List<String> nowhere = lines.keySet().stream()
                .filter(each -> !endpoints.containsKey(each))
                .toList();
        if (!without.isEmpty() || !nowhere.isEmpty() || endpoints.isEmpty()) {
            throw new AssertionError(
                    "endpoints without a line: " + without + "; lines without an endpoint: " + nowhere);
        }
    }

    private void check(String endpoint, Access access, Line line) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        var pattern = PathPatternParser.defaultInstance.parse(endpoint.substring(method.length() + 1));
        var faults = new ArrayList<String>();
        for (String unit : all()) {
            String path = URI.create(
                            line.request().apply(new Target(unit, person)).path())
                    .getPath();
            if (!pattern.matches(PathContainer.parsePath(path))) {
                throw new AssertionError(path + " is not of this endpoint: " + endpoint);
            }
        }
        for (String unit : entrance.brief() ? List.of(units.own()) : all()) {
            expect(faults, "without a token, " + unit, 401, send(method, line, unit, null));
        }
        for (Role role : Role.values()) {
            boolean named = Arrays.asList(access.roles()).contains(role);
            var holder = holder(role, null, false);
            everyUnit(faults, role + " of ", method, access.relation(), named, line, holder);
            if (named) {
                everyUnit(
                        faults,
                        "acting for " + role + " of ",
                        method,
                        access.relation(),
                        true,
                        line,
                        holder(role, null, true));
                sameBytes(faults, method, access.relation(), line, holder);
            }
            var former =
                    holder(role, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(2), false);
            int refused = refusal(access.relation(), false, units.own());
            if (entrance.knows(former) && (named || !entrance.brief()) && (refused != 0 || !line.refusalsOnly())) {
                expect(faults, "no longer " + role, refused, send(method, line, units.own(), former));
            }
        }
        if (access.relation() == Relation.SELF && !line.refusalsOnly()) {
            var self = new Holder(person, null, units.own(), null, false);
            expect(faults, "the person", 0, send(method, line, units.own(), self));
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(endpoint + "\n" + String.join("\n", faults));
        }
    }

    private Holder holder(Role role, @Nullable LocalDate until, boolean acting) {
        return new Holder("somebody-else", role, units.own(), until, acting);
    }

    private void everyUnit(
            List<String> faults,
            String who,
            String method,
            Relation relation,
            boolean named,
            Line line,
            Holder holder) {
        if (!entrance.knows(holder)) {
            return;
        }
        for (String unit : named || !entrance.brief() ? all() : List.of(units.own())) {
            int usual = refusal(relation, named, unit);
            int refused = usual == 0 && holder.acting() && line.ownRolesOnly() ? 403 : usual;
            if (refused != 0 || !line.refusalsOnly()) {
                expect(faults, who + units.own() + ", " + unit, refused, send(method, line, unit, holder));
            }
        }
    }

    private List<String> all() {
        return List.of(units.own(), units.below(), units.above(), units.beside(), units.nowhere());
    }

    /** The status that is due, or 0 where it must get through. */
    private int refusal(Relation relation, boolean named, String unit) {
        boolean within = unit.equals(units.own()) || unit.equals(units.below());
        return switch (relation) {
            case ANY_AUTHENTICATED -> 0;
            case ROLE -> named ? 0 : 403;
            case SCOPE -> named ? (within ? 0 : 404) : 403;
            case NAMED_UNIT -> named && within ? 0 : 403;
            case CONCERNED -> named ? (within || unit.equals(units.above()) ? 0 : 404) : 403;
            case SELF -> named && within ? 0 : 404;
        };
    }

    private static void expect(List<String> faults, String who, int refused, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean through = status != 401 && status != 403 && status != 404 && status < 500;
        if (refused == 0 ? !through : status != refused) {
            faults.add(who + ": " + status + " instead of " + (refused == 0 ? "being let through" : refused));
        }
    }

    private void sameBytes(List<String> faults, String method, Relation relation, Line line, Holder token) {
        if (!entrance.knows(token)) {
            return;
        }
        String beside = withoutInstance(send(method, line, units.beside(), token));
        String nowhere = withoutInstance(send(method, line, units.nowhere(), token));
        // what concerns those below is shown to them
        String above =
                relation == Relation.CONCERNED ? nowhere : withoutInstance(send(method, line, units.above(), token));
        boolean refused = nowhere.contains("https://thidua.vn/problems/");
        if (refused && (!beside.equals(nowhere) || !above.equals(nowhere))) {
            faults.add("the answers tell what is there: " + beside + " | " + above + " | " + nowhere);
        }
    }

    /** A 404 has none; in a 403 it is the request's own id. */
    private static String withoutInstance(HttpResponse<String> answer) {
        return answer.statusCode() == 404
                ? answer.body()
                : answer.body().replaceAll(",\"instance\":\"urn:request:[^\"]*\"", "");
    }

    private HttpResponse<String> send(String method, Line line, String unit, @Nullable Holder holder) {
        Call call = line.request().apply(new Target(unit, person));
        var request = HttpRequest.newBuilder(URI.create(entrance.base() + call.path()));
        request.method(
                method,
                call.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body()));
        if (call.body() != null) {
            request.header("Content-Type", call.type());
        }
        if (holder != null) {
            entrance.admit(request, holder);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
