package hmnet.consent.sight;

import hmnet.consent.decisions.Decision;

/// Whether the chart opens now, in one word of the texts (いまの判定).
final class SightVerdict {
    private SightVerdict() {}

    static String word(Decision decision) {
        return switch (decision) {
            case Decision.Granted granted -> "opens";
            case Decision.Refused(var reason) ->
                switch (reason) {
                    case NOT_KNOWN -> "no-tie";
                    case CONSENT_WITHDRAWN -> "withdrawn";
                    case CONSENT_MISSING -> "missing";
                    case CLOSED_BY_PERSON -> "closed";
                    case FACILITY_DOES_NOT_VIEW -> "views-nothing";
                    case EMERGENCY_DOORS_ONLY -> "emergency-only";
                    case READING_LIMIT ->
                        throw new IllegalArgumentException("A decision knows nothing of reading limits");
                };
        };
    }
}
