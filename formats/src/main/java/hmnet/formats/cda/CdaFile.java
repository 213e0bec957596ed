package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A CDA R2 document (CDAファイル). Its bytes are kept with the row: what the author signed stays as it is.
///
/// @param root as read
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record CdaFile(XmlElement root, CdaDocument document, byte[] original, List<Note> notes)
        implements FacilityFile {
    public static CdaFile read(byte[] bytes) throws Unreadable {
        var read = XmlDocument.read(bytes);
        var notes = new ArrayList<>(read.notes());
        var document = new CdaXml(read.root(), notes).document();
        if (root(read.root(), "Signature")) {
            notes.add(Note.info("signature-kept", 0, "Signature", "kept byte for byte, not verified"));
        }
        return new CdaFile(read.root(), document, bytes, List.copyOf(notes));
    }

    /// Whom the header of a document names, whatever stands in its body.
    public static List<Demographics> people(byte[] bytes) throws Unreadable {
        return XmlDocument.read(bytes).root().all("recordTarget").stream()
                .map(target -> target.at("patientRole"))
                .filter(Objects::nonNull)
                .map(role -> CdaPersons.person(role, new ArrayList<>()))
                .toList();
    }

    private static boolean root(XmlElement of, String name) {
        return of.elements().anyMatch(element -> element.name().equals(name) || root(element, name));
    }

    /// On the first bytes; true for damaged files that mean to be one. Check-ups in CDA are asked for before.
    public static boolean looksLike(byte[] head, String name) {
        var start = new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1);
        return start.contains("<ClinicalDocument")
                || start.contains(":ClinicalDocument") && start.contains("urn:hl7-org:v3");
    }

    @Override
    public Format format() {
        return Format.CDA;
    }

    @Override
    public String version() {
        return "R2";
    }

    @Override
    public String kind() {
        return title();
    }

    private String title() {
        return document.title().isEmpty() ? document.type().shown() : document.title();
    }

    @Override
    public List<Sheet> sheets() {
        var at = Objects.requireNonNull(Hl7Time.at(document.effective()));
        var set = document.set().isEmpty() ? document.id() : document.set();
        return List.of(new Sheet(
                document.patient(),
                document.person(),
                null,
                "cda:" + set,
                Hl7Time.hl7(at) + number(document.version()),
                at,
                false,
                false,
                List.of(paper(at))));
    }

    private static String number(String version) {
        return version.matches("[0-9]{1,4}") ? "0".repeat(4 - version.length()) + version : "";
    }

    private Paper paper(OffsetDateTime at) {
        boolean restricted = document.confidentiality().equals("R")
                || document.confidentiality().equals("V");
        boolean file = document.content().length > 0;
        return new Paper(
                "document",
                at,
                Paper.PaperKind.DOCUMENT,
                document.type(),
                title(),
                (document.institution() + " " + document.author()).strip(),
                "",
                document.sections(),
                file ? document.contentType() : "application/hl7-cda+xml",
                file ? document.content() : original,
                CareStatus.ACTIVE,
                restricted ? Set.of(Label.RESTRICTED) : Set.of());
    }

    /// The document as it was read, comments and layout aside.
    public byte[] bytes() {
        return XmlText.of(root);
    }

    /// Sheets of any format as one document in words.
    ///
    /// @throws Unreadable `not-writable` for several patients, for nobody, or where nothing is said in words
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return CdaWriter.write(sheets);
    }
}
