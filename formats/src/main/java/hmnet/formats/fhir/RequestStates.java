package hmnet.formats.fhir;

import hmnet.formats.model.code.CareState;

/// FHIR's words for what became of a request or of an act (依頼・実施の状態).
final class RequestStates {
    private RequestStates() {}

    static String of(CareState state) {
        return switch (state) {
            case ACTIVE, IN_PROGRESS, PARTIAL, PLANNED, PROHIBITED -> "active";
            case DRAFT -> "draft";
            case ON_HOLD -> "on-hold";
            case STOPPED, CANCELLED, NOT_DONE, REFUSED, REFUTED -> "revoked";
            case ENDED -> "completed";
            case UNKNOWN -> "unknown";
        };
    }

    static String act(CareState state) {
        return switch (state) {
            case ACTIVE, ENDED -> "completed";
            case IN_PROGRESS -> "in-progress";
            case DRAFT, PLANNED -> "preparation";
            case ON_HOLD -> "on-hold";
            case PARTIAL, STOPPED -> "stopped";
            case CANCELLED, NOT_DONE, REFUSED, REFUTED, PROHIBITED -> "not-done";
            case UNKNOWN -> "unknown";
        };
    }
}
