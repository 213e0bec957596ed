package hmnet.office.anomalies;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rules by which the log is looked through (気づきの規則), as dated lines: none is changed, a later one takes its place.
@Component
class AnomalyRules {
    private static final int MOST = 500;
    private final JdbcClient db;
    private final Audit audit;
    private final FieldSeal seal;

    AnomalyRules(JdbcClient db, Audit audit, Keys keys) {
        this.db = db;
        this.audit = audit;
        this.seal = new FieldSeal(keys, "anomaly rules");
    }

    /// How a rule is to stand from a day on.
    ///
    /// @param nightFrom of NIGHT alone; else it is not looked at
    record RuleChange(
            AnomalyRule rule,
            LocalDate since,
            boolean active,
            int threshold,
            int weight,
            int nightFrom,
            int nightUntil) {}

    /// All lines, the latest first.
    List<AnomalyRuleLine> lines() {
        return db.sql("select * from anomaly_rule order by since desc, id desc limit ?")
                .param(MOST)
                .query(this::read)
                .list();
    }

    /// The lines in effect on a day, one of each rule; those that stand still are not there.
    List<AnomalyRuleLine> on(LocalDate day) {
        return db
                .sql(
                        "select distinct on (rule) * from anomaly_rule where since <= ? order by rule, since desc, id desc")
                .param(day)
                .query(this::read)
                .list()
                .stream()
                .filter(AnomalyRuleLine::active)
                .toList();
    }

    @Transactional
    void set(RuleChange change, String why, Requester by) {
        var isNight = change.rule() == AnomalyRule.NIGHT;
        db.sql("""
                        insert into anomaly_rule (rule, since, active, threshold, weight, night_from, night_until, set_by, why)
                        values (:rule, :since, :active, :threshold, :weight, :from, :until, :by, :why)""")
                .param("rule", change.rule().word())
                .param("since", change.since())
                .param("active", change.active())
                .param("threshold", change.threshold())
                .param("weight", change.weight())
                .param("from", isNight ? change.nightFrom() : null, Types.SMALLINT)
                .param("until", isNight ? change.nightUntil() : null, Types.SMALLINT)
                .param("by", by.staff().value())
                .param("why", seal.seal(place(change.rule()), why.strip().getBytes(StandardCharsets.UTF_8)))
                .update();
        var detail = new TreeMap<>(Map.of(
                "rule", change.rule().word(),
                "since", change.since().toString(),
                "active", Boolean.toString(change.active()),
                "threshold", Integer.toString(change.threshold()),
                "weight", Integer.toString(change.weight()),
                "why", why.strip()));
        if (isNight) {
            detail.put("night", change.nightFrom() + "-" + change.nightUntil());
        }
        audit.write(by.did(Action.ANOMALY_RULE_SET, "set").with(detail));
    }

    private static String place(AnomalyRule rule) {
        return "anomaly_rule.why|" + rule.word();
    }

    private AnomalyRuleLine read(ResultSet row, int number) throws SQLException {
        var rule = ColumnWord.read(row, "rule", AnomalyRule.class);
        var why = row.getBytes("why");
        var by = row.getObject("set_by", Long.class);
        return new AnomalyRuleLine(
                rule,
                row.getObject("since", LocalDate.class),
                row.getBoolean("active"),
                row.getInt("threshold"),
                row.getInt("weight"),
                row.getObject("night_from", Integer.class),
                row.getObject("night_until", Integer.class),
                by == null ? null : new StaffId(by),
                row.getObject("set_at", OffsetDateTime.class),
                why == null ? null : new String(seal.open(place(rule), why), StandardCharsets.UTF_8));
    }
}
