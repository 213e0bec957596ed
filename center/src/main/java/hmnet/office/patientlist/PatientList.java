package hmnet.office.patientlist;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.links.LinkSource;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.charts.LastVisits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A facility's own patients (患者一覧): which are linked, have a card, have agreed. Numbers and
/// readings are sealed: the order is made after opening all of the facility's numbers, or the readings that begin so.
@Component
public class PatientList {
    /// How many of a page are looked up at a time.
    private static final int LOOKED_UP = 500;

    private final JdbcClient db;
    private final LastVisits lastVisits;
    private final Successions successions;
    private final ReadingOrder readings;
    private final NumberOrder order;
    private final SealedNumbers numbers;
    private final SealedDemographics sealed;

    PatientList(
            JdbcClient db,
            LastVisits lastVisits,
            Successions successions,
            ReadingOrder readings,
            NumberOrder order,
            SealedNumbers numbers,
            SealedDemographics sealed) {
        this.order = order;
        this.numbers = numbers;
        this.db = db;
        this.readings = readings;
        this.sealed = sealed;
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
        private ListPlace last() {
            return new ListPlace(after, afterPatient);
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
        PatientRow keyed(String place) {
            return new PatientRow(patient, place, number, name, kana, birth, sex, source, card, consent, lastVisit);
        }

        PatientRow seen(@Nullable LocalDate day) {
            return new PatientRow(patient, key, number, name, kana, birth, sex, source, card, consent, day);
        }
    }

    /// Inside the caller's transaction, which writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PatientRow> page(PatientListQuery asked, int limit) {
        var places = places(asked);
        var found = new ArrayList<PatientRow>();
        for (var from = 0; from < places.size() && found.size() < limit; from += LOOKED_UP) {
            found.addAll(lookedUp(asked, places, from));
        }
        return seen(asked, found.subList(0, Math.min(limit, found.size())));
    }

    /// All of them, some at a time, put in order once. Inside the caller's transaction, which writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(PatientListQuery asked, Consumer<List<PatientRow>> taker) {
        var places = places(asked);
        for (var from = 0; from < places.size(); from += LOOKED_UP) {
            taker.accept(seen(asked, lookedUp(asked, places, from)));
        }
    }

    private List<ListPlace> places(PatientListQuery asked) {
        var facility = asked.by().facility();
        return asked.kana()
                ? readings.after(facility, asked.begins(), asked.last())
                : order.after(facility, asked.begins(), asked.last());
    }

    /// The order is made outside the database, which sees neither numbers nor readings; who is found is looked up
    /// a few at a time.
    private List<PatientRow> lookedUp(PatientListQuery asked, List<ListPlace> places, int from) {
        var some = places.subList(from, Math.min(places.size(), from + LOOKED_UP));
        var rows = new HashMap<Long, PatientRow>();
        rows(asked, "v.patient = any(:patients::bigint[]) and " + asked.shown().condition)
                .param("patients", some.stream().map(ListPlace::patient).toArray(Long[]::new))
                .query(this::row)
                .list()
                .forEach(row -> rows.put(row.patient().value(), row));
        var found = new ArrayList<PatientRow>();
        for (var place : some) {
            var row = rows.get(place.patient());
            if (row != null) {
                found.add(row.keyed(place.key()));
            }
        }
        return found;
    }

    private List<PatientRow> seen(PatientListQuery asked, List<PatientRow> rows) {
        var days = lastVisits.of(
                asked.by().facility(), rows.stream().map(PatientRow::patient).toList());
        return rows.stream().map(row -> row.seen(days.get(row.patient()))).toList();
    }

    private StatementSpec rows(PatientListQuery asked, String which) {
        return db.sql("""
                        select v.patient, v.facility, v.number, v.shown,
                               case when not k.kept then v.source end as source,
                               coalesce(a.card and not k.kept, false) as card,
                               case when k.kept then %1$s else coalesce(a.state, %1$s) end as consent
                          from patient_listed v
                          left join person_agreed a on a.person = v.person
                         cross join lateral (select coalesce(a.kept_facilities && :line::bigint[]
                                                             or :staff = any(a.kept_staff), false) as kept) k
                         where v.facility = :facility and %2$s""".formatted(ConsentState.NONE.sql(), which))
                .param("facility", asked.by().facility().value())
                .param("line", successions.now().numbers(asked.by().facility(), Follows.SHUTTING_OUT))
                .param("staff", asked.by().staff().value());
    }

    /// How many patients of the facility are known.
    long count(FacilityId facility) {
        return db.sql("select patients from patient_count where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private PatientRow row(ResultSet row, int n) throws SQLException {
        var said = sealed.patient(row, "patient");
        var number = numbers.open(row);
        return new PatientRow(
                new PatientId(row.getLong("patient")),
                number,
                number,
                said.familyName() + "　" + said.givenName(),
                said.familyKana() + "　" + said.givenKana(),
                said.birthDate(),
                said.sex(),
                ColumnWord.readIfAny(row, "source", LinkSource.class).orElse(null),
                row.getBoolean("card"),
                ColumnWord.read(row, "consent", ConsentState.class),
                null);
    }
}
