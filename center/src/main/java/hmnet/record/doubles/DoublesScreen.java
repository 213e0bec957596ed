package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator sees of doubles (重複の疑いの画面): how many, of what and when received; never whose,
/// never what.
///
/// @param done the end of a message key, or null
/// @param problem the end of a message key, or null
/// @param facilities those a search can be asked for
record DoublesScreen(
        @Nullable String done,
        @Nullable String problem,
        List<DoublesFacility> facilities,
        List<FacilityDoubles> parts) {
    public record DoublesFacility(long id, String name) {}

    /// One facility: how its search stands, and its doubles.
    ///
    /// @param search the end of a message key: `waiting`, `ended`, `broken`
    public record FacilityDoubles(
            String name,
            String code,
            String search,
            int patients,
            OffsetDateTime searchedAt,
            List<DoublesLine> lines) {}

    /// Doubles of one kind and month.
    ///
    /// @param state `likely`, `asked`, `own` (asked for by whoever looks), `hidden`, `different`
    /// @param by who decided or asked, or null
    /// @param on when that was, or null
    public record DoublesLine(
            long facility,
            long decision,
            RecordKind kind,
            YearMonth month,
            int rows,
            int patients,
            ReceiptSpan older,
            ReceiptSpan later,
            String state,
            @Nullable String by,
            @Nullable LocalDate on) {}

    /// When the first and the last of them came in.
    public record ReceiptSpan(LocalDate from, LocalDate until) {}
}
