package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import org.jspecify.annotations.Nullable;

/// Writes results as CDA (健診結果XMLの書き出し), strictly by the standard: its schema accepts what this
/// writes.
final class KenshinWriter {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private KenshinWriter() {}

    /// @throws IllegalArgumentException when something is missing that the standard demands
    public static byte[] write(Checkup checkup) {
        var missing = KenshinDemands.missing(checkup);
        KenshinDemands.demand(missing.isEmpty(), String.join(", ", missing));
        var root = XmlElement.of("ClinicalDocument")
                .with("xmlns", "urn:hl7-org:v3")
                .with("xmlns:xsi", XSI)
                .with("xsi:schemaLocation", "urn:hl7-org:v3 ../XSD/hc08_V08.xsd");
        root.open("typeId").with("root", "2.16.840.1.113883.1.3").with("extension", "POCD_HD000040");
        root.open("id").with("nullFlavor", "NI");
        root.open("code").with("code", checkup.report()).with("codeSystem", Oids.REPORT);
        root.open("effectiveTime").with("value", checkup.written().isEmpty() ? checkup.done() : checkup.written());
        root.open("confidentialityCode").with("code", "N");
        examinee(root, checkup.examinee());
        author(root, checkup);
        root.open("custodian")
                .open("assignedCustodian")
                .open("representedCustodianOrganization")
                .open("id")
                .with("nullFlavor", "NI");
        ticket(root, checkup.ticket());
        event(root, checkup);
        var body = root.open("component").open("structuredBody");
        for (var section : checkup.sections()) {
            SectionWriter.write(body, section);
        }
        return XmlText.of(root);
    }

    private static void examinee(XmlElement root, Examinee who) {
        var role = root.open("recordTarget").open("patientRole");
        id(role, Oids.INSURER, who.insurer());
        id(role, Oids.SYMBOL, who.symbol());
        id(role, Oids.NUMBER, who.number());
        id(role, Oids.BRANCH, who.branch());
        if (role.content().isEmpty()) {
            role.open("id").with("nullFlavor", "NI");
        }
        address(role, who.postalCode(), who.address());
        var patient = role.open("patient");
        patient.open("name").add(who.kana());
        patient.open("administrativeGenderCode").with("code", who.sex()).with("codeSystem", Oids.SEX);
        patient.open("birthTime").with("value", who.birthDate());
    }

    private static void id(XmlElement of, String root, String extension) {
        if (!extension.isEmpty()) {
            of.open("id").with("root", root).with("extension", extension);
        }
    }

    private static void address(XmlElement of, String postalCode, String address) {
        if (!postalCode.isEmpty() || !address.isEmpty()) {
            var element = of.open("addr");
            if (!postalCode.isEmpty()) {
                element.open("postalCode").add(postalCode);
            }
            element.add(address);
        }
    }

    private static void author(XmlElement root, Checkup checkup) {
        var author = root.open("author");
        author.open("time").with("value", checkup.written().isEmpty() ? checkup.done() : checkup.written());
        var assigned = author.open("assignedAuthor");
        assigned.open("id").with("nullFlavor", "NI");
        institution(assigned.open("representedOrganization"), checkup.author());
    }

    private static void institution(XmlElement element, Institution institution) {
        if (institution.number().isEmpty()) {
            element.open("id").with("nullFlavor", "NI");
        }
        id(element, Oids.INSTITUTION, institution.number());
        if (!institution.name().isEmpty()) {
            element.open("name").add(institution.name());
        }
        if (!institution.phone().isEmpty()) {
            element.open("telecom").with("value", "tel:" + institution.phone());
        }
        address(element, institution.postalCode(), institution.address());
    }

    private static void ticket(XmlElement root, @Nullable Ticket ticket) {
        if (ticket == null || ticket.number().isEmpty()) {
            return;
        }
        var participant = root.open("participant").with("typeCode", "HLD");
        participant
                .open("functionCode")
                .with("code", ticket.kind().isEmpty() ? "1" : ticket.kind())
                .with("codeSystem", Oids.TICKET_KIND);
        if (!ticket.expires().isEmpty()) {
            participant.open("time").open("high").with("value", ticket.expires());
        }
        var holder = participant.open("associatedEntity").with("classCode", "IDENT");
        var kind = ticket.kind().equals("2") ? Oids.GUIDANCE_TICKET : Oids.TICKET;
        holder.open("id")
                .with("root", ticket.insurer().matches("[0-9]+") ? kind + "." + "1" + ticket.insurer() : kind)
                .with("extension", ticket.number());
        if (!ticket.insurer().isEmpty()) {
            id(holder.open("scopingOrganization"), Oids.INSURER, ticket.insurer());
        }
    }

    private static void event(XmlElement root, Checkup checkup) {
        var event = root.open("documentationOf").open("serviceEvent");
        event.open("code").with("code", checkup.program()).with("codeSystem", Oids.PROGRAM);
        event.open("effectiveTime").with("value", checkup.done());
        var assigned = event.open("performer").with("typeCode", "PRF").open("assignedEntity");
        assigned.open("id").with("nullFlavor", "NI");
        institution(assigned.open("representedOrganization"), checkup.performer());
    }
}
