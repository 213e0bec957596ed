package hmnet.record.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of a facility's own files (送信ファイルの詳細): what is wrong with it, where, and the line to put right.
///
/// @param state `waiting`, `unexamined`, `accepted`, `repaired`, `quarantined` or `withdrawn`
/// @param patientMissing the desk may say whose it is
/// @param lines the place and what stands around it; none for what is no text
/// @param line the number of the line that may be put right, 0 for none
/// @param text what stands there, or what was written and could not be taken
/// @param next what the facility should do next
record FileScreen(
        String id,
        String name,
        OffsetDateTime at,
        long sizeBytes,
        String state,
        String reason,
        String say,
        @Nullable String problem,
        boolean patientMissing,
        List<FilesScreen.Remark> remarks,
        List<FileLine> lines,
        int line,
        String text,
        String next) {
    /// Something was wrong with it: then, and only then, its content is shown.
    public boolean held() {
        return state.equals("quarantined") || state.equals("withdrawn");
    }

    /// One line as shown.
    ///
    /// @param marked the one that the remark is about
    public record FileLine(int number, String text, boolean marked) {}
}
