package vn.thidua.gateway.signin.issuer;

import java.net.http.HttpClient;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.gateway.signin.session.SessionStart;

/** Sign-in elsewhere, where {@code thidua.sign-in.issuer.uri} names an issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("thidua.sign-in.issuer.uri")
public class IssuerConfiguration {

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    @Bean
    OutsideIssuer outsideIssuer(SignInProperties settings) {
        return new OutsideIssuer(Objects.requireNonNull(settings.issuer(), "thidua.sign-in.issuer"));
    }

    @Bean
    IssuerSignIn issuerSignIn(Accounts accounts, SessionStart sessions) {
        return new IssuerSignIn(accounts, sessions);
    }

    /** As Spring Security's own, with an end to waiting: the issuer's keys are fetched while somebody waits. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(OutsideIssuer issuer) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(issuer.patience()).build());
        requests.setReadTimeout(issuer.patience());
        var rest = new RestTemplate(requests);
        return registration -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(
                            registration.getProviderDetails().getJwkSetUri(), "the issuer names no keys"))
                    .restOperations(rest)
                    .jwsAlgorithms(allowed -> {
                        allowed.clear();
                        allowed.addAll(ALGORITHMS);
                    })
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }
}
