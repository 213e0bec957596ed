package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.Callers;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Profession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is turned away from what operators alone do, by real requests.
class OperatorsDoorsTest extends SignInCentre {
    @Autowired
    Callers callers;

    @Test
    void nobodyButAnOperatorSeesOrChangesTheRightsOfMachines() {
        var doctor = person(Profession.DOCTOR, false);
        var clinic = staff.byId(doctor.staff()).orElseThrow().facility();
        var path = "/office/machines/" + facilities.get(clinic).code();
        var right = Map.of("errand", "pdq", "scope", "own");
        var browser = signedIn(doctor);
        var unknown = browser.get("/office/no-such-page").statusCode();
        assertThat(browser.get(path).statusCode()).isEqualTo(unknown);
        for (var post : new String[] {"/rights", "/rights/pdq/agreement", "/names", "/hearing", "/hearing/end"}) {
            assertThat(browser.post(path + post, right).statusCode()).as(post).isGreaterThanOrEqualTo(400);
        }
        assertThat(callers.held()).doesNotContainKey(clinic);
        var stranger = browser().post(path + "/rights", right);
        assertThat(stranger.statusCode()).isEqualTo(401);
        var operator = signedIn(person(Profession.OPERATOR, false));
        assertThat(operator.post(path + "/rights", right).statusCode()).isEqualTo(303);
        assertThat(callers.held()).containsKey(clinic);
        callers.withdraw(clinic, hmnet.exchange.callers.TransactionGroup.PDQ, Actor.CENTRE);
    }
}
