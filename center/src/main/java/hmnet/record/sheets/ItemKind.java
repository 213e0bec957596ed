package hmnet.record.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What kind of answer an item takes (設問の型).
public enum ItemKind {
    GROUP("group", ""),
    DISPLAY("display", ""),
    BOOLEAN("boolean", "valueBoolean"),
    DECIMAL("decimal", "valueDecimal"),
    INTEGER("integer", "valueInteger"),
    DATE("date", "valueDate"),
    DATE_TIME("dateTime", "valueDateTime"),
    TIME("time", "valueTime"),
    STRING("string", "valueString"),
    TEXT("text", "valueString"),
    URL("url", "valueUri"),
    CHOICE("choice", "valueCoding"),
    OPEN_CHOICE("open-choice", "valueCoding"),
    QUANTITY("quantity", "valueQuantity"),
    /// Shown as something that cannot be answered here.
    ATTACHMENT("attachment", ""),
    /// Shown as something that cannot be answered here.
    REFERENCE("reference", "");

    private static final int WHOLE_DAY = 10;
    private static final String DATE_PART = "\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?";
    private static final String TIME_PART = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?";
    private static final Pattern DAY = Pattern.compile(DATE_PART);
    private static final Pattern CLOCK = Pattern.compile(TIME_PART);
    private static final Pattern MOMENT = Pattern.compile(DATE_PART
            + "|\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T" + TIME_PART + "(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)");

    private final String word;
    private final String element;

    ItemKind(String word, String element) {
        this.word = word;
        this.element = element;
    }

    /// As FHIR calls it.
    public String word() {
        return word;
    }

    /// The element that holds an answer of this kind.
    public String element() {
        return element;
    }

    public boolean isQuestion() {
        return !element.isEmpty();
    }

    /// Whether its answers are chosen from a list.
    public boolean isChoice() {
        return this == CHOICE || this == OPEN_CHOICE;
    }

    /// Whether a value is an answer of this kind: one that is typed or chosen, not what cannot be read.
    public boolean takes(AnswerValue value) {
        return switch (this) {
            case BOOLEAN -> value instanceof AnswerValue.YesNo;
            case DECIMAL -> value instanceof AnswerValue.Fraction || value instanceof AnswerValue.Whole;
            case INTEGER -> value instanceof AnswerValue.Whole;
            case DATE ->
                value instanceof AnswerValue.Moment(var text)
                        && DAY.matcher(text).matches()
                        && isInCalendar(text);
            case DATE_TIME ->
                value instanceof AnswerValue.Moment(var text)
                        && MOMENT.matcher(text).matches()
                        && isInCalendar(text);
            case TIME ->
                value instanceof AnswerValue.Moment(var text)
                        && CLOCK.matcher(text).matches();
            case STRING, TEXT, URL -> value instanceof AnswerValue.Words;
            case QUANTITY -> value instanceof AnswerValue.Measured;
            // An option may be of any kind; which ones are offered is looked at elsewhere.
            case CHOICE, OPEN_CHOICE -> !(value instanceof AnswerValue.Unread);
            case GROUP, DISPLAY, ATTACHMENT, REFERENCE -> false;
        };
    }

    private static boolean isInCalendar(String moment) {
        try {
            return moment.length() < WHOLE_DAY
                    || LocalDate.parse(moment.substring(0, WHOLE_DAY)).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    static Optional<ItemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
