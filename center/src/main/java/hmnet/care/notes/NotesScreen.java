package hmnet.care.notes;

import hmnet.care.notes.FlagKinds.FlagKind;
import hmnet.care.viewer.ChartFrame;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The notes and flags of one person (院内メモ・フラグの画面).
///
/// @param told what was done, as in `notes.told.…`, or null
/// @param sent what was typed into the form that was not taken
/// @param settable flags that the reader's profession may set
record NotesScreen(
        ChartFrame chart,
        LocalDate today,
        List<KeptLine> notes,
        List<KeptLine> withdrawn,
        List<KeptLine> flags,
        List<KeptLine> ended,
        List<FlagKind> settable,
        @Nullable String told,
        SentNote sent) {
    /// A note or a flag.
    ///
    /// @param flag its kind, or empty for a note
    /// @param last the newest version; what it says last of a withdrawn one is why
    /// @param history those before it, the newest first
    record KeptLine(
            String id,
            String flag,
            boolean pinned,
            boolean expired,
            KeptVersion last,
            List<KeptVersion> history,
            boolean settable) {}

    /// One version.
    ///
    /// @param act as in `notes.act.…`; `erased` where its key was destroyed
    /// @param until of a flag
    record KeptVersion(
            int version,
            String act,
            OffsetDateTime at,
            String by,
            String profession,
            String text,
            @Nullable LocalDate until) {}

    /// What a form sent, to stand in it again beside what is wrong.
    ///
    /// @param form `write`, `set`, or the id of the subject with `change-`, `withdraw-` or `prolong-` before it
    /// @param problem as in `notes.problem.…`
    record SentNote(String form, @Nullable String problem, String text, boolean pinned, String kind, String until) {
        static final SentNote NONE = new SentNote("", null, "", false, "", "");

        boolean in(String asked) {
            return problem != null && form.equals(asked);
        }

        String text(String asked, String stands) {
            return in(asked) ? text : stands;
        }

        String until(String asked, String stands) {
            return in(asked) ? until : stands;
        }
    }
}
