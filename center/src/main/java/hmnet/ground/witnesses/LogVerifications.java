package hmnet.ground.witnesses;

import hmnet.ground.audit.AuditReport;
import hmnet.ground.audit.AuditReport.ReportVerdict;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What checks of the whole log said (監査証跡の検証の記録).
@Component
public class LogVerifications {
    private static final int WORDS_MAX = 1_000;

    private final JdbcClient db;

    /// @param db the centre's to read, the owner's to keep
    public LogVerifications(JdbcClient db) {
        this.db = db;
    }

    /// One check, when it was made.
    record KeptReport(OffsetDateTime at, AuditReport report) {}

    public void keep(AuditReport report) {
        db.sql("""
                        insert into audit_verification (events, size, root, seconds, verdict, leaf, words)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(report.events())
                .param(report.size())
                .param(report.root())
                .param(report.seconds())
                .param(report.verdict().word())
                .param(report.leaf().isPresent() ? report.leaf().getAsLong() : null)
                .param(report.words()
                        .substring(0, Math.min(WORDS_MAX, report.words().length())))
                .update();
    }

    /// The newest first.
    List<KeptReport> newest(int limit) {
        return db.sql("""
                        select at, events, size, root, seconds, verdict, leaf, words
                          from audit_verification order by at desc limit ?""")
                .param(limit)
                .query((row, number) -> {
                    var leaf = row.getObject("leaf", Long.class);
                    return new KeptReport(
                            row.getObject("at", OffsetDateTime.class),
                            new AuditReport(
                                    row.getLong("events"),
                                    row.getLong("size"),
                                    row.getString("root"),
                                    row.getDouble("seconds"),
                                    ReportVerdict.valueOf(row.getString("verdict")
                                            .toUpperCase(Locale.ROOT)
                                            .replace('-', '_')),
                                    leaf == null ? OptionalLong.empty() : OptionalLong.of(leaf),
                                    row.getString("words")));
                })
                .list();
    }
}
