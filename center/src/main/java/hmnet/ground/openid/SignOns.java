package hmnet.ground.openid;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.ground.openid.SealedRequests.AskedSignOn;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.Sessions.LiveSession;
import hmnet.ground.signin.Token;
import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What sub-systems were handed (シングルサインオンの記録), a row for each sign-on. The row holds hashes; what Spring Authorization
/// Server asks for is put together anew each time from the session behind it, so that nothing counts once that has
/// ended. Whoever finds a row finds it for a sub-system and a session that stand, or not at all.
@Component
class SignOns implements OAuth2AuthorizationService {
    /// Of one session within a minute: nobody clicks faster.
    private static final int MOST_A_MINUTE = 30;

    private static final String CODE = "code";
    private static final String ID_TOKEN = "id_token";

    private final JdbcClient db;
    private final Sessions sessions;
    private final RegisteredClients clients;
    private final StaffClaims claims;
    private final SealedRequests requests;
    private final Audit audit;

    SignOns(JdbcClient db, Sessions sessions, RegisteredClients clients, StaffClaims claims, Keys keys, Audit audit) {
        this.db = db;
        this.sessions = sessions;
        this.clients = clients;
        this.claims = claims;
        this.requests = new SealedRequests(keys);
        this.audit = audit;
    }

    private record SignOnRow(
            UUID id,
            long client,
            UUID session,
            byte[] asked,
            Instant codeUntil,
            boolean codeSpent,
            @Nullable Instant accessUntil,
            boolean revoked,
            Instant madeAt) {}

    static byte[] hash(String token) {
        return new Token(token).hash();
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var access = authorization.getAccessToken();
        if (code == null) {
            throw new IllegalStateException("A sub-system is handed nothing without a code");
        }
        if (access != null && access.isInvalidated()) {
            revoke(authorization);
        } else if (access != null) {
            hand(authorization, access.getToken());
        } else if (code.isInvalidated()) {
            db.sql("update openid_sign_on set code_spent_at = coalesce(code_spent_at, now()) where id = ?")
                    .param(UUID.fromString(authorization.getId()))
                    .update();
        } else {
            begin(authorization, code.getToken());
        }
    }

    private void begin(OAuth2Authorization authorization, OAuth2AuthorizationCode code) {
        var screen = screen(authorization);
        var session = screen.session();
        var recent = db.sql("""
                        select count(*) from openid_sign_on
                         where session = ? and made_at > now() - interval '1 minute'""").param(session.mark()).query(Integer.class).single();
        if (recent >= MOST_A_MINUTE) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE));
        }
        var id = UUID.fromString(authorization.getId());
        db.sql("""
                        insert into openid_sign_on (id, client, staff, session, asked, code, code_until)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        Long.parseLong(authorization.getRegisteredClientId()),
                        screen.person().staff().value(),
                        session.mark(),
                        requests.seal(id, AskedSignOn.of(request(authorization))),
                        hash(code.getTokenValue()),
                        utc(code.getExpiresAt()))
                .update();
        write(screen.person(), "begun", request(authorization).getClientId());
    }

    /// Two calls with one code at the same moment: one of them finds it spent.
    private void hand(OAuth2Authorization authorization, OAuth2AccessToken access) {
        var idToken = authorization.getToken(OidcIdToken.class);
        var handed = db.sql("""
                        update openid_sign_on
                           set code_spent_at = now(), access = ?, access_until = ?, id_token = ?
                         where id = ? and code_spent_at is null""")
                        .param(hash(access.getTokenValue()))
                        .param(utc(access.getExpiresAt()))
                        .param(idToken == null ? null : hash(idToken.getToken().getTokenValue()))
                        .param(UUID.fromString(authorization.getId()))
                        .update()
                == 1;
        if (!handed) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        write(screen(authorization).person(), "done", request(authorization).getClientId());
    }

    private void revoke(OAuth2Authorization authorization) {
        var revoked = db.sql("update openid_sign_on set revoked_at = now() where id = ? and revoked_at is null")
                        .param(UUID.fromString(authorization.getId()))
                        .update()
                == 1;
        if (revoked) {
            write(
                    screen(authorization).person(),
                    "revoked",
                    request(authorization).getClientId());
        }
    }

    /// Name and profession were told to a sub-system once more.
    @Transactional
    public void told(OAuth2Authorization authorization) {
        write(screen(authorization).person(), "told", request(authorization).getClientId());
    }

    private void write(Requester person, String outcome, String clientId) {
        audit.write(person.did(Action.OPENID_SIGN_ON, outcome).with("client", clientId));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("A row stays until it is swept");
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return find("id = ?", UUID.fromString(id), "", "").orElse(null);
    }

    /// By a code or an access token: nothing where the session has ended. A token that names who signs out may be
    /// older.
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var kind = type == null ? OAuth2TokenType.ACCESS_TOKEN.getValue() : type.getValue();
        if (kind.equals(CODE)) {
            return find("code = ?", hash(token), CODE, token).orElse(null);
        }
        if (kind.equals(ID_TOKEN)) {
            return find("id_token = ?", hash(token), ID_TOKEN, token).orElse(null);
        }
        return kind.equals(OAuth2TokenType.ACCESS_TOKEN.getValue())
                ? find("access = ?", hash(token), kind, token).orElse(null)
                : null;
    }

    private Optional<OAuth2Authorization> find(String which, Object value, String kind, String token) {
        return db.sql("""
                        select id, client, session, asked, code_until, code_spent_at is not null as code_spent,
                               access_until, revoked_at is not null as revoked, made_at
                          from openid_sign_on where\s""" + which)
                .param(value)
                .query(SignOns::read)
                .optional()
                .flatMap(row -> sessions.live(row.session()).flatMap(session -> whole(row, session, kind, token)));
    }

    private Optional<OAuth2Authorization> whole(SignOnRow row, LiveSession session, String kind, String token) {
        var client = clients.findById(Long.toString(row.client()));
        if (client == null) {
            return Optional.empty();
        }
        var asked = requests.open(row.id(), row.asked());
        var screen = new StaffOnScreen(session);
        var subject = claims.subject(session.person().staff(), row.client());
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(row.id().toString())
                .principalName(screen.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(asked.scopes())
                .attribute(Principal.class.getName(), screen)
                .attribute(OAuth2AuthorizationRequest.class.getName(), asked.request(client.getClientId()))
                .token(
                        new OAuth2AuthorizationCode(shown(kind, CODE, token), row.madeAt(), row.codeUntil()),
                        invalidated(row.codeSpent()));
        if (row.accessUntil() != null) {
            var access = OAuth2TokenType.ACCESS_TOKEN.getValue();
            builder.token(
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            shown(kind, access, token),
                            row.madeAt(),
                            row.accessUntil(),
                            asked.scopes()),
                    invalidated(row.revoked()));
            builder.token(
                    new OidcIdToken(
                            shown(kind, ID_TOKEN, token),
                            row.madeAt(),
                            row.accessUntil(),
                            Map.of("sub", subject, "aud", List.of(client.getClientId()))),
                    invalidated(false));
        }
        return Optional.of(builder.build());
    }

    /// Of the tokens of a row only the one that was shown is known.
    private static String shown(String kind, String which, String token) {
        return kind.equals(which) ? token : "hidden";
    }

    private static Consumer<Map<String, Object>> invalidated(boolean is) {
        return metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, is);
    }

    static StaffOnScreen screen(OAuth2Authorization authorization) {
        if (authorization.getAttribute(Principal.class.getName()) instanceof StaffOnScreen screen) {
            return screen;
        }
        throw new IllegalStateException("A sign-on of nobody");
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization authorization) {
        if (authorization.getAttribute(OAuth2AuthorizationRequest.class.getName())
                instanceof OAuth2AuthorizationRequest request) {
            return request;
        }
        throw new IllegalStateException("A sign-on that nobody asked for");
    }

    private static OffsetDateTime utc(@Nullable Instant at) {
        if (at == null) {
            throw new IllegalStateException("A token without an end");
        }
        return at.atOffset(ZoneOffset.UTC);
    }

    private static SignOnRow read(ResultSet row, int number) throws SQLException {
        var accessUntil = row.getObject("access_until", OffsetDateTime.class);
        return new SignOnRow(
                row.getObject("id", UUID.class),
                row.getLong("client"),
                row.getObject("session", UUID.class),
                row.getBytes("asked"),
                row.getObject("code_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("code_spent"),
                accessUntil == null ? null : accessUntil.toInstant(),
                row.getBoolean("revoked"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
