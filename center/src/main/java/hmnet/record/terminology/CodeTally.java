package hmnet.record.terminology;

import hmnet.formats.model.code.CodingLevel;
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

    private final Map<FieldMonth, Map<CodingLevel.CodingSource, Long>> months = new TreeMap<>();
    private final Map<CodeKey, CodeSighting> unmapped = new TreeMap<>();

    /// A month and a field.
    record FieldMonth(LocalDate firstDay, Vocabulary field) implements Comparable<FieldMonth> {
        @Override
        public int compareTo(FieldMonth other) {
            int byDay = firstDay.compareTo(other.firstDay);
            return byDay == 0 ? field.compareTo(other.field) : byDay;
        }
    }

    /// A code nobody explains.
    record CodeKey(String system, String code) implements Comparable<CodeKey> {
        @Override
        public int compareTo(CodeKey other) {
            int bySystem = system.compareTo(other.system);
            return bySystem == 0 ? code.compareTo(other.code) : bySystem;
        }
    }

    /// How often, what it is called, when last.
    record CodeSighting(Vocabulary field, String display, long times, LocalDate month) {
        CodeSighting and(CodeSighting later) {
            return new CodeSighting(
                    later.field,
                    later.display.isEmpty() ? display : later.display,
                    times + later.times,
                    month.isAfter(later.month) ? month : later.month);
        }
    }

    /// Counts the things of a row.
    public void add(OffsetDateTime receivedAt, List<CodingLevel> things) {
        for (var thing : things) {
            var month = receivedAt.atZoneSameInstant(JAPAN).toLocalDate().withDayOfMonth(1);
            months.computeIfAbsent(
                            new FieldMonth(month, thing.of()), any -> new EnumMap<>(CodingLevel.CodingSource.class))
                    .merge(thing.standing(), 1L, Long::sum);
            if (thing.standing() == CodingLevel.CodingSource.UNMAPPED) {
                var sent = thing.sent();
                unmapped.merge(
                        new CodeKey(plain(sent.system(), TEXT), plain(sent.code(), CODE)),
                        new CodeSighting(thing.of(), plain(sent.display(), NAME), 1, month),
                        CodeSighting::and);
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

    Map<FieldMonth, Map<CodingLevel.CodingSource, Long>> months() {
        return months;
    }

    Map<CodeKey, CodeSighting> unmapped() {
        return unmapped;
    }
}
