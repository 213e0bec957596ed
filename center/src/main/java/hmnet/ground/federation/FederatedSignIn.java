package hmnet.ground.federation;

import hmnet.ground.federation.Attempts.AskedWords;
import hmnet.ground.federation.Attempts.WayAttempt;
import hmnet.ground.federation.ProviderCalls.SilentProvider;
import hmnet.ground.federation.Registrations.KnownProvider;
import hmnet.ground.federation.Registrations.UnfitProvider;
import hmnet.ground.signin.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The way to a hospital's identity provider and back (認証基盤との往復). What is asked, how the code is exchanged and how the
/// token is checked is Spring Security's; what is remembered meanwhile is a row of ours.
@Component
class FederatedSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(FederatedSignIn.class);

    private final IdentityProviders providers;
    private final Registrations registrations;
    private final ProviderCalls calls;
    private final Attempts attempts;
    private final RestClientAuthorizationCodeTokenResponseClient tokens;

    FederatedSignIn(IdentityProviders providers, Registrations registrations, ProviderCalls calls, Attempts attempts) {
        this.providers = providers;
        this.registrations = registrations;
        this.calls = calls;
        this.attempts = attempts;
        this.tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(calls.client()
                .configureMessageConverters(all -> {
                    all.addCustomConverter(new FormHttpMessageConverter());
                    all.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    /// What came of it.
    sealed interface WayResult {
        /// The browser goes there now.
        record Away(String address) implements WayResult {}

        /// The provider says who it is.
        ///
        /// @param session whose owner ties their account; null for a sign-in
        /// @param back where the browser wanted to go
        record Told(
                IdentityProvider provider,
                String subject,
                boolean twoFactors,
                @Nullable UUID session,
                String back) implements WayResult {}

        /// @param why a word, which a message says to the reader
        record Stopped(String why) implements WayResult {}
    }

    /// @param session whose owner ties their account; null for a sign-in
    /// @param back where the browser wanted to go; empty where nowhere
    WayResult begin(
            IdentityProvider provider, @Nullable UUID session, String back, Token browser, HttpServletRequest request) {
        try {
            var known = known(provider, request);
            var asked = asked(known.registration(), request);
            var attempt = new WayAttempt(provider.id(), session, words(asked, back));
            return attempts.keep(String.valueOf(asked.getState()), browser, attempt, request.getRemoteAddr())
                    ? new WayResult.Away(asked.getAuthorizationRequestUri())
                    : new WayResult.Stopped("busy");
        } catch (SilentProvider | RestClientException | UnfitProvider | IllegalArgumentException e) {
            return silent(provider, e);
        }
    }

    private KnownProvider known(IdentityProvider provider, HttpServletRequest request) throws SilentProvider {
        var back = registrations.back(request);
        return calls.inTime(provider, () -> registrations.of(provider, back));
    }

    private static OAuth2AuthorizationRequest asked(ClientRegistration registration, HttpServletRequest request) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(id -> registration);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var asked = resolver.resolve(request, registration.getRegistrationId());
        if (asked == null) {
            throw new IllegalStateException("Nothing is asked of a provider that stands");
        }
        return asked;
    }

    private static AskedWords words(OAuth2AuthorizationRequest asked, String back) {
        return new AskedWords(
                attribute(asked, OidcParameterNames.NONCE),
                attribute(asked, PkceParameterNames.CODE_VERIFIER),
                String.valueOf(asked.getRedirectUri()),
                back);
    }

    private static String attribute(OAuth2AuthorizationRequest asked, String name) {
        if (asked.getAttributes().get(name) instanceof String word) {
            return word;
        }
        throw new IllegalStateException("A provider is asked without " + name);
    }

    /// What the provider made the browser bring.
    ///
    /// @param error what it says instead of a code; empty where it says none
    /// @param issuer who says that it answers (RFC 9207); empty where it says nothing
    record WayAnswer(String code, String state, String error, String issuer) {}

    WayResult finish(WayAnswer answer, Optional<Token> browser) {
        var attempt = browser.flatMap(held -> attempts.take(answer.state(), held));
        if (attempt.isEmpty()) {
            return new WayResult.Stopped("over");
        }
        var provider = providers.standing(attempt.get().provider());
        if (provider.isEmpty()) {
            return new WayResult.Stopped("ended");
        }
        if (!answer.issuer().isEmpty() && !answer.issuer().equals(provider.get().issuer())) {
            return new WayResult.Stopped("token");
        }
        if (!answer.error().isEmpty() || answer.code().isEmpty()) {
            return new WayResult.Stopped("declined");
        }
        try {
            return told(provider.get(), attempt.get(), answer);
        } catch (SilentProvider | RestClientException | UnfitProvider e) {
            return silent(provider.get(), e);
        } catch (AuthenticationException | IllegalArgumentException e) {
            LOG.info(
                    "The identity provider of facility {} gave no token that counts: {}",
                    provider.get().facility().value(),
                    e.getMessage());
            return new WayResult.Stopped(isSilence(e) ? "silent" : "token");
        }
    }

    private WayResult told(IdentityProvider provider, WayAttempt attempt, WayAnswer answer) throws SilentProvider {
        var words = attempt.asked();
        var user = calls.inTime(provider, () -> {
            var known = registrations.of(provider, words.redirect());
            if (answer.issuer().isEmpty() && known.saysIssuer()) {
                throw new IllegalArgumentException("The answer names no issuer, as the provider says that it does");
            }
            return user(known, exchange(known.registration(), words, answer));
        });
        var methods = user.getIdToken().getAuthenticationMethods();
        var two = provider.twoFactors()
                && ShownFactors.two(
                        methods == null ? List.of() : methods,
                        String.valueOf(user.getIdToken().getAuthenticationContextClass()),
                        provider.acr());
        return new WayResult.Told(provider, user.getName(), two, attempt.session(), words.back());
    }

    private static OAuth2AuthorizationExchange exchange(
            ClientRegistration registration, AskedWords words, WayAnswer answer) {
        var asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        String.valueOf(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(words.redirect())
                .scopes(registration.getScopes())
                .state(answer.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE, words.nonce(), PkceParameterNames.CODE_VERIFIER, words.verifier()))
                .build();
        var answered = OAuth2AuthorizationResponse.success(answer.code())
                .redirectUri(words.redirect())
                .state(answer.state())
                .build();
        return new OAuth2AuthorizationExchange(asked, answered);
    }

    private OidcUser user(KnownProvider known, OAuth2AuthorizationExchange exchange) {
        var checks = new OidcAuthorizationCodeAuthenticationProvider(tokens, request -> user(request.getIdToken()));
        checks.setJwtDecoderFactory(registration -> known.decoder());
        var done = checks.authenticate(new OAuth2LoginAuthenticationToken(known.registration(), exchange));
        if (done instanceof OAuth2LoginAuthenticationToken login && login.getPrincipal() instanceof OidcUser user) {
            return user;
        }
        throw new IllegalStateException("A checked token of nobody");
    }

    private static OidcUser user(OidcIdToken token) {
        return new DefaultOidcUser(List.of(new OidcUserAuthority(token)), token);
    }

    private static boolean isSilence(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static WayResult silent(IdentityProvider provider, Exception e) {
        LOG.warn(
                "The identity provider of facility {} cannot be asked: {}",
                provider.facility().value(),
                e.toString());
        return new WayResult.Stopped("silent");
    }
}
