package vn.thidua.gateway.signin.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import vn.thidua.gateway.signin.SignInProperties;

/**
 * The outside issuer, asked about itself when somebody first wants to sign in there: the gateway starts, and its own
 * accounts sign in, whether it answers or not.
 */
public final class OutsideIssuer implements ClientRegistrationRepository {

    /** Its name in addresses. */
    public static final String ID = "issuer";

    private static final int LARGEST = 256 * 1024;

    private final SignInProperties.Issuer settings;
    private final HttpClient http;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;

    public OutsideIssuer(SignInProperties.Issuer settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** It does not answer, or not as itself. */
    public static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnavailableException(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * What it says of itself.
     *
     * @throws UnavailableException if it cannot be asked
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    /** How long it may take to answer. */
    Duration patience() {
        return settings.patience();
    }

    private ClientRegistration registration() {
        @Nullable ClientRegistration standing = known;
        if (standing != null) {
            return standing;
        }
        one.lock();
        try {
            @Nullable ClientRegistration meanwhile = known;
            if (meanwhile != null) {
                return meanwhile;
            }
            ClientRegistration found = discover();
            known = found;
            return found;
        } finally {
            one.unlock();
        }
    }

    private ClientRegistration discover() {
        Map<String, Object> said = ask();
        if (!settings.uri().toString().equals(said.get("issuer"))) {
            throw new UnavailableException("the issuer calls itself otherwise than it is configured");
        }
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.name())
                // who it is is all that is asked for; what the account may do is decided here
                .scope("openid")
                .build();
    }

    private Map<String, Object> ask() {
        URI address = URI.create(settings.uri().toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.patience())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().length() > LARGEST) {
                throw new UnavailableException("the issuer answers " + answer.statusCode());
            }
            return JSONObjectUtils.parse(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        } catch (IOException | ParseException e) {
            throw new UnavailableException(e.getClass().getSimpleName());
        }
    }
}
