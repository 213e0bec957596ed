package hmnet.bench.rehearsal;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.CheckRule;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Who plays in one sequence (配役): two hospitals with their desks, those who ask for charts, two of the
/// office, and a few people, nobody of whom plays in another sequence.
final class Cast {
    static final int FIGURES = 5;
    private static final int REGISTERED = 4;
    private static final int NUMBERS = 4;
    private static final AtomicInteger NEXT = new AtomicInteger();

    final List<FacilityId> hospitals = new ArrayList<>();
    final List<Requester> desks = new ArrayList<>();

    /// A doctor of each hospital, one of a clinic, and one whom protected persons shut out.
    final List<Requester> doctors = new ArrayList<>();

    final List<Requester> clerks = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    final List<Figure> figures = new ArrayList<>();
    final List<PersonId> persons = new ArrayList<>();
    private final Doors doors;
    private final int first;

    Cast(Doors doors, SplittableRandom lots) {
        this.doors = doors;
        this.first = NEXT.addAndGet(FIGURES + 10);
        for (var n = 0; n < 2; n++) {
            var hospital = facility(FacilityKind.HOSPITAL, n);
            hospitals.add(hospital);
            desks.add(member(hospital, Profession.RECEPTION, n));
            doctors.add(member(hospital, Profession.DOCTOR, n + 2));
            doors.schemes()
                    .add(
                            "play-" + first + "-" + n,
                            hospital,
                            "演習カード",
                            CheckRule.NONE,
                            Map.of("printed", "P" + first + n + "(?<number>[0-9]{6})"));
        }
        var clinic = facility(FacilityKind.CLINIC, 2);
        doctors.add(member(clinic, Profession.DOCTOR, 4));
        doctors.add(member(facility(FacilityKind.CLINIC, 3), Profession.DOCTOR, 5));
        var office = facility(FacilityKind.OFFICE, 4);
        clerks.add(member(office, Profession.OPERATOR, 6));
        clerks.add(member(office, Profession.OPERATOR, 7));
        IntStream.range(0, NUMBERS).forEach(n -> numbers.add("P" + first + "-" + n));
        IntStream.range(0, FIGURES).forEach(n -> figures.add(new Figure(first + n, 0)));
        figures.stream().limit(REGISTERED).forEach(figure -> register(figure.applicant(lots)));
    }

    private void register(Person applicant) {
        doors.transaction().executeWithoutResult(status -> {
            doors.persons().register(applicant);
            doors.consents().open(applicant.id());
        });
        persons.add(applicant.id());
    }

    /// The card number of a hospital's own scheme.
    CardCode disclosureCard(int hospital, int number) {
        return new CardCode("play-" + first + "-" + hospital, "%06d".formatted(number));
    }

    /// The one whom protected persons shut out.
    Requester shutOut() {
        return doctors.getLast();
    }

    private FacilityId facility(FacilityKind kind, int number) {
        return doors.facilities()
                .register(
                        new Facility(
                                new FacilityId(0),
                                "P" + first + number,
                                kind,
                                "演習施設 " + first + number,
                                "エンシュウシセツ",
                                "",
                                "",
                                Direction.DISCLOSE_AND_VIEW,
                                "HM",
                                false,
                                null),
                        "演習会");
    }

    private Requester member(FacilityId facility, Profession profession, int number) {
        var login = "play" + first + "-" + number;
        doors.staff().register(facility, login, "演習 花子", "エンシュウ ハナコ", profession, true);
        return doors.staff().byLogin(login).orElseThrow();
    }
}
