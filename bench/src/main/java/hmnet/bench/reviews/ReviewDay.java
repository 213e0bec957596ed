package hmnet.bench.reviews;

import hmnet.consent.consents.Consents;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.emergency.ConsentGiver;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.emergency.EmergencyReviews;
import hmnet.consent.emergency.LifeRisk;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One day of dispatches, each another person before one of some crews (一日の出動), and then the queue of the one reviewer.
/// Nobody reviews anything meanwhile: what waits in the evening is what the day brought.
final class ReviewDay {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int CREWS = 12;
    private static final List<EmergencyDoor> THREE =
            List.of(EmergencyDoor.PRIOR_CONSENT, EmergencyDoor.SCENE_CONSENT, EmergencyDoor.BREAK_GLASS);

    private final Persons persons;
    private final Consents consents;
    private final EmergencyConsents agreed;
    private final EmergencyOpenings openings;
    private final EmergencyReviews reviews;
    private final Facilities facilities;
    private final Staff staff;
    private final TransactionTemplate transaction;

    ReviewDay(BeanFactory centre) {
        this.persons = centre.getBean(Persons.class);
        this.consents = centre.getBean(Consents.class);
        this.agreed = centre.getBean(EmergencyConsents.class);
        this.openings = centre.getBean(EmergencyOpenings.class);
        this.reviews = centre.getBean(EmergencyReviews.class);
        this.facilities = centre.getBean(Facilities.class);
        this.staff = centre.getBean(Staff.class);
        this.transaction = new TransactionTemplate(centre.getBean(PlatformTransactionManager.class));
    }

    /// What came of it.
    ///
    /// @param opened by door: prior consent, at the scene, without
    /// @param sampled of those with consent, drawn for review
    /// @param due what waits for the reviewer by the queue's own count
    /// @param needed how many reviewers it takes by the page's own reckoning
    record ReviewDayOutcome(
            int dispatches, List<Long> opened, long sampled, long due, int enough, int needed, double mostWithout) {
        /// Whether each dispatch opened its door, and each that has to be reviewed waits, and no other.
        boolean adds() {
            return opened.stream().mapToLong(Long::longValue).sum() == dispatches && due == opened.getLast() + sampled;
        }

        boolean isWithinMark() {
            return due <= enough;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "reviews: dispatches=%d prior=%d scene=%d without=%d sampled=%d due=%d reviewers=1 mark=%d needed=%d"
                            + " most_without_percent=%.2f adds_up=%s verdict=%s",
                    dispatches,
                    opened.get(0),
                    opened.get(1),
                    opened.get(2),
                    sampled,
                    due,
                    enough,
                    needed,
                    mostWithout,
                    adds() ? "yes" : "no",
                    adds() && isWithinMark() ? "passed" : "failed");
        }
    }

    ReviewDayOutcome play(int dispatches, DoorShares shares, long seed) {
        var lots = new SplittableRandom(seed);
        var reviewer = member(facility(FacilityKind.OFFICE, Direction.NONE, 1), Profession.OPERATOR, 0);
        var fire = facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY, 2);
        var crews = new ArrayList<Requester>();
        for (var n = 1; n <= CREWS; n++) {
            crews.add(member(fire, Profession.PARAMEDIC, n));
        }
        var opened = new ArrayList<EmergencyOpening>();
        for (var n = 0; n < dispatches; n++) {
            dispatched(person(n, lots), shares.draw(lots), crews.get(n % CREWS), reviewer, lots)
                    .ifPresent(opened::add);
        }
        var load = reviews.load(LocalDate.now(JAPAN));
        return new ReviewDayOutcome(
                dispatches,
                THREE.stream()
                        .map(door -> opened.stream()
                                .filter(one -> one.door() == door)
                                .count())
                        .toList(),
                opened.stream().filter(EmergencyOpening::sampled).count(),
                reviews.waiting(reviewer).due(),
                load.enough(),
                load.needed(),
                DoorShares.mostWithout(dispatches, reviews.settings().sampledPercent(), load.enough()));
    }

    private Optional<EmergencyOpening> dispatched(
            PersonId person, EmergencyDoor door, Requester crew, Requester office, SplittableRandom lots) {
        return switch (door) {
            case PRIOR_CONSENT -> {
                agreed.record(person, true, "paper", office);
                yield openings.byPriorConsent(crew, person);
            }
            case SCENE_CONSENT -> openings.byConsentAtScene(crew, person, drawn(ConsentGiver.values(), lots));
            case BREAK_GLASS -> openings.breakGlass(crew, person, drawn(LifeRisk.values(), lots));
            case DISASTER -> throw new IllegalArgumentException("No dispatch goes through the disaster mode");
        };
    }

    private static <T> T drawn(T[] all, SplittableRandom lots) {
        return all[lots.nextInt(all.length)];
    }

    private PersonId person(int number, SplittableRandom lots) {
        var person = new Person(
                new PersonId(new UUID(lots.nextLong(), lots.nextLong())),
                String.format(Locale.ROOT, "%020d", number),
                "出動",
                "花子",
                "シュツドウ",
                "ハナコ",
                LocalDate.of(1931, 1, 1).plusDays(number),
                "F",
                "730-0000",
                "架空市青葉町",
                "架空市青葉町",
                "");
        transaction.executeWithoutResult(status -> {
            persons.register(person);
            consents.open(person.id());
        });
        return person.id();
    }

    private FacilityId facility(FacilityKind kind, Direction direction, int number) {
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        "R90000000" + number,
                        kind,
                        "訓練施設 " + number,
                        "クンレンシセツ",
                        "",
                        "",
                        direction,
                        "HM",
                        false,
                        null),
                "訓練会");
    }

    private Requester member(FacilityId facility, Profession profession, int number) {
        var login = "reviews" + number;
        staff.register(facility, login, "訓練 花子", "クンレン ハナコ", profession, false);
        return staff.byLogin(login).orElseThrow();
    }
}
