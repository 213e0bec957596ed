package hmnet.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pages of a centre at work, in the hands of a person at a shell (画面の操作): they sign in with both factors as in a
/// browser, so the shell gives them nothing that the pages would not, and are signed out at the end.
final class CentrePages implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String centre;
    private final String language;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /// @param centre such as `https://hmnet.example`
    CentrePages(String centre, String language) {
        this.centre = centre.replaceFirst("/+$", "");
        this.language = language;
        if (!isSafe(this.centre)) {
            throw new RefusedAct(
                    RefusedAct.UNSAFE,
                    "a password goes to " + centre + " in the clear: name the centre's https address with --centre");
        }
    }

    /// What the centre answered.
    ///
    /// @param place where it sends one next, or empty
    record PageAnswer(int status, String place, String body) {
        boolean sendsTo(String path) {
            return place.equals(path) || place.startsWith(path + "?");
        }

        PageWords words() {
            return PageWords.of(body);
        }
    }

    /// Both factors, in the order and with the waits of the sign-in pages.
    void signIn(String login, String password, String code) {
        var first = post("/signin", List.of(Map.entry("login", login), Map.entry("password", password)));
        var second = first.sendsTo("/signin/code") ? post("/signin/code", List.of(Map.entry("code", code))) : first;
        if (!second.sendsTo("/")) {
            throw new RefusedAct(RefusedAct.REFUSED, second.words().answer());
        }
        if (get("/").sendsTo("/password")) {
            throw new RefusedAct(
                    RefusedAct.REFUSED,
                    "the password of " + login + " is good for one sign-in: choose another at " + centre
                            + "/signin first");
        }
    }

    PageAnswer get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    PageAnswer post(String path, List<Map.Entry<String, String>> form) {
        var body = form.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        post("/signout", List.of());
        http.close();
    }

    private URI at(String path) {
        try {
            return URI.create(centre + path);
        } catch (IllegalArgumentException e) {
            throw new Usage("rights: " + centre + " is no address");
        }
    }

    private PageAnswer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var place = answer.headers().firstValue("Location").orElse("");
            return new PageAnswer(answer.statusCode(), place.replaceFirst("^https?://[^/]+", ""), answer.body());
        } catch (IOException e) {
            throw new RefusedAct(
                    RefusedAct.NOT_REACHED,
                    "no centre answers at " + centre + " (" + e + "): start it, or name its address with --centre");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedAct(RefusedAct.REFUSED, "broken off; look at the page whether it was done");
        }
    }

    private static boolean isSafe(String centre) {
        try {
            var address = URI.create(centre);
            return "https".equals(address.getScheme())
                    || address.getHost() != null
                            && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
