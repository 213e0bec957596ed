package hmnet.bench.decision;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.emergency.ConsentGiver;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.emergency.LifeRisk;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.PolicyDraft.ProfessionDraft;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.people.patients.PersonId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who asks for whose chart in the bench of decisions (判定の測定の配役), and by what rules: a region's people with all
/// positions of a consent, denials within it, ties that begin at a day, hospitals that delay and close, a
/// policy with lines of its own for some readers. What is data here is made through the doors that counters and
/// the office use; ties alone are written at once.
final class DecisionCast {
    private static final String AGREED = "bench of decisions";
    private static final int DELAY_DAYS = 3;

    /// Where nobody of the region works: the policy has a line for it alone.
    private static final FacilityKind OPEN_KIND = FacilityKind.CHECKUP;

    /// Those whom rules, policy and denials are about: doctors, nurses and pharmacists, those of the emergency
    /// room among them.
    final List<Requester> readers;

    /// A doctor to whom the policy opens every kind and label, whom nobody denies anything, cared for by everybody.
    final Requester unlimited;

    /// Everybody who has a consent or might have one.
    final List<PersonId> persons;

    /// Those of them who agreed to everything: of these alone a chart may open whole.
    final List<PersonId> open;

    private final Rules rules;
    private final Accounts accounts;
    private final List<FacilityId> hospitals;

    private DecisionCast(
            BeanFactory centre,
            List<Requester> readers,
            Requester unlimited,
            List<PersonId> persons,
            List<PersonId> open,
            List<FacilityId> hospitals) {
        this.readers = readers;
        this.unlimited = unlimited;
        this.persons = persons;
        this.open = open;
        this.hospitals = hospitals;
        this.rules = centre.getBean(Rules.class);
        this.accounts = centre.getBean(Accounts.class);
    }

    static DecisionCast of(BeanFactory centre, long seed) {
        var db = centre.getBean(JdbcClient.class);
        var staff = centre.getBean(Staff.class);
        var lots = new SplittableRandom(seed);
        var persons = db.sql("select person from consent order by person")
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
        var readers = members(db, staff, "profession in ('doctor', 'nurse', 'pharmacist')");
        var hospitals = db.sql("select distinct facility from patient order by facility")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .list();
        var office = members(db, staff, "profession = 'operator'").getFirst();
        var unlimited = unlimited(centre, staff);
        policy(centre);
        var open = consents(centre, persons, office, lots);
        new Denials(centre, readers, hospitals, unlimited.facility(), office, lots).record(open);
        var cast = new DecisionCast(centre, readers, unlimited, persons, open, hospitals);
        cast.tie(seed);
        emergencies(centre, readers, persons, lots);
        cast.restrict();
        return cast;
    }

    private static List<Requester> members(JdbcClient db, Staff staff, String where) {
        return db
                .sql("select login from requester where " + where + " order by login")
                .query((row, number) -> row.getString("login"))
                .list()
                .stream()
                .flatMap(login -> staff.byLogin(login).stream())
                .toList();
    }

    private static Requester unlimited(BeanFactory centre, Staff staff) {
        var facility = centre.getBean(Facilities.class)
                .register(
                        new Facility(
                                new FacilityId(0),
                                "B900000001",
                                OPEN_KIND,
                                "測定健診センター",
                                "ソクテイケンシンセンター",
                                "",
                                "",
                                Direction.VIEW,
                                "HM",
                                false,
                                null),
                        "測定会");
        staff.register(facility, "bench-doctor", "測定 花子", "ソクテイ ハナコ", Profession.DOCTOR, false);
        return staff.byLogin("bench-doctor").orElseThrow();
    }

    private static void policy(BeanFactory centre) {
        var policy = centre.getBean(AccessPolicy.class);
        policy.add(
                new ProfessionDraft(Profession.DOCTOR, OPEN_KIND.mask(), today(), -1, -1), "sees all there is", AGREED);
        policy.add(
                new ProfessionDraft(
                        Profession.NURSE,
                        FacilityKind.CLINIC.mask(),
                        today(),
                        ~(RecordKind.DOCUMENT.mask() | RecordKind.REPORT.mask()),
                        0),
                "sees no papers and nothing labelled",
                AGREED);
    }

    /// Six of ten agree to everything, the others to less or to nothing; some have never said anything.
    private static List<PersonId> consents(
            BeanFactory centre, List<PersonId> persons, Requester office, SplittableRandom lots) {
        var consents = centre.getBean(Consents.class);
        var open = new ArrayList<PersonId>();
        for (var person : persons) {
            var lot = lots.nextInt(100);
            if (lot < 60) {
                consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office);
                open.add(person);
            } else if (lot < 95) {
                var choice = lot < 75
                        ? ConsentChoice.EVERYTHING_BUT_SENSITIVE
                        : lot < 88 ? ConsentChoice.MEDICINES_AND_EMERGENCY : ConsentChoice.NOTHING;
                consents.record(person, choice, "paper", ConsentNotice.FIRST, office);
            }
        }
        return open;
    }

    /// Of every reader's facility with most persons: an eighth has none, every fourth begins with care of the last two
    /// years.
    private void tie(long seed) {
        owner("""
                insert into relation (facility, person, since, until, how, disclose_from)
                select s.facility, c.person, now() - interval '2 days', now() + interval '1 year', 'card',
                       case when s.facility <> %1$d and drawn.lot %% 4 = 0 then current_date - 730 end
                  from (select distinct facility from staff
                         where profession in ('doctor', 'nurse', 'pharmacist')) s
                 cross join consent c
                 cross join lateral (select abs(hashtextextended(s.facility || ' ' || c.person, %2$d)) as lot) drawn
                 where s.facility = %1$d or drawn.lot %% 8 <> 0
                    on conflict do nothing""".formatted(unlimited.facility().value(), seed));
        owner("analyze");
    }

    /// Doors of the emergency room, to every third person: with consent at the scene, or without any.
    private static void emergencies(
            BeanFactory centre, List<Requester> readers, List<PersonId> persons, SplittableRandom lots) {
        var openings = centre.getBean(EmergencyOpenings.class);
        readers.stream()
                .filter(Requester::emergency)
                .findFirst()
                .ifPresent(doctor -> persons.stream()
                        .filter(person -> lots.nextInt(3) == 0)
                        .forEach(person -> {
                            if (lots.nextBoolean()) {
                                openings.byConsentAtScene(doctor, person, ConsentGiver.SPOUSE);
                            } else {
                                openings.breakGlass(doctor, person, LifeRisk.UNCONSCIOUS);
                            }
                        }));
    }

    /// From now on hospitals keep back by kind, department and time: in turn laboratory results for three days,
    /// reports at all, one department's documents.
    void restrict() {
        forgetRules();
        for (var n = 0; n < hospitals.size(); n++) {
            var hospital = hospitals.get(n);
            switch (n % 3) {
                case 0 -> add(hospital, RecordKind.LABORATORY.mask(), null, true, DELAY_DAYS);
                case 1 -> add(hospital, RecordKind.REPORT.mask() | RecordKind.ADMISSION.mask(), null, false, 0);
                default ->
                    add(hospital, RecordKind.DOCUMENT.mask() | RecordKind.DIAGNOSIS.mask(), "01", true, DELAY_DAYS);
            }
        }
    }

    /// From now on they disclose everything at once.
    void open() {
        forgetRules();
        hospitals.forEach(hospital -> add(hospital, -1, null, true, 0));
    }

    private static LocalDate today() {
        return LocalDate.now(Denials.JAPAN);
    }

    /// The one that is added next is read with all that stand.
    private void forgetRules() {
        owner("delete from disclosure_rule where agreed_by = '" + AGREED + "'");
    }

    private void add(FacilityId hospital, long kinds, @Nullable String department, boolean disclosed, int days) {
        rules.add(hospital, today(), kinds, department, Audience.PROFESSIONAL, disclosed, days, AGREED);
    }

    private void owner(String sql) {
        try (var owner = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The bench could not prepare its data", e);
        }
    }
}
