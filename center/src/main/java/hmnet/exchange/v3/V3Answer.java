package hmnet.exchange.v3;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Reply.Acknowledgement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// The wrapper of an answer (応答の外包, MCCI_MT000200 and 300): from whom the question was for, to who
/// asked, with its acknowledgement.
public final class V3Answer {
    private V3Answer() {}

    /// A plain acknowledgement. This interaction says whether a message is kept, not what became of it, so its words
    /// are those of commitment: `CA`, `CE`, `CR`.
    public static Element acknowledging(V3Message asked, Acknowledgement word, Fault... faults) {
        var committed = switch (word) {
            case AA -> "CA";
            case AE -> "CE";
            case AR -> "CR";
        };
        return to(asked, "MCCI_IN000002UV01", committed, List.of(faults));
    }

    static Element to(V3Message asked, String interaction, Acknowledgement word, List<Fault> faults) {
        return to(asked, interaction, word.name(), faults);
    }

    private static Element to(V3Message asked, String interaction, String word, List<Fault> faults) {
        var id = InstanceId.written(UUID.randomUUID().toString());
        var answer = begun(interaction, id, "NE");
        return answer.add(
                party("receiver", "RCV", asked.payload().find("sender/device").orElseThrow()),
                party("sender", "SND", asked.payload().find("receiver/device").orElse(Element.of("device"))),
                V3Acknowledgement.of(asked, word, faults));
    }

    /// What every message begins with.
    ///
    /// @param id of the message
    /// @param acknowledgement whether one is expected: `AL` or `NE`
    public static Element begun(String interaction, Element id, String acknowledgement) {
        return Element.of(interaction)
                .with("ITSVersion", "XML_1.0")
                .add(
                        id,
                        Element.of("creationTime").with("value", Hl7Time.hl7(OffsetDateTime.now(Hl7Time.JAPAN))),
                        Element.of("interactionId")
                                .with("root", V3Message.INTERACTIONS)
                                .with("extension", interaction),
                        code("processingCode", "P"),
                        code("processingModeCode", "T"),
                        code("acceptAckCode", acknowledgement));
    }

    /// One of the two devices, as the question named it.
    private static Element party(String which, String type, Element device) {
        var ids = device.children("id").stream()
                .map(id -> InstanceId.of(id).element())
                .toList();
        var organization = device.find("asAgent/representedOrganization/id")
                .map(id -> InstanceId.of(id).element());
        return party(which, type, ids, organization.stream().toList());
    }

    /// @param organization for which the device stands; none when it stands for nobody
    public static Element party(String which, String type, List<Element> ids, List<Element> organization) {
        var device = instance("device", "DEV")
                .addAll(ids.isEmpty() ? List.of(Element.of("id").with("nullFlavor", "NI")) : ids);
        if (!organization.isEmpty()) {
            device.add(Element.of("asAgent")
                    .with("classCode", "AGNT")
                    .add(instance("representedOrganization", "ORG").addAll(organization)));
        }
        return Element.of(which).with("typeCode", type).add(device);
    }

    /// The control act around what is told, its code such as `PRPA_TE201310UV02`.
    public static Element act(String trigger) {
        return Element.of("controlActProcess")
                .with("classCode", "CACT")
                .with("moodCode", "EVN")
                .add(code("code", trigger).with("codeSystem", V3Message.INTERACTIONS));
    }

    /// A registration that stands: of one patient, kept by the centre.
    ///
    /// @param centre the centre's object identifier
    public static Element registration(Element patient, String centre) {
        var custodian = Element.of("custodian")
                .with("typeCode", "CST")
                .add(Element.of("assignedEntity").with("classCode", "ASSIGNED").add(InstanceId.written(centre)));
        var event = Element.of("registrationEvent")
                .with("classCode", "REG")
                .with("moodCode", "EVN")
                .add(
                        Element.of("id").with("nullFlavor", "NA"),
                        code("statusCode", "active"),
                        Element.of("subject1").with("typeCode", "SBJ").add(patient),
                        custodian);
        return Element.of("subject")
                .with("typeCode", "SUBJ")
                .with("contextConductionInd", "false")
                .add(event);
    }

    /// A patient with their numbers, if any are told.
    ///
    /// @param person what is told of them
    public static Element patient(List<Element> ids, Element person, String centre) {
        var provider = instance("providerOrganization", "ORG")
                .add(
                        InstanceId.written(centre),
                        Element.of("contactParty").with("classCode", "CON").with("nullFlavor", "UNK"));
        return Element.of("patient")
                .with("classCode", "PAT")
                .addAll(ids.isEmpty() ? List.of(Element.of("id").with("nullFlavor", "NA")) : ids)
                .add(code("statusCode", "active"), person, provider);
    }

    /// A person of whom nothing is told but that it is one.
    public static Element unnamed() {
        return instance("patientPerson", "PSN").add(Element.of("name").with("nullFlavor", "NA"));
    }

    static Element instance(String name, String kind) {
        return Element.of(name).with("classCode", kind).with("determinerCode", "INSTANCE");
    }

    static Element code(String name, String code) {
        return Element.of(name).with("code", code);
    }
}
