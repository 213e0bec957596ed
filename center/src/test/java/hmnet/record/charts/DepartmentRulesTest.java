package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital's rule for one department holds for its rows and for no others, though the database holds no department
/// that it could read.
class DepartmentRulesTest extends Ward {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    private Rules rules;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void twoDepartmentsSend() {
        hospital = hospital();
        var drug = Papers.of(number).prescription("000000000000001", "架空錠５ｍｇ");
        var other = Papers.of(number).prescription("000000000000002", "見本錠５ｍｇ");
        filed(hospital, of(drug, "21"), of(other, "01"), Papers.of(number).results("000000000000003", Papers.hiv()));
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    private static ReceivedFile of(ReceivedFile file, String department) {
        return new ReceivedFile(file.path().replaceFirst("_01_1$", "_" + department + "_1"), file.body());
    }

    private Requester treating() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    private List<String> departments() {
        return shown(treating(), person).stream()
                .map(ChartEntry::department)
                .sorted()
                .toList();
    }

    private void rule(String department, boolean disclosed) {
        rules.add(hospital, LONG_AGO, -1, department, Audience.PROFESSIONAL, disclosed, 0, "agreed in writing");
    }

    @Test
    void withoutARuleAllDepartmentsStandInTheChart() {
        assertThat(departments()).containsExactly("01", "01", "21");
    }

    @Test
    void aClosedDepartmentLeavesTheOthers() {
        rule("21", false);
        assertThat(departments()).containsExactly("01", "01");
    }

    @Test
    void twoClosedDepartmentsLeaveNothing() {
        rule("21", false);
        rule("01", false);
        assertThat(departments()).isEmpty();
    }

    @Test
    void anOpenDepartmentStandsInTheChartOnce() {
        rule("21", true);
        assertThat(departments()).containsExactly("01", "01", "21");
        rule("2", false);
        assertThat(departments()).as("a code that begins alike is another").containsExactly("01", "01", "21");
    }
}
