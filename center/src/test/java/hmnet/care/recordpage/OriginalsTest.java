package hmnet.care.recordpage;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.OriginalLook.WithheldReason;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Who is shown the original that a record was cut from, and who is turned away.
class OriginalsTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/records/x");
    private static final Messages M = Messages.in(Language.JAPANESE);

    @Autowired
    private RecordPage page;

    @Autowired
    private Rules rules;

    @Autowired
    private Audit audit;

    @Autowired
    private Protections protections;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospital() {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    @Test
    void aGrantThatCoversEveryRowShowsTheOriginalAndSaysSoInTheLog() {
        filed(hospital, Papers.of(number).results("000000000000051", ast("31", "F"), protein("7.2"), hiv()));
        var doctor = caring(Profession.DOCTOR);
        var record = record(doctor, RecordKind.LABORATORY);
        var answer = page.original(person, record, doctor, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("MSH|", "AST(GOT)", "総蛋白", "ＨＩＶ");
        assertThat(audit.of(person.value(), 1).getFirst().detail()).containsEntry("view", "viewer/original");
        assertThat(page.show(person, record, doctor, FRAME).getBody()).contains("/records/" + record + "/original");
    }

    @Test
    void aGrantThatLeavesOutALabelOpensNoOriginalWhateverItHolds() {
        var papers = Papers.of(number);
        filed(hospital, papers.visit(), papers.results("000000000000051", ast("31", "F"), hiv()));
        var nurse = caring(Profession.VISITING_NURSE);
        withheld(nurse, RecordKind.VISIT, WithheldReason.LIMITED);
        withheld(nurse, RecordKind.LAB_SAFETY, WithheldReason.LIMITED);
        var doctor = caring(Profession.DOCTOR);
        consents.record(person, ConsentChoice.EVERYTHING_BUT_SENSITIVE, "paper", "2026-04", office());
        withheld(doctor, RecordKind.VISIT, WithheldReason.LIMITED);
        withheld(doctor, RecordKind.LAB_SAFETY, WithheldReason.LIMITED);
    }

    @Test
    void aRowThatTheSendersRuleClosesKeepsTheOriginalBack() {
        filed(hospital, Papers.of(number).results("000000000000051", ast("31", "F"), protein("7.2")));
        var doctor = caring(Profession.DOCTOR);
        rules.add(
                hospital,
                LocalDate.of(2026, 1, 1),
                RecordKind.LABORATORY.mask(),
                null,
                Audience.PROFESSIONAL,
                true,
                7,
                "agreed");
        withheld(doctor, RecordKind.LAB_SAFETY, WithheldReason.RULES);
        var own = at(hospital, Profession.DOCTOR);
        assertThat(page.original(person, record(own, RecordKind.LAB_SAFETY), own, FRAME)
                        .getBody())
                .as("the sender's own doctor")
                .contains("AST(GOT)");
    }

    @Test
    void insuranceNumbersAreForTheSenderAlone() {
        var visit = Papers.of(number).diagnoses(diagnosis("P1", "高血圧症", "I10"));
        var text = new String(visit.body(), StandardCharsets.ISO_8859_1).stripTrailing() + "\rIN1|1|06|99999999\r";
        filed(hospital, new ReceivedFile(visit.path(), text.getBytes(StandardCharsets.ISO_8859_1)));
        withheld(caring(Profession.DOCTOR), RecordKind.DIAGNOSIS, WithheldReason.INSURANCE);
        var own = at(hospital, Profession.DOCTOR);
        assertThat(page.original(person, record(own, RecordKind.DIAGNOSIS), own, FRAME)
                        .getBody())
                .contains("99999999");
    }

    @Test
    void anOriginalThatTellsOfOthersIsKeptBack() {
        var other = number();
        resident(ConsentChoice.EVERYTHING, hospital, other);
        var text = "IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000\n" + receipt(1, number) + receipt(2, other)
                + "GO,2,2000,99\n";
        var month = text.replace("\n", "\r\n").getBytes(Charset.forName("windows-31j"));
        filed(hospital, new ReceivedFile("RECEIPTC.UKE", month, Door.FILES));
        withheld(caring(Profession.DOCTOR), RecordKind.DIAGNOSIS, WithheldReason.OTHERS);
    }

    /// A message that says nothing for a chart names its patient all the same.
    @Test
    void anOriginalThatMentionsOthersIsKeptBackThoughNothingOfThemIsRead() {
        filed(hospital, hl7(potassium(number)));
        var doctor = caring(Profession.DOCTOR);
        assertThat(page.original(person, record(doctor, RecordKind.LAB_SAFETY), doctor, FRAME)
                        .getBody())
                .contains("カリウム^JC10");
        for (var more : List.of(
                "ZZZ^Z01|X1|P|2.5\rPID|1||%s^^^^PI||架空^太郎||19500101|M\r",
                "ADT^A40^ADT_A39|X2|P|2.5\rEVN||20260401120000\rPID|1||%2$s\rMRG|%1$s\r")) {
            var mine = number();
            person = resident(ConsentChoice.EVERYTHING, hospital, mine);
            var other = "MSH|^~\\&|A||B||20260401120000||" + more.formatted(number(), mine);
            filed(hospital, hl7(potassium(mine) + other));
            withheld(caring(Profession.DOCTOR), RecordKind.LAB_SAFETY, WithheldReason.OTHERS);
        }
    }

    private static String potassium(String number) {
        return "MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|A1|P|2.5||||||UNICODE UTF-8\rPID|1||" + number
                + "^^^^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F\rOBR|1|A1||3H015000002327101^カリウム^JC10|||20260401\r"
                + "OBX|1|NM|3H015000002327101^カリウム^JC10||4.9|mmol/L|||||F\r";
    }

    private static ReceivedFile hl7(String text) {
        return new ReceivedFile("day.hl7", text.getBytes(StandardCharsets.UTF_8), Door.FILES);
    }

    @Test
    void aBundleThatMentionsAnotherPatientIsKeptBack() {
        var bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[
                {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p1",
                "identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.11312345670","value":"%s"}],
                "name":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"IDE"}],"family":"架空","given":["花子"]},
                {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"SYL"}],"family":"カクウ","given":["ハナコ"]}],"gender":"female","birthDate":"1950-02-28"}},
                {"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},
                "code":{"text":"高血圧症"},"recordedDate":"2026-04-01"}}%s]}""";
        var doctor = caring(Profession.DOCTOR);
        filed(hospital, bundle(bundle.formatted(number, "")));
        assertThat(page.original(person, record(doctor, RecordKind.DIAGNOSIS), doctor, FRAME)
                        .getBody())
                .contains("resourceType");
        var more = """
                ,{"resource":{"resourceType":"Coverage","id":"x","beneficiary":{"reference":"Patient/p2"}}}""";
        filed(hospital, bundle(bundle.formatted(number, more).replace("2026-04-01", "2026-04-02")));
        withheld(doctor, RecordKind.DIAGNOSIS, WithheldReason.OTHERS);
    }

    private static ReceivedFile bundle(String json) {
        return new ReceivedFile("b.json", json.getBytes(StandardCharsets.UTF_8), Door.FILES);
    }

    @Test
    void whoIsKeptFromAProtectedPersonSeesNoOriginal() {
        filed(hospital, Papers.of(number).visit());
        var doctor = caring(Profession.DOCTOR);
        var record = record(doctor, RecordKind.VISIT);
        assertThat(page.original(person, record, doctor, FRAME).getBody()).contains("広島県架空市");
        var order = new ProtectionOrder("person", "photo", Set.of(doctor.facility()), Set.of());
        protections.begin(person, order, office());
        assertThat(page.original(person, record, doctor, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void withoutATieThereIsNoOriginal() {
        filed(hospital, Papers.of(number).visit());
        var record = record(caring(Profession.DOCTOR), RecordKind.VISIT);
        var stranger = doctor();
        var closed = page.original(person, record, stranger, FRAME);
        assertThat(closed.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.original(PersonId.fresh(), record, stranger, FRAME)).isEqualTo(closed);
        assertThat(page.original(person, UUID.randomUUID(), caring(Profession.DOCTOR), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private void withheld(Requester requester, RecordKind kind, WithheldReason why) {
        ResponseEntity<String> answer = page.original(person, record(requester, kind), requester, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody())
                .contains(M.t("viewer.original.withheld." + why.name()))
                .doesNotContain("MSH|", "<pre");
    }

    private Requester caring(Profession profession) {
        var requester = at(facility(FacilityKind.CLINIC), profession);
        relations.begin(requester, person, RelationOrigin.CARD);
        return requester;
    }

    private UUID record(Requester requester, RecordKind kind) {
        return shown(requester, person).stream()
                .filter(entry -> entry.kind() == kind && entry.labels().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String receipt(int line, String number) {
        return """
                RE,%d,1112,202604,架空　花子,2,3250228,70,,,,,,%s,,,,,,,,,,,,,,,,,,,,,,,カクウ　ハナコ,
                HO,  999999,見本,１,1,1000,,,,,,,,,
                SY,2500013,20240401,1,,,01,
                """.formatted(line, number);
    }
}
