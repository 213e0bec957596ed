package hmnet.exchange.personquery;

import hmnet.exchange.callers.Identifier;
import hmnet.formats.model.chart.Demographics;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody a question found (候補者), as far as this caller may know.
///
/// @param person whom it is, or null for a chart that the caller has no tie for
/// @param chart the caller's own chart, when it is a chart alone
/// @param identifiers the caller's own numbers first
public record Candidate(
        @Nullable PersonId person, @Nullable PatientId chart, Demographics said, List<Identifier> identifiers) {}
