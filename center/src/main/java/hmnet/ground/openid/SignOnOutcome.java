package hmnet.ground.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// What a sub-system is answered through the browser (サブシステムへの応答): kept with the request, for the page that leads
/// there. An answer goes to a registered address alone.
@Component
class SignOnOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final String LED_TO = SignOnOutcome.class.getName();

    private final RegisteredClients clients;

    SignOnOutcome(RegisteredClients clients) {
        this.clients = clients;
    }

    /// @param client the name of the sub-system; empty where none is known
    /// @param address where the browser goes; null where nobody is to be told
    /// @param problem a word of the protocol; null where all is well
    record LedTo(
            String client,
            @Nullable String address,
            @Nullable String problem) {}

    LedTo of(HttpServletRequest request) {
        return request.getAttribute(LED_TO) instanceof LedTo ledTo
                ? ledTo
                : new LedTo("", null, OAuth2ErrorCodes.SERVER_ERROR);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication instanceof OAuth2AuthorizationCodeRequestAuthenticationToken granted
                && granted.getAuthorizationCode() != null) {
            var words = new LinkedHashMap<String, String>();
            words.put("code", granted.getAuthorizationCode().getTokenValue());
            lead(request, granted, words, null);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var problem = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : OAuth2ErrorCodes.SERVER_ERROR;
        var asked = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                ? refused.getAuthorizationCodeRequestAuthentication()
                : null;
        if (asked == null) {
            request.setAttribute(LED_TO, new LedTo("", null, problem));
        } else {
            var words = new LinkedHashMap<String, String>();
            words.put("error", problem);
            lead(request, asked, words, problem);
        }
    }

    private void lead(
            HttpServletRequest request,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> words,
            @Nullable String problem) {
        var client = clients.findByClientId(asked.getClientId());
        var redirect = asked.getRedirectUri();
        if (client == null || redirect == null || !client.getRedirectUris().contains(redirect)) {
            request.setAttribute(
                    LED_TO, new LedTo("", null, problem == null ? OAuth2ErrorCodes.INVALID_REQUEST : problem));
            return;
        }
        if (asked.getState() != null) {
            words.put("state", asked.getState());
        }
        words.put("iss", AuthorizationServerContextHolder.getContext().getIssuer());
        request.setAttribute(LED_TO, new LedTo(client.getClientName(), with(redirect, words), problem));
    }

    static String with(String address, Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + UriUtils.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", address + (address.contains("?") ? "&" : "?"), ""));
    }
}
