package hmnet.record.answers;

import hmnet.formats.base.Width;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what was typed as the answer its item asks for (入力の読取り). What cannot be read stays as it was typed.
final class TypedAnswer {
    /// Nobody at a bedside writes of another century.
    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d(?:-.*)?");

    private TypedAnswer() {}

    /// Nothing for a field left empty.
    ///
    /// @param unit which of the item's units, counted from 0, empty for the first
    static Optional<AnswerValue> read(SheetItem item, String typed, String unit) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var folded = Width.folded(typed).strip();
        try {
            return Optional.of(
                    switch (item.kind()) {
                        case INTEGER -> new AnswerValue.Whole(Integer.parseInt(folded));
                        case DECIMAL -> new AnswerValue.Fraction(FhirAnswers.number(folded));
                        case QUANTITY -> new AnswerValue.Measured(FhirAnswers.number(folded), unit(item, unit));
                        case DATE -> new AnswerValue.Moment(day(folded));
                        case DATE_TIME -> new AnswerValue.Moment(moment(folded));
                        case TIME ->
                            new AnswerValue.Moment(LocalTime.parse(folded).format(DateTimeFormatter.ISO_TIME));
                        case STRING, TEXT, OPEN_CHOICE -> new AnswerValue.Words(typed.strip());
                        case URL -> new AnswerValue.Words(folded);
                        case CHOICE ->
                            item.choices().isEmpty()
                                    ? new AnswerValue.Words(typed.strip())
                                    : new AnswerValue.Unread(typed);
                        case GROUP, DISPLAY, BOOLEAN, ATTACHMENT, REFERENCE -> new AnswerValue.Unread(typed);
                    });
        } catch (NumberFormatException | DateTimeException unread) {
            return Optional.of(new AnswerValue.Unread(typed, which(item, unit)));
        }
    }

    private static SheetCode unit(SheetItem item, String which) {
        return item.units().isEmpty() ? SheetCode.of("", "", "") : item.units().get(which(item, which));
    }

    /// The first where none is named: what no form of ours sends.
    private static int which(SheetItem item, String unit) {
        try {
            int number = unit.isEmpty() ? 0 : Integer.parseInt(unit);
            return number < 0 || number >= item.units().size() ? 0 : number;
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /// A day, or a month or year where no more is known.
    private static String day(String text) {
        var dashed = text.replace('/', '-').replace('.', '-');
        return switch (dashed.length()) {
            case 4 -> near(dashed);
            case 7 -> near(YearMonth.parse(dashed).toString());
            default -> near(LocalDate.parse(dashed).toString());
        };
    }

    private static String near(String moment) {
        if (!YEAR.matcher(moment).matches()) {
            throw new DateTimeException("no year of a patient: " + moment);
        }
        return moment;
    }

    /// In Japan, as every clock at a bedside.
    private static String moment(String text) {
        var dashed = text.replace('/', '-').replace(' ', 'T');
        return dashed.indexOf('T') < 0
                ? day(dashed)
                : near(BedsideTime.moment(
                        dashed.length() > 19
                                ? OffsetDateTime.parse(dashed)
                                : LocalDateTime.parse(dashed).atOffset(BedsideTime.JAPAN)));
    }
}
