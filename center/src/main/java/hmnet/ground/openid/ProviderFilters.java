package hmnet.ground.openid;

import hmnet.ground.openid.RegisteredClients.HashedSecrets;
import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.OidcLogoutEndpointFilter;
import org.springframework.security.oauth2.server.authorization.oidc.web.OidcProviderConfigurationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.oidc.web.OidcUserInfoEndpointFilter;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.NimbusJwkSetEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.stereotype.Component;

/// The parts of Spring Authorization Server, put together for our tables and our sessions (プロトコルの部品). What they check,
/// and in which order, is theirs.
@Component
class ProviderFilters {
    private final RegisteredClients clients;
    private final SignOns signOns;
    private final StaffClaims claims;
    private final SigningKeys keys;
    private final OpenIdSettings settings;

    ProviderFilters(
            RegisteredClients clients, SignOns signOns, StaffClaims claims, SigningKeys keys, OpenIdSettings settings) {
        this.clients = clients;
        this.signOns = signOns;
        this.claims = claims;
        this.keys = keys;
        this.settings = settings;
    }

    /// What the provider can do, and no more: the filter alone would promise what no route answers.
    List<Filter> discovery() {
        var filter = new OidcProviderConfigurationEndpointFilter();
        filter.setProviderConfigurationCustomizer(ProviderFilters::describe);
        return List.of(filter);
    }

    private static void describe(OidcProviderConfiguration.Builder provider) {
        provider.claims(all -> {
            var issuer = String.valueOf(all.get("issuer"));
            all.put("authorization_endpoint", issuer + Endpoints.AUTHORIZE);
            all.put("grant_types_supported", List.of(AuthorizationGrantType.AUTHORIZATION_CODE.getValue()));
            all.put("subject_types_supported", List.of("pairwise"));
            all.put("scopes_supported", List.of(OidcScopes.OPENID, OidcScopes.PROFILE));
            all.put("code_challenge_methods_supported", List.of("S256"));
            all.put("authorization_response_iss_parameter_supported", true);
            all.put(
                    "claims_supported",
                    List.of(
                            "sub",
                            "iss",
                            "aud",
                            "exp",
                            "iat",
                            "auth_time",
                            "amr",
                            "nonce",
                            "name",
                            "profession",
                            "facility_code"));
            var methods = List.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                    ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue());
            all.put("token_endpoint_auth_methods_supported", methods);
            all.put("revocation_endpoint_auth_methods_supported", methods);
            all.remove("introspection_endpoint");
            all.remove("introspection_endpoint_auth_methods_supported");
            all.remove("tls_client_certificate_bound_access_tokens");
            all.remove("dpop_signing_alg_values_supported");
        });
    }

    List<Filter> publishedKeys() {
        return List.of(new NimbusJwkSetEndpointFilter(keys.published(), Endpoints.KEYS));
    }

    /// @param done what becomes of a request: the page that leads back to the sub-system says it
    List<Filter> signOn(SignOnOutcome done) {
        var provider = new OAuth2AuthorizationCodeRequestAuthenticationProvider(
                clients, signOns, new InMemoryOAuth2AuthorizationConsentService());
        provider.setAuthenticationValidator(
                ((Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext>) ProviderFilters::checkAddress)
                        .andThen(OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR));
        var filter = new OAuth2AuthorizationEndpointFilter(new ProviderManager(provider), Endpoints.SIGN_ON);
        filter.setAuthenticationSuccessHandler(done);
        filter.setAuthenticationFailureHandler(done);
        return List.of(filter);
    }

    /// Letter by letter, for this machine too. Only a request for a sign-in is answered.
    private static void checkAddress(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        var redirect = asked.getRedirectUri();
        if (redirect == null || !context.getRegisteredClient().getRedirectUris().contains(redirect)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not registered", null), null);
        }
        if (!asked.getScopes().contains(OidcScopes.OPENID)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "scope names no openid", null), asked);
        }
    }

    List<Filter> token() {
        var manager =
                new ProviderManager(secrets(), new OAuth2AuthorizationCodeAuthenticationProvider(signOns, generator()));
        var filter = new OAuth2TokenEndpointFilter(manager, Endpoints.TOKEN);
        filter.setAuthenticationConverter(new OAuth2AuthorizationCodeAuthenticationConverter());
        return List.of(client(manager), filter);
    }

    List<Filter> revocation() {
        var manager = new ProviderManager(secrets(), new OAuth2TokenRevocationAuthenticationProvider(signOns));
        return List.of(client(manager), new OAuth2TokenRevocationEndpointFilter(manager, Endpoints.REVOCATION));
    }

    private static Filter client(AuthenticationManager manager) {
        var filter = new OAuth2ClientAuthenticationFilter(manager, request -> true);
        filter.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new ClientSecretBasicAuthenticationConverter(), new ClientSecretPostAuthenticationConverter())));
        return filter;
    }

    private ClientSecretAuthenticationProvider secrets() {
        var provider = new ClientSecretAuthenticationProvider(clients, signOns);
        provider.setPasswordEncoder(new HashedSecrets());
        return provider;
    }

    private OAuth2TokenGenerator<OAuth2Token> generator() {
        var idTokens = new JwtGenerator(new NimbusJwtEncoder(keys.signing()));
        idTokens.setJwtCustomizer(this::claim);
        return new DelegatingOAuth2TokenGenerator(idTokens, new OAuth2AccessTokenGenerator());
    }

    private void claim(JwtEncodingContext context) {
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
                || !(context.getPrincipal() instanceof StaffOnScreen screen)) {
            throw new IllegalStateException("Only a member of staff is told of, in an ID token");
        }
        var client = Long.parseLong(context.getRegisteredClient().getId());
        context.getClaims().claims(all -> {
            all.putAll(claims.ofSignIn(screen.session(), client, context.getAuthorizedScopes()));
            if (all.get("iat") instanceof Instant issued) {
                all.put("exp", issued.plus(settings.tokenWithin()));
            }
        });
    }

    List<Filter> userInfo() {
        var info = new OidcUserInfoAuthenticationProvider(signOns);
        info.setUserInfoMapper(this::tell);
        return List.of(
                new BearerTokenAuthenticationFilter(
                        new ProviderManager(new OpaqueTokenAuthenticationProvider(this::holder))),
                new OidcUserInfoEndpointFilter(new ProviderManager(info), Endpoints.USER_INFO));
    }

    private OAuth2AuthenticatedPrincipal holder(String token) {
        var found = signOns.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        var access = found == null ? null : found.getAccessToken();
        if (found == null || access == null || !access.isActive()) {
            throw new BadOpaqueTokenException("The token counts no more");
        }
        return new OAuth2IntrospectionAuthenticatedPrincipal(
                Map.of("sub", found.getPrincipalName(), "active", true), List.of());
    }

    private OidcUserInfo tell(OidcUserInfoAuthenticationContext context) {
        var authorization = context.getAuthorization();
        var screen = SignOns.screen(authorization);
        var client = authorization.getRegisteredClientId();
        signOns.told(authorization);
        return new OidcUserInfo(
                claims.of(screen.session(), Long.parseLong(client), authorization.getAuthorizedScopes()));
    }

    /// @param done ends the session of ours and leads on
    List<Filter> signOut(SignOutOutcome done) {
        var filter = new OidcLogoutEndpointFilter(
                new ProviderManager(new OidcLogoutAuthenticationProvider(clients, signOns, new SessionRegistryImpl())),
                Endpoints.SIGN_OUT);
        filter.setAuthenticationSuccessHandler((request, response, signedOut) -> {
            if (signedOut instanceof OidcLogoutAuthenticationToken token) {
                done.ended(token, response);
            }
        });
        return List.of(filter);
    }
}
