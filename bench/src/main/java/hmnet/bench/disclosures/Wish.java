package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// What somebody asks for, and as whom (一件の求め方).
///
/// @param form sent to the path, or null where it is only opened
/// @param cookie of a sign-in; empty for a machine
/// @param tls of a machine, or null for a browser
record Wish(
        DisclosureKind kind,
        String path,
        @Nullable String form,
        String cookie,
        @Nullable SSLSocketFactory tls) {
    static Wish page(DisclosureKind kind, String path, String cookie) {
        return new Wish(kind, path, null, cookie, null);
    }

    static Wish ofMachine(DisclosureKind kind, String path, SSLSocketFactory tls) {
        return new Wish(kind, path, null, "", tls);
    }

    /// From an address of its own, over a connection of its own.
    Connection.Answer ask(CentreProcess centre, InetAddress mark) throws IOException {
        try (var connection = connect(centre, mark)) {
            return form == null ? connection.get(path) : connection.send(path, form);
        }
    }

    private Connection connect(CentreProcess centre, InetAddress mark) throws IOException {
        return new Connection(
                tls == null ? centre.url() : centre.mtls(),
                Marks.from(mark, tls),
                cookie.isEmpty() ? "" : "Cookie: " + cookie);
    }
}
