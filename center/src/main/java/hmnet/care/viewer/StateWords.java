package hmnet.care.viewer;

import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of something, in the reader's words (状態の表記): 未実施（血圧低値のため）.
public final class StateWords {
    private StateWords() {}

    /// Empty for what is as its kind says.
    public static String of(CareState state, String reason, Messages m) {
        if (state == CareState.ACTIVE) {
            return reason;
        }
        var word = m.t("viewer.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return reason.isBlank() ? word : m.t("viewer.state.because", word, reason);
    }

    /// What became of what a row tells, where its title does not say it already; null for what is as it says.
    public static @Nullable String of(ChartEntry entry, Messages m) {
        var words = states(entry.extract().read())
                .map(state -> of(state, "", m))
                .filter(word -> !word.isEmpty() && !entry.title().contains(word))
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
        return words.isEmpty() ? null : words;
    }

    private static Stream<CareState> states(Extract extract) {
        return switch (extract) {
            case PrescriptionExtract drugs -> drugs.items().stream().map(PrescriptionExtract.DrugItem::state);
            case ProcedureExtract acts -> acts.items().stream().map(ProcedureExtract.ProcedureItem::state);
            case LabExtract lab -> Stream.of(lab.state());
            case DiagnosisExtract diagnosis -> Stream.of(diagnosis.state());
            case DocumentExtract document -> Stream.of(document.state());
            case AllergyExtract allergies -> Stream.of();
            case StayExtract stay -> Stream.of();
            case ProfileExtract profile -> Stream.of();
        };
    }

    /// Whether an outcome says that the person died (死亡).
    public static boolean death(String outcome) {
        return outcome.contains("死亡") || outcome.contains("死去");
    }

    /// Whether it is struck through: what never was, or is no more.
    public static boolean struck(CareState state) {
        return switch (state) {
            case STOPPED, CANCELLED, NOT_DONE, REFUSED, REFUTED -> true;
            case ACTIVE, DRAFT, PLANNED, ON_HOLD, IN_PROGRESS, PARTIAL, PROHIBITED, ENDED, UNKNOWN -> false;
        };
    }
}
