package hmnet.ground.federation;

import hmnet.ground.site.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/// What the centre knows of identity providers from their own discovery (認証基盤の構成), for some minutes: where they are
/// asked, and how their tokens are checked.
@Component
class Registrations {
    static final String BACK = "/signin/federation/back";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DISCOVERY =
            new ParameterizedTypeReference<>() {};

    /// Signatures by public keys alone: no secret of two, and never none.
    private static final Set<SignatureAlgorithm> TAKEN =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);

    private final ProviderCalls calls;
    private final IdentityProviders providers;
    private final PublicAddress address;
    private final Clock clock;
    private final Map<Long, KnownProvider> known = new ConcurrentHashMap<>();

    Registrations(ProviderCalls calls, IdentityProviders providers, PublicAddress address, Clock clock) {
        this.calls = calls;
        this.providers = providers;
        this.address = address;
        this.clock = clock;
    }

    /// The provider's own words do not fit what the office entered.
    static final class UnfitProvider extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnfitProvider(String message) {
            super(message);
        }
    }

    /// @param saysIssuer whether it names itself in each answer that a browser brings (RFC 9207)
    record KnownProvider(ClientRegistration registration, JwtDecoder decoder, boolean saysIssuer, Instant until) {}

    /// Asks the provider itself where nobody did lately.
    KnownProvider of(IdentityProvider provider, String back) {
        var kept = known.get(provider.id());
        if (kept != null
                && kept.until().isAfter(clock.instant())
                && back.equals(kept.registration().getRedirectUri())) {
            return kept;
        }
        var fresh = asked(provider, back);
        known.put(provider.id(), fresh);
        return fresh;
    }

    /// Where a browser comes back to.
    String back(HttpServletRequest request) {
        return address.of(request) + BACK;
    }

    private KnownProvider asked(IdentityProvider provider, String back) {
        var issuer = provider.issuer();
        var found = calls.client()
                .build()
                .get()
                .uri(issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration")
                .retrieve()
                .body(DISCOVERY);
        if (found == null || !issuer.equals(found.get("issuer"))) {
            throw new UnfitProvider("Its discovery names another issuer");
        }
        var registration = ClientRegistrations.fromOidcConfiguration(found)
                .registrationId(Long.toString(provider.id()))
                .clientId(provider.clientId())
                .clientSecret(providers.secret(provider))
                .redirectUri(back)
                .scope(OidcScopes.OPENID)
                .build();
        var details = registration.getProviderDetails();
        var keys = details.getJwkSetUri();
        if (keys == null
                || !Stream.of(String.valueOf(details.getAuthorizationUri()), details.getTokenUri(), keys)
                        .allMatch(named -> ProviderCalls.isOf(issuer, named))) {
            throw new UnfitProvider("Its discovery names an address in the clear or of another host");
        }
        return new KnownProvider(
                registration,
                decoder(registration, keys),
                Boolean.TRUE.equals(found.get("authorization_response_iss_parameter_supported")),
                clock.instant().plus(KEPT));
    }

    private JwtDecoder decoder(ClientRegistration registration, String keys) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(all -> all.addAll(TAKEN))
                .restOperations(calls.template())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtTypeValidator.jwt(),
                new JwtTimestampValidator(),
                new OidcIdTokenValidator(registration),
                Registrations::forOneAlone));
        return decoder;
    }

    /// A token that is for others too was not made for us.
    private static OAuth2TokenValidatorResult forOneAlone(Jwt token) {
        var audience = token.getAudience();
        return audience != null && audience.size() == 1
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_id_token", "The token is for several audiences", null));
    }
}
