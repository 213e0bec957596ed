package hmnet.record.inbox;

import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StoragePath;
import hmnet.ground.directory.FacilityId;

/// One file as it came through a facility's door (受信ファイル).
///
/// @param path relative path in the sender's storage, or the file's name, as sent
/// @param door which door it came through
public record ReceivedFile(String path, byte[] body, Door door) {
    /// A file of the standard storage.
    public ReceivedFile(String path, byte[] body) {
        this(path, body, Door.STORAGE);
    }

    /// A file sent as any other, by its name: one of the standard storage is filed as what came from there, so that the
    /// same file by both doors is one.
    public static ReceivedFile named(String name, byte[] body) {
        try {
            StoragePath.parse(name);
            return new ReceivedFile(name, body);
        } catch (BadStorage e) {
            return new ReceivedFile(name, body, Door.FILES);
        }
    }

    /// What a door takes (受信の口).
    public enum Door {
        /// SS-MIX2 標準化ストレージ: one patient a file, named by its path.
        STORAGE(1, 2),
        /// Any file of any format, of one patient or many.
        FILES(5, 6);

        private final short format;
        private final short masked;

        Door(int format, int masked) {
            this.format = (short) format;
            this.masked = (short) masked;
        }

        /// As `inbox.format` numbers it.
        short format(boolean isMasked) {
            return isMasked ? masked : format;
        }
    }

    /// The chart number the path names, or "" when it names none: only to choose key and order, never to
    /// believe.
    String chartNumber() {
        if (door == Door.FILES) {
            return "";
        }
        var name = path.substring(path.lastIndexOf('/') + 1);
        var end = name.indexOf('_');
        return end <= 0 || end > 64 ? "" : name.substring(0, end);
    }

    /// Where it waits: files of many patients have a lane of their own.
    short bucket(FacilityId facility) {
        return door == Door.FILES ? FilingQueue.FILES : FilingQueue.bucket(facility, chartNumber());
    }
}
