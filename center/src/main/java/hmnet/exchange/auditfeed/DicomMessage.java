package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.AuditCode;
import hmnet.exchange.balp.AuditNames;
import hmnet.exchange.balp.EventKind;
import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.audit.Actor;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// An event as a DICOM audit message (DICOM PS3.15 A.5, `AuditMessage`), in one line of XML.
final class DicomMessage {
    private static final String IHE = "IHE Transactions";
    private static final int APPLICATION_SERVER = 4;
    private static final String SECURITY_RESOURCE = "13";

    private final AuditNames names;
    private final StringWriter text = new StringWriter(2_048);
    private final XMLStreamWriter xml;

    private DicomMessage(AuditNames names) throws XMLStreamException {
        this.names = names;
        // Java's own: another one on the class path would escape otherwise.
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(ReportedEvent event, AuditNames names) {
        try {
            var message = new DicomMessage(names);
            message.write(event);
            return message.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML into memory cannot fail", e);
        }
    }

    private void write(ReportedEvent event) throws XMLStreamException {
        xml.writeStartElement("AuditMessage");
        identification(event);
        client(event);
        server(event);
        user(event);
        facility(event);
        xml.writeStartElement("AuditSourceIdentification");
        attribute("AuditEnterpriseSiteID", names.host());
        attribute("AuditSourceID", names.origin());
        code(
                "AuditSourceTypeCode",
                Integer.toString(APPLICATION_SERVER),
                "DCM",
                "Application Server Process or Thread");
        xml.writeEndElement();
        patient(event);
        thing(event);
        xml.writeEndElement();
        xml.flush();
    }

    private void identification(ReportedEvent event) throws XMLStreamException {
        xml.writeStartElement("EventIdentification");
        attribute("EventActionCode", String.valueOf(event.kind().letter()));
        attribute("EventDateTime", event.at().toString());
        attribute("EventOutcomeIndicator", event.verdict().code());
        eventId(event);
        if (!event.transaction().isEmpty()) {
            code("EventTypeCode", event.transaction(), IHE, event.transaction());
        }
        var subtype = event.kind().subtype().filter(one -> one.system().equals(AuditCode.DCM));
        if (subtype.isPresent()) {
            dicom("EventTypeCode", subtype.get());
        }
        code("EventTypeCode", event.word(), names.words(), event.word());
        if (!event.outcome().isBlank()) {
            text("EventOutcomeDescription", event.outcome());
        }
        if (!event.purpose().isEmpty()) {
            code("PurposeOfUse", event.purpose(), "PurposeOfUse", event.purpose());
        }
        xml.writeEndElement();
    }

    /// DICOM knows no act on a record of nobody; FHIR's word for it stands then.
    private void eventId(ReportedEvent event) throws XMLStreamException {
        var kind = event.kind();
        if (kind.isInteraction() && kind != EventKind.QUERY && event.person() == null) {
            code("EventID", kind.type().code(), "audit-event-type", kind.type().words());
        } else {
            dicom("EventID", kind.event());
        }
    }

    private void client(ReportedEvent event) throws XMLStreamException {
        var credential = event.origin().credential();
        begin(credential.isEmpty() ? acting(event) : credential, !isPerson(event.actor()));
        network(event);
        dicom("RoleIDCode", clientRole(event.kind()));
        xml.writeEndElement();
    }

    private void network(ReportedEvent event) throws XMLStreamException {
        var address = event.origin().address();
        if (!address.isEmpty()) {
            attribute("NetworkAccessPointID", address);
            attribute("NetworkAccessPointTypeCode", "2");
        }
    }

    private void server(ReportedEvent event) throws XMLStreamException {
        begin(names.origin(), false);
        attribute("NetworkAccessPointID", names.host());
        attribute("NetworkAccessPointTypeCode", "1");
        dicom("RoleIDCode", serverRole(event.kind()));
        xml.writeEndElement();
    }

    private void user(ReportedEvent event) throws XMLStreamException {
        if (!isPerson(event.actor())) {
            return;
        }
        begin(acting(event), true);
        network(event);
        if (!event.profession().isEmpty()) {
            code("RoleIDCode", event.profession(), names.words(), event.profession());
        }
        xml.writeEndElement();
    }

    private void facility(ReportedEvent event) throws XMLStreamException {
        var facility = event.facility();
        if (facility == null) {
            return;
        }
        xml.writeStartElement("ActiveParticipant");
        attribute("UserID", facility.code());
        if (!facility.name().isEmpty()) {
            attribute("UserName", facility.name());
        }
        attribute("UserIsRequestor", "false");
        code("RoleIDCode", "PROV", "RoleClass", "healthcare provider");
        xml.writeEndElement();
    }

    private void patient(ReportedEvent event) throws XMLStreamException {
        if (event.person() == null) {
            return;
        }
        object(event.person() + "^^^&" + names.persons().replaceFirst("^urn:oid:", "") + "&ISO", "1", "1");
        code("ParticipantObjectIDTypeCode", "2", "RFC-3881", "Patient Number");
        xml.writeEndElement();
    }

    /// What it was about, with all that is told beside.
    private void thing(ReportedEvent event) throws XMLStreamException {
        if (!event.query().isEmpty()) {
            var known = event.transaction().isEmpty() ? event.word() : event.transaction();
            object("urn:uuid:" + event.id(), "2", "24");
            code("ParticipantObjectIDTypeCode", known, event.transaction().isEmpty() ? names.words() : IHE, known);
            text("ParticipantObjectQuery", base64(event.query()));
        } else if (event.kind() == EventKind.LOG_USED) {
            object("https://" + names.origin(), "2", SECURITY_RESOURCE);
            uri();
            text("ParticipantObjectName", "Security Audit Log");
        } else {
            var record = event.details().get("record");
            object(
                    "urn:uuid:" + Objects.requireNonNullElse(record, event.id().toString()),
                    "2",
                    event.kind().isAlert() ? SECURITY_RESOURCE : "3");
            uri();
        }
        if (event.kind().isAlert()) {
            detail("Alert Description", event.word());
        }
        detail("event", event.id().toString());
        if (!event.request().isBlank()) {
            detail("request", event.request());
        }
        for (var entry : event.details().entrySet()) {
            detail(entry.getKey(), entry.getValue());
        }
        xml.writeEndElement();
    }

    private void uri() throws XMLStreamException {
        code("ParticipantObjectIDTypeCode", "12", "RFC-3881", "URI");
    }

    private void text(String element, String words) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void object(String id, String type, String role) throws XMLStreamException {
        xml.writeStartElement("ParticipantObjectIdentification");
        attribute("ParticipantObjectID", id);
        attribute("ParticipantObjectTypeCode", type);
        attribute("ParticipantObjectTypeCodeRole", role);
    }

    private void detail(String type, String value) throws XMLStreamException {
        xml.writeEmptyElement("ParticipantObjectDetail");
        attribute("type", type);
        attribute("value", base64(value));
    }

    private void begin(String user, boolean requestor) throws XMLStreamException {
        xml.writeStartElement("ActiveParticipant");
        attribute("UserID", user);
        attribute("UserIsRequestor", Boolean.toString(requestor));
    }

    private void dicom(String element, AuditCode code) throws XMLStreamException {
        code(element, code.code(), "DCM", code.words());
    }

    private void code(String element, String code, String system, String words) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attribute("csd-code", code);
        attribute("codeSystemName", system);
        attribute("originalText", words);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private String acting(ReportedEvent event) {
        var facility = event.facility();
        var named = names.of(event.actor(), facility == null ? "" : facility.code());
        return named.value() + "@" + named.system();
    }

    private static boolean isPerson(Actor actor) {
        return switch (actor) {
            case Actor.StaffMember staff -> true;
            case Actor.ResidentAccount resident -> true;
            case Actor.FacilityMachine machine -> false;
            case Actor.Centre centre -> false;
        };
    }

    /// An export goes to a medium and an import comes from one; a run has whoever launched it.
    private static AuditCode clientRole(EventKind kind) {
        return switch (kind) {
            case EXPORT -> AuditCode.dicom(110154, "Destination Media");
            case IMPORT -> AuditCode.dicom(110155, "Source Media");
            case RUN -> AuditCode.dicom(110151, "Application Launcher");
            case LOGIN,
                    LOGOUT,
                    READ,
                    QUERY,
                    CREATE,
                    UPDATE,
                    DELETE,
                    LOG_USED,
                    ALERT,
                    RESTRICTED,
                    NODE_REFUSED,
                    OVERRIDE_BEGUN,
                    OVERRIDE_ENDED,
                    NETWORK_CHANGED,
                    SECURITY_CHANGED,
                    ACCESS_CHANGED,
                    ROLES_CHANGED,
                    USERS_CHANGED -> kind.isGivenOut() ? AuditCode.DESTINATION : AuditCode.SOURCE;
        };
    }

    private static AuditCode serverRole(EventKind kind) {
        if (kind == EventKind.RUN) {
            return AuditCode.dicom(110150, "Application");
        }
        return kind.isGivenOut() ? AuditCode.SOURCE : AuditCode.DESTINATION;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
