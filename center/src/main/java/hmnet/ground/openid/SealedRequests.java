package hmnet.ground.openid;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/// What a sub-system asked for, as one sealed value of its row (要求の封印): its own words may hold anything.
final class SealedRequests {
    private final FieldSeal seal;

    SealedRequests(Keys keys) {
        this.seal = new FieldSeal(keys, "requests of sub-systems");
    }

    /// @param state of the sub-system, like the nonce; empty where it said none
    record AskedSignOn(String redirect, String state, String nonce, String challenge, Set<String> scopes) {
        static AskedSignOn of(OAuth2AuthorizationRequest request) {
            var more = request.getAdditionalParameters();
            return new AskedSignOn(
                    word(request.getRedirectUri()),
                    word(request.getState()),
                    word(more.get(OidcParameterNames.NONCE)),
                    word(more.get(PkceParameterNames.CODE_CHALLENGE)),
                    request.getScopes());
        }

        OAuth2AuthorizationRequest request(String clientId) {
            var more = new HashMap<String, Object>(Map.of(
                    PkceParameterNames.CODE_CHALLENGE, challenge, PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"));
            if (!nonce.isEmpty()) {
                more.put(OidcParameterNames.NONCE, nonce);
            }
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(Endpoints.SIGN_ON)
                    .clientId(clientId)
                    .redirectUri(redirect)
                    .scopes(scopes)
                    .state(state)
                    .additionalParameters(more)
                    .build();
        }

        private static String word(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    byte[] seal(UUID signOn, AskedSignOn asked) {
        var words = new ArrayList<>(List.of(asked.redirect(), asked.state(), asked.nonce(), asked.challenge()));
        words.addAll(new TreeSet<>(asked.scopes()));
        return seal.seal(place(signOn), joined(words).getBytes(StandardCharsets.UTF_8));
    }

    AskedSignOn open(UUID signOn, byte[] sealed) {
        var words = parted(new String(seal.open(place(signOn), sealed), StandardCharsets.UTF_8));
        return new AskedSignOn(
                words.get(0), words.get(1), words.get(2), words.get(3), Set.copyOf(words.subList(4, words.size())));
    }

    /// Whatever stands in a word, none becomes two.
    private static String joined(List<String> words) {
        return words.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> parted(String words) {
        return Arrays.stream(words.split("&", -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
    }

    private static String place(UUID signOn) {
        return "openid_sign_on|asked|" + signOn;
    }
}
