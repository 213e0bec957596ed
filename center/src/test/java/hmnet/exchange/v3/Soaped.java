package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals whose machines speak HL7 V3 over SOAP with the centre (SOAPの照会元), over real mutual TLS. Every answer is
/// held against HL7's own schemas.
public abstract class Soaped extends Counter {
    private static final AtomicInteger SECONDS = new AtomicInteger(0);

    @Autowired
    MachineConnector connector;

    protected String address() {
        return "https://localhost:" + connector.port().orElseThrow() + "/ihe";
    }

    /// A hospital with a machine and rights.
    public final class Machine {
        public final FacilityId facility = hospital();
        public final Issued issued = facilityCa().issue(Wish.client("soap"));

        public Machine(TransactionGroup... errands) {
            var certificate = issued.certificate();
            facilities.registerCertificate(
                    facility,
                    Machines.fingerprint(certificate),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
            List.of(errands)
                    .forEach(transactionGroup -> callers.grant(facility, transactionGroup, Scope.OWN, Actor.CENTRE));
        }

        public String oid() {
            return domains.of(facility).oid();
        }

        /// A message of this hospital's, each a second later than the one before.
        public String message(String interaction, String act) {
            return message(interaction, oid(), "P", UUID.randomUUID().toString(), act);
        }

        public String message(String interaction, String device, String processing, String id, String act) {
            return """
                    <%1$s xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0">
                      <id root="%2$s"/>
                      <creationTime value="%9$s"/>
                      <interactionId root="2.16.840.1.113883.1.6" extension="%3$s"/>
                      <processingCode code="%4$s"/>
                      <processingModeCode code="T"/>
                      <acceptAckCode code="AL"/>
                      <receiver typeCode="RCV"><device classCode="DEV" determinerCode="INSTANCE"><id root="%5$s"/></device></receiver>
                      <sender typeCode="SND"><device classCode="DEV" determinerCode="INSTANCE"><id root="%6$s"/></device></sender>
                      <controlActProcess classCode="CACT" moodCode="EVN">
                        <code code="%7$s" codeSystem="2.16.840.1.113883.1.6"/>
                        %8$s
                      </controlActProcess>
                    </%1$s>""".formatted(
                            interaction,
                            id,
                            interaction.replace("_Cancel", ""),
                            processing,
                            domains.centre(),
                            device,
                            interaction.replace("_IN", "_TE").replace("_Cancel", ""),
                            act,
                            Hl7Time.hl7(OffsetDateTime.parse("2026-04-02T09:00:00+09:00")
                                    .plusSeconds(SECONDS.incrementAndGet())));
        }

        /// Its answer, understood.
        public Element ask(String message) throws Exception {
            return ask(action(message), message);
        }

        public Element ask(String action, String message) throws Exception {
            var answer = post(envelope(action, message));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var said = SoapEnvelope.message(answer.body().getBytes(StandardCharsets.UTF_8));
            Schemas.hold(said);
            return said;
        }

        public HttpResponse<String> post(String envelope) throws IOException, InterruptedException {
            return post("application/soap+xml;charset=UTF-8", envelope.getBytes(StandardCharsets.UTF_8));
        }

        public HttpResponse<String> post(String type, byte[] body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(address() + "/pix"))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return issued.http(facilityCa().certificate()).send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    protected static String action(String message) {
        return "urn:hl7-org:v3:" + message.substring(1, message.indexOf(' '));
    }

    protected static String envelope(String action, String message) {
        return envelope(action, message, "");
    }

    protected static String envelope(String action, String message, String headers) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
                  <s:Header>
                    <a:Action s:mustUnderstand="1">%s</a:Action>
                    <a:MessageID>urn:uuid:%s</a:MessageID>
                    <a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
                    %s
                  </s:Header>
                  <s:Body>%s</s:Body>
                </s:Envelope>""".formatted(action, UUID.randomUUID(), headers, message);
    }

    protected static String acknowledged(Element answer) {
        return answer.find("acknowledgement/typeCode", "code");
    }

    /// Codes and places of what was found wrong.
    protected static List<String> details(Element answer) {
        return answer.find("acknowledgement").stream()
                .flatMap(one -> one.children("acknowledgementDetail").stream())
                .map(one -> one.find("code", "code") + " "
                        + one.find("location").map(Element::text).orElse(""))
                .toList();
    }

    protected static String outcome(Element answer) {
        return answer.find("controlActProcess/queryAck/queryResponseCode", "code");
    }

    protected static List<Element> patients(Element answer) {
        return answer.find("controlActProcess").stream()
                .flatMap(act -> act.children("subject").stream())
                .map(subject ->
                        subject.find("registrationEvent/subject1/patient").orElseThrow())
                .toList();
    }

    /// Numbers with whose they are.
    protected static List<String> numbers(Element patient) {
        return patient.children("id").stream()
                .map(id -> id.attribute("extension") + " of " + id.attribute("root"))
                .toList();
    }
}
