package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hmnet.exchange.balp.ReportedEvent;
import hmnet.exchange.balp.ReportedSamples;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Trace;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// Events as syslog messages, judged by DICOM's own schema (as IPF ships it).
class SyslogMessageTest {
    private static final int MOST = 32_768;
    private static final String HEADER =
            "<8[45]>1 2026-11-25T01:02:03\\.456789Z hmnet\\.example hmnet \\d+ IHE\\+RFC-3881 - \uFEFF<\\?xml[^\n]*";
    private static final Schema DICOM = schema();

    private static Schema schema() {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(SyslogMessageTest.class.getResource("/dicom2017c.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ReportedEvent event) {
        return new String(SyslogMessage.of(event, ReportedSamples.NAMES, MOST), StandardCharsets.UTF_8);
    }

    private static String xml(ReportedEvent event) {
        var text = text(event);
        return text.substring(text.indexOf("<?xml"));
    }

    private static void hold(ReportedEvent event) {
        assertThatCode(() -> DICOM.newValidator().validate(new StreamSource(new StringReader(xml(event)))))
                .as(xml(event))
                .doesNotThrowAnyException();
    }

    @Test
    void everyActionIsAnAuditMessageOfDicomInOneLine() {
        assertThat(ReportedSamples.ofEveryAction()).allSatisfy(event -> {
            assertThat(text(event)).matches(HEADER);
            hold(event);
        });
    }

    @Test
    void aRefusalIsAWarningAndTellsItsOutcome() {
        var event = ReportedSamples.reported(ReportedSamples.byDoctor(Action.CHART_REFUSED));
        assertThat(text(event)).startsWith("<84>1 ").contains("EventOutcomeIndicator=\"8\"", "csd-code=\"110132\"");
        assertThat(text(ReportedSamples.reported(ReportedSamples.byDoctor(Action.CHART_OPENED))))
                .startsWith("<85>1 ")
                .contains(
                        "csd-code=\"110110\"",
                        "EventActionCode=\"R\"",
                        ReportedSamples.PERSON + "^^^&amp;2.25.1.7&amp;ISO");
    }

    /// PS3.15 A.5.3: what each message of DICOM's own must name beyond the schema.
    @Test
    void theMessagesThatDicomDescribesNameWhatTheyMust() {
        assertThat(xml(ReportedSamples.reported(ReportedSamples.byDoctor(Action.EXPOSURE_ASKED))))
                .as("A.5.3.2, the log was used")
                .contains(
                        "ParticipantObjectID=\"https://hmnet.example/audit\"",
                        "ParticipantObjectTypeCodeRole=\"13\"",
                        "<ParticipantObjectName>Security Audit Log</ParticipantObjectName>",
                        "EventActionCode=\"R\"");
        assertThat(xml(ReportedSamples.reported(ReportedSamples.byDoctor(Action.CONSENT_WITHDRAWN))))
                .as("A.5.3.12, security alert")
                .contains(
                        "EventActionCode=\"E\"",
                        "type=\"Alert Description\"",
                        "csd-code=\"110113\"",
                        "csd-code=\"110135\"");
        assertThat(xml(ReportedSamples.reported(ReportedSamples.byDoctor(Action.SIGN_IN))))
                .as("A.5.3.13, where the user is")
                .contains("UserIsRequestor=\"true\" NetworkAccessPointID=\"192.0.2.7\"", "csd-code=\"110122\"");
        assertThat(xml(ReportedSamples.reported(ReportedSamples.byDoctor(Action.PATIENTS_EXPORTED))))
                .as("A.5.3.4, export to a medium")
                .contains("csd-code=\"110154\"", "EventActionCode=\"R\"");
        assertThat(xml(ReportedSamples.reported(
                        ReportedSamples.byDoctor(Action.TODAY_CHANGED).about(null))))
                .as("no patient's record without a patient")
                .contains("csd-code=\"rest\"")
                .doesNotContain("csd-code=\"110110\"");
    }

    /// Whoever may write into an event makes neither a second message nor another element of it.
    @Test
    void wordsOfStrangersStayWords() {
        var nasty =
                "x\n<85>1 2026-11-25T00:00:00Z evil - - - - forged\r\n] \" /><EventIdentification EventActionCode=\"D\"/>\u0000\u001b[2J";
        var event = ReportedSamples.reported(Trace.of(
                        Action.PERSON_QUERIED,
                        ReportedSamples.byDoctor(Action.SETUP).actor(),
                        nasty)
                .about(ReportedSamples.PERSON)
                .purpose(nasty)
                .as("doctor\n")
                .with(Map.of(
                        "query",
                        nasty,
                        "request",
                        nasty,
                        "transaction",
                        nasty,
                        "view",
                        nasty,
                        nasty.substring(0, 20),
                        nasty)));
        assertThat(text(event)).doesNotContain("\n", "\r", "\u0000", "\u001b").matches(HEADER);
        assertThat(xml(event)).containsOnlyOnce("<EventIdentification");
        hold(event);
    }

    @Test
    void aMessageThatIsTooLongGoesWithoutItsLongDetails() {
        var details = IntStream.range(0, 25).boxed().collect(Collectors.toMap(n -> "kind" + n, n -> "あ".repeat(1_000)));
        var many = new HashMap<>(details);
        many.put("kinds", "i".repeat(1_000));
        many.put("lines", "3");
        many.put("transaction", "ITI-78");
        many.put("query", "<".repeat(1_000));
        var event = ReportedSamples.reported(
                        ReportedSamples.byDoctor(Action.PERSON_QUERIED).with(many))
                .with("view", "う".repeat(1_000));
        var shortened = SyslogMessage.of(event, ReportedSamples.NAMES, 8_192);
        assertThat(shortened.length).isLessThanOrEqualTo(8_192);
        var text = new String(shortened, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("type=\"shortened\"", "type=\"lines\"", event.id().toString(), "person-queried")
                .doesNotContain("type=\"kinds\"", "ParticipantObjectQuery");
        assertThat(SyslogMessage.of(event, ReportedSamples.NAMES, 1 << 20).length)
                .isGreaterThan(8_192);
    }
}
