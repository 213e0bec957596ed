package hmnet.ground.witnesses;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.Hash;
import hmnet.witness.log.TileAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The public door of the centre as it would be had the owner of its tables done something: it reads a transaction of
/// the owner's that is never committed (改ざんされた公開口). What is posted goes on to the true centre.
final class TamperedDoor implements AutoCloseable {
    private final HttpServer server;
    private final Connection owner;
    private final JdbcClient inside;
    private final Checkpoints checkpoints;
    private final String centre;
    private final HttpClient client = HttpClient.newHttpClient();

    TamperedDoor(Accounts accounts, Keys keys, int port) throws IOException, SQLException {
        this.owner = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        // The centre goes on writing its own log meanwhile; what it adds now has no place in this history.
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        owner.setAutoCommit(false);
        this.inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
        this.checkpoints = new Checkpoints(inside, keys, new AuditSettings("hmnet.example", 200, List.of(), 60));
        this.centre = "http://localhost:" + port;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/audit/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// What the owner does; seen by whoever asks from now on.
    synchronized void tamper(String... statements) {
        for (var sql : statements) {
            inside.sql(sql).update();
        }
    }

    /// Events that never were, up to a size, signed with the centre's own key.
    synchronized void forgeUpTo(long events) {
        inside.sql("""
                        insert into audit_leaf
                        select n, gen_random_uuid(), sha256(convert_to('forged ' || n, 'UTF8'))
                          from generate_series((select max(leaf) + 1 from audit_leaf), ? - 1) n""").param(events).update();
        var size = inside.sql("select max(leaf) + 1 from audit_leaf")
                .query(Long.class)
                .single();
        checkpoints.add(size, new AuditTree(new StoredNodes(inside)).root(size));
    }

    /// The owner comes to their senses.
    synchronized void undo() throws SQLException {
        owner.rollback();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                post(exchange);
            } else if (path.equals("/audit/checkpoint")) {
                say(exchange, 200, checkpoints.newest().orElse("").getBytes(StandardCharsets.UTF_8));
            } else {
                tile(exchange, path.substring("/audit/tile/".length()));
            }
        } catch (RuntimeException broken) {
            say(exchange, 500, new byte[0]);
        } finally {
            exchange.close();
        }
    }

    private void tile(HttpExchange exchange, String path) throws IOException {
        var parts = path.split("/", 2);
        var address = TileAddress.of(parts[0], parts[1]).orElseThrow();
        var bytes = new ByteArrayOutputStream();
        new StoredNodes(inside)
                .run(address.level(), address.index() * AuditTree.WIDTH, address.width()).stream()
                        .map(Hash::bytes)
                        .forEach(bytes::writeBytes);
        say(exchange, 200, bytes.toByteArray());
    }

    private void post(HttpExchange exchange) throws IOException {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(centre + "/audit/countersignatures"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()))
                            .build(),
                    BodyHandlers.ofByteArray());
            say(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        owner.rollback();
        owner.close();
    }
}
