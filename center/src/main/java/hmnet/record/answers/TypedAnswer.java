package hmnet.record.answers;

import hmnet.formats.base.Width;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Reads what was typed as the answer its item asks for (入力の読取り). What cannot be read stays as it was typed.
final class TypedAnswer {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LONGEST = 20_000;

    private TypedAnswer() {}

    /// Nothing for a field left empty.
    ///
    /// @param unit which of the item's units, counted from 0, empty for the first
    static Optional<AnswerValue> read(SheetItem item, String typed, String unit) {
        var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        if (text.isBlank()) {
            return Optional.empty();
        }
        var folded = Width.folded(text).strip();
        try {
            return Optional.of(
                    switch (item.kind()) {
                        case INTEGER -> new AnswerValue.Whole(Integer.parseInt(folded));
                        case DECIMAL -> new AnswerValue.Fraction(FhirAnswers.number(folded));
                        case QUANTITY -> new AnswerValue.Measured(number(folded), unit(item, unit));
                        case DATE -> new AnswerValue.Moment(day(folded));
                        case DATE_TIME -> new AnswerValue.Moment(moment(folded));
                        case TIME ->
                            new AnswerValue.Moment(LocalTime.parse(folded).format(DateTimeFormatter.ISO_TIME));
                        case STRING, TEXT, OPEN_CHOICE -> new AnswerValue.Words(text.strip());
                        case URL -> new AnswerValue.Words(folded);
                        case CHOICE ->
                            item.choices().isEmpty()
                                    ? new AnswerValue.Words(text.strip())
                                    : new AnswerValue.Unread(text);
                        case GROUP, DISPLAY, BOOLEAN, ATTACHMENT, REFERENCE -> new AnswerValue.Unread(text);
                    });
        } catch (NumberFormatException | DateTimeException unread) {
            return Optional.of(new AnswerValue.Unread(text));
        }
    }

    private static BigDecimal number(String text) {
        return FhirAnswers.number(text);
    }

    private static SheetCode unit(SheetItem item, String which) {
        if (item.units().isEmpty()) {
            return SheetCode.of("", "", "");
        }
        int number = which.isEmpty() ? 0 : Integer.parseInt(which);
        return item.units().get(Math.clamp(number, 0, item.units().size() - 1));
    }

    /// A day, or a month or year where no more is known.
    private static String day(String text) {
        var dashed = text.replace('/', '-').replace('.', '-');
        return switch (dashed.length()) {
            case 4 -> Integer.toString(Integer.parseInt(dashed));
            case 7 -> YearMonth.parse(dashed).toString();
            default -> LocalDate.parse(dashed).toString();
        };
    }

    /// In Japan, as every clock at a bedside.
    private static String moment(String text) {
        var dashed = text.replace('/', '-').replace(' ', 'T');
        return dashed.indexOf('T') < 0
                ? day(dashed)
                : dashed.length() > 19
                        ? dashed
                        : LocalDateTime.parse(dashed).atOffset(JAPAN).format(MINUTE);
    }
}
