package hmnet.people.patients;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Patients as facilities know them (患者): which human a message under a chart number is about.
@Component
public class Patients {
    /// More than are born on one day among the patients of one hospital.
    private static final int BORN_MAX = 500;

    private final JdbcTemplate db;
    private final MatchQueue matching;
    private final Insurances insurances;

    Patients(JdbcTemplate db, MatchQueue matching, Insurances insurances) {
        this.db = db;
        this.matching = matching;
        this.insurances = insurances;
    }

    /// The patient each claim is about, in one round for a whole batch. New numbers are taken down; a claim
    /// that cannot be the human known under its number opens a new epoch and an entry for a human to review;
    /// later demographics replace earlier ones by message time, and the number is whose message is the latest.
    /// Who is new or reads otherwise than before waits to be matched.
    public Map<PatientClaim, PatientId> resolve(FacilityId facility, Collection<PatientClaim> claims) {
        var known = epochs(facility, claims);
        var resolved = new HashMap<PatientClaim, PatientId>();
        var changed = new LinkedHashSet<Long>();
        var insured = new HashMap<Long, InsuredNumber>();
        for (var patientClaim : claims) {
            var epochs = known.computeIfAbsent(patientClaim.number(), number -> new ArrayList<>());
            var epoch = pick(epochs, patientClaim).orElseGet(() -> open(facility, epochs, patientClaim));
            if (epoch.yieldsTo(patientClaim)) {
                if (!epoch.said().equals(Epoch.said(patientClaim))) {
                    changed.add(epoch.id());
                }
                epochs.set(epochs.indexOf(epoch), show(epoch, patientClaim));
                if (patientClaim.insured() != null) {
                    insured.put(epoch.id(), patientClaim.insured());
                }
            }
            resolved.put(patientClaim, new PatientId(epoch.id()));
        }
        changed.addAll(insurances.keep(insured));
        matching.add(changed);
        return resolved;
    }

    /// The holder of a chart number as the facility's desk compares it.
    public record PatientDetails(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birthDate,
            String sex,
            String address) {}

    /// The open epoch of one of the facility's own chart numbers, once something of it was received.
    public Optional<PatientDetails> shown(FacilityId facility, String number) {
        return db.query("""
                        select number, family_name, given_name, family_kana, given_kana, birth_date, sex, address
                          from patient
                         where facility = ? and domain = '' and number = ? and closed_at is null
                           and demographics_at > '-infinity'
                         order by epoch desc limit 1""", Patients::shown, facility.value(), number).stream().findFirst();
    }

    /// The facility's own open charts of one birth date, by number.
    public List<PatientDetails> born(FacilityId facility, LocalDate on) {
        return db.query("""
                select number, family_name, given_name, family_kana, given_kana, birth_date, sex, address
                  from patient
                 where facility = ? and domain = '' and birth_date = ? and closed_at is null
                   and demographics_at > '-infinity'
                 order by number collate "C" limit ?""", Patients::shown, facility.value(), on, BORN_MAX);
    }

    private static PatientDetails shown(ResultSet row, int n) throws SQLException {
        return new PatientDetails(
                row.getString("number"),
                row.getString("family_name") + "　" + row.getString("given_name"),
                row.getString("family_kana") + "　" + row.getString("given_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("address"));
    }

    /// What the facility's patient master says of a chart number's holder: the name, or nothing when no
    /// master came yet.
    public Optional<String> masterName(FacilityId facility, String number) {
        return db.query("""
                        select family_name || given_name as name from patient
                         where facility = ? and domain = '' and number = ? and demographics_rank = 1
                         order by demographics_at desc limit 1""", (row, n) -> row.getString("name"), facility.value(), number).stream()
                .findFirst();
    }

    private static Optional<Epoch> pick(List<Epoch> epochs, PatientClaim patientClaim) {
        return epochs.reversed().stream()
                .filter(epoch -> epoch.canBe(patientClaim))
                .findFirst();
    }

    private Epoch open(FacilityId facility, List<Epoch> epochs, PatientClaim patientClaim) {
        var number = epochs.size() + 1;
        var d = patientClaim.demographics();
        var id = db.queryForObject(
                "insert into patient (facility, number, epoch) values (?, ?, ?) returning id",
                Long.class,
                facility.value(),
                patientClaim.number(),
                number);
        var epoch = new Epoch(
                java.util.Objects.requireNonNull(id),
                number,
                d.familyName() + d.givenName(),
                d.familyKana() + d.givenKana(),
                d.birthDate(),
                d.diedOn(),
                0,
                OffsetDateTime.MIN,
                "");
        if (!epochs.isEmpty()) {
            var before = Collections.max(epochs, Comparator.comparing(Epoch::at));
            var holder = patientClaim.at().isBefore(before.at()) ? before : epoch;
            db.update(
                    "update patient set closed_at = now() where id = ?",
                    holder.equals(epoch) ? before.id() : epoch.id());
            db.update(
                    "insert into identity_review (patient, other, kind) values (?, ?, 'epoch')",
                    epoch.id(),
                    before.id());
        }
        epochs.add(epoch);
        return epoch;
    }

    private Epoch show(Epoch epoch, PatientClaim patientClaim) {
        var d = patientClaim.demographics();
        db.update(
                """
                update patient
                   set family_name = ?, given_name = ?, family_kana = ?, given_kana = ?, birth_date = ?, sex = ?,
                       postal_code = ?, address = ?, phone = ?, died_on = ?, demographics_at = ?, demographics_rank = ?
                 where id = ?""",
                d.familyName(),
                d.givenName(),
                d.familyKana(),
                d.givenKana(),
                d.birthDate(),
                d.sex(),
                d.postalCode(),
                d.address(),
                d.phone(),
                d.diedOn(),
                patientClaim.at(),
                patientClaim.master() ? 1 : 0,
                epoch.id());
        return new Epoch(
                epoch.id(),
                epoch.number(),
                d.familyName() + d.givenName(),
                d.familyKana() + d.givenKana(),
                d.birthDate(),
                d.diedOn(),
                patientClaim.master() ? 1 : 0,
                patientClaim.at(),
                Epoch.said(patientClaim));
    }

    private Map<String, List<Epoch>> epochs(FacilityId facility, Collection<PatientClaim> claims) {
        var numbers = claims.stream().map(PatientClaim::number).distinct().toArray(String[]::new);
        var known = new HashMap<String, List<Epoch>>();
        db.query(
                """
                select id, number, epoch, family_name || given_name as name, family_kana || given_kana as kana,
                       birth_date, died_on, demographics_rank,
                       greatest(demographics_at, '0001-01-01Z'::timestamptz) as at,
                       concat_ws(e'\\x1f', family_name, given_name, family_kana, given_kana,
                                 coalesce(birth_date::text, ''), sex, postal_code, address, phone) as said
                  from patient
                 where facility = ? and domain = '' and number = any(?)
                 order by number, epoch""",
                (ResultSet row) -> {
                    known.computeIfAbsent(row.getString("number"), n -> new ArrayList<>())
                            .add(read(row));
                },
                facility.value(),
                numbers);
        return known;
    }

    private static Epoch read(ResultSet row) throws SQLException {
        return new Epoch(
                row.getLong("id"),
                row.getInt("epoch"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("died_on", LocalDate.class),
                row.getInt("demographics_rank"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("said"));
    }
}
