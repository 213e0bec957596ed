package hmnet.ground.design;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was typed and cannot be used stands in its form again (入力の誤り), each error beside its field.
///
/// @param values by field
/// @param problems which message stands at which field
public record TypedForm(Map<String, String> values, Map<String, String> problems) {
    public static final TypedForm NOTHING = new TypedForm(Map.of(), Map.of());

    /// The day that a field says (日付の欄); nothing where it says none, or none that there is.
    public static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isBad() {
        return !problems.isEmpty();
    }

    /// @param entered what stands there otherwise
    public String value(String field, @Nullable String entered) {
        return values.getOrDefault(field, entered == null ? "" : entered);
    }

    public boolean is(String field, String value) {
        return value.equals(values.get(field));
    }

    /// What is wrong with a field, in words; null for nothing.
    ///
    /// @param keys what the messages of this form begin with
    public @Nullable String error(Messages m, String keys, String field) {
        var problem = problems.get(field);
        return problem == null ? null : m.t(keys + problem);
    }
}
