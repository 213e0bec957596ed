package hmnet.ground.directory;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One facility (施設のページ): what it was called when, and who took over from whom.
///
/// @param problem as in `directory.problem.…`, or null
/// @param form what the form of names begins with: what holds today
/// @param calling what was typed there and refused
/// @param succeeding what was asked about a successor and refused
/// @param succeedable whether nobody has taken over from it, or is about to
record FacilityScreen(
        @Nullable String problem,
        String path,
        String name,
        String code,
        String kind,
        LocalDate today,
        List<FormerName> called,
        FormerName form,
        TypedForm calling,
        TypedForm succeeding,
        List<SuccessionLine> successions,
        boolean succeedable) {
    /// What it was called from a day on.
    public record FormerName(LocalDate since, String code, String name, String owner) {
        static final int CODE_MAX = 10;
        static final int WORDS_MAX = 200;
    }

    /// A succession it has part in.
    ///
    /// @param path of what can be done with it
    /// @param what follows, as in `directory.follows.…`
    /// @param act agreement, undo or undo-agreement: what an operator can do now; empty for nothing
    /// @param refusal whether what waits can be refused
    public record SuccessionLine(
            String path,
            String predecessor,
            String successor,
            LocalDate on,
            SuccessionState state,
            List<String> what,
            String rules,
            String why,
            @Nullable String by,
            String act,
            boolean refusal) {}
}
