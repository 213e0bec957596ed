package hmnet.ground.openid;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.signin.Sessions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Signing out at a sub-system signs out here too (サブシステムからのサインアウト): the very session that its token was of.
@Component
class SignOutOutcome {
    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

    private final SignOns signOns;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionOperations transaction;

    SignOutOutcome(SignOns signOns, Sessions sessions, Audit audit, TransactionOperations transaction) {
        this.signOns = signOns;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    void ended(OidcLogoutAuthenticationToken token, HttpServletResponse response) {
        var signOn = signOns.findByToken(token.getIdTokenHint(), ID_TOKEN);
        if (signOn != null) {
            var screen = SignOns.screen(signOn);
            transaction.executeWithoutResult(status -> {
                if (sessions.end(screen.session().mark())) {
                    audit.write(screen.person().did(Action.SIGN_OUT, "done").with("by", "sub-system"));
                }
            });
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, next(token));
    }

    /// One of the registered addresses, which the library has compared, or our own sign-in page.
    private static String next(OidcLogoutAuthenticationToken token) {
        var address = token.getPostLogoutRedirectUri();
        if (address == null || address.isBlank()) {
            return "/signin";
        }
        return token.getState() == null ? address : SignOnOutcome.with(address, Map.of("state", token.getState()));
    }
}
