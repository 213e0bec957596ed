package hmnet.formats.fhir;

import hmnet.formats.model.code.CareState;

/// FHIR's words for what became of a drug (薬剤の状態).
final class MedicineStates {
    private MedicineStates() {}

    static String request(CareState state) {
        return switch (state) {
            case ACTIVE, IN_PROGRESS, PLANNED, PROHIBITED -> "active";
            case DRAFT -> "draft";
            case ON_HOLD -> "on-hold";
            case PARTIAL, STOPPED -> "stopped";
            case CANCELLED, NOT_DONE, REFUSED, REFUTED -> "cancelled";
            case ENDED -> "completed";
            case UNKNOWN -> "unknown";
        };
    }

    static String dispense(CareState state) {
        return switch (state) {
            case ACTIVE, ENDED -> "completed";
            case IN_PROGRESS, PARTIAL -> "in-progress";
            case DRAFT, PLANNED -> "preparation";
            case ON_HOLD -> "on-hold";
            case STOPPED -> "stopped";
            case CANCELLED, REFUTED -> "cancelled";
            case NOT_DONE, REFUSED, PROHIBITED -> "declined";
            case UNKNOWN -> "unknown";
        };
    }

    static String administration(CareState state) {
        return switch (state) {
            case ACTIVE, ENDED -> "completed";
            case IN_PROGRESS -> "in-progress";
            case ON_HOLD, DRAFT, PLANNED -> "on-hold";
            case PARTIAL, STOPPED -> "stopped";
            case CANCELLED, NOT_DONE, REFUSED, PROHIBITED, REFUTED -> "not-done";
            case UNKNOWN -> "unknown";
        };
    }

    static String statement(CareState state) {
        return switch (state) {
            case ACTIVE, IN_PROGRESS, PARTIAL -> "active";
            case DRAFT, PLANNED -> "intended";
            case ON_HOLD -> "on-hold";
            case STOPPED -> "stopped";
            case CANCELLED, NOT_DONE, REFUSED, PROHIBITED, REFUTED -> "not-taken";
            case ENDED -> "completed";
            case UNKNOWN -> "unknown";
        };
    }
}
