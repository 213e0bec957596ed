package hmnet.formats.fhirfile;

import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.code.CareState;

/// What became of what a resource tells (資源の状態), by its status and the reason beside it.
final class FhirStates {
    private FhirStates() {}

    static CareStatus of(Resource resource) {
        return new CareStatus(state(resource), reason(resource));
    }

    static CareState state(Resource resource) {
        if (resource.text("doNotPerform").equals("true")) {
            return CareState.PROHIBITED;
        }
        return switch (resource.text("status")) {
            case "draft", "preparation" -> CareState.DRAFT;
            case "on-hold", "suspended" -> CareState.ON_HOLD;
            case "stopped" -> CareState.STOPPED;
            case "cancelled", "revoked", "abandoned" -> CareState.CANCELLED;
            case "not-done", "not-taken" -> CareState.NOT_DONE;
            case "declined" -> CareState.REFUSED;
            case "planned", "intended", "proposed" -> CareState.PLANNED;
            case "unknown" -> CareState.UNKNOWN;
            case "in-progress" ->
                resource.type().endsWith("Administration") || resource.is("Procedure")
                        ? CareState.IN_PROGRESS
                        : CareState.ACTIVE;
            case "completed" ->
                resource.is("MedicationStatement") || resource.is("MedicationRequest")
                        ? CareState.ENDED
                        : CareState.ACTIVE;
            // From outside: statuses of FHIR that say it is as its kind says.
            default -> CareState.ACTIVE;
        };
    }

    private static String reason(Resource resource) {
        for (var path : new String[] {"statusReason", "statusReasonCodeableConcept", "reasonNotDone"}) {
            var reason = Codes.concept(resource.node().at(path)).shown();
            if (!reason.isBlank()) {
                return reason;
            }
        }
        return "";
    }
}
