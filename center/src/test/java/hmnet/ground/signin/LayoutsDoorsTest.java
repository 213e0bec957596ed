package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is turned away from the layouts of laboratories (検査会社の取り決め), by request.
class LayoutsDoorsTest extends SignInCentre {
    @Test
    void theDeskDeclaresLayoutsAndNobodyElseDoes() {
        assertThat(signedIn(desk()).get("/files/layouts").statusCode()).isEqualTo(200);
        for (var other : List.of(person(Profession.RECEPTION, false), person(Profession.OPERATOR, false))) {
            var theirs = signedIn(other);
            assertThat(theirs.get("/files/layouts").statusCode()).isGreaterThanOrEqualTo(400);
            for (var door : List.of("/files/layouts", "/files/layouts/1/end")) {
                assertThat(theirs.post(door, Map.of("declaration", "x")).statusCode())
                        .as(door)
                        .isGreaterThanOrEqualTo(400);
            }
        }
        assertThat(browser().post("/files/layouts", Map.of("declaration", "x")).statusCode())
                .isEqualTo(401);
    }
}
