package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A document of Word, Excel or PowerPoint that only shows (Officeファイルの検査): without macros, embedded
/// programs, or anything fetched from elsewhere; who wrote it is left out.
final class Office {
    private static final String TYPES = "[Content_Types].xml";
    private static final Map<String, String> EMPTIED = Map.of(
            "docProps/core.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docProps/app.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            "docProps/custom.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");

    private Office() {}

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        var members = Archive.members(bytes, name -> true);
        var kind = "";
        for (var member : members) {
            check(member);
            var name = member.name();
            kind = name.equals("word/document.xml")
                    ? "wordprocessingml.document"
                    : name.equals("xl/workbook.xml")
                            ? "spreadsheetml.sheet"
                            : name.equals("ppt/presentation.xml") ? "presentationml.presentation" : kind;
        }
        if (kind.isEmpty() || members.stream().noneMatch(member -> member.name().equals(TYPES))) {
            throw new Unreadable("type-not-accepted", 0, "", "an archive that is no document, table or presentation");
        }
        return new CleanedContent(
                FileKind.OFFICE.contentType() + "." + kind,
                written(members),
                List.of(Note.info("metadata-removed", 0, "docProps", "author, company, times")));
    }

    private static void check(Archive.Member member) throws Unreadable {
        var name = member.name().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("vbadata")) {
            throw new Unreadable("macro", 0, member.name(), "a document with macros");
        }
        if (name.contains("/embeddings/")
                || name.contains("/activex/")
                || name.endsWith(".bin") && name.contains("ole")) {
            throw new Unreadable("active-content", 0, member.name(), "a document with an embedded program or file");
        }
        if (name.contains("/externallinks/")) {
            throw new Unreadable("active-content", 0, member.name(), "a table that fetches from other files");
        }
        if (name.endsWith(".rels")) {
            relations(member);
        } else if (member.name().equals(TYPES)
                && new String(member.content(), StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw new Unreadable("macro", 0, member.name(), "a document of a type with macros");
        } else if (name.endsWith(".xml")) {
            fields(member);
        }
    }

    /// Links a person may follow are harmless; what is fetched by opening is not.
    private static void relations(Archive.Member member) throws Unreadable {
        for (XmlElement relation : XmlDocument.read(member.content()).root().all("Relationship")) {
            boolean link = relation.attribute("Type").endsWith("/hyperlink");
            if (relation.attribute("TargetMode").equals("External") && !link) {
                throw new Unreadable("active-content", 0, member.name(), "fetches " + relation.attribute("Type"));
            }
        }
    }

    private static void fields(Archive.Member member) throws Unreadable {
        var text = new String(member.content(), StandardCharsets.UTF_8);
        if (text.contains("<!DOCTYPE")) {
            throw new Unreadable("doctype", 0, member.name(), "a document type is not accepted");
        }
        if (text.contains("DDEAUTO")
                || text.contains("<ddeLink")
                || text.contains("INCLUDETEXT ")
                || text.contains("INCLUDEPICTURE \"http")) {
            throw new Unreadable("active-content", 0, member.name(), "a field that fetches or starts something");
        }
    }

    private static byte[] written(List<Archive.Member> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members) {
                var entry = new ZipEntry(member.name());
                entry.setTime(946_652_400_000L);
                zip.putNextEntry(entry);
                var emptied = EMPTIED.get(member.name());
                zip.write(emptied == null ? member.content() : emptied.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
