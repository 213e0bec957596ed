package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final EpochRows rows;
    private final SealedDemographics sealed;
    private final PeopleKeys keys;
    private final SealedNumbers numbers;

    Patients(
            JdbcTemplate db,
            MatchQueue matching,
            Insurances insurances,
            EpochRows rows,
            SealedDemographics sealed,
            PeopleKeys keys,
            SealedNumbers numbers) {
        this.db = db;
        this.numbers = numbers;
        this.rows = rows;
        this.sealed = sealed;
        this.keys = keys;
        this.matching = matching;
        this.insurances = insurances;
    }

    /// Whom each claim is about, in one round for a whole batch: those of the patient master first, and last
    /// those that tell nobody, which may be of somebody of whom another one tells. New numbers are taken down.
    /// A claim that no human under its number fits waits for a human's word: nothing of it is kept. Later
    /// demographics replace earlier ones by message time. Who is new or reads otherwise than before waits to be
    /// matched.
    public Map<PatientClaim, Resolution> resolve(FacilityId facility, Collection<PatientClaim> claims) {
        return resolve(facility, claims, Map.of());
    }

    /// The same beside what waits for a human's word already.
    ///
    /// @param asked by number what it tells
    public Map<PatientClaim, Resolution> resolve(
            FacilityId facility, Collection<PatientClaim> claims, Map<String, List<Demographics>> asked) {
        var known = rows.of(facility, claims.stream().map(PatientClaim::number).toList());
        var resolved = new HashMap<PatientClaim, Resolution>();
        var waiting = new HashMap<String, List<Demographics>>();
        var news = new ResolutionNews();
        var inOrder = claims.stream()
                .distinct()
                .sorted(Comparator.comparing(PatientClaim::master).reversed().thenComparing(PatientClaim::tellsNobody))
                .toList();
        for (var patientClaim : inOrder) {
            var epochs = known.computeIfAbsent(patientClaim.number(), number -> new ArrayList<>());
            if (epochs.isEmpty()) {
                epochs.add(rows.open(facility, List.of(), patientClaim));
            }
            var unanswered = waiting.computeIfAbsent(
                    patientClaim.number(), number -> new ArrayList<>(asked.getOrDefault(number, List.of())));
            var choice = EpochChoice.of(
                    epochs, unanswered, patientClaim, epoch -> rows.twin(facility, patientClaim.number(), epoch));
            if (choice.fits()) {
                show(facility, epochs, choice.epoch(), patientClaim, news);
                resolved.put(
                        patientClaim,
                        new Resolution.Known(new PatientId(choice.epoch().id())));
            } else {
                unanswered.add(patientClaim.demographics());
                resolved.put(
                        patientClaim,
                        new Resolution.Unclear(new PatientId(choice.epoch().id())));
            }
        }
        tell(news);
        return resolved;
    }

    /// Which human of its number each claim is about; nothing is written, and of a number nobody has sent yet it is
    /// nobody. What tells nothing is about the only human whom the number ever meant.
    ///
    /// @param asked by number what waits for a human's word
    public Map<PatientClaim, Resolution> whose(
            FacilityId facility, Collection<PatientClaim> claims, Map<String, List<Demographics>> asked) {
        var known = rows.of(facility, claims.stream().map(PatientClaim::number).toList());
        var found = new HashMap<PatientClaim, Resolution>();
        for (var patientClaim : claims) {
            var number = patientClaim.number();
            var epochs = known.getOrDefault(number, List.of());
            var unanswered = asked.getOrDefault(number, List.of());
            if (epochs.isEmpty()) {
                continue;
            }
            var choice = EpochChoice.of(epochs, unanswered, patientClaim, epoch -> rows.twin(facility, number, epoch));
            var sole = epochs.size() == 1 && unanswered.isEmpty() && patientClaim.tellsNobody();
            var patient = new PatientId(choice.epoch().id());
            found.put(
                    patientClaim,
                    sole || choice.fits() ? new Resolution.Known(patient) : new Resolution.Unclear(patient));
        }
        return found;
    }

    /// Whether what a human said once of the same description holds for this claim too: not of a visit
    /// after the death.
    public boolean stillHolds(FacilityId facility, PatientClaim patientClaim, PatientId patient) {
        return rows.of(facility, List.of(patientClaim.number())).getOrDefault(patientClaim.number(), List.of()).stream()
                .anyMatch(epoch -> epoch.id() == patient.value() && !epoch.diedBefore(patientClaim));
    }

    /// Takes a claim for the human of an epoch because a human said so. A visit after the death takes the
    /// death back.
    public void assign(FacilityId facility, PatientClaim patientClaim, PatientId patient) {
        var epochs = new ArrayList<>(
                rows.of(facility, List.of(patientClaim.number())).getOrDefault(patientClaim.number(), List.of()));
        var news = new ResolutionNews();
        epochs.stream()
                .filter(epoch -> epoch.id() == patient.value())
                .findFirst()
                .ifPresent(epoch -> show(facility, epochs, epoch.alive(patientClaim), patientClaim, news));
        tell(news);
    }

    /// The next epoch of the claim's number, for another human, because a human said so.
    public PatientId openNext(FacilityId facility, PatientClaim patientClaim) {
        var epochs = new ArrayList<>(
                rows.of(facility, List.of(patientClaim.number())).getOrDefault(patientClaim.number(), List.of()));
        var epoch = rows.open(facility, epochs, patientClaim);
        epochs.add(epoch);
        var news = new ResolutionNews();
        show(facility, epochs, epoch, patientClaim, news);
        tell(news);
        return new PatientId(epoch.id());
    }

    /// Everybody whom a chart number ever meant, as known now, the first first.
    public List<ChartNumberHolder> holders(FacilityId facility, String number) {
        return rows.of(facility, List.of(number)).getOrDefault(number, List.of()).stream()
                .map(epoch -> new ChartNumberHolder(new PatientId(epoch.id()), epoch.number(), epoch.known()))
                .toList();
    }

    /// One human whom a number means or meant.
    ///
    /// @param epoch counts from one
    public record ChartNumberHolder(PatientId patient, int epoch, Demographics shown) {}

    /// Whether the only human whom a claim's number ever meant is plainly not the one of whom it tells: of another
    /// name,
    /// and born on another day.
    public boolean isPlainlyAnother(FacilityId facility, PatientClaim patientClaim) {
        var epochs = rows.of(facility, List.of(patientClaim.number())).getOrDefault(patientClaim.number(), List.of());
        return epochs.size() == 1 && epochs.getFirst().resemblance(patientClaim).plainlyAnother();
    }

    /// The only human whom a claim's number ever meant, where that is enough to file the claim without a human's word.
    /// Nothing is written.
    ///
    /// @param asked by number what waits for a human's word
    public Optional<PatientId> soleHolder(
            FacilityId facility, PatientClaim patientClaim, Map<String, List<Demographics>> asked) {
        var number = patientClaim.number();
        var epochs = rows.of(facility, List.of(number)).getOrDefault(number, List.of());
        return epochs.size() == 1
                        && EpochChoice.of(
                                        epochs,
                                        asked.getOrDefault(number, List.of()),
                                        patientClaim,
                                        epoch -> rows.twin(facility, number, epoch))
                                .fits()
                ? Optional.of(new PatientId(epochs.getFirst().id()))
                : Optional.empty();
    }

    private void show(
            FacilityId facility, List<Epoch> epochs, Epoch epoch, PatientClaim patientClaim, ResolutionNews news) {
        var after = epoch.after(patientClaim);
        if (!after.shown().equals(epoch.shown())) {
            news.changed().add(epoch.id());
        }
        var place = epochs.stream().map(Epoch::id).toList().indexOf(epoch.id());
        if (!after.equals(epochs.get(place))) {
            rows.write(facility, after);
            epochs.set(place, after);
        }
        if (epoch.yieldsTo(patientClaim) && patientClaim.insured() != null) {
            news.insured().put(epoch.id(), patientClaim.insured());
        }
    }

    private void tell(ResolutionNews news) {
        news.changed().addAll(insurances.keep(news.insured()));
        matching.add(news.changed());
    }

    /// What a round changed: who reads otherwise, and how somebody is insured.
    private record ResolutionNews(Set<Long> changed, Map<Long, InsuredNumber> insured) {
        private ResolutionNews() {
            this(new LinkedHashSet<>(), new HashMap<>());
        }
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
                        select id, facility, number, shown from patient
                         where facility = ? and domain = '' and number = ? and closed_at is null
                           and demographics_at > '-infinity'
                         order by epoch desc limit 1""", this::shown, facility.value(), numbers.of(facility, number)).stream()
                .findFirst();
    }

    /// The facility's own open charts of one birth date, by number; the number is sealed, so that the id decides who is
    /// cut off where there are more than anybody looks through.
    public List<PatientDetails> born(FacilityId facility, LocalDate on) {
        return db.query("""
                select id, facility, number, shown from patient
                 where facility = ? and domain = '' and born_key = ? and closed_at is null
                   and demographics_at > '-infinity'
                 order by id limit ?""", this::shown, facility.value(), keys.born(on), BORN_MAX).stream()
                .sorted(Comparator.comparing(PatientDetails::number))
                .toList();
    }

    private PatientDetails shown(ResultSet row, int n) throws SQLException {
        var said = sealed.patient(row, "id");
        return new PatientDetails(
                numbers.open(row),
                said.familyName() + "　" + said.givenName(),
                said.familyKana() + "　" + said.givenKana(),
                said.birthDate(),
                said.sex(),
                said.address());
    }

    /// What the facility's patient master says of a chart number's holder: the name, or nothing when no
    /// master came yet.
    public Optional<String> masterName(FacilityId facility, String number) {
        return db
                .query("""
                        select id, shown from patient
                         where facility = ? and domain = '' and number = ? and demographics_rank = 1
                         order by demographics_at desc limit 1""", (row, n) -> sealed.patient(row, "id"), facility.value(), numbers.of(facility, number))
                .stream()
                .findFirst()
                .map(said -> said.familyName() + said.givenName());
    }
}
