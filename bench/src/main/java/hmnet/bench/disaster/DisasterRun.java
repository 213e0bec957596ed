package hmnet.bench.disaster;

import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.OneTimeCode;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.emergency.DisasterLooks;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.signin.SignInAccounts;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A disaster in one town, played through the pages (災害時モードの訓練): declared by two, looked at by a crew, a shelter's
/// nurse and a pharmacist, ended, refused. Of each four residents one consented to care, one to emergencies, one to
/// nothing, and one is protected.
final class DisasterRun implements AutoCloseable {
    private static final String TOWN = "架空市";
    private static final LocalDate BORN = LocalDate.of(1931, 1, 1);
    private static final int LISTED = 10_000;

    private final ConfigurableApplicationContext centre;
    private final TransactionTemplate transaction;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private int facilities;
    private int people;

    DisasterRun(ConfigurableApplicationContext centre) {
        this.centre = centre;
        this.transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        this.url = URI.create("http://localhost:" + centre.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// How a resident stands to the network.
    private enum Agreement {
        CARE,
        EMERGENCY,
        NOTHING,
        PROTECTED
    }

    private record Resident(PersonId id, String kana, String birth, Agreement standing) {
        boolean opens() {
            return standing == Agreement.CARE || standing == Agreement.EMERGENCY;
        }
    }

    DisasterOutcome play(int count, long seed) throws IOException {
        var lots = new SplittableRandom(seed);
        var office = facility(FacilityKind.OFFICE, Direction.NONE, "");
        var first = member(office, Profession.OPERATOR, lots);
        var second = member(office, Profession.OPERATOR, lots);
        var looking = List.of(
                member(facility(FacilityKind.CLINIC, Direction.DISCLOSE_AND_VIEW, TOWN), Profession.NURSE, lots),
                member(facility(FacilityKind.PHARMACY, Direction.DISCLOSE_AND_VIEW, TOWN), Profession.PHARMACIST, lots),
                member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY, TOWN), Profession.PARAMEDIC, lots));
        var stranger =
                member(facility(FacilityKind.CLINIC, Direction.DISCLOSE_AND_VIEW, "見本市"), Profession.DOCTOR, lots);
        var residents = residents(count, office, lots);
        var before = opened(looking.getFirst(), residents.subList(0, 1)).size();
        var alone = declaresAlone(first);
        second.led("/office/disaster/agreement", Map.of());
        var disaster = bean(Disasters.class)
                .standing()
                .orElseThrow(() -> new IOException("Two have declared the disaster mode, and it does not hold"));
        var views = new ArrayList<List<String>>();
        for (var n = 0; n < looking.size(); n++) {
            views.add(opened(looking.get(n), every(residents, looking.size(), n)));
        }
        var strangers =
                opened(stranger, residents.subList(0, Math.min(4, count))).size();
        first.led("/office/disaster/end", Map.of());
        var after = 0;
        for (var n = 0; n < looking.size(); n++) {
            for (var view : views.get(n)) {
                after += looking.get(n).get(view).statusCode() == 200 ? 1 : 0;
            }
            after += opened(looking.get(n), residents.subList(0, 1)).size();
        }
        var reader = requester(office, Profession.OPERATOR);
        return new DisasterOutcome(
                count,
                alone,
                before,
                views.stream().mapToInt(List::size).sum(),
                (int) residents.stream().filter(Resident::opens).count(),
                strangers,
                after,
                residents.stream().mapToLong(this::events).sum(),
                bean(DisasterLooks.class).of(reader, disaster, 0, LISTED).size());
    }

    private static boolean ends(String led, String word) {
        return led.endsWith("=" + word);
    }

    private boolean declaresAlone(DisasterStaff one) throws IOException {
        var asked = one.led("/office/disaster", Map.of("area", "towns", "towns", TOWN, "hours", "72", "why", "訓練"));
        if (!ends(asked, "asked")) {
            throw new IOException("The disaster mode could not be asked for: " + asked);
        }
        one.led("/office/disaster/agreement", Map.of());
        return bean(Disasters.class).standing().isPresent();
    }

    private static List<Resident> every(List<Resident> all, int step, int from) {
        var some = new ArrayList<Resident>();
        for (var n = from; n < all.size(); n += step) {
            some.add(all.get(n));
        }
        return some;
    }

    /// The views that opened and were read.
    private static List<String> opened(DisasterStaff who, List<Resident> whom) throws IOException {
        var views = new ArrayList<String>();
        for (var resident : whom) {
            var view = who.open(resident.kana(), resident.birth());
            if (view.isPresent() && who.get(view.get()).statusCode() == 200) {
                views.add(view.get());
            }
        }
        return views;
    }

    private long events(Resident resident) {
        return bean(Audit.class).of(resident.id().value(), 100).stream()
                .filter(entry -> entry.action() == Action.CHART_OPENED)
                .filter(entry ->
                        EmergencyDoor.DISASTER.word().equals(entry.detail().getOrDefault("door", "")))
                .count();
    }

    private List<Resident> residents(int count, FacilityId office, SplittableRandom lots) {
        var by = requester(office, Profession.OPERATOR);
        var residents = new ArrayList<Resident>();
        for (var n = 0; n < count; n++) {
            var standing = Agreement.values()[n % Agreement.values().length];
            var person = new Person(
                    new PersonId(new UUID(lots.nextLong(), lots.nextLong())),
                    String.format(Locale.ROOT, "%020d", n),
                    "避難",
                    "花子",
                    "ヒナン",
                    "ハナコ",
                    BORN.plusDays(n),
                    "female",
                    "730-0000",
                    TOWN + "青葉町",
                    TOWN + "青葉町",
                    "");
            transaction.executeWithoutResult(status -> {
                bean(Persons.class).register(person);
                bean(Consents.class).open(person.id());
            });
            stand(person.id(), standing, by);
            residents.add(
                    new Resident(person.id(), "ヒナン ハナコ", person.birthDate().toString(), standing));
        }
        return residents;
    }

    private void stand(PersonId person, Agreement standing, Requester by) {
        switch (standing) {
            case CARE ->
                bean(Consents.class).record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, by);
            case EMERGENCY -> bean(EmergencyConsents.class).record(person, true, "paper", by);
            case NOTHING -> {}
            case PROTECTED -> {
                bean(Consents.class).record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, by);
                bean(Protections.class).begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), by);
            }
        }
    }

    private FacilityId facility(FacilityKind kind, Direction direction, String address) {
        facilities++;
        return bean(Facilities.class)
                .register(
                        new Facility(
                                new FacilityId(0),
                                "R91000000" + facilities,
                                kind,
                                "訓練施設 " + facilities,
                                "クンレンシセツ",
                                "",
                                address,
                                direction,
                                "HM",
                                false,
                                null),
                        "訓練会");
    }

    private Requester requester(FacilityId facility, Profession profession) {
        people++;
        var login = "disaster" + people;
        bean(Staff.class).register(facility, login, "訓練 花子", "クンレン ハナコ", profession, false);
        return bean(Staff.class).byLogin(login).orElseThrow();
    }

    private DisasterStaff member(FacilityId facility, Profession profession, SplittableRandom lots) throws IOException {
        var who = requester(facility, profession);
        var secret = new byte[20];
        lots.nextBytes(secret);
        var password = "correct horse battery " + who.login();
        transaction.executeWithoutResult(
                status -> bean(SignInAccounts.class).give(who.staff(), password, secret, false));
        return new DisasterStaff(Doctor.signIn(http, url, who.login(), password, OneTimeCode.of(secret, 0)));
    }

    private <T> T bean(Class<T> type) {
        return centre.getBean(type);
    }

    @Override
    public void close() {
        http.close();
    }
}
