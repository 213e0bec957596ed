package hmnet.formats.kenshin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the archive in which check-ups travel (健診データ一式の書き出し): index and summary with true
/// counts, a file for each result and each claim. The schemas are the receiver's own; we ship none.
final class ArchiveWriter {
    private ArchiveWriter() {}

    /// @param serial the number of the same day's archives, from 1
    public static String name(Totals totals, int serial) {
        return totals.sender() + "_" + totals.receiver() + "_" + totals.created() + serial + "_"
                + totals.serviceEvent();
    }

    /// @param namespace of index, summary and claims
    public static byte[] write(
            String namespace, Totals totals, int serial, List<Checkup> checkups, List<CheckupClaim> claims) {
        var folder = name(totals, serial) + "/";
        var writer = new ClaimWriter(namespace);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, folder + "ix08_V08.xml", writer.index(totals, checkups.size()));
            if (!claims.isEmpty()) {
                put(zip, folder + "su08_V08.xml", writer.summary(totals, claims));
            }
            for (int i = 0; i < checkups.size(); i++) {
                put(zip, folder + "DATA/" + file('h', totals, i), KenshinWriter.write(checkups.get(i)));
            }
            for (int i = 0; i < claims.size(); i++) {
                put(zip, folder + "CLAIMS/" + file('c', totals, i), writer.claim(claims.get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String file(char kind, Totals totals, int index) {
        return String.format("%s%s%s%06d.xml", kind, totals.sender(), totals.created(), index + 1);
    }

    /// The same results give the same bytes: no clock.
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(946_652_400_000L);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
