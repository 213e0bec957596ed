package hmnet.consent.decisions;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The disclosure rules in force (開示ルール台帳). A change holds everywhere within two seconds.
@Component
public class Rules {
    private final JdbcClient db;
    private final Recent<RuleBook> book;

    Rules(JdbcClient db) {
        this.db = db;
        this.book = new Recent<>(this::read);
    }

    RuleBook book() {
        return book.get();
    }

    /// Adds a line to a facility's rule. Earlier lines stay as they were; the stronger one holds.
    public void add(
            FacilityId facility,
            LocalDate effectiveOn,
            long kinds,
            @Nullable String department,
            Audience audience,
            boolean disclosed,
            int delayDays,
            String agreedBy) {
        db.sql("""
                        insert into disclosure_rule (facility, effective_on, kinds, department, audience, disclosed,
                                                     delay_days, agreed_by)
                        values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?)""")
                .params(
                        facility.value(),
                        effectiveOn,
                        kinds,
                        department == null ? "" : department,
                        audience.word(),
                        disclosed,
                        delayDays,
                        agreedBy)
                .update();
        book.forget();
    }

    private RuleBook read() {
        return new RuleBook(db.sql("""
                        select id, facility, version, effective_on, kinds, department, audience, professions,
                               facility_kinds, disclosed, care_since, delay_days, only_released, preliminary
                          from disclosure_rule""").query(Rules::rule).list());
    }

    private static DisclosureRule rule(ResultSet row, int number) throws SQLException {
        var facility = row.getObject("facility", Long.class);
        return new DisclosureRule(
                row.getLong("id"),
                facility == null ? null : new FacilityId(facility),
                row.getInt("version"),
                row.getObject("effective_on", LocalDate.class),
                row.getLong("kinds"),
                row.getString("department"),
                row.getString("audience").equals("resident") ? Audience.RESIDENT : Audience.PROFESSIONAL,
                row.getLong("professions"),
                row.getLong("facility_kinds"),
                row.getBoolean("disclosed"),
                row.getObject("care_since", LocalDate.class),
                row.getInt("delay_days"),
                row.getBoolean("only_released"),
                row.getBoolean("preliminary"));
    }
}
