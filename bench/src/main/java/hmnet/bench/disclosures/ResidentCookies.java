package hmnet.bench.disclosures;

import hmnet.bench.stage.Forms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A resident's own sign-ins (本人のサインイン): one for themselves, and one that has a child's page open where they represent
/// one.
record ResidentCookies(String own, Optional<String> ofChild) {
    private static final Pattern PROXY = Pattern.compile("name=\"proxy\" value=\"([1-9][0-9]*)\"");
    private static final String PASSWORD = "mizube no sagi 4021 wo miru";

    /// @param account as the credentials of a demonstration name it: a letter that is good once
    static ResidentCookies signIn(HttpClient http, URI url, JsonNode account) throws IOException {
        var card = account.path("card").asString("");
        var first = Forms.cookie(Forms.post(
                http,
                url.resolve("/my/first"),
                "",
                Map.of(
                        "card", card,
                        "birth", account.path("birthDate").asString(""),
                        "code", account.path("code").asString(""))));
        var chosen =
                Forms.post(http, url.resolve("/my/password"), first, Map.of("password", PASSWORD, "again", PASSWORD));
        return new ResidentCookies(Forms.cookie(chosen), ofChild(http, url, card));
    }

    private static Optional<String> ofChild(HttpClient http, URI url, String card) throws IOException {
        var second = Forms.cookie(
                Forms.post(http, url.resolve("/my/signin"), "", Map.of("card", card, "password", PASSWORD)));
        var proxy =
                PROXY.matcher(Forms.get(http, url.resolve("/my/whose"), second).body());
        if (!proxy.find()) {
            return Optional.empty();
        }
        Forms.post(http, url.resolve("/my/whose"), second, Map.of("proxy", proxy.group(1)));
        return Optional.of(second);
    }
}
