package hmnet.care.vitalimport;

import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.Quantity;
import hmnet.record.charts.ChartEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in the handbook already, by minute and measure (もうある記録). A line of the file joins it as it is gone
/// through, so that a line written twice is known the second time.
final class KnownValues {
    private final Map<Place, Map<String, @Nullable UUID>> known = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    /// A minute and a measure.
    private record Place(Instant minute, OwnMeasure measure) {}

    /// @param own records of the handbook
    static KnownValues of(List<ChartEntry> own) {
        var values = new KnownValues();
        LabValue.of(own).stream().filter(LabValue::counts).forEach(values::add);
        return values;
    }

    private void add(LabValue value) {
        var item = value.item();
        var measure = OwnMeasure.coded(item.code());
        if (measure.isEmpty()) {
            addWords(item.at().toInstant(), item.value());
        } else {
            Quantity.of(item.value())
                    .ifPresent(number -> add(
                            item.at().toInstant(),
                            measure.get(),
                            BigDecimal.valueOf(number.number()),
                            value.entry().id()));
        }
    }

    void addWords(Instant at, String said) {
        words.add(minute(at) + said.strip());
    }

    /// Whether these words stand in that minute; words that say nothing always do.
    boolean holdsWords(Instant at, String said) {
        return said.isBlank() || words.contains(minute(at) + said.strip());
    }

    void add(Instant at, OwnMeasure measure, BigDecimal number, @Nullable UUID record) {
        known.computeIfAbsent(place(at, measure), none -> new HashMap<>()).putIfAbsent(text(number), record);
    }

    boolean holds(Instant at, OwnMeasure measure, BigDecimal number) {
        return known.getOrDefault(place(at, measure), Map.of()).containsKey(text(number));
    }

    /// The record that says another number of the same minute.
    Optional<KnownValue> other(Instant at, OwnMeasure measure, BigDecimal number) {
        return holds(at, measure, number)
                ? Optional.empty()
                : known.getOrDefault(place(at, measure), Map.of()).entrySet().stream()
                        .flatMap(entry -> Optional.ofNullable(entry.getValue()).stream()
                                .map(record -> new KnownValue(record, entry.getKey())))
                        .findFirst();
    }

    /// A number that stands there (もうある値).
    record KnownValue(UUID record, String number) {}

    private static Place place(Instant at, OwnMeasure measure) {
        return new Place(minute(at), measure);
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
