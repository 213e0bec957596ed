package hmnet.ground.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening.Closed;
import hmnet.record.charts.Opening.Opened;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Emergency staff have the emergency doors and no others; whoever turns them away says so.
class EmergencyDoorsTest extends Ward {
    @Autowired
    private SignInAccounts accounts;

    @LocalServerPort
    private int port;

    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalSends() {
        var number = number();
        hospital = hospital();
        filed(hospital, Papers.of(number).visit());
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    @Test
    void aParamedicOpensNoOrdinaryChartWhateverTheTie() {
        var crew = at(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC);
        var lent = at(hospital, Profession.PARAMEDIC);
        for (var paramedic : List.of(crew, lent)) {
            relations.begin(paramedic, person, RelationOrigin.CARD);
            assertThat(reason(paramedic, person)).isEqualTo(Reason.EMERGENCY_DOORS_ONLY);
            assertThat(reason(paramedic, PersonId.fresh())).isEqualTo(Reason.EMERGENCY_DOORS_ONLY);
        }
        var doctor = at(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.DOCTOR);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(reason(doctor, person)).isEqualTo(Reason.EMERGENCY_DOORS_ONLY);
    }

    @Test
    void everyOtherDoorSaysWhichOneIsTheirs() {
        var crew = browser(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC);
        var there = crew.get("/people/" + person + "/timeline");
        assertThat(there.statusCode()).isEqualTo(403);
        assertThat(there.body()).contains("救急の入口からご覧ください");
        assertThat(crew.get("/people/" + PersonId.fresh() + "/timeline").statusCode())
                .isEqualTo(403);
        for (var path : List.of("/cards/typed", "/card-check", "/people/" + person + "/medicines")) {
            assertThat(crew.get(path).body()).as(path).contains("救急の入口からご覧ください");
        }
        assertThat(crew.post("/relations", Map.of("card", "x")).statusCode()).isEqualTo(403);
        assertThat(crew.get("/").body()).contains("あなたの入口は救急の入口です").doesNotContain("/cards/reading\"");
        assertThat(crew.get("/office/people").statusCode()).as("nobody's door").isEqualTo(404);
        assertThat(browser(hospital, Profession.RECEPTION)
                        .get("/people/" + person + "/timeline")
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser browser(FacilityId facility, Profession profession) {
        var login = "crew" + number();
        var id = staff.register(facility, login, "見本 次郎", "ミホン ジロウ", profession, false);
        return SignedIn.browser(port, accounts, id, login);
    }

    private Reason reason(Requester requester, PersonId about) {
        return charts.open(requester, about, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opened opened -> throw new IllegalStateException("It opened");
            case Closed(var reason) -> reason;
        });
    }
}
