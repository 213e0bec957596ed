package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.AddressingFeature;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.junit.jupiter.api.Test;

/// A SOAP client that others wrote (他社製クライアント): CXF, led by IHE's own service description as IPF brings it, with
/// WS-Addressing demanded on both sides.
class ForeignSoapTest extends Soaped {
    private static final String SPACE = "urn:ihe:iti:pixv3:2007";

    /// A consumer of cross-references.
    private Dispatch<Source> client(Machine machine) {
        var description = Objects.requireNonNull(getClass().getResource("/wsdl/iti45/iti45-raw.wsdl"));
        var service = Service.create(description, new QName(SPACE, "PIXManager_Service"));
        var dispatch = service.createDispatch(
                new QName(SPACE, "PIXManager_Port_Soap12"),
                Source.class,
                Service.Mode.PAYLOAD,
                new AddressingFeature(true, true));
        dispatch.getRequestContext().put(Dispatch.ENDPOINT_ADDRESS_PROPERTY, address());
        dispatch.getRequestContext()
                .put(MessageContext.WSDL_OPERATION, new QName(SPACE, "PIXManager_PRPA_IN201309UV02"));
        // SOAP 1.2 has faults of the sender's doing under 400, which CXF reads when it is told to.
        dispatch.getRequestContext().put("org.apache.cxf.transport.process_fault_on_http_400", true);
        var tls = new TLSClientParameters();
        tls.setSslContext(machine.issued.tls(facilityCa().certificate()));
        ((HTTPConduit) ((DispatchImpl<Source>) dispatch).getClient().getConduit()).setTlsClientParameters(tls);
        return dispatch;
    }

    private static Element said(Dispatch<Source> client, String message) throws Exception {
        var answer = client.invoke(new StreamSource(new StringReader(message)));
        var text = new StringWriter();
        TransformerFactory.newDefaultInstance().newTransformer().transform(answer, new StreamResult(text));
        return V3XmlReader.read(text.toString().getBytes(StandardCharsets.UTF_8))
                .root();
    }

    private static String pixQuery(Machine machine, String number) {
        return machine.message("PRPA_IN201309UV02", """
                <queryByParameter><queryId root="1.2" extension="1"/><statusCode code="new"/><responsePriorityCode code="I"/>
                  <parameterList><patientIdentifier><value root="%s" extension="%s"/><semanticsText>Patient.id</semanticsText>
                  </patientIdentifier></parameterList></queryByParameter>""".formatted(machine.oid(), number));
    }

    @Test
    void itAsksForNumbersAndUnderstandsTheAnswer() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(machine.facility, "11", hanako(born), person);
        tied(hospital(), "22", hanako(born), person);
        var client = client(machine);
        var answer = said(client, pixQuery(machine, "11"));
        assertThat(outcome(answer)).isEqualTo("OK");
        assertThat(numbers(patients(answer).getFirst()))
                .singleElement()
                .asString()
                .startsWith("22 of ");
    }

    @Test
    void itHearsAFaultAsAFault() {
        var machine = new Machine(TransactionGroup.PIX);
        var client = client(machine);
        var nameless = pixQuery(machine, "11").replaceFirst("<id root=\"[^\"]*\"/>", "");
        assertThatThrownBy(() -> said(client, nameless)).cause().isInstanceOfSatisfying(SoapFault.class, fault -> {
            assertThat(fault.getFaultCode().getLocalPart()).isEqualTo("Sender");
            assertThat(fault.getReason()).contains("id and creationTime");
        });
    }
}
