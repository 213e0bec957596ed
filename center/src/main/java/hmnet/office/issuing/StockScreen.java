package hmnet.office.issuing;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ranges of numbers and designs of cards (番号の範囲と券面).
///
/// @param problem as in `cards.stock.problem.…`, or null
/// @param done `given`, `design` or `ended`, or null
/// @param typed a range or a design that cannot be taken, as it was typed; its problems as in `cards.stock.problem.…`
/// @param organisations those that could be given a range
record StockScreen(
        @Nullable String problem,
        @Nullable String done,
        TypedForm typed,
        LocalDate today,
        List<NumberRangeLine> ranges,
        List<Organisation> organisations,
        List<Stock.CardDesign> designs) {
    public record NumberRangeLine(
            String name,
            String prefix,
            LocalDate since,
            @Nullable LocalDate until,
            long issued) {}

    public record Organisation(String code, String name) {}
}
