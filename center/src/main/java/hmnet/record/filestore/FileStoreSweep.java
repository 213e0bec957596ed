package hmnet.record.filestore;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes what nobody refers to (参照のないファイルの削除), and says when something that is referred to is missing.
@Component
class FileStoreSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FileStoreSweep.class);

    /// Longer than it takes anybody to name what was written.
    static final Duration GRACE = Duration.ofHours(24);

    private final JdbcClient db;
    private final FileStore store;
    private final StoredObjects objects;
    private final FileStoreCheck check;

    FileStoreSweep(JdbcClient db, FileStore store, StoredObjects objects) {
        this.db = db;
        this.store = store;
        this.objects = objects;
        this.check = new FileStoreCheck(db, store);
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    void sweep() {
        try {
            sweep(Instant.now().minus(GRACE));
            var count = check.count();
            if (!count.sound()) {
                LOG.error("ALARM: {}", count);
            }
        } catch (IOException | DataAccessException e) {
            LOG.warn("The file store is swept later: {}", e.getMessage());
        }
    }

    /// @param before what was written before this and has no row is an orphan
    void sweep(Instant before) throws IOException {
        objects.drop(db.sql("select id from stored_object where expires_at < now()")
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
        var orphans = new ArrayList<UUID>();
        store.forEach(found -> {
            if (found.since().isBefore(before) && !isNamed(found.name())) {
                orphans.add(found.name());
            }
        });
        orphans.forEach(objects::discard);
        store.forgetUnfinished(before);
    }

    private boolean isNamed(UUID id) {
        return db.sql("select exists (select from stored_object where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
