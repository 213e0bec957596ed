package hmnet.formats.ssmix2;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The door to files of all SS-MIX2 storages (ストレージの読み書き口): standard, extended, transactions. Which
/// one a file is of, its path says.
public final class Storages {
    private Storages() {}

    /// @param path of the file, as much of it as is known
    public static FacilityFile read(byte[] bytes, String path) throws Unreadable {
        if (TransactionFile.isNamed(path)) {
            return TransactionFile.read(bytes);
        }
        return ExtendedFile.looksLike(path) ? ExtendedFile.read(bytes, path) : Ssmix2File.read(bytes, path);
    }

    /// Whether a file means to be one of a storage, whatever it holds: nothing else is named so.
    public static boolean looksLike(byte[] head, String path) {
        return Ssmix2File.looksLike(path) || ExtendedFile.looksLike(path) || TransactionFile.isNamed(path);
    }

    /// The messages of a file of the storages; none of a document or a picture.
    ///
    /// @param file as it was read
    /// @param bytes of it
    public static List<Message> messages(FacilityFile file, byte[] bytes) throws Unreadable {
        try {
            if (file instanceof TransactionFile transactions) {
                var messages = new ArrayList<Message>();
                for (var transaction : transactions.transactions()) {
                    messages.add(Message.parse(transaction.message()));
                }
                return messages;
            }
            boolean message = !(file instanceof ExtendedFile) || Hl7File.looksLike(bytes, "");
            return message ? List.of(Message.parse(bytes)) : List.of();
        } catch (BadMessage bad) {
            throw new Unreadable(bad.code(), 0, "", bad.detail());
        }
    }

    /// Sheets of any format as the tree of a storage in an archive, since one file becomes many.
    ///
    /// @throws Unreadable `not-writable` where no storage holds it
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var written = SheetWriter.write(sheets);
        if (written.files().isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "ssmix2 has no file for it");
        }
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var stored : written.files()) {
                var entry = new ZipEntry(stored.path());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                archive.putNextEntry(entry);
                archive.write(stored.bytes());
                archive.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WrittenFile(bytes.toByteArray(), written.notes());
    }
}
