package hmnet.formats.other;

import hmnet.formats.base.Note;
import java.util.List;

/// What a large file is (大きなファイルの検査結果), and what was done to it.
///
/// @param contentType in full
/// @param rewritten it was written anew: what is handed out is that, not what came
public record LargeVerdict(FileKind kind, String contentType, boolean rewritten, List<Note> notes) {
    /// The same, with more to say of it.
    public LargeVerdict withNotes(List<Note> more) {
        var all = new java.util.ArrayList<>(notes);
        all.addAll(more);
        return new LargeVerdict(kind, contentType, rewritten, List.copyOf(all));
    }
}
