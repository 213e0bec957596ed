package hmnet.office.membership;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.certificates.RenewingMachine;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.record.filing.Ward;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A machine registered its next certificate: desk and office are told, agree to it or end it.
class SelfRegistrationsTest extends Ward {
    @Autowired
    SignInAccounts accounts;

    @Autowired
    MachineConnector connector;

    @Autowired
    WaitingClosingCount waiting;

    @LocalServerPort
    int port;

    private FacilityId hospital = new FacilityId(0);
    private String page = "";
    private RenewingMachine machine =
            new RenewingMachine(facilityCa().issue(RenewingMachine.good("-", 1)), facilityCa(), 0);

    @BeforeEach
    void aHospitalWithAMachine() {
        hospital = hospital();
        page = "/participation/" + facilities.get(hospital).code() + "/certificates/";
        machine = RenewingMachine.of(
                hospital, facilities, facilityCa(), connector.port().orElseThrow(), 20);
        db.sql("delete from signin_throttle").update();
    }

    private Browser signedIn(Requester who) {
        return SignedIn.browser(port, accounts, who.staff(), who.login());
    }

    private Issued another() {
        var next = facilityCa().issue(RenewingMachine.good("another name", 400));
        assertThat(machine.register(next).body()).contains("\"waits\"");
        return next;
    }

    @Test
    void deskAndOperatorsAreToldAndNobodyElse() {
        assertThat(machine.register(machine.next(400)).body()).contains("\"registered\"");
        var name = facilities.get(hospital).name() + " の機器が次の証明書";
        assertThat(signedIn(at(hospital, Profession.RECEPTION)).get("/").body()).contains(name);
        assertThat(signedIn(office()).get("/").body()).contains(name);
        staff.register(hospital, "no-desk" + hospital.value(), "見本 太郎", "ミホン タロウ", Profession.NURSE, false);
        var nurse = staff.byLogin("no-desk" + hospital.value()).orElseThrow();
        assertThat(signedIn(nurse).get("/").body()).doesNotContain(name);
        assertThat(signedIn(at(hospital(), Profession.RECEPTION)).get("/").body())
                .doesNotContain(name);
    }

    @Test
    void anOperatorAgreesAndTheMachineIsIn() {
        var operator = office();
        var before = waiting.waiting(operator);
        var next = another();
        var path = page + RenewingMachine.print(next.certificate()) + "/agreement";
        assertThat(waiting.waiting(operator)).isEqualTo(before + 1);
        assertThat(machine.showing(next).standing().statusCode()).isEqualTo(401);
        assertThat(signedIn(at(hospital, Profession.RECEPTION))
                        .post(path, Map.of())
                        .statusCode())
                .isEqualTo(404);
        var browser = signedIn(operator);
        assertThat(browser.post(path, Map.of()).statusCode()).isEqualTo(303);
        await(() -> machine.showing(next).standing().statusCode() == 200);
        assertThat(browser.post(path, Map.of()).statusCode())
                .as("agreed already")
                .isEqualTo(422);
        assertThat(logged("facility-certificate", "agreed", RenewingMachine.print(next.certificate())))
                .hasSize(1);
    }

    @Test
    void whoEndsAStolenOneEndsWhatWasRegisteredWithIt() {
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var next = machine.next(300);
        machine.register(next);
        var later = machine.next(400);
        assertThat(machine.showing(next).register(later).body()).contains("too-early");
        var path = page + machine.fingerprint() + "/end";
        assertThat(desk.post(path + "/look", Map.of("why", "盗難")).body()).contains("機器が登録した次の証明書も、いっしょに失効します");
        assertThat(desk.post(path, Map.of("why", "盗難")).statusCode()).isEqualTo(303);
        await(() -> machine.standing().statusCode() == 401
                && machine.showing(next).standing().statusCode() == 401);
    }

    @Test
    void whatWasRegisteredWithItStaysWhereSomebodySaysSo() {
        var desk = signedIn(at(hospital, Profession.RECEPTION));
        var next = machine.next(300);
        machine.register(next);
        var path = page + machine.fingerprint() + "/end";
        assertThat(desk.post(path + "/look", Map.of("why", "交換", "keep", "true"))
                        .body())
                .contains("name=\"keep\"", "次の証明書は残ります");
        assertThat(desk.post(path, Map.of("why", "交換", "keep", "true")).statusCode())
                .isEqualTo(303);
        await(() -> machine.standing().statusCode() == 401);
        assertThat(machine.showing(next).standing().statusCode()).isEqualTo(200);
    }
}
