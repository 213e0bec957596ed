package hmnet.consent.consents;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ready positions a resident chooses from, in the app and on paper (見せ方の選択).
public enum ConsentChoice {
    /// 全部見せる.
    EVERYTHING(true, -1, -1),
    /// 全部見せる、ただし精神科・HIV・遺伝・虐待の記録は見せない.
    EVERYTHING_BUT_SENSITIVE(
            true, -1, ~(Label.PSYCHIATRY.mask() | Label.HIV.mask() | Label.GENETIC.mask() | Label.ABUSE.mask())),
    /// 薬と緊急だけ.
    MEDICINES_AND_EMERGENCY(
            true,
            RecordKind.ALLERGY.mask()
                    | RecordKind.PRESCRIPTION.mask()
                    | RecordKind.INJECTION.mask()
                    | RecordKind.DISPENSING.mask(),
            ~(Label.PSYCHIATRY.mask() | Label.HIV.mask() | Label.GENETIC.mask() | Label.ABUSE.mask())),
    /// 見せない.
    NOTHING(false, 0, 0);

    private final boolean given;
    private final long kinds;
    private final long labels;

    ConsentChoice(boolean given, long kinds, long labels) {
        this.given = given;
        this.kinds = kinds;
        this.labels = labels;
    }

    /// A position by its word on a form, such as `medicines-and-emergency`.
    public static Optional<ConsentChoice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /// The position that is exactly this.
    static Optional<ConsentChoice> of(ConsentState state, long kinds, long labels) {
        return Arrays.stream(values())
                .filter(choice -> choice.state() == state && choice.kinds == kinds && choice.labels == labels)
                .findFirst();
    }

    /// Its word on a form.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean given() {
        return given;
    }

    ConsentState state() {
        return given ? ConsentState.GIVEN : ConsentState.WITHDRAWN;
    }

    public long kinds() {
        return kinds;
    }

    public long labels() {
        return labels;
    }
}
