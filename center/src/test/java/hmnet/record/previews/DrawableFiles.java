package hmnet.record.previews;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/// Files to draw (プレビューの見本): honest ones of every kind, made here, and hostile ones.
public final class DrawableFiles {
    private static final Programs INSTALLED = new Programs("/usr/local/bin:/usr/bin:/bin");

    private DrawableFiles() {}

    /// Skips a test, saying what is to be installed.
    public static void needs(String packages, PreviewProgram... programs) {
        Assumptions.assumeTrue(INSTALLED.have(programs), "needs " + packages);
    }

    public static void needsPoppler() {
        needs("poppler-utils", PreviewProgram.PDFINFO, PreviewProgram.PDFTOPPM);
    }

    /// A PDF of objects without a table: readers find them by themselves.
    static byte[] pdf(List<String> objects) {
        var all = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < objects.size(); i++) {
            all.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        all.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1).append(" >>\nstartxref\n0\n%%EOF\n");
        return all.toString().getBytes(ISO_8859_1);
    }

    /// Pages with their number in large letters.
    public static byte[] letter(int pages) {
        var kids = new StringBuilder();
        var objects = new ArrayList<String>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (int page = 1; page <= pages; page++) {
            int number = objects.size() + 1;
            kids.append(number).append(" 0 R ");
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                    + " /Contents " + (number + 1) + " 0 R >>");
            objects.add(stream("", "BT /F1 96 Tf 90 600 Td (Page " + page + ") Tj ET"));
        }
        objects.set(1, "<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
        return pdf(objects);
    }

    static byte[] page(String box, String resources, String words, String... more) {
        var objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [" + box + "] /Resources << " + resources
                        + " >> /Contents 4 0 R >>",
                stream("", words)));
        objects.addAll(List.of(more));
        return pdf(objects);
    }

    static String stream(String entries, String words) {
        return "<< " + entries + " /Length " + words.length() + " >>\nstream\n" + words + "\nendstream";
    }

    /// Drawings that draw ten drawings each, twelve deep.
    static byte[] laughter() {
        var more = new ArrayList<String>();
        for (int level = 0; level < 12; level++) {
            more.add(stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + (6 + level)
                            + " 0 R >> >>",
                    "/X Do ".repeat(10)));
        }
        more.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"));
        return page("0 0 99 99", "/XObject << /X 5 0 R >>", "/X Do", more.toArray(String[]::new));
    }

    static BufferedImage photograph() {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(new Color(0xC8B8A8));
        drawing.fillOval(40, 20, 240, 160);
        drawing.dispose();
        return image;
    }

    public static byte[] tiff(int pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < pages; page++) {
                writer.writeToSequence(new IIOImage(photograph(), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// One that says of itself that it has 100,000 by 100,000 points.
    static byte[] hugeTiff() {
        var bytes = new java.io.ByteArrayOutputStream();
        var out = java.nio.ByteBuffer.allocate(8 + 2 + 9 * 12 + 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 9);
        int[][] tags = {
            {256, 4, 100_000},
            {257, 4, 100_000},
            {258, 3, 8},
            {259, 3, 1},
            {262, 3, 1},
            {273, 4, 8},
            {277, 3, 1},
            {278, 4, 100_000},
            {279, 4, 16}
        };
        for (var tag : tags) {
            out.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
        }
        bytes.writeBytes(out.putInt(0).array());
        return bytes.toByteArray();
    }

    public static byte[] heic(Path folder) throws IOException {
        needs("libheif-examples", PreviewProgram.HEIF);
        var png = folder.resolve("made.png");
        ImageIO.write(photograph(), "png", png.toFile());
        run(folder, "heif-enc", "-o", "made.heic", "made.png");
        return Files.readAllBytes(folder.resolve("made.heic"));
    }

    public static byte[] film(Path folder) throws IOException {
        needs("ffmpeg", PreviewProgram.FFMPEG);
        run(
                folder,
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=640x360:rate=5",
                "-t",
                "2",
                "-pix_fmt",
                "yuv420p",
                "-y",
                "made.mp4");
        return Files.readAllBytes(folder.resolve("made.mp4"));
    }

    /// The least that is a Word document.
    public static byte[] word(String text) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/word/document.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Target="word/document.xml" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                        + text + "</w:t></w:r></w:p></w:body></w:document>"));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : new java.util.TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void run(Path folder, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("made.log").toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + ": " + Files.readString(folder.resolve("made.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
