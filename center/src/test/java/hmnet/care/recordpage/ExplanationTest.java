package hmnet.care.recordpage;

import static hmnet.record.filing.Papers.ast;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// A hospital discloses results only when they were explained to the patient (説明済み).
class ExplanationTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/records/x");
    private static final Messages M = Messages.in(Language.JAPANESE);

    @Autowired
    private RecordPage page;

    @Autowired
    private Audit audit;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalDisclosesWhatWasExplained() throws InterruptedException {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        filed(hospital, Papers.of(number).results("000000000000061", ast("31", "F")));
        db.sql("""
                        insert into disclosure_rule (facility, effective_on, kinds, audience, only_released, agreed_by)
                        values (?, '2026-01-01', ?, 'professional', true, 'agreed')""").params(hospital.value(), RecordKind.LAB_SAFETY.mask()).update();
        var stranger = elsewhere();
        await(() -> shown(stranger, person).isEmpty());
    }

    @Test
    void whatTheSendersDoctorMarksAsExplainedIsShownElsewhere() {
        var own = at(hospital, Profession.DOCTOR);
        var other = elsewhere();
        var record = record(own);
        assertThat(page.show(person, record, own, FRAME).getBody())
                .contains(M.t("viewer.explanation.OPEN"), M.t("viewer.explanation.act.OPEN"));
        var answer = page.explain(person, record, true, own, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(audit.of(person.value(), 1).getFirst().detail()).containsEntry("record", record.toString());
        assertThat(shown(other, person)).extracting(ChartEntry::id).containsExactly(record);
        assertThat(page.show(person, record, own, FRAME).getBody()).contains(M.t("viewer.explanation.TOLD"));
        assertThat(page.show(person, record, other, FRAME).getBody()).doesNotContain(M.t("viewer.explanation"));
        page.explain(person, record, false, own, FRAME);
        assertThat(shown(other, person)).isEmpty();
    }

    @Test
    void nobodyElseMarksIt() {
        var own = at(hospital, Profession.DOCTOR);
        var record = record(own);
        page.explain(person, record, true, own, FRAME);
        for (var someone : new Requester[] {elsewhere(), at(hospital, Profession.NURSE), doctor()}) {
            assertThat(page.explain(person, record, false, someone, FRAME).getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(shown(elsewhere(), person)).hasSize(1);
    }

    @Test
    void whatIsSentAsNotToldStaysSoUntilItsSenderSaysOtherwise() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update record set labels = labels # %d where facility = %d"
                    .formatted(Label.UNINFORMED.mask(), hospital.value()));
            connection.commit();
        }
        var own = at(hospital, Profession.DOCTOR);
        var record = record(own);
        assertThat(page.show(person, record, own, FRAME).getBody())
                .contains(M.t("viewer.mark.untold"), M.t("viewer.explanation.UNTOLD"))
                .doesNotContain(M.t("viewer.explanation.act.OPEN"));
        assertThat(page.explain(person, record, true, own, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(shown(elsewhere(), person)).isEmpty();
    }

    @Test
    void aPreliminaryResultIsNotMarked() {
        var later = number();
        filed(hospital, Papers.of(later).results("000000000000062", ast("31", "P")));
        var patient = resident(ConsentChoice.EVERYTHING, hospital, later);
        var own = at(hospital, Profession.DOCTOR);
        var record = shown(own, patient).getFirst().id();
        assertThat(page.show(patient, record, own, FRAME).getBody()).contains(M.t("viewer.explanation.PRELIMINARY"));
        assertThat(page.explain(patient, record, true, own, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private Requester elsewhere() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    private UUID record(Requester own) {
        return shown(own, person).getFirst().id();
    }
}
