package hmnet.record.answers;

import hmnet.record.sheets.AnswerChoice;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import hmnet.record.sheets.ItemKind;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;

/// What expressions give, as answers of an item (式の結果). What does not fit the item is no answer.
final class ExpressionValues {
    private static final int PLACES = 8;
    private static final int DAY = 10;

    private ExpressionValues() {}

    static List<AnswerValue> of(List<Base> given, SheetItem item) {
        return given.stream()
                .limit(item.rules().repeats() ? item.rules().occursMax() : 1L)
                .flatMap(one -> value(one, item).stream())
                .toList();
    }

    private static Optional<AnswerValue> value(Base given, SheetItem item) {
        return switch (given) {
            case Coding coding ->
                fitting(
                        item,
                        new AnswerValue.Chosen(SheetCode.of(
                                text(coding.getSystem()), text(coding.getCode()), text(coding.getDisplay()))));
            case Quantity quantity ->
                quantity.getValue() == null
                        ? Optional.empty()
                        : number(
                                item,
                                quantity.getValue(),
                                SheetCode.of(
                                        text(quantity.getSystem()),
                                        text(quantity.getCode()),
                                        text(quantity.getUnit())));
            // From outside: the types of FHIR.
            default ->
                given.primitiveValue() == null ? Optional.empty() : primitive(item, given, given.primitiveValue());
        };
    }

    private static Optional<AnswerValue> primitive(SheetItem item, Base given, String text) {
        return switch (item.kind()) {
            case DECIMAL, INTEGER, QUANTITY ->
                given.hasType("integer", "decimal", "unsignedInt", "positiveInt")
                        ? number(item, new BigDecimal(text), unit(item))
                        : Optional.empty();
            case BOOLEAN ->
                given.hasType("boolean") ? Optional.of(new AnswerValue.YesNo(text.equals("true"))) : Optional.empty();
            case DATE, DATE_TIME, TIME ->
                Optional.<AnswerValue>of(new AnswerValue.Moment(moment(item.kind(), text)))
                        .filter(item.kind()::takes);
            case STRING, TEXT, URL -> Optional.of(new AnswerValue.Words(text));
            case CHOICE, OPEN_CHOICE ->
                item.choices().stream()
                        .map(AnswerChoice::value)
                        .filter(value -> value instanceof AnswerValue.Chosen(var code)
                                ? code.code().equals(text)
                                : value.typed().equals(text))
                        .findFirst();
            case GROUP, DISPLAY, ATTACHMENT, REFERENCE -> Optional.empty();
        };
    }

    /// In Japan: what was said in another zone may be of another day there.
    private static String moment(ItemKind kind, String text) {
        var here = BedsideTime.here(text);
        return kind == ItemKind.DATE && here.length() > DAY ? here.substring(0, DAY) : here;
    }

    private static Optional<AnswerValue> fitting(SheetItem item, AnswerValue.Chosen chosen) {
        return item.kind().isChoice()
                ? item.choices().stream()
                        .map(AnswerChoice::value)
                        .filter(value -> value.means(chosen))
                        .findFirst()
                : item.kind() == ItemKind.STRING || item.kind() == ItemKind.TEXT
                        ? Optional.of(new AnswerValue.Words(chosen.code().shown("")))
                        : Optional.empty();
    }

    private static Optional<AnswerValue> number(SheetItem item, BigDecimal raw, SheetCode unit) {
        var number = plain(raw);
        return switch (item.kind()) {
            case DECIMAL -> isOwn(item, unit) ? Optional.of(new AnswerValue.Fraction(number)) : Optional.empty();
            case QUANTITY ->
                Optional.<AnswerValue>of(new AnswerValue.Measured(number, unit))
                        .filter(value -> SheetAnswers.holds(item, value) || isFreeOfUnits(item));
            case INTEGER ->
                isOwn(item, unit)
                                && number.scale() <= 0
                                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                        ? Optional.of(new AnswerValue.Whole(number.intValueExact()))
                        : Optional.empty();
            case GROUP,
                    DISPLAY,
                    BOOLEAN,
                    DATE,
                    DATE_TIME,
                    TIME,
                    STRING,
                    TEXT,
                    URL,
                    CHOICE,
                    OPEN_CHOICE,
                    ATTACHMENT,
                    REFERENCE -> Optional.empty();
        };
    }

    /// Whether a number in this unit may stand in a field that has none of its own: never grams where kilograms are
    /// asked.
    private static boolean isOwn(SheetItem item, SheetCode unit) {
        return unit.code().isEmpty() && unit.display().isEmpty()
                || item.units().stream().anyMatch(unit::means);
    }

    /// What nobody types may be in any unit where the sheet names none; a field without a unit would lose it.
    private static boolean isFreeOfUnits(SheetItem item) {
        return item.units().isEmpty() && PostedAnswers.isFixed(item);
    }

    /// Without the digits that only the way of computing made.
    private static BigDecimal plain(BigDecimal raw) {
        var rounded = raw.scale() > PLACES ? raw.setScale(PLACES, RoundingMode.HALF_UP) : raw;
        var stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static SheetCode unit(SheetItem item) {
        return item.units().isEmpty() ? SheetCode.of("", "", "") : item.units().getFirst();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
