package hmnet.intake;

import java.util.Set;

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

    /// The reason itself, or `other` for one that a format's own rules give: its code and place stand beside it.
    static String known(String reason) {
        return ALL.contains(reason) ? reason : "other";
    }
}
