package hmnet.office.exposure;

import hmnet.ground.design.TypedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question as it was typed (照会の入力). All of it is text, so that what cannot be read stands in the form again.
///
/// @param through a word of `THROUGH`
/// @param subject sign-in name, facility, address or credential; of a chart its facility
/// @param number of the chart
/// @param before the event after which the list goes on
record ExposureForm(
        @Nullable String through,
        @Nullable String subject,
        @Nullable String number,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason,
        @Nullable String words,
        @Nullable String before) {
    static final List<String> THROUGH = List.of("user", "facility", "chart", "credential", "address");
    static final List<String> REASONS = List.of("request", "lost", "leak", "misuse", "authority", "drill");
    static final int DAYS_MAX = 366;
    private static final int WORDS_MAX = 500;
    private static final int SUBJECT_MAX = 200;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// What cannot be used, by field; whether the subject is known is said elsewhere.
    Map<String, String> problems() {
        var problems = new HashMap<String, String>();
        check(problems, "through", THROUGH.contains(text(through)));
        check(problems, "subject", !text(subject).isEmpty() && text(subject).length() <= SUBJECT_MAX);
        check(problems, "number", !isOfChart() || !text(number).isEmpty());
        check(problems, "reason", REASONS.contains(text(reason)));
        check(problems, "words", !text(words).isEmpty() && text(words).length() <= WORDS_MAX);
        var first = TypedForm.day(text(from));
        var last = TypedForm.day(text(until));
        check(problems, "from", first.isPresent());
        check(
                problems,
                "until",
                first.isEmpty()
                        || last.filter(day -> !day.isBefore(first.get()))
                                .filter(day -> ChronoUnit.DAYS.between(first.get(), day) < DAYS_MAX)
                                .isPresent());
        return problems;
    }

    boolean isOfChart() {
        return text(through).equals("chart");
    }

    /// The beginning of the first day in Japan.
    Instant begins() {
        return LocalDate.parse(text(from)).atStartOfDay(JAPAN).toInstant();
    }

    /// The end of the last day.
    Instant ends() {
        return LocalDate.parse(text(until)).plusDays(1).atStartOfDay(JAPAN).toInstant();
    }

    /// All that was typed but the place in the list, for the form and for the buttons below a list.
    Map<String, String> typed() {
        return Map.of(
                "through", text(through),
                "subject", text(subject),
                "number", text(number),
                "from", text(from),
                "until", text(until),
                "reason", text(reason),
                "words", text(words));
    }

    private static void check(Map<String, String> problems, String field, boolean holds) {
        if (!holds) {
            problems.put(field, field);
        }
    }
}
