package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is turned away from the operators' pages of facilities (参加施設), by request.
class OperatorsOnlyTest extends SignInCentre {
    private static final String DAY = LocalDate.of(2099, 4, 1).toString();

    private long facilityOf(SignedUp person) {
        return staff.byId(person.staff()).orElseThrow().facility().value();
    }

    @Test
    void onlyAnOperatorSeesAndChangesNamesAndSuccessorsOfFacilities() {
        var operator = signedIn(person(Profession.OPERATOR, false));
        for (var other : List.of(person(Profession.DOCTOR, false), person(Profession.RECEPTION, false))) {
            var page = "/office/facilities/" + facilityOf(other);
            assertThat(operator.get(page).statusCode()).isEqualTo(200);
            var theirs = signedIn(other);
            var before = entered(other);
            assertThat(theirs.get("/office/facilities").statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(theirs.get(page).statusCode()).isGreaterThanOrEqualTo(400);
            var called = Map.of("since", DAY, "code", "3499999901", "name", "勝手な名前");
            assertThat(theirs.post(page + "/attributes", called).statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(theirs.post(page + "/attributes/" + DAY + "/withdrawal", Map.of())
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
            var taken = Map.of("successor", "910000", "on", DAY, "why", "勝手な承継");
            assertThat(theirs.post(page + "/succession", taken).statusCode()).isGreaterThanOrEqualTo(400);
            for (var act :
                    List.of("agreement", "agreement/refusal", "undo", "undo-agreement", "undo-agreement/refusal")) {
                assertThat(theirs.post("/office/successions/1/" + act, Map.of()).statusCode())
                        .as(act)
                        .isGreaterThanOrEqualTo(400);
            }
            assertThat(entered(other)).isEqualTo(before);
        }
    }

    private int entered(SignedUp person) {
        return db.sql("""
                        select (select count(*) from facility_attributes where facility = :own)
                             + (select count(*) from facility_succession where facility = :own)""").param("own", facilityOf(person)).query(Integer.class).single();
    }
}
