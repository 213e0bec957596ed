package hmnet.formats.other;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
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

    /// @param more in the catalogue
    public static byte[] pdf(String more) {
        return pdf(more, "", "");
    }

    /// One page, whose text says `/JS (abc)`, with an author.
    ///
    /// @param page in the page
    /// @param objects further ones, from number 6 on
    public static byte[] pdf(String more, String page, String objects) {
        return latin("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 4 0 R " + more
                + " >>\nendobj\n2 0 obj\n<< /Author (Kakuu \\) Taro) /Producer <4B> >>\n"
                + "endobj\n3 0 obj\n<< /Length 9 >>\nstream\n/JS (abc)\nendstream\nendobj\n"
                + "4 0 obj\n<< /Type /Pages /Kids [5 0 R] /Count 1 >>\nendobj\n"
                + "5 0 obj\n<< /Type /Page /Parent 4 0 R /MediaBox [0 0 99 99] /Contents 3 0 R " + page
                + " >>\nendobj\n"
                + objects + "trailer\n<< /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n");
    }

    public static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A stream object.
    public static String stream(int number, String dictionary, byte[] content) {
        return "%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n"
                .formatted(number, dictionary, content.length, new String(content, StandardCharsets.ISO_8859_1));
    }

    /// A document of Word that says `words`, with an author.
    public static Map<String, byte[]> word() {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(
                "[Content_Types].xml",
                types("/word/document.xml", "wordprocessingml.document.main+xml", "/docProps/core.xml", "x"));
        members.put(
                "_rels/.rels",
                relations("officeDocument", "word/document.xml", "core-properties", "docProps/core.xml"));
        members.put("word/document.xml", latin("<w:document xmlns:w=\"urn:w\"><w:t>words</w:t></w:document>"));
        members.put("docProps/core.xml", latin("<creator>Kakuu Taro</creator>"));
        return members;
    }

    /// Names and types in turn; pictures go by their endings.
    public static byte[] types(String... namesAndTypes) {
        var text = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>");
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            text.append("<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/>"
                    .formatted(namesAndTypes[i], namesAndTypes[i + 1]));
        }
        return latin(text.append("</Types>").toString());
    }

    /// Kinds and targets in turn, as r1, r2, …
    public static byte[] relations(String... kindsAndTargets) {
        var text = new StringBuilder("<Relationships>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            text.append("<Relationship Id=\"r%d\" Type=\"urn:x/%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, kindsAndTargets[i], kindsAndTargets[i + 1]));
        }
        return latin(text.append("</Relationships>").toString());
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
