package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules.RuleEntry;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of a facility's rule (開示ルールの画面).
///
/// @param problem as in `rulebook.problem.…`, or null
/// @param done as in `rulebook.done.…`, or null
/// @param form what was typed and refused
/// @param typed what was tried and is not asked for yet, or null
/// @param asked what waits for a second person, or null
/// @param tried what either would do, or null
/// @param history lines of the facility and of the network, the newest first
/// @param deciders names of those who decided a line, by what the line keeps of them
record RuleScreen(
        @Nullable String problem,
        @Nullable String done,
        TypedForm form,
        String facility,
        LocalDate today,
        List<RecordKind> kinds,
        List<String> professions,
        @Nullable TypedRule typed,
        @Nullable AskedRule asked,
        @Nullable TriedRule tried,
        List<RuleEntry> history,
        Map<String, String> deciders) {
    static final int WHY_MAX = 200;
    static final int DELAY_MAX = 365;

    /// What was typed, as the next form carries it.
    record TypedRule(RuleDraft draft, List<String> professions) {}

    /// What one of the desk asked for.
    record AskedRule(
            RuleDraft draft, List<String> professions, String why, String by, OffsetDateTime at, boolean own) {}
}
