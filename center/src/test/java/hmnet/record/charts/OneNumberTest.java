package hmnet.record.charts;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.hiv;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Records that bear one number lead to each other (同じ番号の記録), within the grant.
class OneNumberTest extends Ward {
    private static final String ORDER = "000000000000007";
    private final String number = number();
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
    }

    @Test
    void aResultAndWhatWasOrderedWithItLeadToEachOther() {
        var papers = Papers.of(number);
        filed(
                hospital,
                papers.prescription(ORDER, "架空錠５ｍｇ"),
                papers.results(ORDER, ast("31", "F")),
                papers.results("000000000000008", ast("32", "F")));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = treating(person);
        var prescription = records(doctor, person, RecordKind.PRESCRIPTION).getFirst();
        var results = records(doctor, person, RecordKind.LABORATORY, RecordKind.LAB_SAFETY);
        assertThat(results).hasSize(2);
        var same = ofOneNumber(doctor, person, prescription);
        assertThat(same).hasSize(1);
        assertThat(results).containsAll(same);
        assertThat(ofOneNumber(doctor, person, same.getFirst())).containsExactly(prescription);
        assertThat(logged(
                        "chart-opened",
                        "\"related\":\"" + prescription + "\"",
                        same.getFirst().toString()))
                .as("the log says what the page led to")
                .hasSize(1);
        var other =
                results.stream().filter(id -> !same.contains(id)).findFirst().orElseThrow();
        assertThat(ofOneNumber(doctor, person, other)).isEmpty();
    }

    @Test
    void whatTheGrantKeepsBackIsNotNamed() {
        var papers = Papers.of(number);
        filed(hospital, papers.prescription(ORDER, "架空錠５ｍｇ"), papers.results(ORDER, hiv()));
        var person = resident(ConsentChoice.EVERYTHING_BUT_SENSITIVE, hospital, number);
        var doctor = treating(person);
        var prescription = records(doctor, person, RecordKind.PRESCRIPTION).getFirst();
        assertThat(ofOneNumber(doctor, person, prescription)).isEmpty();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        var hidden = ofOneNumber(doctor, person, prescription);
        assertThat(hidden).hasSize(1);
        consents.record(person, ConsentChoice.EVERYTHING_BUT_SENSITIVE, "paper", "2026-04", office());
        assertThat(ofOneNumber(doctor, person, hidden.getFirst()))
                .as("from a row that is kept back")
                .isEmpty();
    }

    @Test
    void anOrderNumberOfAnotherHospitalIsAnotherOne() {
        var person = inTwoHospitals(
                Papers.of(number).prescription(ORDER, "架空錠５ｍｇ"),
                Papers.of(number).results(ORDER, ast("31", "F")));
        var doctor = treating(person);
        var prescription = records(doctor, person, RecordKind.PRESCRIPTION).getFirst();
        assertThat(ofOneNumber(doctor, person, prescription)).isEmpty();
    }

    @Test
    void aStudysNumberLeadsFromOneHospitalToAnother() {
        var study =
                "\"resourceType\":\"ImagingStudy\",\"status\":\"available\",\"started\":\"2026-04-01T09:00:00+09:00\"";
        var report = "\"resourceType\":\"DiagnosticReport\",\"status\":\"final\",\"code\":{\"text\":\"胸部CT\"},"
                + "\"effectiveDateTime\":\"2026-04-02T09:00:00+09:00\",\"conclusion\":\"見本\"";
        var person = inTwoHospitals(
                fhir(study, "urn:dicom:uid", "urn:oid:1.2.3." + number),
                fhir(report, "urn:dicom:uid", "urn:oid:1.2.3." + number));
        var doctor = treating(person);
        var records = records(doctor, person, RecordKind.REPORT);
        assertThat(records).hasSize(2);
        assertThat(ofOneNumber(doctor, person, records.getFirst())).containsExactly(records.getLast());
        assertThat(ofOneNumber(doctor, person, records.getLast())).containsExactly(records.getFirst());
    }

    private PersonId inTwoHospitals(ReceivedFile here, ReceivedFile there) {
        var another = hospital();
        filed(hospital, here);
        filed(another, there);
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.tie(at(another, Profession.RECEPTION), person, number);
        return person;
    }

    private ReceivedFile fhir(String resource, String system, String value) {
        var bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"%s"}],
                  "name":[{"family":"架空","given":["花子"]}],"gender":"female","birthDate":"1950-02-28"}},
                 {"resource":{%s,"id":"r","subject":{"reference":"Patient/p"},
                  "identifier":[{"system":"%s","value":"%s"}]}}]}""".formatted(number, resource, system, value);
        return new ReceivedFile("bundle.json", bundle.getBytes(StandardCharsets.UTF_8), Door.FILES);
    }

    private Requester treating(PersonId person) {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    private List<UUID> records(Requester doctor, PersonId person, RecordKind... kinds) {
        return shown(doctor, person).stream()
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .map(ChartEntry::id)
                .toList();
    }

    private List<UUID> ofOneNumber(Requester doctor, PersonId person, UUID id) {
        return charts.open(doctor, person, Purpose.TREATMENT, ChartView.RECORD.of(id), opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                chart.ofOneNumber(id).stream().map(ChartEntry::id).toList();
            case Opening.Closed closed -> List.<UUID>of();
        });
    }
}
