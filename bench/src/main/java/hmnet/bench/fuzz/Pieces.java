package hmnet.bench.fuzz;

import hmnet.bench.fuzz.Samples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Samples that are no text: papers, pictures, films, archives, a signed envelope (手作りのファイル).
final class Pieces {
    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String DESCRIPTOR = """
            {"patient":"0000123","date":"2026-04-01","title":"紹介状","author":"架空 医師","department":"内科","kind":"document","labels":[]}""";

    private Pieces() {}

    static List<Sample> samples() {
        var records = new TextSample(Samples.text("eprescription-records.txt"), WINDOWS, "\r\n", 490);
        return List.of(
                new Sample("eprescription", "prescription.xml", size -> envelope(records.apply(size * 3 / 4))),
                new Sample("paper", "letter.pdf", Pieces::paper),
                new Sample("photograph", "photo.jpg", Pictures::photograph),
                new Sample("picture", "picture.png", Pictures::picture),
                new Sample("film", "film.mp4", Pictures::film),
                new Sample("office", "letter.docx", Pieces::office),
                new Sample(
                        "parcel",
                        "parcel.zip",
                        size -> zip(Map.of("descriptor.json", utf8(DESCRIPTOR), "letter.pdf", paper(size)))),
                new Sample("kenshin-archive", "3419999999_01349999_202604101_1.zip", Pieces::checkups),
                new Sample(
                        "storage-document",
                        "000/123/0001234567/20260401/L1^入院サマリー^99ZZZ^18842-5^退院時サマリー^LN/"
                                + "0001234567_20260401_L1_20260401_20260401102030456_01_1/main.pdf",
                        Pieces::paper));
    }

    private static byte[] envelope(byte[] records) {
        var base64 = Base64.getMimeEncoder().encodeToString(records);
        return utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document id="Document"><Prescription><PrescriptionManagement><Version Value="EPS1.0"/></PrescriptionManagement>
                <PrescriptionDocument id="PrescriptionDocument">%s</PrescriptionDocument>
                <PrescriptionSign><xs:Signature xmlns:xs="http://www.w3.org/2000/09/xmldsig#"><xs:SignedInfo/></xs:Signature>
                </PrescriptionSign></Prescription></Document>
                """.formatted(base64));
    }

    private static byte[] checkups(int size) {
        var members = new LinkedHashMap<String, byte[]>();
        var folder = "3419999999_01349999_202604101_1/";
        members.put(folder + "ix08_V08.xml", utf8(Samples.text("kenshin-index.txt")));
        members.put(folder + "su08_V08.xml", utf8(Samples.text("kenshin-summary.txt")));
        var results = new TextSample(Samples.text("kenshin-results.txt"), StandardCharsets.UTF_8, "\n", 100_000);
        members.put(folder + "DATA/h341999999920260410000001.xml", results.apply(size));
        var claim = new TextSample(Samples.text("kenshin-claim.txt"), StandardCharsets.UTF_8, "\n", 1);
        members.put(folder + "CLAIMS/c341999999920260410000001.xml", claim.apply(0));
        return zip(members);
    }

    private static byte[] paper(int size) {
        return joined(
                latin(
                        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 4 0 R >>\nendobj\n2 0 obj\n<< /Author (Kakuu \\) Taro) /Producer <4B> >>\nendobj\n"),
                latin("4 0 obj\n<< /Type /Pages /Kids [5 0 R] /Count 1 >>\nendobj\n"),
                latin("5 0 obj\n<< /Type /Page /Parent 4 0 R /MediaBox [0 0 99 99] /Contents 3 0 R >>\nendobj\n"),
                latin("3 0 obj\n<< /Length 9 >>\nstream\n/JS (abc)\nendstream\nendobj\n".repeat(1 + size / 58)),
                latin("trailer\n<< /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n"));
    }

    private static byte[] office(int size) {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(
                "[Content_Types].xml",
                utf8(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        members.put(
                "_rels/.rels",
                utf8(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                                + " Target=\"word/document.xml\"/></Relationships>"));
        members.put("docProps/core.xml", utf8("<coreProperties><creator>Kakuu Taro</creator></coreProperties>"));
        members.put("word/document.xml", utf8("<document>" + "<p>経過良好</p>".repeat(1 + size / 19) + "</document>"));
        return zip(members);
    }

    /// Times are fixed: the same seed damages the same bytes on every day.
    static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                var entry = new ZipEntry(member.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 4, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
