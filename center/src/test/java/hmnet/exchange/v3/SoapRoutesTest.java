package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.database.Accounts;
import hmnet.ground.database.FailingTable;
import hmnet.ground.mtls.Wish;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What an envelope has to be, and what those hear who send another.
class SoapRoutesTest extends Soaped {
    private static final String ACTION = "urn:hl7-org:v3:PRPA_IN201309UV02";

    @LocalServerPort
    int webPort;

    @Autowired
    Accounts accounts;

    private static String query(Machine asking) {
        return asking.message("PRPA_IN201309UV02", """
                <queryByParameter><queryId root="1.2" extension="1"/><statusCode code="new"/>
                  <parameterList><patientIdentifier><value root="%s" extension="none"/></patientIdentifier></parameterList>
                </queryByParameter>""".formatted(asking.oid()));
    }

    private static Element fault(HttpResponse<String> answer) throws BadXml {
        var said = SoapEnvelope.message(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(said.local()).as(answer.body()).isEqualTo("Fault");
        return said;
    }

    private static String codes(HttpResponse<String> answer) throws BadXml {
        var fault = fault(answer);
        return answer.statusCode() + " "
                + fault.find("Code/Value").map(Element::text).orElse("")
                + fault.find("Code/Subcode/Value")
                        .map(value -> " " + value.text())
                        .orElse("");
    }

    @Test
    void anAnswerNamesTheQuestionItBelongsTo() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var asked = envelope(ACTION, query(machine));
        var answer = machine.post(asked);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/soap+xml");
        var header = V3XmlReader.read(answer.body().getBytes(StandardCharsets.UTF_8))
                .root()
                .children()
                .getFirst();
        var said = header.children();
        assertThat(said)
                .filteredOn(one -> one.local().equals("Action"))
                .extracting(Element::text)
                .containsExactly("urn:hl7-org:v3:PRPA_IN201310UV02");
        assertThat(said)
                .filteredOn(one -> one.local().equals("RelatesTo"))
                .singleElement()
                .satisfies(relates -> assertThat(asked).contains("<a:MessageID>" + relates.text()));
        assertThat(said).filteredOn(one -> one.local().equals("MessageID")).hasSize(1);
    }

    @Test
    void whatIsNotAddressedAsItMustBeIsAFault() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var good = envelope(ACTION, query(machine));
        assertThat(codes(machine.post(good.replaceFirst("<a:Action.*</a:Action>", ""))))
                .isEqualTo("400 env:Sender wsa:MessageAddressingHeaderRequired");
        assertThat(codes(machine.post(good.replaceFirst("<a:MessageID.*</a:MessageID>", ""))))
                .isEqualTo("400 env:Sender wsa:MessageAddressingHeaderRequired");
        assertThat(codes(machine.post(good.replace("addressing/anonymous", "addressing/none"))))
                .isEqualTo("400 env:Sender wsa:OnlyAnonymousAddressSupported");
        assertThat(codes(machine.post(envelope(ACTION, query(machine), "<a:Action>" + ACTION + "</a:Action>"))))
                .isEqualTo("400 env:Sender wsa:InvalidAddressingHeader");
        assertThat(codes(machine.post(envelope("urn:hl7-org:v3:PRPA_IN209999UV02", query(machine)))))
                .isEqualTo("400 env:Sender wsa:ActionNotSupported");
        assertThat(codes(machine.post("application/soap+xml; charset=utf-8; action=\"urn:other\"", bytes(good))))
                .isEqualTo("400 env:Sender wsa:InvalidAddressingHeader");
        assertThat(codes(machine.post(envelope("urn:hl7-org:v3:PRPA_IN201305UV02", query(machine)))))
                .as("a message under another's action")
                .isEqualTo("400 env:Sender");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aHeaderThatMustBeUnderstoodAndIsNotStopsTheMessage() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var demanding = "<x:Charge xmlns:x=\"urn:x\" s:mustUnderstand=\"%s\" %s>1</x:Charge>";
        var answer = machine.post(envelope(ACTION, query(machine), demanding.formatted("true", "")));
        assertThat(codes(answer)).isEqualTo("500 env:MustUnderstand");
        assertThat(answer.body()).contains("qname=\"q:Charge\"", "xmlns:q=\"urn:x\"");
        for (var passes :
                List.of(demanding.formatted("0", ""), demanding.formatted("1", "s:role=\"urn:somebody-else\""))) {
            assertThat(machine.post(envelope(ACTION, query(machine), passes)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anEnvelopeOfAnotherShapeIsAFault() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var good = envelope(ACTION, query(machine));
        var old = good.replace("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/");
        assertThat(codes(machine.post(old))).isEqualTo("500 env:VersionMismatch");
        for (var bad : List.of(
                query(machine),
                good.replace("</s:Body>", "</s:Body><s:Body/>"),
                good.replace("</s:Body>", query(machine) + "</s:Body>"),
                good.replaceFirst("(?s)<s:Body>.*</s:Body>", "<s:Body/>"),
                good.replaceFirst("(?s)<s:Body>.*</s:Body>", ""),
                good.replace("<creationTime", "<createdOn"),
                good.replace("urn:hl7-org:v3\"", "urn:hl7-org:v2\""),
                good.substring(0, good.length() / 2),
                "")) {
            assertThat(codes(machine.post(bad))).as(bad).isEqualTo("400 env:Sender");
        }
    }

    /// A040, A041.
    @Test
    void whatIsUnsafeOrTooMuchIsNotRead() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var good = envelope(ACTION, query(machine));
        var declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        var secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        for (var bad : List.of(
                good.replace(declared, declared + secret).replace("none", "&e;"),
                good.replace(declared, declared + laughs).replace("none", "&b;"),
                good.replace(declared, declared + "<?xml-stylesheet href=\"x\"?>"),
                good.replace("none", "&undeclared;"),
                good.replace("<queryByParameter>", "<a>".repeat(60) + "</a>".repeat(60) + "<queryByParameter>"),
                good.replace("<queryByParameter>", "<a/>".repeat(20_001) + "<queryByParameter>"),
                good.replace("encoding=\"UTF-8\"", "encoding=\"Shift_JIS\""))) {
            assertThat(codes(machine.post(bad))).isEqualTo("400 env:Sender");
        }
        assertThat(codes(machine.post(
                        "application/soap+xml", good.replace("none", "花").getBytes(Charset.forName("Shift_JIS")))))
                .isEqualTo("400 env:Sender");
        assertThat(codes(machine.post(good + " ".repeat(1 << 20)))).isEqualTo("413 env:Sender");
        for (var type :
                List.of("text/xml", "application/soap+xml; charset=Shift_JIS", "application/json", "nonsense")) {
            assertThat(codes(machine.post(type, bytes(good)))).as(type).isEqualTo("415 env:Sender");
        }
    }

    @Test
    void strangersRevokedMachinesAndBrowsersGetNoFurther() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var request = HttpRequest.newBuilder(URI.create(address()))
                .header("Content-Type", "application/soap+xml")
                .POST(HttpRequest.BodyPublishers.ofString(envelope(ACTION, query(machine))))
                .build();
        var stranger =
                facilityCa().issue(Wish.client("stranger")).http(facilityCa().certificate());
        assertThat(stranger.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        var live = machine.issued.http(facilityCa().certificate());
        assertThat(live.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        facilityCa().revoke(machine.issued.certificate());
        facilityCa().publish(machineFolder());
        await(() -> status(live, request) != 200);
        var get = HttpRequest.newBuilder(URI.create(address())).build();
        var other = new Machine(TransactionGroup.PIX).issued.http(facilityCa().certificate());
        var got = other.send(get, HttpResponse.BodyHandlers.ofString());
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow")).contains("POST");
        var onTheWeb = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + "/ihe"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(onTheWeb.statusCode()).isEqualTo(404);
    }

    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (java.io.IOException closed) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whereNothingCanBeWrittenAMachineIsToldWhenToComeAgain() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        for (var state : List.of("53100 507", "57P03 503")) {
            try (var _ = new FailingTable(accounts, "audit_event", state.substring(0, 5))) {
                var answer = machine.post(envelope(ACTION, query(machine)));
                assertThat(codes(answer)).isEqualTo(state.substring(6) + " env:Receiver");
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
            }
        }
    }
}
