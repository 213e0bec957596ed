package hmnet.ground.openid;

import hmnet.ground.signin.Sessions.LiveSession;
import hmnet.ground.site.PublicAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/// Where the parts of Spring Authorization Server stand (プロトコルの入口): each behind a route of ours, which the gate has let
/// through. They are called here and nowhere else: no filter of theirs stands before any other address.
@Component
class Endpoints {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String AUTHORIZE = "/openid/authorize";
    static final String SIGN_ON = "/openid/sign-on";
    static final String TOKEN = "/openid/token";
    static final String KEYS = "/openid/keys";
    static final String USER_INFO = "/openid/userinfo";
    static final String REVOCATION = "/openid/revocation";
    static final String SIGN_OUT = "/openid/sign-out";

    private static final AuthorizationServerSettings SETTINGS = AuthorizationServerSettings.builder()
            .authorizationEndpoint(SIGN_ON)
            .tokenEndpoint(TOKEN)
            .jwkSetEndpoint(KEYS)
            .oidcUserInfoEndpoint(USER_INFO)
            .oidcLogoutEndpoint(SIGN_OUT)
            .tokenRevocationEndpoint(REVOCATION)
            .build();

    private final PublicAddress address;

    Endpoints(PublicAddress address) {
        this.address = address;
    }

    private record Provider(String issuer) implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return issuer;
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return SETTINGS;
        }
    }

    /// By which name sub-systems know the centre.
    String issuer(HttpServletRequest request) {
        return address.of(request);
    }

    /// Runs the filters one after the other, for whoever is signed in at this screen, or for nobody yet.
    ///
    /// @param session that began the request, where the route asks for one
    void serve(
            List<Filter> filters,
            Optional<LiveSession> session,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        AuthorizationServerContextHolder.setContext(new Provider(issuer(request)));
        SecurityContextHolder.setContext(new SecurityContextImpl(
                session.<Authentication>map(StaffOnScreen::new).orElseGet(Endpoints::nobody)));
        try {
            next(filters, 0).doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private static FilterChain next(List<Filter> filters, int at) {
        return (request, response) -> {
            if (at == filters.size()) {
                throw new IllegalStateException("None of the filters took a request of its own route");
            }
            filters.get(at).doFilter(request, response, next(filters, at + 1));
        };
    }

    private static Authentication nobody() {
        return new AnonymousAuthenticationToken(
                "openid", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
}
