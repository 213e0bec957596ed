package hmnet.exchange.carefeed;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.record.charts.ChartEntry;
import hmnet.record.inbox.InboxState.FileState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.impl.client.HttpClients;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A clinic whose system speaks FHIR sends its own records.
class BundleRoutesTest extends Exchanged {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int CUT = -1;

    @Autowired
    MachineConnector connector;

    private String patient(FacilityId clinic, String number, String method) {
        return """
                {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001",%s
                 "resource":{"resourceType":"Patient","id":"p%s","identifier":[{"system":"%s","value":"%s"}],
                  "name":[{"family":"架空"}],"birthDate":"1950-02-28","gender":"female"}}""".formatted(
                        request(method, "Patient"), number, domains.of(clinic).uri(), number);
    }

    private static String request(String method, String url) {
        return method.isEmpty() ? "" : "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"},";
    }

    private static String condition(String id, String words, String method) {
        return """
                {"fullUrl":"urn:uuid:00000000-0000-4000-8000-0000000000%s",%s
                 "resource":{"resourceType":"Condition","id":"%s","code":{"text":"%s"},"recordedDate":"2026-11-20",
                  "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                  "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"}}}""".formatted(id, request(method, "Condition/c" + id), "c" + id, words);
    }

    private static String bundle(String type, String... entries) {
        var name = type.equals("collection") ? "\"id\":\"b1\"," : "";
        return "{\"resourceType\":\"Bundle\"," + name + "\"type\":\"" + type + "\",\"entry\":["
                + String.join(",", entries) + "]}";
    }

    private String transaction(FacilityId clinic, String number, String words) {
        return bundle("transaction", patient(clinic, number, "PUT"), condition("10", words, "PUT"));
    }

    private HttpResponse<String> sent(Issued machine, String type, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base()))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return machine.http(facilityCa().certificate())
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> sent(FacilityId clinic, String body) throws IOException, InterruptedException {
        return sent(certified(clinic), "application/fhir+json", body);
    }

    private String base() {
        return "https://localhost:" + connector.port().orElseThrow() + "/fhir";
    }

    private static String words(HttpResponse<String> answer) {
        return FHIR.newJsonParser()
                .parseResource(OperationOutcome.class, answer.body())
                .getIssueFirstRep()
                .getDiagnostics();
    }

    private FileState filed(FacilityId clinic, HttpResponse<String> answer) {
        settle(clinic);
        var id = Long.parseLong(answer.headers().firstValue("Hmnet-Inbox").orElseThrow());
        return inbox.state(clinic, id).orElseThrow().state();
    }

    @Test
    void aTransactionIsKeptAsItCameAnsweredAndStandsInTheChart() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, clinic, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var body = transaction(clinic, number, "見本の病気");
        var answer = sent(clinic, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        var said = FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        assertThat(said.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
        assertThat(said.getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsOnly("202 Accepted");
        assertThat(said.getEntry()).hasSize(2);
        assertThat(opened(clinic)).containsExactly(body.getBytes(StandardCharsets.UTF_8));
        assertThat(filed(clinic, answer)).isIn(FileState.ACCEPTED, FileState.REPAIRED);
        assertThat(shown(doctor, person)).extracting(ChartEntry::title).containsExactly("見本の病気");
        filed(clinic, sent(clinic, transaction(clinic, number, "別の見本").replace("c10", "c11")));
        assertThat(shown(doctor, person))
                .as("the next transaction takes no other's place")
                .extracting(ChartEntry::title)
                .containsExactlyInAnyOrder("見本の病気", "別の見本");
        filed(clinic, sent(clinic, transaction(clinic, number, "改めた病名")));
        assertThat(shown(doctor, person))
                .as("a resource put again is another version of itself")
                .extracting(ChartEntry::title)
                .containsExactlyInAnyOrder("改めた病名", "別の見本");
    }

    @Test
    void whatBecameOfItIsAskedAtTheInbox() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var machine = certified(clinic);
        var answer = sent(machine, "application/fhir+json", transaction(clinic, number(), "見本の病気"));
        settle(clinic);
        var place = URI.create(base())
                .resolve(answer.headers().firstValue("Location").orElseThrow());
        var state = machine.http(facilityCa().certificate())
                .send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(state.body()).contains("\"path\":\"fhir/transaction.json\"").doesNotContain("quarantined");
    }

    @Test
    void theSameBundleAgainIsKeptOnce() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var body = bundle("batch", patient(clinic, number(), "POST"), condition("10", "見本", "POST"));
        var first = sent(clinic, body);
        var again = sent(clinic, body);
        assertThat(first.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
        assertThat(again.headers().firstValue("Hmnet-Outcome")).hasValue("duplicate");
        assertThat(again.headers().firstValue("Hmnet-Inbox"))
                .isEqualTo(first.headers().firstValue("Hmnet-Inbox"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("batch-response");
        assertThat(inbox.counts(clinic).messages()).isEqualTo(1);
    }

    @Test
    void aCollectionIsAcceptedForFilingAndAnsweredInXmlWhereThatIsWanted() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var body = bundle("collection", patient(clinic, number(), ""), condition("10", "見本", ""));
        var answer = sent(certified(clinic), "application/fhir+json", body, "Accept", "application/fhir+xml");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).startsWith("<OperationOutcome").contains("GET /inbox/");
        assertThat(filed(clinic, answer)).isIn(FileState.ACCEPTED, FileState.REPAIRED);
        var xml =
                FHIR.newXmlParser().encodeResourceToString(FHIR.newJsonParser().parseResource(body));
        var other = sent(certified(clinic), "application/fhir+xml", xml);
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(filed(clinic, other)).isIn(FileState.ACCEPTED, FileState.REPAIRED);
    }

    /// A client that others wrote, which checks the answer's type itself.
    @Test
    void aForeignClientSendsATransaction() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var factory = FHIR.getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setHttpClient(HttpClients.custom()
                .setSSLContext(certified(clinic).tls(facilityCa().certificate()))
                .build());
        var bundle = FHIR.newJsonParser().parseResource(Bundle.class, transaction(clinic, number(), "見本"));
        var answer = factory.newGenericClient(base())
                .transaction()
                .withBundle(bundle)
                .execute();
        assertThat(answer.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
        settle(clinic);
        assertThat(inbox.counts(clinic).quarantined()).isZero();
    }

    @Test
    void whoHasNoRightIsTurnedAwayAndNothingIsKept() throws Exception {
        var clinic = hospitalFor(TransactionGroup.FEED);
        var answer = sent(clinic, transaction(clinic, number(), "見本"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(words(answer)).contains("no right");
        assertThat(opened(clinic)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            searchset ! PUT ! a document, a collection, a transaction or a batch is taken
            transaction ! DELETE ! only PUT and POST are taken
            transaction ! GET ! only PUT and POST are taken
            batch ! PATCH ! only PUT and POST are taken
            transaction ! '' ! only PUT and POST are taken
            """)
    void whatIsNoRecordToStoreIsRefusedWithAReason(String type, String method, String why) throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var body = bundle(type, patient(clinic, number(), "PUT"), condition("10", "見本", method));
        var answer = sent(clinic, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains(why);
        assertThat(opened(clinic)).isEmpty();
    }

    /// Neither takes the other's place: each of their resources counts for itself.
    @Test
    void twoNamelessCollectionsOfOnePatientBothStand() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, clinic, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        for (var id : List.of("10", "11")) {
            var nameless = bundle("collection", patient(clinic, number, ""), condition(id, "見本" + id, ""))
                    .replace("\"id\":\"b1\",", "");
            filed(clinic, sent(clinic, nameless));
        }
        assertThat(shown(doctor, person)).extracting(ChartEntry::title).containsExactlyInAnyOrder("見本10", "見本11");
    }

    /// An insurer's number before the sender's own would be taken for a chart number.
    @Test
    void thePatientsFirstNumberIsTheSendersWhereItIsNamed() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var both = transaction(clinic, number(), "見本")
                .replace("\"identifier\":[{", "\"identifier\":[{\"system\":\"urn:x:insurer\",\"value\":\"999\"},{");
        assertThat(words(sent(clinic, both))).contains("the sender gives comes first, not that of 'urn:x:insurer'");
        assertThat(opened(clinic)).isEmpty();
    }

    @Test
    void whoWantsEitherLanguageIsAnsweredInTheirOwn() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var answer = sent(
                certified(clinic),
                "application/fhir+json",
                transaction(clinic, number(), "見本"),
                "Accept",
                "application/fhir+json, application/fhir+xml;q=0.5");
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    void aBundleWithoutANameOrWithoutEntriesIsRefused() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var nameless = bundle("document", patient(clinic, number(), ""), condition("10", "見本", ""));
        assertThat(words(sent(clinic, nameless))).contains("without an identifier or an id");
        assertThat(words(sent(clinic, bundle("transaction")))).contains("empty");
        assertThat(words(sent(
                        clinic, bundle("transaction", "{" + request("PUT", "Condition/1") + "\"fullUrl\":\"urn:x\"}"))))
                .contains("has no resource");
        assertThat(opened(clinic)).isEmpty();
    }

    @Test
    void anothersPatientIsRefusedAndTheRefusalIsInTheLog() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var other = sent(clinic, transaction(hospital(), number(), "見本"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(words(other)).contains("numbers that the sender gives");
        var stranger = transaction(clinic, number(), "見本")
                .replace(domains.of(clinic).uri(), "urn:oid:1.2.392.100495.20.3.51.13499999999");
        assertThat(sent(clinic, stranger).statusCode())
                .as("a facility that nobody knows here")
                .isEqualTo(422);
        assertThat(opened(clinic)).isEmpty();
        assertThat(logged("records-received-refused", "facility:" + clinic.value() + "\""))
                .hasSize(2);
    }

    /// The answer to a body over the limit; the centre may close the line before all of it is sent.
    private int tooLarge(Issued machine) throws InterruptedException {
        try {
            return sent(machine, "application/fhir+json", " ".repeat((16 << 20) + 1))
                    .statusCode();
        } catch (IOException cut) {
            return CUT;
        }
    }

    @Test
    void whatIsNoBundleIsRefusedAndTheNextIsTaken() throws Exception {
        var clinic = hospitalFor(TransactionGroup.RECORDS);
        var machine = certified(clinic);
        assertThat(sent(machine, "application/fhir+json", "{\"resourceType\":\"Patient\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sent(machine, "application/fhir+json", "{\"a\":1,\"a\":2").statusCode())
                .isEqualTo(400);
        assertThat(sent(
                                machine,
                                "application/fhir+xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sent(machine, "text/plain", "MSH|").statusCode()).isEqualTo(415);
        assertThat(sent(machine, "application/fhir+json", "").statusCode()).isEqualTo(400);
        assertThat(tooLarge(machine)).isIn(413, CUT);
        assertThat(opened(clinic)).isEmpty();
        assertThat(sent(machine, "application/fhir+json", transaction(clinic, number(), "見本"))
                        .statusCode())
                .isEqualTo(200);
    }
}
