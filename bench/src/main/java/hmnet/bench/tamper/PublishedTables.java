package hmnet.bench.tamper;

import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.PublicLog;
import hmnet.witness.log.TileAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the public would see of tables as they stand in a transaction (公開される表): tiles and checkpoint, without a server.
final class PublishedTables implements PublicLog {
    private final JdbcClient inside;
    private final Checkpoints checkpoints;

    PublishedTables(JdbcClient inside, Checkpoints checkpoints) {
        this.inside = inside;
        this.checkpoints = checkpoints;
    }

    @Override
    public synchronized String checkpoint() throws IOException {
        return checkpoints.newest().orElseThrow(() -> new IOException("no checkpoint"));
    }

    @Override
    public synchronized byte[] tile(TileAddress address) {
        var bytes = new ByteArrayOutputStream();
        new StoredNodes(inside)
                .run(address.level(), address.index() * AuditTree.WIDTH, address.width())
                .forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
