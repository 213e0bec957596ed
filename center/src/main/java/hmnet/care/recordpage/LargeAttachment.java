package hmnet.care.recordpage;

import hmnet.formats.other.LargeOtherFile;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.LargeFiles.LargeFile;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/// A file of a record that lies in the file store (大きな添付ファイル), as it is handed out: read as it goes, from any place
/// (Range). It was examined before it was filed.
final class LargeAttachment extends AbstractResource {
    private final LargeFiles files;
    private final LargeFile row;
    private final LargeOtherFile file;

    LargeAttachment(LargeFiles files, LargeFile row, LargeOtherFile file) {
        this.files = files;
        this.row = row;
        this.file = file;
    }

    LargeOtherFile file() {
        return file;
    }

    /// Whether it can be opened; else the page says so before anything is sent.
    ///
    /// @throws IOException why not
    void demandWhole() throws IOException {
        files.openShown(row, 0).close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return files.openShown(row, 0);
    }

    @Override
    public long contentLength() {
        return file.length();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "a file of the file store";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LargeAttachment large && large.row.object().equals(row.object());
    }

    @Override
    public int hashCode() {
        return row.object().hashCode();
    }
}
