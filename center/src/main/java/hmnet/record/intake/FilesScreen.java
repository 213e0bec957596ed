package hmnet.record.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A facility's own files (ファイルの送信): what it may send, and the state of each file it sent.
///
/// @param done what was just done, or null
/// @param problem why nothing was done, or null
/// @param looked files that were only looked at, and not kept
/// @param next what to do with them next
record FilesScreen(
        @Nullable String done,
        @Nullable String problem,
        int maxMegabytes,
        List<CheckedFile> looked,
        String next,
        List<SentFileLine> held,
        List<SentFileLine> newest) {
    /// A file looked at before it is sent.
    ///
    /// @param codes of each field, how many things have a standard code, as sent or by a table
    public record CheckedFile(
            String name,
            String format,
            String outcome,
            int patients,
            int rows,
            List<String> codes,
            List<Remark> remarks) {}

    /// A remark on a file.
    ///
    /// @param words what the code means and what helps
    /// @param line 0 when it is about the whole file
    public record Remark(String code, String words, String severity, int line, String field, String text) {}

    /// A file that was sent.
    ///
    /// @param state `waiting`, `unexamined`, `accepted`, `repaired`, `quarantined` or `withdrawn`
    public record SentFileLine(String id, String name, OffsetDateTime at, String state, String reason) {}
}
