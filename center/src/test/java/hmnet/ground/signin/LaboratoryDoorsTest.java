package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.people.patients.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is turned away from the pages of laboratory results (検査), by request.
class LaboratoryDoorsTest extends SignInCentre {
    @Test
    void aDeskAndAStrangerReadNoResults() {
        var path = "/people/" + PersonId.fresh() + "/laboratory";
        var desk = signedIn(desk());
        var doctor = signedIn(person(Profession.DOCTOR, false));
        for (var page : List.of("", "?abnormal=yes", "/microbiology", "/blood-bank", "/text")) {
            assertThat(browser().get(path + page).statusCode()).as(page).isIn(302, 303, 401);
            assertThat(desk.get(path + page).statusCode()).as(page).isIn(403, 404);
            assertThat(doctor.get(path + page).statusCode())
                    .as("somebody unknown: " + page)
                    .isEqualTo(404);
        }
    }
}
