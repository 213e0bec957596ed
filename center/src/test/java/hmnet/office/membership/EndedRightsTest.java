package hmnet.office.membership;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.certificates.RenewingMachine;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How many seconds after its end a right still worked, as it is asked for in the table of rights (失効までの秒数). A change
/// by another node is a change in the database that this one is not told of, just after it has asked.
class EndedRightsTest extends Ward {
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Callers callers;

    @Autowired
    MachineConnector connector;

    @Autowired
    Closings closings;

    @LocalServerPort
    int port;

    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
        db.sql("delete from signin_throttle").update();
    }

    private static void ends(String right, Runnable act, BooleanSupplier over) {
        assertThat(over.getAsBoolean()).as(right + " worked before").isFalse();
        act.run();
        var ended = System.nanoTime();
        await(over);
        var took = Duration.ofNanos(System.nanoTime() - ended);
        System.out.printf(Locale.ROOT, "ended right: %-46s %.2f s%n", right, took.toMillis() / 1e3);
        assertThat(took).as(right).isLessThanOrEqualTo(MOST);
    }

    private Browser signedIn(Requester who) {
        return SignedIn.browser(port, accounts, who.staff(), who.login());
    }

    private static void posted(Browser browser, String path, Map<String, String> form) {
        assertThat(browser.post(path, form).statusCode()).as(path).isIn(200, 303);
    }

    @Test
    void signingInEndsWithTheOneWhoLeavesMovesOrLosesAFactor() {
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var leaver = at(hospital, Profession.NURSE);
        var open = signedIn(leaver);
        ends(
                "leaver: open pages",
                () -> posted(desk, "/staff/" + leaver.staff().value() + "/leaving", Map.of("why", "退職")),
                () -> open.get("/").statusCode() == 303);
        var keeper = at(hospital, Profession.NURSE);
        var second = signedIn(at(hospital, Profession.RECEPTION));
        var theirs = signedIn(keeper);
        posted(desk, "/staff/" + keeper.staff().value() + "/renewal", Map.of("checked", "in-person", "why", "紛失"));
        ends(
                "lost factor: open pages, old password",
                () -> posted(second, "/staff/" + keeper.staff().value() + "/renewal/agreement", Map.of()),
                () -> theirs.get("/").statusCode() == 303);
        var other = at(hospital, Profession.NURSE);
        var pages = signedIn(other);
        ends(
                "desk right: its pages",
                () -> posted(
                        desk,
                        "/staff/" + other.staff().value() + "/role",
                        Map.of("profession", "nurse", "desk", "false", "why", "配置換え")),
                () -> pages.get("/desk").statusCode() == 404);
    }

    @Test
    void aFacilityThatLeavesAndACertificateThatEndsAreOut() {
        var nurse = at(hospital, Profession.NURSE);
        var open = signedIn(nurse);
        var machine = machine("leaving");
        var today = LocalDate.now(JAPAN);
        assertThat(closings.ask(hospital, today, false, "届出", office())).isEqualTo(MemberAnswer.DONE);
        ends(
                "facility leaves: open pages of its people",
                () -> assertThat(closings.agree(hospital, office())).isEqualTo(MemberAnswer.DONE),
                () -> open.get("/").statusCode() == 303);
        await(() -> refused(machine));
        hospital = hospital();
        var stolen = machine("stolen");
        ends(
                "certificate: standing connection (other node)",
                () -> db.sql("update facility_certificate set ended_at = now() where facility = ?")
                        .param(hospital.value())
                        .update(),
                () -> refused(stolen));
    }

    @Test
    void whatAMachineRegisteredItselfEndsWithTheOneItCameFrom() {
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var machine = RenewingMachine.of(
                hospital, facilities, facilityCa(), connector.port().orElseThrow(), 20);
        var next = machine.next(400);
        machine.register(next);
        ends(
                "next certificate of a machine",
                () -> posted(
                        desk,
                        "/participation/" + facilities.get(hospital).code() + "/certificates/" + machine.fingerprint()
                                + "/end",
                        Map.of("why", "盗難")),
                () -> machine.showing(next).standing().statusCode() == 401);
    }

    @Test
    void aRightOfExchangeEndsOnEachNode() {
        callers.grant(hospital, TransactionGroup.PDQ, Scope.OWN, Actor.CENTRE);
        ends(
                "exchange right",
                () -> callers.withdraw(hospital, TransactionGroup.PDQ, Actor.CENTRE),
                () -> !callers.holds(hospital, TransactionGroup.PDQ));
        callers.grant(hospital, TransactionGroup.PDQ, Scope.OWN, Actor.CENTRE);
        ends(
                "exchange right (other node)",
                () -> db.sql("delete from exchange_right where facility = ?")
                        .param(hospital.value())
                        .update(),
                () -> !callers.holds(hospital, TransactionGroup.PDQ));
    }

    @Test
    void aHospitalsStopReachesEveryReader() {
        var number = number();
        filed(hospital, Papers.of(number).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var second = signedIn(at(hospital, Profession.RECEPTION));
        var page = signedIn(doctor);
        ends(
                "hospital's stop: chart",
                () -> posted(desk, "/disclosure-stop", Map.of("why", "見本")),
                () -> withheld(page, person));
        posted(desk, "/disclosure-stop/resumption", Map.of("why", "見本"));
        posted(second, "/disclosure-stop/resumption/agreement", Map.of());
        assertThat(withheld(page, person)).isFalse();
        ends(
                "hospital's stop: chart (other node)",
                () -> db.sql("update facility set disclosure_stopped_at = now() where id = ?")
                        .param(hospital.value())
                        .update(),
                () -> withheld(page, person));
    }

    @Test
    void aChangedRuleAConsentAndASlipEndWhatTheyGave() {
        var number = number();
        filed(hospital, Papers.of(number).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var page = signedIn(doctor);
        var chart = "/people/" + person + "/timeline";
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var second = signedIn(at(hospital, Profession.RECEPTION));
        ends(
                "consent: chart",
                () -> consents.record(person, ConsentChoice.NOTHING, "paper", "1", office()),
                () -> page.get(chart).statusCode() != 200);
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "1", office());
        posted(
                desk,
                "/disclosure-rules",
                Map.of(
                        "from", LocalDate.now(JAPAN).toString(),
                        "kinds", "VISIT",
                        "professions", "all",
                        "shown", "no",
                        "delay", "0",
                        "why", "見本"));
        ends(
                "hospital's rule: chart",
                () -> posted(second, "/disclosure-rules/agreement", Map.of()),
                () -> shown(doctor, person).isEmpty());
        var nurse = at(hospital, Profession.NURSE);
        var slip = accounts.slip(nurse.login());
        accounts.give(nurse.staff(), slip.password(), new byte[20], true);
        ends(
                "slip: its password",
                () -> posted(desk, "/staff/" + nurse.staff().value() + "/slip/end", Map.of("why", "紛失")),
                () -> new Browser(port)
                                .post("/signin", Map.of("login", nurse.login(), "password", slip.password()))
                                .statusCode()
                        == 422);
    }

    private static boolean withheld(Browser page, PersonId person) {
        var answer = page.get("/people/" + person + "/timeline");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().contains("提供を止めています");
    }

    private HttpClient machine(String name) {
        var issued = facilityCa().issue(Wish.client(name));
        facilities.registerCertificate(
                hospital,
                Machines.fingerprint(issued.certificate()),
                issued.certificate().getSerialNumber().toString(16),
                Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        return issued.http(facilityCa().certificate());
    }

    private boolean refused(HttpClient machine) {
        var request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + connector.port().orElseThrow() + "/fhir"))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            return machine.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 401;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
