package hmnet.record.sheets;

import java.util.Arrays;
import java.util.Optional;

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

    static Optional<ItemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
