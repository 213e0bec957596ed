package hmnet.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.audit.Actor;
import hmnet.ground.database.Accounts;
import hmnet.ground.database.FailingTable;
import hmnet.ground.mtls.Wish;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// PDQm and PIXm over real mutual TLS, asked by HAPI's own client and by hand.
class FhirDoorsTest extends FhirCounter {
    private static final String EN = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    @LocalServerPort
    int webPort;

    @Autowired
    Accounts accounts;

    @Test
    void aPatientIsFoundByKanaAndBirthDateWithKanjiAndKanaAsJpCoreHasThem() {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        sent(machine.facility, "00000042", hanako(born));
        var bundle = machine.client()
                .search()
                .forResource(Patient.class)
                .where(new StringClientParam("family").matches().value("たかさき"))
                .and(new StringClientParam("given").matchesExactly().value("ハナコ"))
                .and(Patient.BIRTHDATE.exactly().day(born.toString()))
                .and(Patient.GENDER.exactly().code("female"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(bundle.getTotal()).isEqualTo(1);
        var patient = (Patient) bundle.getEntryFirstRep().getResource();
        assertThat(patient.getIdentifier())
                .extracting(Identifier::getSystem, Identifier::getValue)
                .containsExactly(tuple(machine.system(), "00000042"));
        assertThat(patient.getName())
                .extracting(name -> name.getExtensionByUrl(EN).getValue().primitiveValue(), HumanName::getFamily)
                .containsExactly(tuple("IDE", "髙﨑"), tuple("SYL", "タカサキ"));
        var again = machine.client()
                .read()
                .resource(Patient.class)
                .withId(patient.getIdElement().getIdPart())
                .execute();
        assertThat(again.getBirthDateElement().getValueAsString()).isEqualTo(born.toString());
    }

    @Test
    void theSameQueryByPostAndInXmlFindsTheSame() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        sent(machine.facility, "43", hanako(born));
        var posted = machine.http(to("/Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/fhir+xml")
                .POST(HttpRequest.BodyPublishers.ofString("family=%E9%AB%98%E5%B4%8E&birthdate=" + born)));
        assertThat(posted.statusCode()).isEqualTo(200);
        var bundle = FHIR.newXmlParser().parseResource(Bundle.class, posted.body());
        assertThat(bundle.getEntry()).hasSize(1);
        assertThat(bundle.getLink("self").getUrl()).contains("family=%E9%AB%98%E5%B4%8E");
    }

    @Test
    void whatTheProfileSaysOfFailuresIsSaid() {
        var machine = new Machine(TransactionGroup.PDQ, TransactionGroup.PIX);
        var search = machine.client().search().forResource(Patient.class).returnBundle(Bundle.class);
        assertThatThrownBy(() -> search.where(
                                new StringClientParam("family").matches().value("髙﨑"))
                        .execute())
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(words(refused)).contains("birthdate"));
        assertThatThrownBy(() -> machine.client()
                        .search()
                        .byUrl("Patient?identifier=urn:oid:1.2.3%7C1")
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        refused -> assertThat(words(refused)).isEqualTo("targetSystem not found"));
        assertThatThrownBy(() -> pix(machine, "urn:oid:1.2.3|1"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused ->
                                assertThat(words(refused)).isEqualTo("sourceIdentifier Assigning Authority not found"));
        assertThatThrownBy(() -> pix(machine, machine.system() + "|no such number"))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        refused ->
                                assertThat(words(refused)).isEqualTo("sourceIdentifier Patient Identifier not found"));
        assertThatThrownBy(() -> pix(machine, machine.system() + "|1", "urn:oid:1.2.3"))
                .isInstanceOfSatisfying(
                        ForbiddenOperationException.class,
                        refused -> assertThat(words(refused)).isEqualTo("targetSystem not found"));
    }

    private Parameters pix(Machine machine, String source, String... targets) {
        var asked = new Parameters();
        asked.addParameter("sourceIdentifier", new StringType(source));
        List.of(targets).forEach(target -> asked.addParameter("targetSystem", new UriType(target)));
        return machine.client()
                .operation()
                .onType(Patient.class)
                .named("$ihe-pix")
                .withParameters(asked)
                .useHttpGet()
                .execute();
    }

    @Test
    void aTiedNumberLeadsToTheOtherHospitals() {
        var here = new Machine(TransactionGroup.PIX, TransactionGroup.PDQ);
        var there = hospital();
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(here.facility, "11", hanako(born), person);
        tied(there, "22", hanako(born), person);
        var told = pix(here, here.system() + "|11").getParameter();
        assertThat(told).extracting(parameter -> parameter.getName()).containsExactly("targetIdentifier", "targetId");
        assertThat(((Identifier) told.getFirst().getValue()).getValue()).isEqualTo("22");
        var only = pix(here, here.system() + "|11", domains.of(there).uri()).getParameter();
        assertThat(only).hasSize(1);
        var narrowed = here.client()
                .search()
                .byUrl("Patient?identifier=" + here.system() + "%7C11&identifier="
                        + domains.of(there).uri() + "%7C")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(((Patient) narrowed.getEntryFirstRep().getResource()).getIdentifier())
                .extracting(Identifier::getValue)
                .containsExactly("22");
        assertThat(asked(person)).hasSize(3);
    }

    @Test
    void whoIsDescribedIsMatchedWithGradeAndScore() {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var street = "広島県架空市紅葉町" + born.getDayOfYear() + "番" + born.getYear() + "号";
        var said =
                new Demographics("幻谷", "千尋", "マボロシダニ", "チヒロ", born, "female", "739-0012", street, "082-555-7788", null);
        var patient = sent(machine.facility, "77", said);
        keyed(patient);
        var described = new Patient();
        described.addName().setFamily("幻谷").addGiven("千尋");
        described.addName().setFamily("マボロシダニ").addGiven("チヒロ");
        described.setBirthDateElement(new DateType(born.toString()));
        described.setGender(AdministrativeGender.FEMALE);
        described.addAddress().setText(street).setPostalCode("7390012");
        described.addTelecom().setValue("082-555-7788");
        var matched = match(machine, described, true);
        assertThat(matched.getEntry()).singleElement().satisfies(entry -> {
            assertThat(entry.getSearch().getScore().doubleValue()).isBetween(0.9, 1.0);
            assertThat(entry.getSearch()
                            .getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/match-grade")
                            .getValue()
                            .primitiveValue())
                    .isEqualTo("certain");
        });
        described.setBirthDateElement(
                new DateType(born.plusYears(31).plusDays(45).toString()));
        assertThat(match(machine, described, true).getEntry()).isEmpty();
    }

    private static Bundle match(Machine machine, Patient described, boolean onlyCertain) {
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(described);
        asked.addParameter("onlyCertainMatches", new BooleanType(onlyCertain));
        return machine.client()
                .operation()
                .onType(Patient.class)
                .named("$match")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();
    }

    @Test
    void theServerSaysWhatItDoes() {
        var statement = new Machine()
                .client()
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();
        var patient = statement.getRestFirstRep().getResourceFirstRep();
        assertThat(patient.getType()).isEqualTo("Patient");
        assertThat(patient.getOperation())
                .extracting(operation -> operation.getName())
                .contains("match", "ihe-pix");
    }

    @Test
    void aMachineWithoutARightOrACertificateIsTurnedAway() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        assertThatThrownBy(() -> machine.client()
                        .search()
                        .byUrl("Patient?birthdate=1950-02-28")
                        .returnBundle(Bundle.class)
                        .execute())
                .isInstanceOfSatisfying(
                        ForbiddenOperationException.class,
                        refused -> assertThat(words(refused)).contains("no right"));
        var stranger = facilityCa().issue(Wish.client("stranger"));
        var answer = stranger.http(facilityCa().certificate())
                .send(to("/metadata").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        var onTheWeb = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + "/fhir/metadata"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(onTheWeb.statusCode()).isEqualTo(404);
    }

    @Test
    void anotherHospitalsPatientAndAProtectedOneAreTheSameAnswerAsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(hospital(), "1", hanako(born), person);
        var hidden = birthday();
        var protectedOne = registered(hanako(hidden), ConsentChoice.EVERYTHING);
        tied(machine.facility, "2", hanako(hidden), protectedOne);
        matchExclusions.leave(protectedOne, "protected", Actor.staff(1));
        var nobody = answer(machine, birthday().toString());
        assertThat(answer(machine, born.toString())).isEqualTo(nobody);
        assertThat(answer(machine, hidden.toString())).isEqualTo(nobody);
    }

    /// What comes back for a birth date, but for what differs by the asking.
    private String answer(Machine machine, String born) throws Exception {
        var got = machine.http(to("/Patient?birthdate=" + born));
        return got.statusCode() + " "
                + got.body().replace(born, "DAY").replaceAll("\"(id|lastUpdated)\": ?\"[^\"]*\"", "");
    }

    @Test
    void anIndividualNumberIsRefusedAndNotLogged() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ, TransactionGroup.PIX);
        for (var path : List.of(
                "/Patient?identifier=" + machine.system() + "%7C123456789018",
                "/Patient?identifier=123456789018",
                "/Patient?_id=123456789018&birthdate=1950-02-28",
                "/Patient?birthdate=1950-02-28&family=123456789018",
                "/Patient/$ihe-pix?sourceIdentifier=" + machine.system() + "%7C123456789018")) {
            var answer = machine.http(to(path));
            assertThat(answer.body()).as(path).doesNotContain("123456789018");
        }
        assertThat(logged("123456789018", "\"facility\":" + machine.facility.value() + ","))
                .isEmpty();
    }

    @Test
    void whatTheLibraryWouldSwallowIsRefusedBeforeIt() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var deep = "{\"a\":".repeat(60) + "1" + "}".repeat(60);
        for (var body : List.of(
                deep,
                "{\"resourceType\":\"Patient\",\"gender\":\"male\",\"gender\":\"female\"}",
                "{\"resourceType\":\"Patient\",\"multipleBirthInteger\":1e1000000000}",
                "{")) {
            assertThat(matchRaw(machine, "application/fhir+json", body))
                    .as(body)
                    .isEqualTo(400);
        }
        for (var body : List.of(
                "<!DOCTYPE Patient [<!ENTITY a \"b\">]><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "<a>".repeat(60) + "</a>".repeat(60),
                "<Patient")) {
            assertThat(matchRaw(machine, "application/fhir+xml", body)).as(body).isEqualTo(400);
        }
        assertThat(matchRaw(machine, "application/fhir+json", " ".repeat((1 << 20) + 1)))
                .isEqualTo(413);
        assertThat(matchRaw(machine, "text/plain", "x")).isEqualTo(415);
    }

    @Test
    void oddParametersAndNamesAreTheCallersMistake() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        for (var path : List.of(
                "/Patient?identifier=%09",
                "/Patient?identifier=%7C",
                "/Patient?identifier=",
                "/Patient?birthdate=%5C",
                "/Patient?birthdate=1950-02-28&family=%00")) {
            assertThat(machine.http(to(path)).statusCode()).as(path).isEqualTo(400);
        }
        for (var name : List.of("", " ", "\\t", "Patient ", "x".repeat(100))) {
            var parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":"
                    + "{\"resourceType\":\"" + name + "\"}}]}";
            assertThat(matchRaw(machine, "application/fhir+json", parameters))
                    .as(name)
                    .isEqualTo(400);
        }
    }

    /// A word that no sex is called by, in the chart of one patient.
    @Test
    void onePatientOfAnOddSexHidesNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var said = hanako(born);
        sent(
                machine.facility,
                "00000043",
                new Demographics(
                        said.familyName(),
                        said.givenName(),
                        said.familyKana(),
                        said.givenKana(),
                        born,
                        "' or 1=1 --",
                        "",
                        "",
                        "",
                        null));
        var answer = machine.http(to("/Patient?birthdate=" + born));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("00000043", "\"gender\":\"unknown\"");
    }

    @Test
    void whereNothingCanBeWrittenAMachineIsToldWhenToComeAgain() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        for (var state : List.of("53100 507", "57P03 503")) {
            try (var _ = new FailingTable(accounts, "audit_event", state.substring(0, 5))) {
                var answer = machine.http(to("/Patient?birthdate=" + birthday()));
                assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(state.substring(6)));
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
            }
        }
    }

    private int matchRaw(Machine machine, String type, String body) throws Exception {
        return machine.http(to("/Patient/$match")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }
}
