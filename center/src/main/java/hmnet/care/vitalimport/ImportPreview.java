package hmnet.care.vitalimport;

import hmnet.care.vitalimport.KnownValues.KnownValue;
import hmnet.care.vitalimport.MeasurementFile.ReadFileLine;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.OwnMeasure;
import hmnet.record.ownrecords.TypedEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a file says beside what stands in the handbook (取り込みの前の確認).
///
/// @param fresh to be kept, the newest first
/// @param conflicts of the same minute with other numbers than what stands
/// @param known how many lines stand there already
/// @param unread lines that cannot be read
record ImportPreview(List<NewImportLine> fresh, List<ConflictLine> conflicts, int known, List<UnreadLine> unread) {
    /// A line that is new (新しい行).
    record NewImportLine(int number, OwnEntry entry) {}

    /// A line that contradicts a record (食い違う行).
    ///
    /// @param left what of it does not stand already
    /// @param stands what stands there, by measure, in one record or several
    record ConflictLine(int number, OwnEntry entry, OwnEntry left, Map<OwnMeasure, KnownValue> stands) {
        /// The records that it contradicts.
        List<UUID> records() {
            return stands.values().stream().map(KnownValue::record).distinct().toList();
        }

        /// What goes into one of them: the numbers that it says otherwise, of a pressure both; what stands nowhere
        /// goes into the first.
        Map<OwnMeasure, BigDecimal> into(UUID record) {
            var values = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
            left.values().forEach((measure, number) -> {
                if (owner(measure).equals(record)) {
                    values.put(measure, number);
                }
            });
            return values;
        }

        private UUID owner(OwnMeasure measure) {
            var other = switch (measure) {
                case SYSTOLIC -> stands.get(OwnMeasure.DIASTOLIC);
                case DIASTOLIC -> stands.get(OwnMeasure.SYSTOLIC);
                case PULSE, WEIGHT, TEMPERATURE, GLUCOSE, OXYGEN, STEPS -> null;
            };
            var own = stands.getOrDefault(measure, other);
            return own == null ? records().getFirst() : own.record();
        }
    }

    /// A line that cannot be read (読めない行).
    ///
    /// @param problems by field, as in `handbook.vitals.problem.…`
    record UnreadLine(int number, String text, Map<String, String> problems) {}

    static ImportPreview of(List<ReadFileLine> lines, KnownValues known) {
        var fresh = new ArrayList<NewImportLine>();
        var conflicts = new ArrayList<ConflictLine>();
        var unread = new ArrayList<UnreadLine>();
        var standing = 0;
        for (var line : lines) {
            var number = line.line().number();
            switch (line.entry()) {
                case TypedEntry.Bad(var problems) ->
                    unread.add(new UnreadLine(number, MeasurementFile.shown(line.line()), problems));
                case TypedEntry.Good(var entry) -> {
                    var others = others(entry, known);
                    var left = without(entry, known);
                    if (!others.isEmpty()) {
                        conflicts.add(new ConflictLine(number, entry, left, others));
                    } else if (left.values().isEmpty()
                            && left.meal().isEmpty()
                            && left.note().isEmpty()) {
                        standing++;
                    } else {
                        fresh.add(new NewImportLine(number, left));
                        remember(left, known);
                    }
                }
            }
        }
        fresh.sort((one, other) -> other.entry().at().compareTo(one.entry().at()));
        return new ImportPreview(List.copyOf(fresh), List.copyOf(conflicts), standing, List.copyOf(unread));
    }

    private static void remember(OwnEntry entry, KnownValues known) {
        var at = entry.at().toInstant();
        entry.values().forEach((measure, value) -> known.add(at, measure, value, null));
        known.addWords(at, entry.meal());
        known.addWords(at, entry.note());
    }

    private static Map<OwnMeasure, KnownValue> others(OwnEntry entry, KnownValues known) {
        var others = new EnumMap<OwnMeasure, KnownValue>(OwnMeasure.class);
        entry.values()
                .forEach((measure, number) -> known.other(entry.at().toInstant(), measure, number)
                        .ifPresent(value -> others.put(measure, value)));
        return others;
    }

    /// The same without what stands already; of a pressure both numbers or neither.
    private static OwnEntry without(OwnEntry entry, KnownValues known) {
        var left = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        entry.values().forEach((measure, number) -> {
            if (!known.holds(entry.at().toInstant(), measure, number)) {
                left.put(measure, number);
            }
        });
        if (left.containsKey(OwnMeasure.SYSTOLIC) || left.containsKey(OwnMeasure.DIASTOLIC)) {
            entry.values().forEach((measure, number) -> {
                if (measure == OwnMeasure.SYSTOLIC || measure == OwnMeasure.DIASTOLIC) {
                    left.put(measure, number);
                }
            });
        }
        var at = entry.at().toInstant();
        return new OwnEntry(
                entry.id(),
                entry.at(),
                left,
                known.holdsWords(at, entry.meal()) ? "" : entry.meal(),
                known.holdsWords(at, entry.note()) ? "" : entry.note());
    }
}
