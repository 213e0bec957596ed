package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is turned away from the sending of files (ファイルの送信) and from the quarantine desk, by request.
class FilesDoorsTest extends SignInCentre {
    private FacilityId facilityOf(SignedUp person) {
        return staff.byId(person.staff()).orElseThrow().facility();
    }

    private long kept(FacilityId facility) {
        return db.sql("select count(*) from inbox where facility = ?")
                .param(facility.value())
                .query(Long.class)
                .single();
    }

    @Test
    void theDeskSendsFilesAndNobodyElseDoes() {
        assertThat(signedIn(desk()).get("/files").statusCode()).isEqualTo(200);
        for (var other : List.of(person(Profession.RECEPTION, false), person(Profession.OPERATOR, false))) {
            var theirs = signedIn(other);
            assertThat(theirs.get("/files").statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(theirs.get("/files/1").statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(theirs.get("/files/1/patient").statusCode()).isGreaterThanOrEqualTo(400);
            for (var door :
                    List.of("/files", "/files/one?name=x", "/files/1/retry", "/files/1/withdraw", "/files/1/patient")) {
                assertThat(theirs.post(door, Map.of("file", "x")).statusCode())
                        .as(door)
                        .isGreaterThanOrEqualTo(400);
            }
            assertThat(kept(facilityOf(other))).isZero();
        }
        var stranger = browser().post("/files/one?name=x", Map.of("file", "x"));
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void theDeskSendsOneFileAndAgainItIsKnown() {
        var person = desk();
        var desk = signedIn(person);
        assertThat(desk.post("/files/one?name=x.txt", Map.of("any", "thing"), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(201);
        assertThat(desk.post("/files/one?name=x.txt", Map.of("any", "thing"), "Content-Type", "text/plain")
                        .body())
                .contains("duplicate");
        assertThat(kept(facilityOf(person))).isEqualTo(1);
    }

    @Test
    void onlyAnOperatorHasHeldFilesReadAgain() {
        for (var other : List.of(person(Profession.DOCTOR, false), person(Profession.RECEPTION, false))) {
            var again = Map.of("facility", String.valueOf(facilityOf(other).value()), "reason", "unknown-format");
            assertThat(signedIn(other).post("/intake/quarantine/retry", again).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        var operator = signedIn(person(Profession.OPERATOR, false));
        var again = Map.of("facility", "1", "reason", "no-such-reason");
        assertThat(operator.post("/intake/quarantine/retry", again).statusCode())
                .isEqualTo(303);
    }
}
