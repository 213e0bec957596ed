package hmnet.formats.base.archive;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Archives made to do harm: refused by count, ratio and depth before anything is written (A048).
class ArchiveTest {
    private static String outcome(byte[] bytes) {
        try {
            return Archive.members(bytes, name -> true).size() + " members";
        } catch (Unreadable refused) {
            return refused.note().code();
        }
    }

    private static byte[] zip(int members, String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < members; i++) {
                zip.putNextEntry(new ZipEntry(name.formatted(i)));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBombIsRefusedByWhatItUnpacksTo() throws IOException {
        assertThat(outcome(zip(1, "a%d", new byte[60 << 20]))).isEqualTo("zip-bomb");
        assertThat(outcome(zip(100, "a%d", new byte[1 << 20]))).isEqualTo("zip-bomb");
    }

    @Test
    void filesAndFoldersAreCounted() throws IOException {
        assertThat(outcome(zip(4_000, "a%d", new byte[1]))).isEqualTo("4000 members");
        assertThat(outcome(zip(6_000, "a%d", new byte[1]))).isEqualTo("zip-bomb");
        assertThat(outcome(zip(200_000, "a%d/", new byte[0]))).isEqualTo("zip-bomb");
    }

    @Test
    void anArchiveInAnArchiveIsRefusedAtItsFirstLevel() throws IOException {
        var nested = zip(1, "inner%d.txt", new byte[1]);
        for (int depth = 0; depth < 20; depth++) {
            nested = zip(1, "inner%d.zip", nested);
        }
        assertThat(outcome(nested)).isEqualTo("zip-nested");
    }

    @Test
    void aMemberThatIsEncryptedIsRefused() throws IOException {
        var bytes = zip(1, "a%d", new byte[100]);
        bytes[6] |= 1;
        assertThat(outcome(bytes)).isEqualTo("zip-damaged");
    }

    /// Their directory points twice at one file: only what stands there one after another is unpacked.
    @Test
    void filesThatOverlapAreNotUnpackedTwice() throws IOException {
        var bytes = zip(2, "a%d", "content".getBytes(StandardCharsets.US_ASCII));
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        for (int i = 42; i < 46; i++) {
            bytes[directory + i] = 0;
        }
        assertThat(outcome(bytes)).isEqualTo("2 members");
    }

    @Test
    void namesThatLeadOutOrComeTwiceAreRefused() throws IOException {
        for (var name : new String[] {"../a%d", "a/../../b%d", "/etc/a%d", "C:\\a%d", "a\\..\\..\\b%d"}) {
            assertThat(outcome(zip(1, name, new byte[1]))).as(name).isEqualTo("zip-slip");
        }
        var both = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(both)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.putNextEntry(new ZipEntry("A.TXT"));
        }
        assertThat(outcome(both.toByteArray())).isEqualTo("zip-name");
    }
}
