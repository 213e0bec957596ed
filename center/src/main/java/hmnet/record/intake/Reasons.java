package hmnet.record.intake;

import hmnet.formats.file.NoteDetails;
import hmnet.formats.file.NoteWords;
import hmnet.ground.design.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The reasons for which a file is held (保留の理由), each with words for the operator and a sentence for the
/// phone.
final class Reasons {
    private static final Pattern PLACE = Pattern.compile("line ([0-9]+) (.*)");

    static final Set<String> ALL = Set.of(
            "path",
            "unknown-kind",
            "patient-differs",
            "empty",
            "too-large",
            "charset",
            "truncated",
            "not-hl7",
            "too-many-segments",
            "too-many-fields",
            "too-many-repetitions",
            "too-many-components",
            "kind-not-read",
            "message-type",
            "pid-missing",
            "segment-missing",
            "other-human",
            "pid3-other-person",
            "pid3-unknown",
            "my-number",
            "erased",
            "message-conflict",
            "domain-unknown",
            "number-missing",
            "merge-too-large",
            "unknown-format",
            "patient-number-missing",
            "nobody-in-it",
            "other",
            "internal");

    private Reasons() {}

    /// The reason for people: in the inbox's own words, or in those of the format whose reader refused it.
    static String words(@Nullable String reason, @Nullable String detail, Messages m) {
        if (reason == null) {
            return "";
        }
        return ALL.contains(reason)
                ? m.t("intake.reason." + reason, told(detail, m))
                : ofFormats(reason, m).orElseGet(() -> m.t("intake.reason.other"));
    }

    /// The sentence that helps.
    static String say(@Nullable String reason, @Nullable String detail, Messages m) {
        return reason == null ? "" : m.t("intake.reason." + known(reason) + ".say", told(detail, m));
    }

    /// What was found, in the reader's language, as readers keep it: `line 3 OBX no value`.
    private static String told(@Nullable String detail, Messages m) {
        if (detail == null || m.language().tag().equals("en")) {
            return detail == null ? "" : detail;
        }
        var place = PLACE.matcher(detail);
        return place.matches() ? m.t("intake.files.line", place.group(1)) + " " + words(place.group(2)) : words(detail);
    }

    /// With a field before them or without.
    private static String words(String detail) {
        var whole = NoteDetails.japanese(detail);
        int field = detail.indexOf(' ');
        return field < 0 || !whole.equals(detail)
                ? whole
                : detail.substring(0, field + 1) + NoteDetails.japanese(detail.substring(field + 1));
    }

    /// What a format's code means.
    static Optional<String> ofFormats(String code, Messages m) {
        return NoteWords.in(m.language().tag(), code);
    }

    /// The reason itself, or `other` for one that a format's own rules give: its code and place stand
    /// beside it.
    private static String known(String reason) {
        return ALL.contains(reason) ? reason : "other";
    }
}
