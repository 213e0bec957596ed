package hmnet.bench.tamper;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.AuditCheck.Verdict;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.LogGlance;
import hmnet.witness.log.PublicRecount;
import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A log of some tiles, in the hands of whoever owns its tables and the centre's key (攻撃を受けるログ). The copies beside the
/// database are gone, which is the worst case; a witness elsewhere saw all of it.
final class LogUnderAttack implements AutoCloseable {
    private static final int BATCHES = 40;
    private static final int BATCH_MAX = 25;
    private static final AuditSettings SETTINGS = new AuditSettings("hmnet.example", 200, List.of(), 60);

    /// Who noticed.
    enum Finder {
        VERIFY,
        WITNESS,
        NOBODY
    }

    private final Connection owner;
    private final AuditCheck check;
    private final LogGlance glance;
    private final PublishedTables published;
    private final TamperedTables tables;
    private final Checkpoint seen;

    private LogUnderAttack(Accounts accounts, Keys keys, String seen) throws SQLException {
        this.owner = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        owner.setAutoCommit(false);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
        var checkpoints = new Checkpoints(inside, keys, SETTINGS);
        this.check = new AuditCheck(keys, List.of());
        this.glance = new LogGlance(VerifierKey.ofLog(checkpoints.verifier()));
        this.published = new PublishedTables(inside, checkpoints);
        this.tables = new TamperedTables(inside, checkpoints, keys);
        this.seen = Checkpoint.read(seen);
    }

    /// Fills the log of an empty centre.
    static LogUnderAttack in(ApplicationContext centre) throws SQLException {
        var audit = centre.getBean(Audit.class);
        var checkpoints = centre.getBean(Checkpoints.class);
        var transaction = centre.getBean(TransactionTemplate.class);
        var lots = new SplittableRandom(BATCHES);
        for (var batch = 0; batch < BATCHES; batch++) {
            var events = 1 + lots.nextInt(BATCH_MAX);
            var before = checkpoints.size();
            transaction.executeWithoutResult(status -> {
                for (var n = 0; n < events; n++) {
                    audit.write(Trace.of(Action.CHART_OPENED, Actor.staff(12 + n), "opened")
                            .about(n % 2 == 0 ? UUID.randomUUID() : null));
                }
            });
            await(checkpoints, before + events);
        }
        return new LogUnderAttack(
                centre.getBean(Accounts.class),
                centre.getBean(Keys.class),
                checkpoints.newest().orElseThrow());
    }

    private static void await(Checkpoints checkpoints, long size) {
        try {
            while (checkpoints.size() < size) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Who notices one tampering, which is undone afterwards.
    Finder finderOf(TamperKind kind, SplittableRandom lots) throws SQLException, IOException {
        try {
            kind.run(tables, lots);
            return finder();
        } finally {
            owner.rollback();
        }
    }

    /// Who finds something in the log as it is.
    Finder finder() throws SQLException, IOException {
        if (!(check.check(owner) instanceof Verdict.Sound)) {
            return Finder.VERIFY;
        }
        return switch (glance.look(published, seen)) {
            case LogGlance.GlanceResult.Contradiction wrong -> Finder.WITNESS;
            case LogGlance.GlanceResult.Consistent same -> counted(same.checkpoint());
        };
    }

    private Finder counted(Checkpoint now) throws IOException {
        try {
            new PublicRecount(published, now, List.of(seen)).run();
            return Finder.NOBODY;
        } catch (BrokenLog broken) {
            return Finder.WITNESS;
        }
    }

    @Override
    public void close() throws SQLException {
        owner.rollback();
        owner.close();
    }
}
