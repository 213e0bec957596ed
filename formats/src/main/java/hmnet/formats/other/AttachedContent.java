package hmnet.formats.other;

import hmnet.formats.base.Unreadable;

/// A file that belongs to a record (添付ファイル): made safe, or kept back with the reason.
public sealed interface AttachedContent {
    /// What its sender called it; may be empty.
    String title();

    /// What may be handed out: by its own bytes of a known kind, without what acts and what tells too much.
    ///
    /// @param contentType by the bytes, whatever the sender said
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    record Safe(String title, FileKind kind, String contentType, byte[] content) implements AttachedContent {}

    /// What stays where it is: it could act, is locked or damaged, or is of no kind that is shown.
    ///
    /// @param why the code of `Unreadable`
    /// @param size in bytes
    record KeptBack(String title, String why, int size) implements AttachedContent {}

    /// Looks at the bytes; what the sender said of them is not asked.
    static AttachedContent of(String title, byte[] bytes) {
        try {
            var file = OtherFile.read(bytes, "");
            return new Safe(title, file.type(), file.contentType(), file.content());
        } catch (Unreadable bad) {
            return new KeptBack(title, bad.note().code(), bytes.length);
        }
    }
}
