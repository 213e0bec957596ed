package hmnet.record.inbox;

import hmnet.formats.other.Descriptor;
import org.jspecify.annotations.Nullable;

/// What a sender says of a file when it begins it (分割送信の申出).
///
/// @param sha256 of the whole, or null when the sender does not say
/// @param said all of it, word for word
/// @param descriptor whose it is, for a file that goes to the file store; else null
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
record UploadAnnouncement(
        long length,
        byte @Nullable [] sha256,
        String said,
        @Nullable Descriptor descriptor) {
    boolean large() {
        return descriptor != null;
    }
}
