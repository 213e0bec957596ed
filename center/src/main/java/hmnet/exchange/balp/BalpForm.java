package hmnet.exchange.balp;

import hmnet.ground.audit.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/// An event as a FHIR R4 `AuditEvent` along BALP (監査イベントのFHIR表現). It names the profile that it keeps, and none where
/// the log does not hold what a profile demands.
@Component
public class BalpForm {
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String REQUEST_ID = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String ENTITY_TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String SOURCES = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private static final String PARTICIPATIONS = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleClass";
    private static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String TRANSACTIONS = "urn:ihe:event-type-code";

    private final AuditNames names;

    BalpForm(AuditNames names) {
        this.names = names;
    }

    public AuditEvent of(ReportedEvent event) {
        var form = new AuditEvent();
        form.setId(event.id().toString());
        profile(form, event);
        form.setType(coding(event.kind().type()));
        event.kind().subtype().ifPresent(subtype -> form.addSubtype(coding(subtype)));
        if (!event.transaction().isEmpty()) {
            form.addSubtype(new Coding(TRANSACTIONS, event.transaction(), event.transaction()));
        }
        form.addSubtype(word(event.word()));
        form.setAction(AuditEventAction.fromCode(String.valueOf(event.kind().letter())));
        form.setRecordedElement(new InstantType(Date.from(event.at())));
        form.setOutcome(AuditEventOutcome.fromCode(event.verdict().code()));
        form.setOutcomeDesc(event.outcome().isBlank() ? null : event.outcome());
        if (!event.purpose().isEmpty()) {
            form.addPurposeOfEvent().addCoding(new Coding(PURPOSES, event.purpose(), null));
        }
        agents(form, event);
        form.getSource()
                .setSite(names.host())
                .setObserver(identified(names.words(), names.origin()))
                .addType(new Coding(SOURCES, "4", "Application Server"));
        entities(form, event);
        return form;
    }

    /// The profile of a successful interaction, where its machine is known by an address and its query by its words.
    private static void profile(AuditEvent form, ReportedEvent event) {
        var kind = event.kind();
        var keeps = kind.isInteraction()
                && kind != EventKind.DELETE
                && event.verdict() == EventVerdict.SUCCESS
                && !event.origin().address().isEmpty()
                && (kind != EventKind.QUERY || !event.query().isEmpty());
        if (keeps) {
            var name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
            form.getMeta().addProfile(PROFILES + (event.person() == null ? "" : "Patient") + name);
        }
    }

    private void agents(AuditEvent form, ReportedEvent event) {
        var given = event.kind().isGivenOut();
        var source = coded(AuditCode.SOURCE);
        var destination = coded(AuditCode.DESTINATION);
        var people = isPerson(event);
        var client = form.addAgent()
                .setType(given ? destination : source)
                .setWho(client(event))
                .setRequestor(!people);
        network(client, event.origin().address());
        form.addAgent()
                .setType(given ? source : destination)
                .setWho(identified(names.words(), names.origin()))
                .setRequestor(false)
                .getNetwork()
                .setAddress(names.host())
                .setType(AuditEventAgentNetworkType._1);
        if (people) {
            user(form.addAgent(), event);
        }
        var facility = event.facility();
        if (facility != null) {
            var where = identified(names.facilities(), facility.code());
            form.addAgent()
                    .setType(new CodeableConcept(new Coding(ROLES, "PROV", "healthcare provider")))
                    .setWho(facility.name().isEmpty() ? where : where.setDisplay(facility.name()))
                    .setRequestor(false);
        }
    }

    private void user(AuditEventAgentComponent user, ReportedEvent event) {
        user.setType(new CodeableConcept(userType(event.kind())))
                .setWho(identified(names.of(event.actor(), "")))
                .setRequestor(true);
        if (!event.profession().isEmpty()) {
            user.addRole(new CodeableConcept(word(event.profession())));
        }
        if (!event.purpose().isEmpty()) {
            user.addPurposeOfUse().addCoding(new Coding(PURPOSES, event.purpose(), null));
        }
    }

    private static Coding userType(EventKind kind) {
        return kind == EventKind.CREATE || kind == EventKind.UPDATE
                ? new Coding(PARTICIPATIONS, "AUT", "author (originator)")
                : new Coding(PARTICIPATIONS, "IRCP", "information recipient");
    }

    private static boolean isPerson(ReportedEvent event) {
        return switch (event.actor()) {
            case Actor.StaffMember staff -> true;
            case Actor.ResidentAccount resident -> true;
            case Actor.FacilityMachine machine -> false;
            case Actor.Centre centre -> false;
        };
    }

    /// A machine by its certificate, a browser by the mark of its sign-in, else whoever acted.
    private Reference client(ReportedEvent event) {
        var credential = event.origin().credential();
        var facility = event.facility();
        return credential.isEmpty()
                ? identified(names.of(event.actor(), facility == null ? "" : facility.code()))
                : identified(names.credentials(), credential);
    }

    private static void network(AuditEventAgentComponent agent, String address) {
        if (!address.isEmpty()) {
            agent.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._2);
        }
    }

    private void entities(AuditEvent form, ReportedEvent event) {
        if (event.person() != null) {
            var patient = identified(names.persons(), event.person().toString());
            patient.setType("Patient");
            form.addEntity()
                    .setWhat(patient)
                    .setType(new Coding(ENTITY_TYPES, "1", "Person"))
                    .setRole(new Coding(OBJECT_ROLES, "1", "Patient"));
        }
        if (event.kind() == EventKind.QUERY && !event.query().isEmpty()) {
            form.addEntity()
                    .setType(new Coding(ENTITY_TYPES, "2", "System Object"))
                    .setRole(new Coding(OBJECT_ROLES, "24", "Query"))
                    .setQuery(event.query().getBytes(StandardCharsets.UTF_8));
        } else if (event.kind() != EventKind.QUERY) {
            form.addEntity()
                    .setWhat(identified(names.words(), thing(event)))
                    .setType(new Coding(ENTITY_TYPES, "2", "System Object"))
                    .setRole(role(event.kind()));
        }
        if (!event.request().isBlank()) {
            form.addEntity()
                    .setWhat(new Reference()
                            .setIdentifier(
                                    new Identifier().setValue(event.request().strip())))
                    .setType(new Coding(REQUEST_ID, "XrequestId", null));
        }
        details(form, event);
    }

    private static Coding role(EventKind kind) {
        return kind.isAlert() || kind == EventKind.LOG_USED
                ? new Coding(OBJECT_ROLES, "13", "Security Resource")
                : new Coding(OBJECT_ROLES, "4", "Domain Resource");
    }

    /// What was shown or changed: a record, a view, else what the action is about.
    private static String thing(ReportedEvent event) {
        var record = event.details().get("record");
        return record == null ? Objects.requireNonNullElse(event.details().get("view"), event.word()) : record;
    }

    private static void details(AuditEvent form, ReportedEvent event) {
        var entity =
                form.addEntity().setType(new Coding(ENTITY_TYPES, "4", "Other")).setName("details");
        entity.addDetail().setType("event").setValue(new StringType(event.id().toString()));
        event.details().forEach((name, value) -> {
            if (!value.isBlank()) {
                entity.addDetail().setType(name).setValue(new StringType(value));
            }
        });
    }

    private Coding word(String word) {
        return new Coding(names.words(), word, null);
    }

    private static Reference identified(AuditNames.NamedValue named) {
        return identified(named.system(), named.value());
    }

    private static Reference identified(String system, String value) {
        var reference = new Reference();
        reference.getIdentifier().setSystem(system).setValue(value);
        return reference;
    }

    private static CodeableConcept coded(AuditCode code) {
        return new CodeableConcept(coding(code));
    }

    private static Coding coding(AuditCode code) {
        return new Coding(code.system(), code.code(), code.words());
    }
}
