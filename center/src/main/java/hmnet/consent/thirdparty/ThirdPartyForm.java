package hmnet.consent.thirdparty;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which record is asked for, as it was typed (照会の入力).
///
/// @param card the proof of who was found
/// @param reason a word of `REASONS`
record ThirdPartyForm(
        @Nullable String card,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason) {
    static final List<String> REASONS = List.of("subject", "check", "incident");

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// What cannot be used, by field.
    Map<String, String> problems() {
        var problems = new HashMap<String, String>();
        var first = TypedForm.day(text(from));
        var last = TypedForm.day(text(until));
        if (first.isEmpty()) {
            problems.put("from", "from");
        }
        if (last.isEmpty() || first.isPresent() && !spans(first.get(), last.get())) {
            problems.put("until", "until");
        }
        if (!REASONS.contains(text(reason))) {
            problems.put("reason", "reason");
        }
        return problems;
    }

    /// Whether a span is one, and not longer than one question may be about.
    static boolean spans(LocalDate first, LocalDate last) {
        return !last.isBefore(first) && last.isBefore(first.plusYears(ThirdPartyProvisions.YEARS_MAX));
    }

    LocalDate first() {
        return LocalDate.parse(text(from));
    }

    LocalDate last() {
        return LocalDate.parse(text(until));
    }

    Map<String, String> typed() {
        return Map.of("card", text(card), "from", text(from), "until", text(until), "reason", text(reason));
    }
}
