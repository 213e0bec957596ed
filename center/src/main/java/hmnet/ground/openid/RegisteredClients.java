package hmnet.ground.openid;

import hmnet.ground.openid.Clients.StandingClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// Sub-systems as Spring Authorization Server knows them (登録済みクライアント): one that waits or has ended is none.
@Component
class RegisteredClients implements RegisteredClientRepository {
    /// How long a code waits for the sub-system's own call.
    private static final Duration CODE_WITHIN = Duration.ofMinutes(1);

    private final Clients clients;
    private final OpenIdSettings settings;

    RegisteredClients(Clients clients, OpenIdSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Two operators register a sub-system, on the page for it");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.standing(Long.parseLong(id)).map(this::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.standing(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(StandingClient standing) {
        var client = standing.client();
        return RegisteredClient.withId(Long.toString(client.id()))
                .clientId(client.clientId())
                .clientName(client.name())
                .clientSecret(HexFormat.of().formatHex(standing.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(all -> all.addAll(client.redirects()))
                .postLogoutRedirectUris(all -> all.addAll(client.signOuts()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_WITHIN)
                        .accessTokenTimeToLive(settings.tokenWithin())
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .build())
                .build();
    }

    /// A secret against its hash. It is 256 random bits: nothing slower than SHA-256 is gained by anything.
    static final class HashedSecrets implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence secret) {
            return HexFormat.of().formatHex(SignOns.hash(String.valueOf(secret)));
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String kept) {
            return MessageDigest.isEqual(bytes(encode(secret)), bytes(String.valueOf(kept)));
        }

        private static byte[] bytes(String word) {
            return word.getBytes(StandardCharsets.UTF_8);
        }
    }
}
