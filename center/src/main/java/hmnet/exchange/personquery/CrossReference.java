package hmnet.exchange.personquery;

import hmnet.exchange.callers.Identifier;
import hmnet.people.patients.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a number corresponds to elsewhere (相互参照).
public sealed interface CrossReference {
    /// The number is known.
    ///
    /// @param others the numbers of the same person in the domains asked for, which may be none
    /// @param person whom the caller has a tie to, or null for a chart alone
    record Known(List<Identifier> others, @Nullable PersonId person) implements CrossReference {}

    /// Nobody the caller may know has this number.
    record UnknownNumber() implements CrossReference {}

    /// The number's own domain is nobody's here.
    record UnknownSource(String domain) implements CrossReference {}

    /// A domain asked for is nobody's here.
    ///
    /// @param place which of those asked for, from 0
    record UnknownTarget(String domain, int place) implements CrossReference {}

    /// The question held an individual number (個人番号); nothing of it was kept.
    record IndividualNumber() implements CrossReference {}

    /// The caller was told of far more people in this hour than is usual (照会の上限).
    record OverLimit() implements CrossReference {}
}
