package vn.thidua.gateway.signin;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import vn.thidua.access.AccessContext;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.client.ClientConfiguration;
import vn.thidua.gateway.signin.issuer.IssuerConfiguration;
import vn.thidua.gateway.signin.me.MeApi;
import vn.thidua.gateway.signin.me.MeProblems;
import vn.thidua.gateway.signin.me.PasswordChange;
import vn.thidua.gateway.signin.page.BrowserConfiguration;
import vn.thidua.gateway.signin.page.PasswordSignIn;
import vn.thidua.gateway.signin.page.StoreFaults;
import vn.thidua.gateway.signin.password.PasswordPolicy;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.gateway.signin.session.Callers;
import vn.thidua.gateway.signin.session.LiveAccounts;
import vn.thidua.gateway.signin.session.MongoSessions;
import vn.thidua.gateway.signin.session.SessionContexts;
import vn.thidua.gateway.signin.session.SessionCookie;
import vn.thidua.gateway.signin.session.SessionStart;
import vn.thidua.gateway.signin.throttle.Keyed;
import vn.thidua.gateway.signin.throttle.KnownDevices;
import vn.thidua.gateway.signin.throttle.Throttle;
import vn.thidua.gateway.signin.token.SignedServiceTokens;
import vn.thidua.gateway.signin.token.SigningKeyStore;
import vn.thidua.platform.boot.ThiduaProperties;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.CallerAuthentications;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.web.problem.ProblemWriter;

/** All of sign-in, over the database of the context access. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(SignInProperties.class)
@Import({BrowserConfiguration.class, ClientConfiguration.class, IssuerConfiguration.class, MeProblems.class})
public class SignInConfiguration {

    /** Outside of the filter that looks for the session (the lowest order but fifty). */
    private static final int OUTSIDE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 40;

    private static MongoDatabase database(Contexts contexts) {
        return contexts.get(AccessContext.NAME).database();
    }

    @Bean
    MongoSessions sessionRepository(Contexts contexts, SignInProperties settings, Clock clock) {
        SignInProperties.Sessions sessions = settings.sessions();
        return new MongoSessions(database(contexts), sessions.idle(), sessions.longest(), clock);
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }

    @Bean
    FilterRegistrationBean<StoreFaults> storeFaults(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new StoreFaults(problems));
        registration.setOrder(OUTSIDE_SESSIONS);
        return registration;
    }

    @Bean
    LiveAccounts liveAccounts(Accounts accounts, SignInProperties settings, Clock clock) {
        return new LiveAccounts(accounts, settings.sessions().knowledge(), clock);
    }

    @Bean
    SessionContexts sessionContexts(LiveAccounts accounts, ThiduaProperties properties, Clock clock) {
        return new SessionContexts(new Callers(accounts, properties.installation()), new CallerAuthentications(clock));
    }

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        // a script of ours reads it and sends it back; nobody else's can
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    SessionStart sessionStart(CookieCsrfTokenRepository csrf, Clock clock) {
        var renewal = new CsrfAuthenticationStrategy(csrf);
        // at once, so that the answer brings the new cookie along
        renewal.setRequestHandler((request, response, token) -> {
            var _ = token.get();
        });
        return new SessionStart(renewal, clock);
    }

    /** Also what the context access makes hashes with. */
    @Bean
    Passwords passwords(SignInProperties settings) {
        return new Passwords(settings.passwords());
    }

    @Bean
    PasswordPolicy passwordPolicy(SignInProperties settings) {
        return new PasswordPolicy(settings.passwords().shortest());
    }

    @Bean
    Keyed keyed(ThiduaProperties properties) {
        return new Keyed(Base64.getDecoder().decode(properties.secret()));
    }

    @Bean
    KnownDevices knownDevices(Keyed keyed) {
        return new KnownDevices(keyed);
    }

    @Bean
    Throttle throttle(Contexts contexts, Keyed keyed, Clock clock) {
        return new Throttle(database(contexts), keyed, clock);
    }

    @Bean
    PasswordSignIn passwordSignIn(Accounts accounts, Passwords passwords, Throttle throttle, KnownDevices devices) {
        return new PasswordSignIn(accounts, passwords, throttle, devices);
    }

    @Bean
    SignedServiceTokens serviceTokens(
            Contexts contexts, KeyRing ring, SignInProperties settings, TokenRules rules, Clock clock) {
        SignInProperties.Keys keys = settings.keys();
        var store = new SigningKeyStore(database(contexts), ring, "services", keys.rotate(), keys.ahead(), clock);
        return new SignedServiceTokens(store::current, keys.refresh(), rules, clock);
    }

    @Bean
    PasswordChange passwordChange(
            LiveAccounts accounts,
            Passwords passwords,
            PasswordPolicy policy,
            Throttle throttle,
            MongoSessions sessions,
            Commands accessCommands,
            KeyRing keys) {
        return new PasswordChange(accounts, passwords, policy, throttle, sessions, accessCommands, keys);
    }

    @Bean
    MeApi meApi(LiveAccounts accounts, MongoSessions sessions, SessionStart starting, PasswordChange passwords) {
        return new MeApi(accounts, sessions, starting, passwords);
    }

    @Bean
    Sweeping signInSweeping(MongoSessions sessions, Throttle throttle, SignInProperties settings) {
        return new Sweeping(sessions, throttle, settings.sessions().sweep());
    }
}
