package hmnet.formats.other;

import static hmnet.formats.other.Pieces.latin;
import static hmnet.formats.other.Pieces.pdf;
import static hmnet.formats.other.Pieces.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/// G2: what acts in a PDF is found however it is written, and what tells of its author is gone wherever it stands.
class HostilePdfTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];
    private static final String PROGRAM = "<< /S /JavaScript /JS (app.alert(1)) >>";

    private static String outcome(byte[] pdf) {
        try {
            OtherFile.read(pdf, "x.pdf");
            return "shown";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> acting() {
        var hidden = latin("6 0 " + PROGRAM);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("as it is", pdf("/OpenAction " + PROGRAM));
        files.put("escaped names", pdf("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>"));
        files.put("a comment that says stream", pdf("/OpenAction % stream\n" + PROGRAM + " % endstream\n"));
        files.put("a title that says stream", pdf("/X (a livestream) /OpenAction " + PROGRAM + " /Y (endstream)"));
        files.put(
                "within a compressed object",
                pdf(
                        "/OpenAction 6 0 R",
                        "",
                        stream(7, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Pieces.deflated(hidden))));
        files.put("names of programs", pdf("/Names << /JavaScript << /Names [(a) " + PROGRAM + "] >> >>"));
        files.put(
                "an untyped attachment",
                pdf("/Names << /EmbeddedFiles << /Names [(a) << /F (a.exe) /EF << /F 6 0 R >> >>] >> >>"));
        files.put(
                "an attachment of the page",
                pdf("", "/Annots [<< /Subtype /FileAttachment /FS << /EF << /F 6 0 R >> >> >>]", ""));
        files.put("a launch", pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"));
        files.put("a launch after a jump", pdf("/OpenAction << /S /GoTo /D [5 0 R /Fit] /Next << /S /Launch >> >>"));
        files.put("a page's own action", pdf("", "/AA << /O << /S /URI /URI (https://evil.example) >> >>", ""));
        files.put("an address at opening", pdf("/OpenAction << /S /URI /URI (https://evil.example) >>"));
        files.put("another file at opening", pdf("/OpenAction << /S /GoToR /F (evil) >>"));
        files.put("a launch behind another file", link("<< /S /GoToR /F (evil) /Next << /S /Launch /F (cmd) >> >>"));
        files.put("a share behind a click of a signed one", signed("/A << /S /URI /URI (file://evil) >>", ""));
        files.put("letters of a signed one", signed("", "% << /S/JavaScript>>\n"));
        files.put("an earlier state of a signed one", earlierState("/AA << /U 8 0 R >>", PROGRAM));
        files.put("an action nobody knows", link("<< /S /Unheard >>"));
        files.put("a word of a menu at opening", pdf("/OpenAction << /S /Named /N /SaveAs >>"));
        files.put("a form that sends", link("<< /S /SubmitForm /F (https://evil.example) >>"));
        files.put("a form of XML", pdf("/AcroForm << /XFA (x) /Fields [] >>"));
        files.put("a film", pdf("", "/Annots [<< /Subtype /RichMedia /Rect [0 0 1 1] >>]", ""));
        files.put(
                "bytes in another file",
                pdf("", "/Resources << /XObject << /a 6 0 R >> >>", stream(6, "/Subtype /Image /F (x)", latin("x"))));
        files.put(
                "PostScript",
                pdf("", "/Resources << /XObject << /a 6 0 R >> >>", stream(6, "/Subtype /PS", latin("x"))));
        for (var action : List.of("<< /S /GoToR /F (evil) >>", "<< /S /URI /URI (file://evil/x) >>")) {
            files.put("a link out of an earlier state " + action, earlierState("/A 8 0 R", action));
        }
        return files;
    }

    private static byte[] link(String action) {
        return pdf("", "/Annots [<< /Subtype /Link /Rect [0 0 1 1] /A " + action + " >>]", "");
    }

    private static byte[] signed(String annotation, String objects) {
        return pdf(
                "/AcroForm << /SigFlags 3 /Fields [6 0 R] >>", "/Annots [6 0 R]", """
                6 0 obj
                << /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V 7 0 R %s >>
                endobj
                7 0 obj
                << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>
                endobj
                """.formatted(annotation) + objects);
    }

    /// A reader can go back to it. Its program lies in a compressed object, and the last state empties that.
    private static byte[] earlierState(String annotation, String action) {
        var packed =
                stream(9, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Pieces.deflated(latin("8 0 " + action)));
        var before = latin(text(signed(annotation, packed)));
        return latin(text(before)
                + text(signed("", "9 0 obj\nnull\nendobj\n8 0 obj\nnull\nendobj\n"))
                        .replaceFirst("(?s)(%%EOF.*)%PDF-1.7", "$1"));
    }

    @Test
    void whatActsIsFoundHoweverItIsWritten() {
        acting().forEach((name, file) -> assertThat(outcome(file)).as(name).isEqualTo("active-content"));
    }

    @Test
    void aLockedDocumentIsKnownUnderAnEscapedNameToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf(""))) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        assertThat(outcome(bytes.toByteArray())).isEqualTo("encrypted");
        assertThat(outcome(latin(text(bytes.toByteArray()).replace("/Encrypt", "/#45ncrypt"))))
                .isEqualTo("encrypted");
    }

    @Test
    void whatOnlyLeadsOnIsHarmless() {
        assertThat(outcome(link("<< /S /URI /URI (https://hospital.example/) >>")))
                .isEqualTo("shown");
        assertThat(outcome(link("<< /S /Named /N /NextPage >>"))).isEqualTo("shown");
        assertThat(outcome(link("<< /S /GoTo /D [5 0 R /Fit] >>"))).isEqualTo("shown");
        assertThat(outcome(pdf("/OpenAction [5 0 R /XYZ 0 0 1] /Title (a livestream of /JavaScript)")))
                .isEqualTo("shown");
    }

    @Test
    void aLinkToAFileOrAShareLeadsNowhereAndThatIsTold() throws Unreadable {
        for (var action : List.of(
                "<< /S /URI /URI (file://evil/share) >>",
                "<< /S /URI /URI (javascript:evil) >>",
                "<< /S /URI /URI <FEFF005C005C006500760069006C> >>",
                "<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>")) {
            var file = OtherFile.read(link(action), "x.pdf");
            assertThat(text(file.content())).as(action).contains("/Link").doesNotContain("evil", "GoToR", "FEFF");
            assertThat(file.notes()).as(action).extracting(Note::code).contains("links-removed");
        }
        var based = text(link("<< /S /URI /URI (share) >>"))
                .replace("/Type /Catalog", "/Type /Catalog /URI << /Base (file://evil/) >>");
        assertThat(text(OtherFile.read(latin(based), "x.pdf").content())).doesNotContain("evil");
    }

    @Test
    void whatIsEmptyActsInNoWay() {
        assertThat(outcome(pdf("/Names << /EmbeddedFiles << /Names [] >> /JavaScript << /Names [] >> >> /AF []")))
                .isEqualTo("shown");
    }

    /// Readers follow the tree of pages each in its own way.
    @Test
    void pagesThatNeverEndAreKeptBack() throws IOException {
        assertThat(outcome(withPages(pages -> kids(pages).add(pages)))).isEqualTo("damaged");
        assertThat(outcome(withPages(pages -> kids(pages).clear()))).isEqualTo("damaged");
        assertThat(outcome(withPages(pages -> pages.setLong(COSName.COUNT, 1_000_000_000L))))
                .isEqualTo("too-complex");
        assertThat(outcome(withPages(pages -> {
                    for (int i = 0; i < 50_000; i++) {
                        kids(pages).add(kids(pages).get(0));
                    }
                })))
                .isEqualTo("too-complex");
    }

    private static COSArray kids(COSDictionary pages) {
        return pages.getCOSArray(COSName.KIDS);
    }

    private static byte[] withPages(Consumer<COSDictionary> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf(""))) {
            change.accept(document.getPages().getCOSObject());
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatUnpacksToMoreThanPagesAreMadeOfIsKeptBack() {
        var packed = Pieces.deflated(deflated(MEGABYTE, 129));
        assertThat(outcome(pdf("/X 6 0 R", "", stream(6, "/Filter [/FlateDecode /FlateDecode]", packed))))
                .isEqualTo("zip-bomb");
        var once = stream(6, "/Subtype /Image /Width 1000 /Height 1000 /Filter /FlateDecode", deflated(MEGABYTE, 129));
        assertThat(outcome(pdf("", "/Resources << /XObject << /a 6 0 R >> >>", once)))
                .isEqualTo("zip-bomb");
        var letters = stream(6, "/Filter [/ASCIIHexDecode /FlateDecode]", hex(deflated(MEGABYTE, 129)));
        assertThat(outcome(pdf("/X 6 0 R", "", letters))).isEqualTo("zip-bomb");
        assertThat(outcome(pdf("/X 6 0 R", "", stream(6, "/Filter [/RunLengthDecode /FlateDecode]", latin("x")))))
                .isEqualTo("shown");
        assertThat(outcome(pdf("/X 6 0 R", "", stream(6, "/Subtype /Image /Width 60000 /Height 60000", latin("x")))))
                .isEqualTo("too-many-points");
    }

    /// Whatever it calls itself, and whatever size it says, a page's text is no picture.
    @Test
    void whatIsReadAsAPagesTextIsNoPictureWhateverItCallsItself() {
        var large = "/Subtype /Image /Width 10000 /Height 10000 /Filter /FlateDecode";
        var picture = stream(6, large, deflated(MEGABYTE, 129));
        assertThat(outcome(pdf("", "/Resources << /XObject << /a 6 0 R >> >>", picture)))
                .isEqualTo("shown");
        var page = text(pdf("", "/Resources << /XObject << /a 6 0 R >> >>", picture));
        for (var contents : List.of("/Contents 6 0 R", "/Contents [3 0 R 6 0 R]")) {
            assertThat(outcome(latin(page.replace("/Contents 3 0 R", contents))))
                    .as(contents)
                    .isEqualTo("zip-bomb");
        }
    }

    private static byte[] hex(byte[] bytes) {
        return latin(HexFormat.of().formatHex(bytes) + ">");
    }

    private static byte[] deflated(byte[] content, int times) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < times; i++) {
                deflater.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A photograph may be packed in something else.
    @Test
    void aPackedPhotographLosesItsPlaceToo() throws Unreadable {
        var file = pdf(
                "",
                "/Resources << /XObject << /a 6 0 R >> >>",
                stream(
                        6,
                        "/Subtype /Image /Filter [/FlateDecode /DCTDecode] /DecodeParms [null << /ColorTransform 1 >>]",
                        Pieces.deflated(Pieces.photograph())));
        var read = OtherFile.read(file, "x.pdf");
        assertThat(text(read.content())).contains("JFIF", "/ColorTransform").doesNotContain("GPS", "FlateDecode");
        assertThat(read.notes()).extracting(Note::code).contains("metadata-removed");
    }

    @Test
    void whoMadeItIsGoneWhereverItStands() throws Exception {
        var packet = latin("<?xpacket begin?><x:creator>Kakuu Taro</x:creator><?xpacket end?>");
        var information = latin("9 0 << /Author (Kakuu Taro) /Creator (Kakuu) >>");
        var files = new LinkedHashMap<String, byte[]>();
        files.put("information", pdf(""));
        files.put("under escaped names", latin(text(pdf("")).replace("/Author", "/#41uthor")));
        files.put(
                "within the trailer", latin(text(pdf("")).replace("/Info 2 0 R", "/Info << /Author (Kakuu Taro) >>")));
        files.put(
                "within a compressed object",
                latin(text(pdf(
                                "",
                                "",
                                stream(
                                        8,
                                        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                                        Pieces.deflated(information))))
                        .replace("/Info 2 0 R", "/Info 9 0 R")));
        files.put("a packet", pdf("/Metadata 6 0 R", "", stream(6, "/Type /Metadata /Subtype /XML", packet)));
        files.put(
                "a compressed packet",
                pdf("/Metadata 6 0 R", "", stream(6, "/Type /Metadata /Filter /FlateDecode", Pieces.deflated(packet))));
        files.put("a packet under another key", pdf("/Kept 6 0 R", "", stream(6, "/Type /Metadata", packet)));
        files.put("a program's own data", pdf("/PieceInfo << /X << /Private (Kakuu Taro) >> >>"));
        files.put(
                "who wrote a note",
                pdf(
                        "",
                        "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Kakuu Taro) /Contents (ok) >>]",
                        ""));
        files.put(
                "an earlier state",
                latin(text(pdf(""))
                        + "2 0 obj\n<< /Author (Mihon) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 2 0 R >>\n%%EOF\n"));
        files.put(
                "a picture",
                pdf(
                        "",
                        "/Resources << /XObject << /a 6 0 R >> >>",
                        stream(6, "/Subtype /Image /Filter /DCTDecode", Pieces.photograph())));
        for (var file : files.entrySet()) {
            var read = OtherFile.read(file.getValue(), "x.pdf");
            assertThat(text(read.content())).as(file.getKey()).doesNotContain("Kakuu", "Mihon", "GPS", "xpacket");
            assertThat(read.notes()).as(file.getKey()).extracting(Note::code).contains("metadata-removed");
            try (var document = Loader.loadPDF(read.content())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(document.getDocument().getTrailer().containsKey(COSName.INFO))
                        .isFalse();
            }
        }
    }

    /// Half a change would be handed out as a broken picture.
    @Test
    void aPictureThatCannotBeWrittenAnewKeepsTheDocumentBack() throws IOException {
        try (var document = Loader.loadPDF(pdf(""))) {
            var full = new FullStream();
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("X"), full);
            var objects = document.getDocument();
            assertThatThrownBy(() -> new PdfMetadata().removeFrom(objects.getTrailer(), PdfObjects.of(objects)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no space left");
        }
    }

    /// A photograph that takes no other bytes.
    private static final class FullStream extends COSStream {
        private FullStream() throws IOException {
            setItem(COSName.FILTER, COSName.DCT_DECODE);
            try (var out = super.createRawOutputStream()) {
                out.write(Pieces.photograph());
            }
        }

        @Override
        public OutputStream createRawOutputStream() throws IOException {
            throw new IOException("no space left");
        }
    }

    @Test
    void aPictureThatIsNotLookedIntoIsTold() throws Unreadable {
        var file = pdf(
                "",
                "/Resources << /XObject << /a 6 0 R >> >>",
                stream(6, "/Subtype /Image /Filter /JPXDecode", latin("x")));
        assertThat(OtherFile.read(file, "x.pdf").notes())
                .extracting(Note::code, Note::field)
                .contains(org.assertj.core.groups.Tuple.tuple("metadata-kept", "/Image"));
    }
}
