package hmnet.exchange.balp;

import hmnet.ground.audit.Actor;
import hmnet.ground.audit.TraceOrigin;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of the log as other systems are told of it (外部へ伝える監査イベント), before it is written as FHIR or DICOM.
///
/// @param word the log's own word of the action
/// @param outcome how it ended, in the log's own words without quotations, long numbers and names
/// @param purpose a code of HL7's `PurposeOfUse`, or empty
/// @param facility from which it was done; null for the centre
/// @param person whose record it was about
/// @param transaction as a profile calls it, such as `ITI-78`, or empty
/// @param request by which the caller knows it (`X-Request-Id`), or empty
/// @param query what was asked, or empty
/// @param details what else may be told ([SentDetails])
public record ReportedEvent(
        UUID id,
        Instant at,
        EventKind kind,
        String word,
        EventVerdict verdict,
        String outcome,
        String purpose,
        Actor actor,
        String profession,
        @Nullable ReportedFacility facility,
        TraceOrigin origin,
        @Nullable UUID person,
        String transaction,
        String request,
        String query,
        SortedMap<String, String> details) {
    private static final int SHORT = 64;

    /// A facility by its code and name.
    public record ReportedFacility(String code, String name) {}

    /// With one detail more.
    public ReportedEvent with(String name, String value) {
        var more = new TreeMap<>(details);
        more.put(name, value);
        return detailed(more, query, outcome);
    }

    /// Without what was asked, which names people as a rule.
    public ReportedEvent withoutQuery() {
        if (query.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(details);
        more.merge(SentDetails.LEFT_OUT, "query", (before, one) -> before + " " + one);
        return detailed(more, "", outcome);
    }

    /// The same without what makes it long; whoever reads it is told so.
    public ReportedEvent shortened(int bytes) {
        var kept = new TreeMap<String, String>();
        details.forEach((name, value) -> {
            if (value.length() <= SHORT) {
                kept.put(name, value);
            }
        });
        kept.put("shortened", Integer.toString(bytes));
        return detailed(kept, "", outcome.substring(0, Math.min(SHORT, outcome.length())));
    }

    private ReportedEvent detailed(SortedMap<String, String> details, String query, String outcome) {
        return new ReportedEvent(
                id,
                at,
                kind,
                word,
                verdict,
                outcome,
                purpose,
                actor,
                profession,
                facility,
                origin,
                person,
                transaction,
                request,
                query,
                details);
    }
}
