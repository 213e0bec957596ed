package hmnet.bench.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import javax.net.SocketFactory;

/// A doctor who has signed in (サインイン済みの医師): a session's cookie and the pages it opens.
public record Doctor(HttpClient http, URI url, String cookie) {
    /// Signs in through the pages.
    ///
    /// @param code of the authenticator app, each good for one session only
    public static Doctor signIn(HttpClient http, URI url, String login, String password, String code)
            throws IOException {
        var half = Forms.post(http, url.resolve("/signin"), "", Map.of("login", login, "password", password));
        var whole = Forms.post(http, url.resolve("/signin/code"), Forms.cookie(half), Map.of("code", code));
        return new Doctor(http, url, Forms.cookie(whole));
    }

    public Connection connect() throws IOException {
        return new Connection(url, SocketFactory.getDefault(), "Cookie: " + cookie);
    }
}
