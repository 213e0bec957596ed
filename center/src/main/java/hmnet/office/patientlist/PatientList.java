package hmnet.office.patientlist;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.links.LinkSource;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.LastVisits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A facility's own patients (患者一覧): which are linked, have a card, have agreed. A page is found by its
/// first key, however many patients there are.
@Component
public class PatientList {
    /// Sorts behind every number and every reading.
    private static final String LAST = "\uDBFF\uDFFD";

    private final JdbcClient db;
    private final LastVisits lastVisits;
    private final Successions successions;

    PatientList(JdbcClient db, LastVisits lastVisits, Successions successions) {
        this.db = db;
        this.successions = successions;
        this.lastVisits = lastVisits;
    }

    /// Which of them are asked for (絞り込み).
    public enum PatientListFilter {
        ALL("true"),
        LINKED("v.person is not null and not k.kept"),
        UNLINKED("(v.person is null or k.kept)"),
        CARD("a.card and not k.kept"),
        NO_CARD("(a.card is not true or k.kept)"),
        GIVEN("a.state = " + ConsentState.GIVEN.sql() + " and not k.kept"),
        NOT_GIVEN("(coalesce(a.state, %1$s) = %1$s or k.kept)".formatted(ConsentState.NONE.sql())),
        WITHDRAWN("a.state = " + ConsentState.WITHDRAWN.sql() + " and not k.kept");

        private final String condition;

        PatientListFilter(String condition) {
            this.condition = condition;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What is asked for.
    ///
    /// @param by whose facility's list it is; who is protected from it, or from them, reads as not linked
    /// @param begins how the number, or with `kana` the reading, begins
    /// @param after the key of the last line of the page before, or empty
    /// @param afterPatient the patient of that line
    record PatientListQuery(
            Requester by, String begins, boolean kana, PatientListFilter shown, String after, long afterPatient) {
        /// One lower bound, so that the index is entered where the page begins.
        String from() {
            return after.startsWith(begins) ? after : begins;
        }

        PatientListQuery behind(PatientRow row) {
            return new PatientListQuery(
                    by, begins, kana, shown, row.key(), row.patient().value());
        }
    }

    /// One patient.
    ///
    /// @param key what the list is ordered by
    /// @param source null for one not linked
    record PatientRow(
            PatientId patient,
            String key,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            @Nullable LinkSource source,
            boolean card,
            ConsentState consent,
            @Nullable LocalDate lastVisit) {
        PatientRow seen(@Nullable LocalDate day) {
            return new PatientRow(patient, key, number, name, kana, birth, sex, source, card, consent, day);
        }
    }

    /// Inside the caller's transaction, which writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PatientRow> page(PatientListQuery asked, int limit) {
        var key = asked.kana() ? "v.folded_kana collate \"C\"" : "v.number collate \"C\"";
        var rows = db.sql("""
                        select v.patient, %1$s as key, v.number, v.name, v.kana, v.birth_date, v.sex,
                               case when not k.kept then v.source end as source,
                               coalesce(a.card and not k.kept, false) as card,
                               case when k.kept then %3$s else coalesce(a.state, %3$s) end as consent
                          from patient_listed v
                          left join person_agreed a on a.person = v.person
                         cross join lateral (select coalesce(a.kept_facilities && :line::bigint[]
                                                             or :staff = any(a.kept_staff), false) as kept) k
                         where v.facility = :facility and %1$s < :ends
                           and (%1$s, v.patient) > (:after, :patient) and %2$s
                         order by %1$s, v.patient limit :limit""".formatted(key, asked.shown().condition, ConsentState.NONE.sql()))
                .param("facility", asked.by().facility().value())
                .param("line", successions.now().numbers(asked.by().facility(), Follows.SHUTTING_OUT))
                .param("staff", asked.by().staff().value())
                .param("ends", asked.begins() + LAST)
                .param("after", asked.from())
                .param("patient", asked.afterPatient())
                .param("limit", limit)
                .query(PatientList::row)
                .list();
        var days = lastVisits.of(
                asked.by().facility(), rows.stream().map(PatientRow::patient).toList());
        return rows.stream().map(row -> row.seen(days.get(row.patient()))).toList();
    }

    /// A reading as it is searched.
    String folded(String reading) {
        return db.sql("select kana_folded(?)")
                .param(reading)
                .query(String.class)
                .single();
    }

    /// How many patients of the facility are known.
    long count(FacilityId facility) {
        return db.sql("select patients from patient_count where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static PatientRow row(ResultSet row, int number) throws SQLException {
        return new PatientRow(
                new PatientId(row.getLong("patient")),
                row.getString("key"),
                row.getString("number"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                ColumnWord.readIfAny(row, "source", LinkSource.class).orElse(null),
                row.getBoolean("card"),
                ColumnWord.read(row, "consent", ConsentState.class),
                null);
    }
}
