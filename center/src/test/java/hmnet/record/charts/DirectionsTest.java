package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way a facility's data go (開示・閲覧の向き), by real openings.
class DirectionsTest extends Ward {
    /// One line for each direction: whether its doctor opens a chart, whether another doctor sees what it sent, and
    /// whether its own doctor does.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISCLOSE_AND_VIEW | opens  | shown  | sees
            VIEW              | opens  | hidden | sees
            SEND              | closed | shown  | sees not
            MUNICIPALITY      | opens  | hidden | sees
            EMERGENCY         | closed | hidden | sees not
            NONE              | closed | hidden | sees not
            """)
    void aDirectionSaysWhoSeesWhat(Direction direction, String elsewhere, String sent, String atHome) {
        var facility = facility(FacilityKind.CLINIC, direction);
        var own = at(facility, Profession.DOCTOR);
        var hospital = hospital();
        var other = number();
        filed(hospital, Papers.of(other).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, other);
        relations.begin(own, person, RelationOrigin.CARD);
        assertThat(opens(own, person) ? "opens" : "closed").isEqualTo(elsewhere);
        assertThat(shown(own, person)).hasSize(elsewhere.equals("opens") ? 1 : 0);

        var number = number();
        filed(facility, Papers.of(number).visit());
        var patient = resident(ConsentChoice.EVERYTHING, facility, number);
        var doctor = doctor();
        relations.begin(doctor, patient, RelationOrigin.CARD);
        assertThat(opens(doctor, patient)).as("the chart of another's doctor").isTrue();
        assertThat(shown(doctor, patient).isEmpty() ? "hidden" : "shown").isEqualTo(sent);
        assertThat(shown(own, patient).isEmpty() ? "sees not" : "sees").isEqualTo(atHome);
    }

    private boolean opens(Requester requester, PersonId person) {
        return charts.open(
                requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> opening instanceof Opening.Opened);
    }
}
