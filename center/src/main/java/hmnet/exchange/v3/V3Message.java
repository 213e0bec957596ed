package hmnet.exchange.v3;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A message of HL7 V3 that a facility's machine sent (HL7 V3の電文), its transmission wrapper looked through.
///
/// @param facility whose certificate was shown
/// @param action under which it came
/// @param sent as it stood in the envelope, to the letter
/// @param namespaces declared around it
public record V3Message(FacilityId facility, String action, Element payload, String sent, String namespaces) {
    /// Under which HL7 names its interactions.
    public static final String INTERACTIONS = "2.16.840.1.113883.1.6";

    private static final Set<String> PROCESSING = Set.of("P", "T", "D");

    /// What is wrong with the wrapper, so that it cannot even be acknowledged.
    Optional<String> objection() {
        if (!payload.name().space().equals(Element.V3)) {
            return Optional.of("It is no message of HL7 V3");
        }
        var version = payload.attribute("ITSVersion");
        if (!version.isEmpty() && !version.equals("XML_1.0")) {
            return Optional.of("ITSVersion is XML_1.0");
        }
        if (id().root().isEmpty() || createdAt().isEmpty()) {
            return Optional.of("id and creationTime are needed");
        }
        var named = Element.V3 + ":" + interaction();
        if (!action.equals(named) && !action.startsWith(named + "_")
                || !payload.find("interactionId", "extension").equals(interaction())) {
            return Optional.of("The message, its interactionId and the action are not of one kind");
        }
        if (!PROCESSING.contains(payload.find("processingCode", "code"))) {
            return Optional.of("processingCode is P, T or D");
        }
        return senders().isEmpty() || payload.find("controlActProcess").isEmpty()
                ? Optional.of("sender/device/id and controlActProcess are needed")
                : Optional.empty();
    }

    /// What kind of message it is, such as `PRPA_IN201309UV02`. A cancellation is a continuation by another
    /// name.
    private String interaction() {
        return payload.local().replace("_Cancel", "");
    }

    public InstanceId id() {
        return payload.find("id").map(InstanceId::of).orElse(InstanceId.NONE);
    }

    /// By which the audit log knows it.
    public String questionId() {
        return id().extension().isEmpty() ? id().root() : id().extension();
    }

    Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(Hl7Time.at(payload.find("creationTime", "value")));
    }

    /// When the sender made it.
    public OffsetDateTime creationTime() {
        return createdAt().orElseThrow(() -> new IllegalStateException("Its wrapper was not looked through"));
    }

    /// Whether it is about what is really so, and no test or exercise.
    public boolean isProduction() {
        return payload.find("processingCode", "code").equals("P");
    }

    public Element act() {
        return payload.find("controlActProcess").orElseThrow();
    }

    /// The device that sends.
    String device() {
        return payload.find("sender/device/id", "root");
    }

    /// The device that sends and the organization it stands for.
    List<String> senders() {
        return payload.find("sender/device").stream()
                .flatMap(device -> Stream.concat(
                        device.children("id").stream(),
                        device.find("asAgent/representedOrganization").stream()
                                .flatMap(organization -> organization.children("id").stream())))
                .map(id -> id.attribute("root"))
                .filter(root -> !root.isEmpty())
                .toList();
    }
}
