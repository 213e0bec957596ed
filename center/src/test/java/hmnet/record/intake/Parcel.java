package hmnet.record.intake;

import hmnet.record.inbox.ReceivedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A tar as a gateway packs it, or as somebody packs it who means harm.
final class Parcel {
    private static final int BLOCK = 512;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, BLOCK, "UTF-8");

    Parcel() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static Parcel of(ReceivedFile... files) {
        var parcel = new Parcel();
        for (var file : files) {
            parcel.file(file);
        }
        return parcel;
    }

    Parcel file(ReceivedFile file) {
        var entry = new TarArchiveEntry(file.path(), true);
        entry.setSize(file.body().length);
        return put(entry, file.body());
    }

    Parcel link(String name, String target) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    private Parcel put(TarArchiveEntry entry, byte[] body) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(body);
            tar.closeArchiveEntry();
            tar.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How much the entries take, without the archive's end.
    int entryBytes() {
        return packed.size();
    }

    /// The whole archive; nothing is added to it afterwards.
    byte[] bytes() {
        try {
            tar.close();
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the door answered.
    record Answer(int status, String body) {
        private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

        long id() {
            var matcher = ID.matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("No id in " + status + " " + body);
            }
            return Long.parseLong(matcher.group(1));
        }
    }
}
