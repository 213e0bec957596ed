package hmnet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The files of one request, as a packed tar (一回分の送信データ).
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Batch(int files, byte[] tar) {
    /// Takes files until one of the limits is reached. A single file larger than the limit makes a batch of
    /// its own.
    static Batch of(Iterator<StorageFile> source, Limits limits, Compression compression) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        var files = 0;
        var size = 0L;
        try (var tar = new TarArchiveOutputStream(compression.over(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            while (source.hasNext() && files < limits.files() && size < limits.bytes()) {
                var file = source.next();
                var entry = new TarArchiveEntry(file.path());
                entry.setSize(file.bytes().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(file.bytes());
                tar.closeArchiveEntry();
                files++;
                size += file.bytes().length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Batch(files, bytes.toByteArray());
    }
}
