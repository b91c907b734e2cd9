package vn.thidua.access.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.access.domain.client.ClientCommand;
import vn.thidua.access.domain.client.ClientScope;
import vn.thidua.access.view.AccountsQueries;
import vn.thidua.access.view.ClientSecrets;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** Other systems that come with a key. Keys are shown once, and kept as hashes. */
@RestController
@RequestMapping("/api/v1/access")
class ClientsApi {

    private static final int SECRET_BYTES = 32;

    private final Commands commands;
    private final AccountsQueries accounts;
    private final Administering administering;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientsApi(Commands accessCommands, AccountsQueries accounts, Administering administering, Clock clock) {
        this.commands = accessCommands;
        this.accounts = accounts;
        this.administering = administering;
        this.clock = clock;
    }

    /**
     * @param unit whose records it may read, with all below; absent with the scope {@code operations}
     * @param scopes published names, see {@code /client-scopes}
     * @param expires absent without end
     */
    record Register(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(min = 1, max = 64) String unit,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 50) String> scopes,
            @Nullable Instant expires) {}

    /** @param overlapHours how long the secrets before stay valid, 0 to 720; absent: 24 */
    record Rotate(@Nullable @Min(0) @Max(720) Integer overlapHours) {}

    /**
     * A new secret.
     *
     * @param secret shown once; absent when the same request comes again
     */
    record SecretShown(String client, String id, @Nullable String secret) {}

    /** @param until opens nothing from then on; absent without end */
    record SecretItem(String id, String issued, @Nullable String until) {}

    /** @param secrets that are valid, now or from now on */
    record ClientAnswer(
            String id,
            String name,
            @Nullable String unit,
            List<String> scopes,
            @Nullable String expires,
            boolean revoked,
            String registered,
            List<SecretItem> secrets) {}

    /** All scopes that a client can have. */
    @GetMapping("/client-scopes")
    @Access(
            relation = Relation.ROLE,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    List<String> scopes() {
        return Arrays.stream(ClientScope.values()).map(ClientScope::words).toList();
    }

    /** Clients that read records of units within reach; with {@code unit} of that one and those below. */
    @GetMapping("/clients")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    Page<ClientAnswer> list(@RequestParam(required = false) @Nullable String unit, Scope scope, PageRequest page) {
        return page.find(
                accounts.clients(), AccountsQueries.clientsOf(administering.within(unit, scope)), "sort", this::answer);
    }

    @GetMapping("/clients/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    ResponseEntity<ClientAnswer> client(@PathVariable String id, Scope scope) {
        Document row = owned(id, scope);
        return Answers.versioned(row.get("version", Number.class).longValue(), answer(row));
    }

    private Document owned(String id, Scope scope) {
        Document row = accounts.client(id).orElse(null);
        String unit = row == null ? null : row.getString("unit");
        if (!scope.isEverywhere()) {
            scope.requireSelfOr(Administering.NOBODY, unit == null ? List.of() : List.of(unit));
        }
        if (row == null) {
            throw UnknownResourceException.unknown();
        }
        return row;
    }

    private ClientAnswer answer(Document row) {
        String now = clock.instant().toString();
        return new ClientAnswer(
                row.getString("_id"),
                row.getString("name"),
                row.getString("unit"),
                row.getList("scopes", String.class, List.of()),
                row.getString("expires"),
                row.getBoolean("revoked", false),
                row.getString("registered"),
                row.getList("secrets", Document.class, List.of()).stream()
                        .filter(each -> each.getString("until") == null
                                || Instant.parse(each.getString("until")).isAfter(Instant.parse(now)))
                        .map(each ->
                                new SecretItem(each.getString("id"), each.getString("issued"), each.getString("until")))
                        .toList());
    }

    /** With its first secret. */
    @PostMapping("/clients")
    @Access(relation = Relation.NAMED_UNIT, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<SecretShown> register(@RequestBody @Valid Register body, Scope scope, CommandRequest request) {
        Administering.mustReachUnit(body.unit(), scope);
        String id = Ids.fresh();
        String secretId = Ids.fresh();
        String secret = secret();
        Accepted accepted = request.send(
                commands,
                new ClientCommand.RegisterClient(
                        id,
                        body.name(),
                        body.unit(),
                        scopes(body.scopes()),
                        body.expires(),
                        secretId,
                        ClientSecrets.hash(secret),
                        scope.caller().subject(),
                        clock.instant()));
        ResponseEntity<CommandAnswers.Made> made = CommandAnswers.created(request, accepted);
        String client = accepted.aggregateId();
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(made.getHeaders())
                .body(shown(client == null ? "" : client, secretId, secret, accepted));
    }

    private static SecretShown shown(String client, String id, String secret, Accepted accepted) {
        return new SecretShown(client, id, accepted.repeated() ? null : secret);
    }

    private static Set<ClientScope> scopes(List<String> words) {
        Set<ClientScope> scopes = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String field = "scopes[" + i + "]";
            scopes.add(ClientScope.of(words.get(i))
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.INVALID,
                            new FieldProblem(
                                    field,
                                    "Không có phạm vi này. Hãy chọn trong danh sách /api/v1/access/client-scopes.",
                                    "There is no such scope. Choose one of /api/v1/access/client-scopes."))));
        }
        return scopes;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new secret; those before stay valid for a while, so that the system can change without a gap. */
    @PostMapping("/clients/{id}/secrets")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<SecretShown> rotate(
            @PathVariable String id, @RequestBody @Valid Rotate body, Scope scope, CommandRequest request) {
        owned(id, scope);
        String secretId = Ids.fresh();
        String secret = secret();
        Instant now = clock.instant();
        Duration overlap = Duration.ofHours(body.overlapHours() == null ? 24 : body.overlapHours());
        Accepted accepted = request.send(
                commands,
                new ClientCommand.RotateSecret(
                        id,
                        secretId,
                        ClientSecrets.hash(secret),
                        now.plus(overlap),
                        scope.caller().subject(),
                        now));
        return CommandAnswers.changed(request, accepted, shown(id, secretId, secret, accepted));
    }

    /** The secret opens nothing from now on. */
    @DeleteMapping("/clients/{id}/secrets/{secret}")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> endSecret(
            @PathVariable String id, @PathVariable String secret, Scope scope, CommandRequest request) {
        owned(id, scope);
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new ClientCommand.EndSecret(id, secret, scope.caller().subject(), clock.instant())));
    }

    /** For good, also for tokens that it was given already. */
    @PostMapping("/clients/{id}/revoke")
    @Access(relation = Relation.SCOPE, roles = Role.ADMIN, scopes = "operations")
    ResponseEntity<Void> revoke(@PathVariable String id, Scope scope, CommandRequest request) {
        owned(id, scope);
        return CommandAnswers.changed(
                request,
                request.send(
                        commands,
                        new ClientCommand.RevokeClient(id, scope.caller().subject())));
    }
}
