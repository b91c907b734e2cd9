package vn.thidua.gateway.signin.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.gateway.signin.session.LiveAccounts;
import vn.thidua.gateway.signin.session.MongoSessions;
import vn.thidua.gateway.signin.session.SessionStart;
import vn.thidua.gateway.signin.session.SignedIn;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** The own account: who one is, the password, the sessions, and for whom one acts. */
@RestController
@RequestMapping("/api/v1/access/me")
@Tag(name = "me", description = "Tài khoản của chính mình")
public class MeApi {

    private final LiveAccounts accounts;
    private final MongoSessions sessions;
    private final SessionStart starting;
    private final PasswordChange passwords;

    public MeApi(LiveAccounts accounts, MongoSessions sessions, SessionStart starting, PasswordChange passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.starting = starting;
        this.passwords = passwords;
    }

    /**
     * A new password.
     *
     * @param current the one that is valid now
     * @param wanted 15 characters or more, any characters
     */
    public record NewPassword(
            @NotBlank @Size(max = 512) String current,
            @JsonProperty("new") @NotBlank @Size(max = 512) String wanted) {}

    /** Which delegation to act under. */
    public record ActingUnder(@NotBlank @Size(max = 100) String delegation) {}

    /** Who is signed in, what they may do, and for whom they could act. */
    @GetMapping
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public Me me(Caller caller, HttpServletRequest request) {
        SignedIn signedIn = signedIn(caller, request);
        return me(caller, signedIn, known(signedIn));
    }

    /** Changes the password; all other sessions of the account end. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public void password(@RequestBody @Valid NewPassword body, Caller caller, HttpServletRequest request) {
        passwords.change(request, caller, signedIn(caller, request), body.current(), body.wanted());
    }

    /** All sessions of the account; the latest seen first. */
    @GetMapping("/sessions")
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public List<Me.Session> sessions(Caller caller, HttpServletRequest request) {
        SignedIn signedIn = signedIn(caller, request);
        return sessions.of(signedIn.account()).stream()
                .map(each -> new Me.Session(
                        each.signedIn().id(),
                        each.signedIn().at(),
                        each.lastSeen(),
                        each.ends(),
                        each.signedIn().how(),
                        each.signedIn().device(),
                        each.signedIn().address(),
                        each.signedIn().id().equals(signedIn.id())))
                .toList();
    }

    /** Ends one session of the account, at once. */
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public void end(@PathVariable String id, Caller caller, HttpServletRequest request) {
        SignedIn signedIn = signedIn(caller, request);
        if (!sessions.end(signedIn.account(), id)) {
            throw UnknownResourceException.unknown();
        }
        if (id.equals(signedIn.id())) {
            starting.end(request);
        }
    }

    /** Signs out everywhere: ends all sessions of the account, the one that asks too. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public void endAll(Caller caller, HttpServletRequest request) {
        sessions.endAll(signedIn(caller, request).account(), null);
        starting.end(request);
    }

    /** From now on this session acts for another person, with what that person has delegated and nothing else. */
    @PutMapping("/acting-for")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public void actFor(@RequestBody @Valid ActingUnder body, Caller caller, HttpServletRequest request) {
        SignedIn signedIn = signedIn(caller, request);
        boolean delegated = accounts.anew(signedIn.account()).stream()
                .flatMap(known -> known.rights().delegations().stream())
                .anyMatch(each -> each.id().equals(body.delegation()));
        if (!delegated) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    new FieldProblem(
                            "delegation",
                            "Không có ủy quyền này cho anh/chị, hoặc ủy quyền đã kết thúc. Hãy chọn ủy quyền trong danh sách.",
                            "There is no such delegation to you, or it has ended. Choose one of the list."));
        }
        act(request, signedIn, body.delegation());
    }

    /** From now on this session acts for its own person again. */
    @DeleteMapping("/acting-for")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ANY_AUTHENTICATED)
    public void actForSelf(Caller caller, HttpServletRequest request) {
        act(request, signedIn(caller, request), null);
    }

    private static void act(HttpServletRequest request, SignedIn signedIn, @Nullable String delegation) {
        request.getSession().setAttribute(SignedIn.ATTRIBUTE, signedIn.actingUnder(delegation));
    }

    private LiveAccounts.Known known(SignedIn signedIn) {
        return accounts.get(signedIn.account()).orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
    }

    /** A client has no account of its own to look at. */
    private static SignedIn signedIn(Caller caller, HttpServletRequest request) {
        if (caller.session() == null) {
            throw new NotAllowedException();
        }
        return SignedIn.of(request).orElseThrow(NotAllowedException::new);
    }

    private static Me me(Caller caller, SignedIn signedIn, LiveAccounts.Known known) {
        @Nullable String delegation = signedIn.delegation();
        boolean changedHere = known.account().passwordChanges() < signedIn.passwordChanges();
        return new Me(
                known.account().id(),
                known.account().name(),
                known.account().person(),
                known.account().name(),
                posts(caller.posts()),
                caller.scopes().stream().sorted().toList(),
                delegation == null ? null : new Me.Acting(delegation, caller.actingFor()),
                known.rights().delegations().stream()
                        .map(each -> new Me.Delegation(each.id(), each.fromPerson(), posts(each.posts()), each.until()))
                        .toList(),
                known.account().mustChangePassword()
                        && !changedHere
                        && signedIn.how().equals("password"),
                new Me.Session(
                        signedIn.id(),
                        signedIn.at(),
                        null,
                        null,
                        signedIn.how(),
                        signedIn.device(),
                        signedIn.address(),
                        true));
    }

    private static List<Me.Post> posts(List<Caller.Binding> bindings) {
        return bindings.stream()
                .map(each -> new Me.Post(each.role(), each.unit(), each.until()))
                .toList();
    }
}
