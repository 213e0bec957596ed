package hmnet.record.answers;

import hmnet.record.sheets.SheetCode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What whoever opens a sheet knows already (記入前の提案): of the person, and of their chart.
public interface Prefill {
    /// Nothing is known.
    Prefill NONE = new Prefill() {
        @Override
        public Map<String, String> resources() {
            return Map.of();
        }

        @Override
        public Optional<ProposedValue> newest(SheetCode code, Period since) {
            return Optional.empty();
        }
    };

    /// Resources of FHIR as JSON, by the name that expressions use: `patient`.
    Map<String, String> resources();

    /// The newest value of the chart under a code.
    Optional<ProposedValue> newest(SheetCode code, Period since);

    /// A value with where it came from (提案値).
    ///
    /// @param number as it was sent; what is no clean number is not proposed
    /// @param unit as it was sent, in words or as a code
    /// @param source whose it is, in words
    record ProposedValue(
            String number, String unit, @Nullable LocalDate on, String source) {}
}
