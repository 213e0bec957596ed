package hmnet.record.intake;

import hmnet.formats.file.NoteWords;
import hmnet.ground.design.Messages;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reasons for which a file is held (保留の理由), each with words for the operator and a sentence for the
/// phone.
final class Reasons {
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
            "pid3-other-person",
            "pid3-unknown",
            "my-number",
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
                ? m.t("intake.reason." + reason, detail == null ? "" : detail)
                : ofFormats(reason, m).orElseGet(() -> m.t("intake.reason.other"));
    }

    /// The sentence that helps.
    static String say(@Nullable String reason, @Nullable String detail, Messages m) {
        return reason == null ? "" : m.t("intake.reason." + known(reason) + ".say", detail == null ? "" : detail);
    }

    /// What a format's code means.
    static Optional<String> ofFormats(String code, Messages m) {
        return NoteWords.in(m.language().tag(), code);
    }

    /// The reason itself, or `other` for one that a format's own rules give: its code and place stand beside it.
    private static String known(String reason) {
        return ALL.contains(reason) ? reason : "other";
    }
}
