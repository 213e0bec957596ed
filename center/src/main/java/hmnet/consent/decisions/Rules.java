package hmnet.consent.decisions;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

    /// Adds what was drafted, a line for each kind.
    public void add(RuleDraft draft, String agreedBy) {
        for (var rule : draft.lines(read())) {
            db.sql("""
                            insert into disclosure_rule (facility, version, effective_on, kinds, department, audience,
                                                         professions, facility_kinds, disclosed, care_since,
                                                         delay_days, only_released, preliminary, agreed_by)
                            values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            draft.facility().value(),
                            rule.version(),
                            rule.effectiveOn(),
                            rule.kinds(),
                            rule.department() == null ? "" : rule.department(),
                            rule.audience().word(),
                            rule.professions(),
                            rule.facilityKinds(),
                            rule.disclosed())
                    .param(rule.careSince())
                    .params(rule.delayDays(), rule.onlyReleased(), rule.preliminary(), agreedBy)
                    .update();
        }
        book.forget();
    }

    /// A line as the register keeps it.
    ///
    /// @param ofNetwork whether it is the network's default
    public record RuleEntry(
            LocalDate effectiveOn,
            boolean ofNetwork,
            long kinds,
            @Nullable String department,
            String audience,
            long professions,
            boolean disclosed,
            int delayDays,
            String agreedBy) {
        public boolean allKinds() {
            return kinds == -1;
        }

        public List<RecordKind> kindList() {
            return Stream.of(RecordKind.values())
                    .filter(kind -> (kinds & kind.mask()) != 0)
                    .toList();
        }

        public boolean allProfessions() {
            return professions == -1;
        }

        public List<Profession> professionList() {
            return Stream.of(Profession.values())
                    .filter(one -> (professions & one.mask()) != 0)
                    .toList();
        }
    }

    /// A facility's lines and the network's, the latest first.
    public List<RuleEntry> of(FacilityId facility) {
        return db.sql("""
                        select effective_on, facility is null as of_network, kinds, department, audience, professions,
                               disclosed, delay_days, agreed_by
                          from disclosure_rule
                         where facility = ? or facility is null
                         order by effective_on desc, facility is null, id desc limit 500""")
                .param(facility.value())
                .query((row, number) -> new RuleEntry(
                        row.getObject("effective_on", LocalDate.class),
                        row.getBoolean("of_network"),
                        row.getLong("kinds"),
                        row.getString("department"),
                        row.getString("audience"),
                        row.getLong("professions"),
                        row.getBoolean("disclosed"),
                        row.getInt("delay_days"),
                        row.getString("agreed_by")))
                .list();
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
