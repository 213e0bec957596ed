package hmnet.record.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/// What envelopes are bound to (付加認証データ), so that no ciphertext opens in another row.
public final class EnvelopeContext {
    private EnvelopeContext() {}

    /// Facility, patient and record.
    public static byte[] ofRecord(long facility, long patient, UUID record, char column) {
        return ByteBuffer.allocate(8 + 8 + 16 + 2)
                .putLong(facility)
                .putLong(patient)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .putChar(column)
                .array();
    }

    /// Facility, upload and the place of the piece.
    public static byte[] ofUpload(long facility, UUID upload, int at) {
        return ByteBuffer.allocate(8 + 16 + 4)
                .putLong(facility)
                .putLong(upload.getMostSignificantBits())
                .putLong(upload.getLeastSignificantBits())
                .putInt(at)
                .array();
    }

    /// Facility and the id of what its staff wrote.
    public static byte[] ofStaffWord(long facility, UUID word) {
        return ByteBuffer.allocate(8 + 16 + 4)
                .putLong(facility)
                .putLong(word.getMostSignificantBits())
                .putLong(word.getLeastSignificantBits())
                .putInt(-1)
                .array();
    }

    /// Facility, draft and which of its versions.
    public static byte[] ofFormDraft(long facility, UUID draft, int version) {
        return ByteBuffer.allocate(8 + 16 + 8)
                .putLong(facility)
                .putLong(draft.getMostSignificantBits())
                .putLong(draft.getLeastSignificantBits())
                .putLong(version)
                .array();
    }

    /// Facility, and the signed life box that is kept.
    public static byte[] ofLifebox(long facility, UUID box) {
        return ByteBuffer.allocate(8 + 16 + 4)
                .putLong(facility)
                .putLong(box.getMostSignificantBits())
                .putLong(box.getLeastSignificantBits())
                .putInt(-2)
                .array();
    }

    /// Facility, and the target of a resident that is kept.
    public static byte[] ofVitalTarget(long facility, UUID target) {
        return ByteBuffer.allocate(8 + 16 + 4)
                .putLong(facility)
                .putLong(target.getMostSignificantBits())
                .putLong(target.getLeastSignificantBits())
                .putInt(-3)
                .array();
    }

    /// Facility and inbox key.
    public static byte[] ofInbox(long facility, byte[] key) {
        return ByteBuffer.allocate(8 + key.length).putLong(facility).put(key).array();
    }
}
