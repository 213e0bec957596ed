package hmnet.record.terminology;

import hmnet.formats.model.code.Coded;
import hmnet.formats.model.code.Vocabulary;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one filing counts of a facility's codes (コードの集計), before it is written in one go.
public final class CodeTally {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int CODE = 64;
    private static final int TEXT = 200;
    private static final int NAME = 60;

    private final Map<Month, Map<Coded.Standing, Long>> months = new TreeMap<>();
    private final Map<Key, Seen> unmapped = new TreeMap<>();

    /// A month and a field.
    record Month(LocalDate firstDay, Vocabulary field) implements Comparable<Month> {
        @Override
        public int compareTo(Month other) {
            int byDay = firstDay.compareTo(other.firstDay);
            return byDay == 0 ? field.compareTo(other.field) : byDay;
        }
    }

    /// A code nobody explains.
    record Key(String system, String code) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySystem = system.compareTo(other.system);
            return bySystem == 0 ? code.compareTo(other.code) : bySystem;
        }
    }

    /// How often, what it is called, when last.
    record Seen(Vocabulary field, String display, long times, LocalDate month) {
        Seen and(Seen later) {
            return new Seen(
                    later.field,
                    later.display.isEmpty() ? display : later.display,
                    times + later.times,
                    month.isAfter(later.month) ? month : later.month);
        }
    }

    /// Counts the things of a row.
    public void add(OffsetDateTime receivedAt, List<Coded> things) {
        for (var thing : things) {
            var month = receivedAt.atZoneSameInstant(JAPAN).toLocalDate().withDayOfMonth(1);
            months.computeIfAbsent(new Month(month, thing.of()), any -> new EnumMap<>(Coded.Standing.class))
                    .merge(thing.standing(), 1L, Long::sum);
            if (thing.standing() == Coded.Standing.UNMAPPED) {
                var sent = thing.sent();
                unmapped.merge(
                        new Key(plain(sent.system(), TEXT), plain(sent.code(), CODE)),
                        new Seen(thing.of(), plain(sent.display(), NAME), 1, month),
                        Seen::and);
            }
        }
    }

    /// What a table holds and a page can show: no control characters, not endless.
    private static String plain(String text, int longest) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Map<Month, Map<Coded.Standing, Long>> months() {
        return months;
    }

    Map<Key, Seen> unmapped() {
        return unmapped;
    }
}
