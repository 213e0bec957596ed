package hmnet.office.setup;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyAct;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.ResidentAccounts;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Staff;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedStaff;
import hmnet.office.setup.TakeOver.TakeOverResult;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file that tells a newcomer how to sign in, send and open in a demonstration (実演用の資格情報). Mode
/// 600; paths in it are relative to it.
@Component
class DemoCredentials {
    private final Cards cards;
    private final Persons persons;
    private final Proxies proxies;
    private final ResidentAccounts accounts;
    private final DemoMeasurements measurements;
    private final DemoLifebox lifebox;
    private final Staff staff;
    private final JsonMapper json;

    DemoCredentials(
            Cards cards,
            Persons persons,
            Proxies proxies,
            ResidentAccounts accounts,
            DemoMeasurements measurements,
            DemoLifebox lifebox,
            Staff staff,
            JsonMapper json) {
        this.measurements = measurements;
        this.lifebox = lifebox;
        this.cards = cards;
        this.persons = persons;
        this.proxies = proxies;
        this.accounts = accounts;
        this.staff = staff;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    void write(Path file, String url, String mtls, TakeOverResult takeOverResult) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("url", url);
        content.put("mtls", mtls);
        content.put("ca", "pki/ca.pem");
        content.put(
                "staff",
                takeOverResult.staff().stream().map(DemoCredentials::staff).toList());
        content.put(
                "facilities",
                takeOverResult.facilities().stream()
                        .map(DemoCredentials::facility)
                        .toList());
        content.put(
                "residents",
                takeOverResult.residents().stream().map(this::resident).toList());
        residentAccount(takeOverResult).ifPresent(account -> content.put("residentAccount", account));
        content.put("revoked", Map.of("cert", "pki/revoked.crt", "key", "pki/revoked.key"));
        store(file, content);
    }

    /// Writes the addresses of this start into credentials that are there already.
    void readdress(Path file, String url, String mtls) throws IOException {
        var content = (ObjectNode) json.readTree(file.toFile());
        content.put("url", url);
        content.put("mtls", mtls);
        store(file, content);
    }

    private void store(Path file, Object content) throws IOException {
        var fresh = Files.createTempFile(
                file.getParent(),
                "credentials",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, json.writeValueAsBytes(content));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Object> staff(PlannedStaff staff) {
        var line = new LinkedHashMap<String, Object>();
        line.put("login", staff.login());
        line.put("name", staff.name());
        line.put("profession", staff.profession());
        line.put("facility", staff.facility());
        line.put("desk", staff.desk());
        line.put("password", staff.password());
        line.put("totpSecret", staff.totpSecret());
        return line;
    }

    private static Map<String, Object> facility(PlannedFacility facility) {
        var line = new LinkedHashMap<String, Object>();
        line.put("code", facility.code());
        line.put("name", facility.name());
        line.put("kind", facility.kind());
        var certificate = facility.certificate();
        line.put("cert", certificate == null ? null : "pki/" + certificate);
        line.put("key", certificate == null ? null : "pki/" + certificate.replaceFirst("\\.crt$", ".key"));
        line.put("crl", "pki/crl.pem");
        return line;
    }

    private Map<String, Object> resident(PlannedResident resident) {
        var line = new LinkedHashMap<String, Object>();
        line.put("card", resident.card());
        line.put("qr", qr(resident.card()));
        line.put("name", resident.name().family() + "　" + resident.name().given());
        line.put("birthDate", resident.birthDate().toString());
        line.put("consent", resident.consent());
        line.put("featured", resident.featured());
        line.put(
                "patients",
                resident.patients().stream()
                        .map(chart -> Map.of("facility", chart.facility(), "number", chart.number()))
                        .toList());
        return line;
    }

    /// One resident's letter, as the office would hand it over: good for two weeks and once.
    private Optional<Map<String, String>> residentAccount(TakeOverResult taken) {
        var office = taken.staff().stream()
                .filter(member -> member.profession().equals(Profession.OPERATOR.word()))
                .findFirst()
                .flatMap(member -> staff.byLogin(member.login()));
        return office.flatMap(by -> taken.residents().stream()
                .filter(resident -> resident.card() != null && "given".equals(resident.consent()))
                .filter(resident -> !CredentialsTaker.isChild(resident))
                .flatMap(resident -> letter(resident, represented(resident, taken, by), by).stream())
                .findFirst());
    }

    /// A child whose page the resident opens too, as their parent; empty where the region has no child with a card.
    private String represented(PlannedResident parent, TakeOverResult taken, Requester by) {
        var own = person(parent).orElseThrow();
        return taken.residents().stream()
                .filter(CredentialsTaker::isChild)
                .flatMap(resident -> person(resident).stream())
                .findFirst()
                .filter(child -> isRecorded(child, own, by))
                .map(Person::name)
                .orElse("");
    }

    private boolean isRecorded(Person child, Person parent, Requester by) {
        var until = proxies.longest(child, ProxyKind.PARENT, LocalDate.now(JapaneseDates.JAPAN));
        var draft = new ProxyDraft(
                child.id(), parent.id(), ProxyKind.PARENT, true, true, ProxyReading.ALL, until, "family-register");
        return proxies.record(draft, by) == ProxyAct.DONE;
    }

    private Optional<Person> person(PlannedResident resident) {
        return cards.shownByHolder(String.valueOf(resident.card())).flatMap(own -> persons.find(own.person()));
    }

    private Optional<Map<String, String>> letter(PlannedResident resident, String represented, Requester by) {
        return person(resident)
                .flatMap(own -> accounts.issueLetter(own.id(), by).map(issued -> {
                    var caller = new ResidentCaller(issued.account(), own.id().value());
                    measurements.write(caller);
                    lifebox.write(caller);
                    return issued;
                }))
                .map(issued -> Map.of(
                        "page",
                        "/my/first",
                        "card",
                        String.valueOf(resident.card()),
                        "birthDate",
                        resident.birthDate().toString(),
                        "code",
                        issued.code().printed(),
                        "represents",
                        represented));
    }

    private @Nullable String qr(@Nullable String card) {
        return card == null ? null : cards.qrOf(new CardNumber(card));
    }
}
