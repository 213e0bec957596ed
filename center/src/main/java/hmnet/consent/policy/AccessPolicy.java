package hmnet.consent.policy;

import hmnet.formats.model.code.Label;
import hmnet.ground.database.Recent;
import hmnet.ground.directory.Profession;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The policy in force (開示方針台帳). A change holds everywhere within a second.
@Component
public class AccessPolicy {
    private static final Duration FRESH = Duration.ofMillis(700);

    private final JdbcClient db;
    private final Recent<PolicyBook> book;

    AccessPolicy(JdbcClient db) {
        this.db = db;
        this.book = new Recent<>(this::read, FRESH);
    }

    public PolicyBook book() {
        return book.get();
    }

    /// Adds a line. Earlier ones stay as they were; the stronger one holds.
    public void add(PolicyDraft draft, String why, String agreedBy) {
        switch (draft) {
            case PolicyDraft.ProfessionDraft line ->
                db.sql("""
                                insert into profession_line (profession, facility_kinds, effective_on, kinds, labels,
                                                             why, agreed_by)
                                values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                line.profession().word(),
                                line.facilityKinds(),
                                line.effectiveOn(),
                                line.kinds(),
                                line.labels(),
                                why,
                                agreedBy)
                        .update();
            case PolicyDraft.SafetyDraft line ->
                db.sql("""
                                insert into safety_line (label, effective_on, professions, kinds, why, agreed_by)
                                values (?, ?, ?, ?, ?, ?)""")
                        .params(
                                line.label().name(),
                                line.effectiveOn(),
                                line.professions(),
                                line.kinds(),
                                why,
                                agreedBy)
                        .update();
        }
        book.forget();
    }

    private PolicyBook read() {
        return new PolicyBook(
                db.sql("""
                                select id, profession, facility_kinds, effective_on, kinds, labels, why, agreed_by
                                  from profession_line""")
                        .query((row, number) -> new ProfessionLine(
                                row.getLong("id"),
                                Profession.of(row.getString("profession")),
                                row.getLong("facility_kinds"),
                                row.getObject("effective_on", LocalDate.class),
                                row.getLong("kinds"),
                                row.getLong("labels"),
                                row.getString("why"),
                                row.getString("agreed_by")))
                        .list(),
                db.sql("select id, label, effective_on, professions, kinds, why, agreed_by from safety_line")
                        .query((row, number) -> new SafetyLine(
                                row.getLong("id"),
                                Label.valueOf(row.getString("label")),
                                row.getObject("effective_on", LocalDate.class),
                                row.getLong("professions"),
                                row.getLong("kinds"),
                                row.getString("why"),
                                row.getString("agreed_by")))
                        .list());
    }
}
