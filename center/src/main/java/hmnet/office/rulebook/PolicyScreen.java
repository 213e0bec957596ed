package hmnet.office.rulebook;

import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.ProfessionLine;
import hmnet.consent.policy.SafetyLine;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of the network's policy (開示方針の画面).
///
/// @param problem as in `rulebook.problem.…`, or null
/// @param done as in `rulebook.done.…`, or null
/// @param form what was typed and refused
/// @param profession the line of the profession that is being changed, or null
/// @param label the line of the label that is being changed, or null
/// @param drafted what was tried and is not asked for yet, or null
/// @param asked what waits for a second person, or null
/// @param tried what either would do, or null
/// @param deciders names of those who decided a line, by what the line keeps of them
public record PolicyScreen(
        @Nullable String problem,
        @Nullable String done,
        TypedForm form,
        LocalDate today,
        List<ProfessionLine> professions,
        List<SafetyLine> labels,
        @Nullable ProfessionLine profession,
        @Nullable SafetyLine label,
        @Nullable DraftedPolicy drafted,
        @Nullable AskedPolicy asked,
        @Nullable TriedRule tried,
        Map<String, String> deciders) {
    static final int WHY_MAX = 200;

    /// The labels that a policy speaks of: 未交付 is the sender's alone.
    public static final List<Label> LABELS = Arrays.stream(Label.values())
            .filter(label -> label != Label.UNDELIVERED)
            .toList();

    /// A change that was tried.
    ///
    /// @param trial its number
    public record DraftedPolicy(long trial, PolicyDraft draft) {}

    /// A change that somebody asked for.
    ///
    /// @param own whether whoever looks asked for it
    public record AskedPolicy(PolicyDraft draft, String why, String by, OffsetDateTime at, boolean own) {}

    public static List<RecordKind> kinds(long mask) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> (mask & kind.mask()) != 0)
                .toList();
    }

    public static List<Label> labels(long mask) {
        return LABELS.stream().filter(label -> (mask & label.mask()) != 0).toList();
    }

    public static List<Profession> professions(long mask) {
        return RuleForm.readers().filter(one -> (mask & one.mask()) != 0).toList();
    }

    /// The kinds of facility; none where all are meant.
    public static List<FacilityKind> at(long mask) {
        return mask == ProfessionLine.ANYWHERE
                ? List.of()
                : Arrays.stream(FacilityKind.values())
                        .filter(kind -> (mask & kind.mask()) != 0)
                        .toList();
    }

    /// Whether a choice is made in the form: as it was typed, else as the line that holds says.
    public boolean on(String field, boolean holds) {
        return form.isBad() ? form.is(field, "on") : holds;
    }
}
