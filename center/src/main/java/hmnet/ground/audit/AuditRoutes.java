package hmnet.ground.audit;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.Hash;
import hmnet.witness.log.TileAddress;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The tree for the public (監査ログの公開口): checkpoint, key and hashes, by which anybody can check that
/// nothing was changed. Hashes of salted events say nothing about anyone.
@RestController
class AuditRoutes {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private final Checkpoints checkpoints;
    private final JdbcClient db;

    AuditRoutes(Checkpoints checkpoints, JdbcClient db) {
        this.checkpoints = checkpoints;
        this.db = db;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/audit/checkpoint")
    ResponseEntity<String> checkpoint() {
        return answer(checkpoints.newest());
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/audit/key")
    ResponseEntity<String> key() {
        return answer(Optional.of(checkpoints.verifier() + "\n"));
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/audit/tile/{level}/{*index}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String index) {
        return TileAddress.of(level, index.substring(1))
                .filter(address -> address.in(checkpoints.size()))
                .map(this::hashes)
                .map(hashes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(hashes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private byte[] hashes(TileAddress tile) {
        var bytes = new ByteArrayOutputStream(tile.width() * Hash.BYTES);
        new StoredNodes(db)
                .run(tile.level(), tile.index() * AuditTree.WIDTH, tile.width())
                .forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private static ResponseEntity<String> answer(Optional<String> text) {
        return text.map(body -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .body(body))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
