package hmnet.formats.other;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small files made byte by byte (手作りのファイル).
public final class Pieces {
    private Pieces() {}

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] segment(int kind, byte[] content) {
        int length = content.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) kind, (byte) (length >> 8), (byte) length}, content);
    }

    /// With EXIF that names a place and says that the right side is up.
    public static byte[] photograph() {
        var exif = joined(
                latin("Exif\0\0MM"),
                new byte[] {0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0},
                latin("GPS 34.39,132.46"));
        return joined(
                new byte[] {(byte) 0xFF, (byte) 0xD8},
                segment(0xE0, latin("JFIF\0\1\1\0\0\1\0\1\0\0")),
                segment(0xE1, exif),
                segment(0xFE, latin("taken by Kakuu Taro")),
                segment(0xC0, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0}),
                segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}),
                new byte[] {0x12, (byte) 0xFF, 0, 0x34, (byte) 0xFF, (byte) 0xD9});
    }

    public static byte[] chunk(String kind, byte[] content) {
        var crc = new CRC32();
        crc.update(latin(kind));
        crc.update(content);
        return joined(number(content.length), latin(kind), content, number((int) crc.getValue()));
    }

    public static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    public static byte[] picture() {
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0}),
                chunk("tEXt", latin("Author\0Kakuu Taro")),
                chunk("IDAT", new byte[] {1, 2, 3}),
                chunk("IEND", new byte[0]));
    }

    public static byte[] pdf(String more) {
        return latin(
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog " + more
                        + " >>\nendobj\n2 0 obj\n<< /Author (Kakuu \\) Taro) /Producer <4B> >>\n"
                        + "endobj\n3 0 obj\n<< /Length 9 >>\nstream\n/JS (abc)\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n");
    }

    public static byte[] film() {
        return joined(box("ftyp", latin("isom\0\0\2\0isommp42")), box("mdat", new byte[32]), box("moov", new byte[16]));
    }

    public static byte[] box(String kind, byte[] content) {
        return joined(number(content.length + 8), latin(kind), content);
    }

    public static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
