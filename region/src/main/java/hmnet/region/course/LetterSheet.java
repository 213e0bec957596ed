package hmnet.region.course;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A letter of one page as PDF 1.4 (PDFの文書): lines of Japanese in one of Adobe-Japan1's own fonts, which every reader
/// of PDF brings, so that none is embedded and the same letter has the same bytes.
final class LetterSheet {
    private static final int LEFT = 72;
    private static final int TOP = 770;
    private static final int SIZE = 12;
    private static final int LEADING = 22;

    private LetterSheet() {}

    /// @param lines the title first
    static byte[] of(List<String> lines) {
        var text = new StringBuilder("BT /F1 %d Tf %d TL %d %d Td\n".formatted(SIZE, LEADING, LEFT, TOP));
        for (var line : lines) {
            text.append('<')
                    .append(HexFormat.of().withUpperCase().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
        }
        text.append("ET\n");
        return file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "endstream",
                "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5-UniJIS-UCS2-H"
                        + " /Encoding /UniJIS-UCS2-H /DescendantFonts [6 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"
                        + " /DW 1000 /FontDescriptor 7 0 R >>",
                "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922]"
                        + " /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>"));
    }

    /// Objects in their order, the table of where each begins, and where that table does.
    private static byte[] file(List<String> objects) {
        var out = new ByteArrayOutputStream();
        var starts = new ArrayList<Integer>();
        write(out, "%PDF-1.4\n");
        for (var object : objects) {
            starts.add(out.size());
            write(out, starts.size() + " 0 obj\n" + object + "\nendobj\n");
        }
        int table = out.size();
        write(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        starts.forEach(start -> write(out, "%010d 00000 n \n".formatted(start)));
        write(
                out,
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
