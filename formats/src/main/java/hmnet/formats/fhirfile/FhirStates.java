package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.code.CareState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What became of what a resource tells (資源の状態), by its status and the reason beside it.
final class FhirStates {
    private static final List<String> REASONS = List.of(
            "statusReason", "statusReasonCodeableConcept", "reasonNotDone", "reasonCancelled", "cancelledReason");
    private static final Set<String> ORDERS = Set.of("MedicationRequest", "MedicationStatement", "ServiceRequest");

    private FhirStates() {}

    static CareStatus of(Resource resource) {
        var state = state(resource);
        var own = byStatus(resource);
        var reason = reason(resource, state);
        boolean both = state == CareState.PROHIBITED && own != CareState.ACTIVE;
        return new CareStatus(state, both ? (own.words() + " " + reason).strip() : reason);
    }

    static CareState state(Resource resource) {
        if (resource.text("doNotPerform").equals("true")) {
            return CareState.PROHIBITED;
        }
        var state = resource.is("Condition") ? condition(resource) : byStatus(resource);
        boolean proposed = Set.of("proposal", "plan", "option").contains(resource.text("intent"));
        return proposed && state == CareState.ACTIVE && ORDERS.contains(resource.type()) ? CareState.PLANNED : state;
    }

    private static CareState condition(Resource condition) {
        if (condition.text("verificationStatus.coding.code").equals("refuted")) {
            return CareState.REFUTED;
        }
        return switch (condition.text("clinicalStatus.coding.code")) {
            case "inactive", "resolved" -> CareState.ENDED;
            // From outside: active, recurrence, relapse, remission.
            default -> CareState.ACTIVE;
        };
    }

    private static CareState byStatus(Resource resource) {
        return switch (resource.text("status")) {
            case "draft" -> CareState.DRAFT;
            case "preparation" -> resource.is("Procedure") ? CareState.PLANNED : CareState.DRAFT;
            case "registered" -> CareState.PLANNED;
            case "preliminary", "partial" -> resource.is("FamilyMemberHistory") ? CareState.ACTIVE : CareState.DRAFT;
            case "on-hold", "suspended" -> CareState.ON_HOLD;
            case "stopped" -> CareState.STOPPED;
            case "cancelled", "revoked", "abandoned" -> CareState.CANCELLED;
            case "not-done", "not-taken" -> CareState.NOT_DONE;
            case "declined", "rejected" -> CareState.REFUSED;
            case "planned", "intended", "proposed" -> CareState.PLANNED;
            case "unknown", "health-unknown" -> CareState.UNKNOWN;
            case "superseded", "inactive" -> CareState.ENDED;
            case "in-progress" ->
                resource.is("QuestionnaireResponse")
                        ? CareState.DRAFT
                        : resource.type().endsWith("Administration")
                                        || resource.is("Procedure")
                                        || resource.is("MedicationDispense")
                                ? CareState.IN_PROGRESS
                                : CareState.ACTIVE;
            case "completed" -> completed(resource);
            // From outside: statuses of FHIR that say it is as its kind says.
            default -> CareState.ACTIVE;
        };
    }

    /// JP-CLINS demands `completed` of every prescription it shares: issued, not ended.
    private static CareState completed(Resource resource) {
        return ORDERS.contains(resource.type()) && !resource.hasProfile("_eCS") ? CareState.ENDED : CareState.ACTIVE;
    }

    /// All reasons, without the state's own word in front, as our writer puts it.
    private static String reason(Resource resource, CareState state) {
        var reasons = new LinkedHashSet<String>();
        for (var path : REASONS) {
            for (var reason : resource.all(path)) {
                var said = Codes.concept(reason).shown();
                reasons.add(said.isBlank() ? reason.text("display") : said);
            }
        }
        reasons.add(resource.text("statusReasonReference.display"));
        for (JsonValue extension : resource.all("extension")) {
            if (extension.text("url").endsWith("request-statusReason")) {
                reasons.add(Codes.concept(extension.at("valueCodeableConcept")).shown());
            }
        }
        if (resource.text("status").equals("superseded")) {
            reasons.add("新しい版がある");
        }
        reasons.removeIf(String::isBlank);
        var joined = String.join("、", reasons);
        if (joined.equals(state.words())) {
            return "";
        }
        return !state.words().isEmpty() && joined.startsWith(state.words() + "（") && joined.endsWith("）")
                ? joined.substring(state.words().length() + 1, joined.length() - 1)
                : joined;
    }

    /// In front of what a row is called; empty for what is as its kind says.
    static String title(Resource resource) {
        var status = of(resource);
        return status.state().words().isEmpty() ? "" : "（" + status.state().words() + "）";
    }
}
