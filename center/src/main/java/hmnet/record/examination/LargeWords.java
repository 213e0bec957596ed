package hmnet.record.examination;

import hmnet.formats.base.Note;
import hmnet.formats.base.Note.Severity;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.LargeOtherFile;
import hmnet.formats.other.LargeVerdict;
import hmnet.record.inbox.LargeFiles.LargeFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What was said of a large file, as it is kept (大きなファイルの検査の控え), and read again.
public final class LargeWords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private LargeWords() {}

    /// @param refusal why it is kept back, or null; then the others hold
    private record KeptVerdict(
            @Nullable KeptNote refusal,
            @Nullable FileKind kind,
            @Nullable String contentType,
            long length,
            boolean rewritten,
            List<KeptNote> notes) {}

    private record KeptNote(String code, Severity severity, int line, String field, String text) {
        static KeptNote of(Note note) {
            return new KeptNote(note.code(), note.severity(), note.line(), note.field(), note.text());
        }

        Note note() {
            return new Note(code, severity, line, field, text);
        }
    }

    static String of(LargeVerdict verdict, long length) {
        var notes = verdict.notes().stream().map(KeptNote::of).toList();
        return JSON.writeValueAsString(
                new KeptVerdict(null, verdict.kind(), verdict.contentType(), length, verdict.rewritten(), notes));
    }

    static String of(Unreadable refusal) {
        return JSON.writeValueAsString(new KeptVerdict(KeptNote.of(refusal.note()), null, null, 0, false, List.of()));
    }

    /// A file that was examined, as it is filed and shown.
    ///
    /// @throws Unreadable why it is kept back
    public static LargeOtherFile read(LargeFile file) throws Unreadable {
        var kept = JSON.readValue(Objects.requireNonNull(file.verdict()), KeptVerdict.class);
        var refusal = kept.refusal();
        if (refusal != null) {
            throw new Unreadable(refusal.code(), refusal.line(), refusal.field(), refusal.text());
        }
        var notes = kept.notes().stream().map(KeptNote::note).toList();
        return new LargeOtherFile(
                new LargeVerdict(
                        Objects.requireNonNull(kept.kind()),
                        Objects.requireNonNull(kept.contentType()),
                        kept.rewritten(),
                        notes),
                kept.length(),
                file.fingerprint(),
                file.descriptor(),
                "urn:uuid:" + file.object());
    }
}
