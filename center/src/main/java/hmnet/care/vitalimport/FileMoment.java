package hmnet.care.vitalimport;

import hmnet.ground.design.JapaneseDates;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The moment that a line of a file says (測定日時の書き方). The year stands first, in four digits: a day that may be read in
/// two ways is none. Without an offset it is Japan's time.
final class FileMoment {
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[T ]*(午前|午後|AM|PM)? ?(\\d{1,2})[:時](\\d{1,2})分?(?:[:]?\\d{1,2}(?:\\.\\d+)?秒?)? ?(AM|PM)?");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})[T ]?()(\\d{2}):?(\\d{2})(?::?\\d{2})?()");
    private static final int NOON = 12;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private FileMoment() {}

    /// As a field of the form for measurements says it; nothing for what is no moment, or has no time of day.
    static Optional<String> read(String moment, String day, String time) {
        var text = Normalizer.normalize(moment.isBlank() ? day + " " + time : moment, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT);
        return offset(text)
                .or(() -> local(SHAPE, text))
                .or(() -> local(DIGITS, text))
                .map(at -> at.truncatedTo(ChronoUnit.MINUTES).format(MINUTE));
    }

    private static Optional<LocalDateTime> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T'))
                    .atZoneSameInstant(JapaneseDates.JAPAN)
                    .toLocalDateTime());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(Pattern shape, String text) {
        var found = shape.matcher(text);
        try {
            return found.matches() ? Optional.of(local(found.toMatchResult())) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(MatchResult found) {
        var half = (found.group(4) == null ? "" : found.group(4)) + (found.group(7) == null ? "" : found.group(7));
        var hour = Integer.parseInt(found.group(5));
        if (!half.isEmpty() && hour > NOON) {
            throw new DateTimeException("An hour of half a day is at most twelve");
        }
        var later = half.equals("午後") || half.equals("PM");
        var inDay = half.isEmpty() ? hour : hour % NOON + (later ? NOON : 0);
        return LocalDateTime.of(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                inDay,
                Integer.parseInt(found.group(6)));
    }
}
