package hmnet.record.forms;

import hmnet.record.sheets.ItemKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An item as a page draws it (画面の設問), in the reader's language.
///
/// @param path its name on the form
/// @param control by which it is answered
/// @param values what stands in its fields; of a question that repeats one blank more
/// @param unit words behind the field, where there is one unit or none
/// @param units to choose from, where there are several
/// @param error what is wrong, in words, or null
/// @param origin where a proposed value came from, in words, or null
/// @param groups what stands below it, once or as often as it was added
/// @param more whether one more may be added
public record ShownItem(
        String path,
        ItemKind kind,
        ShownControl control,
        String text,
        String help,
        boolean required,
        boolean repeats,
        List<ShownField> values,
        List<ShownChoice> choices,
        String other,
        String unit,
        List<String> units,
        int lengthMax,
        boolean keypad,
        @Nullable String error,
        @Nullable String origin,
        List<List<ShownItem>> groups,
        boolean more,
        boolean newPage) {
    /// How an item is drawn (見せ方).
    public enum ShownControl {
        GROUP,
        WORDS,
        /// Read only, or computed.
        FIXED,
        LINE,
        AREA,
        RADIO,
        CHECK,
        SELECT,
        UNANSWERABLE
    }

    /// One field (入力欄).
    ///
    /// @param type of the input, as HTML calls it
    /// @param unit which of the units
    public record ShownField(String value, String type, int unit) {}

    /// One option (選択肢).
    public record ShownChoice(String value, String label, boolean chosen) {}

    /// Whether anything is answered here or below.
    public boolean isAnswered() {
        return values.stream().anyMatch(field -> !field.value().isEmpty())
                || choices.stream().anyMatch(ShownChoice::chosen)
                || !other.isEmpty()
                || groups.stream().flatMap(List::stream).anyMatch(ShownItem::isAnswered);
    }

    /// What was answered, in words.
    public String said() {
        var chosen = choices.stream()
                .filter(ShownChoice::chosen)
                .map(ShownChoice::label)
                .toList();
        var typed = values.stream()
                .filter(field -> !field.value().isEmpty())
                .map(field -> field.value().replace('T', ' ') + (units.isEmpty() ? unit : units.get(field.unit())))
                .toList();
        return String.join(
                "、",
                Stream.of(chosen, typed, other.isEmpty() ? List.<String>of() : List.of(other))
                        .flatMap(List::stream)
                        .toList());
    }
}
