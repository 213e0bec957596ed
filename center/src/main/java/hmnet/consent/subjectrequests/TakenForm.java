package hmnet.consent.subjectrequests;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as a desk takes it down (窓口での受付の入力).
///
/// @param card the proof of who was found
/// @param holder a facility's number; empty for the desk itself
/// @param check how whoever asks showed who they are
record TakenForm(
        @Nullable String card,
        @Nullable String kind,
        @Nullable String askedBy,
        @Nullable String check,
        @Nullable String holder,
        @Nullable String received,
        @Nullable String words) {
    static final List<String> ASKED_BY = List.of("self", "proxy");
    static final List<String> CHECKS = List.of("licence", "my-number-card", "insurance", "proxy-paper", "known");
    static final int WORDS_MAX = 2_000;

    /// A request received longer ago than this was forgotten, or is mistyped.
    private static final int DAYS_AGO_MAX = 366;

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        check(problems, "kind", RequestKind.of(text(kind)).isPresent());
        check(problems, "askedBy", ASKED_BY.contains(text(askedBy)));
        check(problems, "check", CHECKS.contains(text(check)) && (!text(askedBy).equals("proxy") || isOfProxy()));
        check(problems, "words", isWords(words));
        check(
                problems,
                "received",
                TypedForm.day(text(received))
                        .filter(day -> !day.isAfter(today))
                        .filter(day -> !day.isBefore(today.minusDays(DAYS_AGO_MAX)))
                        .isPresent());
        return problems;
    }

    /// Whoever asks for another shows a paper that says they may.
    private boolean isOfProxy() {
        return text(check).equals("proxy-paper");
    }

    static boolean isWords(@Nullable String typed) {
        return !text(typed).isEmpty() && text(typed).length() <= WORDS_MAX;
    }

    LocalDate receivedOn() {
        return LocalDate.parse(text(received));
    }

    Map<String, String> typed() {
        return Map.of(
                "kind", text(kind),
                "askedBy", text(askedBy),
                "check", text(check),
                "holder", text(holder),
                "received", text(received),
                "words", text(words));
    }

    private static void check(Map<String, String> problems, String field, boolean holds) {
        if (!holds) {
            problems.put(field, field);
        }
    }
}
