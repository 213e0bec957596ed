package hmnet.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One facility (施設のページ): what it was called when, and who took over from whom.
///
/// @param problem as in `directory.problem.…`, or null
/// @param succeedable whether nobody has taken over from it, or is about to
public record FacilityScreen(
        @Nullable String problem,
        String path,
        String name,
        String code,
        String kind,
        LocalDate today,
        List<Called> called,
        List<Line> successions,
        boolean succeedable) {
    /// What it was called from a day on.
    public record Called(LocalDate since, String code, String name, String owner) {}

    /// A succession it has part in.
    ///
    /// @param path of what can be done with it
    /// @param state as in `directory.state.…`
    /// @param what follows, as in `directory.follows.…`
    /// @param act agreement, undo or undo-agreement: what an operator can do now; empty for nothing
    /// @param refusal whether what waits can be refused
    public record Line(
            String path,
            String predecessor,
            String successor,
            LocalDate on,
            String state,
            List<String> what,
            String rules,
            String why,
            @Nullable String by,
            String act,
            boolean refusal) {}
}
