package hmnet.exchange.balp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.audit.TraceOrigin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/// Events as FHIR, held to what the profiles of BALP say (`IHE/ITI.BasicAudit input/fsh`).
class BalpFormTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final BalpForm FORM = new BalpForm(ReportedSamples.NAMES);
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    @Test
    void everyActionIsAnAuditEventThatStrictParsersReadBack() {
        var parser = FHIR.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        assertThat(ReportedSamples.ofEveryAction()).allSatisfy(event -> {
            var written = parser.encodeResourceToString(FORM.of(event));
            var read = parser.parseResource(AuditEvent.class, written);
            assertThat(parser.encodeResourceToString(read)).isEqualTo(written);
            demandedByR4(read);
            assertThat(read.getSubtype()).extracting(Coding::getCode).contains(event.word());
        });
    }

    /// Elements of cardinality 1 and the invariant sev-1.
    private static void demandedByR4(AuditEvent event) {
        assertThat(event.getType().getCode()).isNotBlank();
        assertThat(event.getRecorded()).isNotNull();
        assertThat(event.getOutcome()).isNotNull();
        assertThat(event.getAgent()).isNotEmpty().allMatch(AuditEventAgentComponent::hasRequestor);
        assertThat(event.getAgent().stream().filter(AuditEventAgentComponent::getRequestor))
                .as("one asks")
                .hasSize(1);
        assertThat(event.getSource().getObserver().getIdentifier().getValue()).isEqualTo("hmnet.example/audit");
        assertThat(event.getEntity())
                .allSatisfy(entity -> assertThat(entity.hasName() && entity.hasQuery())
                        .as("sev-1: either a name or a query")
                        .isFalse());
        assertThat(event.getEntity().stream().flatMap(entity -> entity.getDetail().stream()))
                .allMatch(detail -> detail.hasType() && detail.hasValue());
    }

    @Test
    void everyProfileThatIsNamedIsKept() {
        var named = ReportedSamples.ofEveryAction()
                .map(FORM::of)
                .filter(event -> event.getMeta().hasProfile())
                .toList();
        assertThat(named.stream().map(BalpFormTest::profile).distinct())
                .containsExactlyInAnyOrder("PatientRead", "PatientQuery", "PatientCreate", "PatientUpdate");
        assertThat(named).allSatisfy(BalpFormTest::keepsItsProfile);
    }

    private static String profile(AuditEvent event) {
        return event.getMeta().getProfile().getFirst().getValue().substring(PROFILES.length());
    }

    private static void keepsItsProfile(AuditEvent event) {
        var name = profile(event).replace("Patient", "");
        var read = name.equals("Read");
        var interaction = name.equals("Query") ? "search" : name.toLowerCase(Locale.ROOT);
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype())
                .extracting(Coding::getSystem, Coding::getCode)
                .contains(tuple("http://hl7.org/fhir/restful-interaction", interaction));
        assertThat(event.getAction().toCode()).isEqualTo(name.equals("Query") ? "E" : name.substring(0, 1));
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        var client = agent(event, read ? "110152" : "110153");
        var server = agent(event, read ? "110153" : "110152");
        assertThat(List.of(client, server)).allSatisfy(agent -> {
            assertThat(agent.getWho().getIdentifier().getValue()).isNotBlank();
            assertThat(agent.getNetwork().getAddress()).isNotBlank();
            assertThat(agent.hasMedia()).isFalse();
        });
        event.getAgent().stream().filter(agent -> agent.hasRole()).forEach(user -> {
            assertThat(user.getType().getCodingFirstRep().getCode())
                    .isEqualTo(read || name.equals("Query") ? "IRCP" : "AUT");
            assertThat(user.getRequestor()).isTrue();
            assertThat(user.hasNetwork() || user.hasMedia()).isFalse();
        });
        keepsItsEntities(event, name.equals("Query"));
    }

    private static void keepsItsEntities(AuditEvent event, boolean query) {
        var data = entities(event, "2");
        assertThat(data).hasSize(1);
        if (query) {
            assertThat(data.getFirst().getRole().getCode()).isEqualTo("24");
            assertThat(new String(data.getFirst().getQuery(), StandardCharsets.UTF_8))
                    .isEqualTo("family=架空");
            assertThat(data.getFirst().hasWhat() || data.getFirst().hasDetail()).isFalse();
        } else {
            assertThat(data.getFirst().getRole().getCode()).isIn("3", "4", "20");
            assertThat(data.getFirst().hasWhat()).isTrue();
        }
        var patient = entities(event, "1");
        assertThat(patient).hasSize(1);
        assertThat(patient.getFirst().getRole().getCode()).isEqualTo("1");
        assertThat(patient.getFirst().getWhat().getType()).isEqualTo("Patient");
        entities(event, "XrequestId")
                .forEach(one ->
                        assertThat(one.getWhat().getIdentifier().getValue()).isEqualTo("r-1"));
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String role) {
        var found = event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(role))
                .toList();
        assertThat(found).as(role).hasSize(1);
        return found.getFirst();
    }

    private static List<AuditEventEntityComponent> entities(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .toList();
    }

    @Test
    void aDoctorWhoOpensAChartIsToldWithProfessionFacilityPurposeAndPatient() {
        var event = FORM.of(ReportedSamples.reported(
                ReportedSamples.byDoctor(Action.CHART_OPENED).with(Map.of("view", "summary", "door", "own-consent"))));
        assertThat(profile(event)).isEqualTo("PatientRead");
        assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("TREAT");
        var user = agent(event, "IRCP");
        assertThat(user.getWho().getIdentifier().getValue()).isEqualTo("12");
        assertThat(user.getRoleFirstRep().getCodingFirstRep().getCode()).isEqualTo("doctor");
        assertThat(agent(event, "PROV").getWho().getIdentifier().getValue()).isEqualTo("3412345678");
        assertThat(agent(event, "110152").getNetwork().getAddress()).isEqualTo("192.0.2.7");
        assertThat(entities(event, "1").getFirst().getWhat().getIdentifier().getValue())
                .isEqualTo(ReportedSamples.PERSON.toString());
        assertThat(what(event)).isEqualTo("summary");
        assertThat(details(event)).containsEntry("door", "own-consent");
    }

    @Test
    void aMachineThatAsksIsKnownByItsCertificateAndAsksItself() {
        var event = FORM.of(ReportedSamples.reported(
                Trace.of(Action.QUERY_REFUSED, Actor.facility(7), "too vague")
                        .with(Map.of("transaction", "ITI-78", "query", "family=架空", "request", "r-1")),
                new TraceOrigin("192.0.2.8", "certificate:00ff")));
        assertThat(event.getMeta().hasProfile())
                .as("a refusal keeps no profile of BALP")
                .isFalse();
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._8);
        assertThat(event.getOutcomeDesc()).isEqualTo("too vague");
        var client = agent(event, "110153");
        assertThat(client.getRequestor()).isTrue();
        assertThat(client.getWho().getIdentifier().getValue()).isEqualTo("certificate:00ff");
        assertThat(event.getSubtype()).extracting(Coding::getCode).contains("ITI-78", "query-refused");
    }

    @Test
    void whatSomebodyTypedStaysInTheCentreAndIsNamed() {
        var event = FORM.of(ReportedSamples.reported(ReportedSamples.byDoctor(Action.EXPOSURE_ASKED)
                .with(Map.of(
                        "words", "山田さんの件", "why", "相談", "lines", "2", "page", "山田", "reason", "Yamada fell at 10"))));
        assertThat(FHIR.newJsonParser().encodeResourceToString(event)).doesNotContain("山田", "相談", "Yamada");
        assertThat(details(event))
                .containsEntry("left-out", "page reason why words")
                .containsEntry("lines", "2");
    }

    @Test
    void aReasonThatIsACodeIsToldAndAnOutcomeWithoutWhatItQuotes() {
        var event = FORM.of(ReportedSamples.reported(Trace.of(
                        Action.RECORDS_RECEIVED_REFUSED,
                        Actor.facility(7),
                        "no such number: 0012345 of 山田 in \"PID-3\"")
                .with("reason", "not-known")));
        assertThat(event.getOutcomeDesc()).isEqualTo("no such number: … of … in …");
        assertThat(details(event)).containsEntry("reason", "not-known");
    }

    @Test
    void withoutItsQueryAnEventKeepsNoProfileAndNamesWhatIsLeftOut() {
        var asked = ReportedSamples.reported(
                Trace.of(Action.PERSON_QUERIED, Actor.facility(7), "told")
                        .with(Map.of("transaction", "ITI-78", "request", "r-1", "query", "family=架空")),
                new TraceOrigin("192.0.2.8", "certificate:00ff"));
        assertThat(FORM.of(asked).getMeta().hasProfile()).isTrue();
        var bare = FORM.of(asked.withoutQuery());
        assertThat(bare.getMeta().hasProfile()).isFalse();
        assertThat(details(bare)).containsEntry("left-out", "query");
    }

    @Test
    void whatEndsALineOrHasNoPlaceInXmlIsWrittenSoThatItIsSeen() {
        var event = FORM.of(ReportedSamples.reported(
                ReportedSamples.byDoctor(Action.CHART_OPENED).as("a\r\nb\u0000c\u2028d\u202ee\uD800")));
        assertThat(agent(event, "IRCP").getRoleFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("a\\u000d\\u000ab\\u0000c\\u2028d\\u202ee\\ud800");
        var xml = FHIR.newXmlParser().encodeResourceToString(event);
        assertThat(FHIR.newXmlParser().parseResource(AuditEvent.class, xml).getEntity())
                .hasSize(3);
    }

    private static String what(AuditEvent event) {
        Reference what = entities(event, "2").getFirst().getWhat();
        return what.getIdentifier().getValue();
    }

    private static Map<String, String> details(AuditEvent event) {
        return entities(event, "4").getFirst().getDetail().stream()
                .collect(Collectors.toMap(
                        detail -> detail.getType(),
                        detail -> Objects.requireNonNull(detail.getValue()).primitiveValue()));
    }
}
