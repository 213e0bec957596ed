package hmnet.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.Findings;
import hmnet.exchange.personquery.PersonSearch;
import hmnet.exchange.personquery.Traits;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that tell their own patients by FHIR (ITI-104).
class FhirFeedTest extends FhirCounter {
    @Autowired
    PersonSearch search;

    private static Patient patient(Machine machine, String number, String family, String kana, LocalDate born) {
        var patient = new Patient();
        patient.addIdentifier().setSystem(machine.system()).setValue(number);
        patient.addName().setFamily(family).addGiven("花子");
        patient.addName().setFamily(kana).addGiven("ハナコ");
        patient.setBirthDateElement(new DateType(born.toString()));
        patient.setGender(AdministrativeGender.FEMALE);
        patient.addTelecom().setValue("082-555-0123");
        patient.addAddress().setText("広島県架空市青葉町1-2-3").setPostalCode("730-0001");
        return patient;
    }

    private MethodOutcome told(Machine machine, String number, Patient patient) {
        var outcome = machine.client()
                .update()
                .resource(patient)
                .conditionalByUrl("Patient?identifier=" + machine.system() + "|" + number)
                .execute();
        settle(machine.facility);
        return outcome;
    }

    private boolean found(Machine machine, LocalDate born, String family) {
        var traits = Traits.NONE.born(born).named(name(family, "花子"));
        return search.find(caller(machine.facility, TransactionGroup.PDQ), question(), traits)
                        instanceof Findings.Found(var candidates)
                && !candidates.isEmpty();
    }

    @Test
    void aPatientThatIsToldIsKeptFiledAndFoundAndSoIsItsRevision() {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var number = number();
        assertThat(told(machine, number, patient(machine, number, "髙﨑", "タカサキ", born))
                        .getCreated())
                .isTrue();
        assertThat(found(machine, born, "高崎")).isTrue();
        var again = told(machine, number, patient(machine, number, "絵空", "エソラ", born));
        assertThat(again.getCreated()).isNotEqualTo(true);
        assertThat(found(machine, born, "絵空")).isTrue();
        assertThat(found(machine, born, "高崎")).isFalse();
        assertThat(inbox.counts(machine.facility).messages()).isEqualTo(2);
    }

    @Test
    void aNumberReplacedByAnotherIsTheFacilitysOwnMerge() {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var stays = number();
        var goes = number();
        told(machine, stays, patient(machine, stays, "髙﨑", "タカサキ", born));
        told(machine, goes, patient(machine, goes, "髙﨑", "タカサキ", born));
        var replaced = patient(machine, goes, "髙﨑", "タカサキ", born);
        replaced.setActive(false);
        replaced.addLink()
                .setType(LinkType.REPLACEDBY)
                .getOther()
                .setIdentifier(new Identifier().setSystem(machine.system()).setValue(stays));
        told(machine, goes, replaced);
        assertThat(db.sql("""
                        select gone.facility, gone.number, kept.number as into_number from patient_merge_event m
                          join patient gone on gone.id = m.patient join patient kept on kept.id = m.into_patient
                         where gone.facility = ? and m.action = 'merge'""")
                        .param(machine.facility.value())
                        .query((row, n) ->
                                sealedNumbers.open(row) + " into " + sealedNumbers.open(row, "facility", "into_number"))
                        .list())
                .containsExactly(goes + " into " + stays);
    }

    @Test
    void othersPatientsAreNotToldAndNobodyTellsWithoutTheRight() {
        var machine = new Machine(TransactionGroup.FEED);
        var other = new Machine(TransactionGroup.PDQ);
        var patient = patient(machine, "1", "見本", "ミホン", birthday());
        assertThatThrownBy(() -> machine.client()
                        .update()
                        .resource(patient)
                        .conditionalByUrl("Patient?identifier=" + other.system() + "|1")
                        .execute())
                .isInstanceOfSatisfying(
                        ForbiddenOperationException.class,
                        refused -> assertThat(words(refused)).contains("another facility"));
        assertThatThrownBy(() -> told(other, "1", patient))
                .isInstanceOfSatisfying(
                        ForbiddenOperationException.class,
                        refused -> assertThat(words(refused)).contains("no right"));
        assertThatThrownBy(() -> machine.client()
                        .update()
                        .resource(patient)
                        .withId("abc")
                        .execute())
                .isInstanceOf(InvalidRequestException.class);
    }

    /// 123456789018: invented, with a valid check digit.
    @Test
    void anIndividualNumberInAPatientIsRefusedAndNothingIsKept() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var patient = patient(machine, "1", "見本", "ミホン", birthday());
        patient.addIdentifier().setSystem("urn:oid:1.2.3").setValue("1234 5678 9018");
        var answer = machine.http(to("/Patient?identifier=" + machine.system() + "%7C1")
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(patient))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("9018");
        assertThat(db.sql("select count(*) from inbox where facility = ?")
                        .param(machine.facility.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
