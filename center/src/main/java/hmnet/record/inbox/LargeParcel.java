package hmnet.record.inbox;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.other.Descriptor;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.OtherFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// A parcel that came through a door of small files and is too large for a record (大きな記述付きファイル): a descriptor and one
/// file, which is unpacked into the file store.
///
/// @param name of the file in it, behind that of the parcel
record LargeParcel(ReceivedFile parcel, Descriptor descriptor, String name) {
    private static final int DESCRIPTOR = 1 << 16;

    /// Empty for anything else, and for a parcel that is not as it should be: that is kept and told as it came.
    ///
    /// @param most how large the file in it may be
    static Optional<LargeParcel> of(ReceivedFile file, long most) {
        if (file.door() != Door.FILES
                || file.body().length <= OtherFile.BYTES
                || FileKind.of(file.body()) != FileKind.PARCEL) {
            return Optional.empty();
        }
        try (var zip = zip(file)) {
            Descriptor descriptor = null;
            String name = null;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isDescriptor(entry) && descriptor == null) {
                    descriptor = Descriptor.read(zip.readNBytes(DESCRIPTOR));
                } else if (!entry.isDirectory() && name == null && fits(zip, most)) {
                    name = entry.getName();
                } else {
                    return Optional.empty();
                }
            }
            return descriptor == null || name == null
                    ? Optional.empty()
                    : Optional.of(new LargeParcel(file, descriptor, name));
        } catch (IOException | IllegalArgumentException | Unreadable notOne) {
            return Optional.empty();
        }
    }

    private static boolean isDescriptor(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1).equals(Descriptor.NAME);
    }

    private static boolean fits(InputStream file, long most) throws IOException {
        long length = 0;
        var buffer = new byte[1 << 16];
        for (var count = file.read(buffer); count >= 0 && length <= most; count = file.read(buffer)) {
            length += count;
        }
        return length <= most;
    }

    private static ZipInputStream zip(ReceivedFile file) {
        return new ZipInputStream(new ByteArrayInputStream(file.body()), TextDecoding.WINDOWS_31J);
    }

    /// The file in it, unpacked as it is read.
    InputStream open() throws IOException {
        var zip = zip(parcel);
        for (@Nullable ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return new FilterInputStream(zip) {};
            }
        }
        throw new IOException("the file is not in the parcel any more");
    }
}
