package hmnet.formats.check;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.file.Format;
import hmnet.formats.labcsv.LabLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/// What our own reader takes a written file for (書いたファイルの受け入れ): a slip without its patient's name is
/// none, so it is not handed over.
final class Acceptance {
    private Acceptance() {}

    /// @throws Unreadable `not-writable` when our own reader refuses it or takes it for something else
    static WrittenFile of(WrittenFile written, Format to, List<LabLayout> declared) throws Unreadable {
        try {
            for (var file : files(written, to)) {
                if (Readers.read(file.path(), file.bytes(), declared).format() != to) {
                    throw new Unreadable("unknown-format", 0, "", to.code());
                }
            }
            return written;
        } catch (Unreadable refused) {
            throw new Unreadable("not-writable", 0, to.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static List<StoredFile> files(WrittenFile written, Format to) {
        if (to != Format.SSMIX2) {
            return List.of(new StoredFile("", written.bytes()));
        }
        var files = new ArrayList<StoredFile>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(written.bytes()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.add(new StoredFile(entry.getName(), archive.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    private record StoredFile(String path, byte[] bytes) {}
}
