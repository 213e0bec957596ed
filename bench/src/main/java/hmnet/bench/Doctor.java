package hmnet.bench;

import hmnet.bench.stage.Connection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// A doctor who has signed in (サインイン済みの医師): a session's cookie and the pages it opens.
record Doctor(HttpClient http, URI url, String cookie) {
    /// Signs in through the pages.
    ///
    /// @param code of the authenticator app, each good for one session only
    static Doctor signIn(HttpClient http, URI url, String login, String password, String code) throws IOException {
        var half = post(http, url.resolve("/signin"), "", "login=" + encoded(login) + "&password=" + encoded(password));
        var whole = post(http, url.resolve("/signin/code"), half, "code=" + code);
        return new Doctor(http, url, whole);
    }

    Connection connect() throws IOException {
        return new Connection(url, SocketFactory.getDefault(), "Cookie: " + cookie);
    }

    private static String post(HttpClient http, URI page, String cookie, String form) throws IOException {
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = exchange(http, request);
        return answer.headers().allValues("Set-Cookie").stream()
                .map(set -> set.substring(0, set.indexOf(';')))
                .filter(set -> !set.endsWith("="))
                .findFirst()
                .orElseThrow(() -> new IOException(page + " let nobody in: " + answer.statusCode()));
    }

    private static HttpResponse<byte[]> exchange(HttpClient http, HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
