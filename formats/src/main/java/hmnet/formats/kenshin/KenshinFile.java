package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of 特定健診 or 後期高齢者健診 (健診ファイル): results, guidance, claim, index, summary, a whole
/// archive, or a table.
///
/// @param kind what it is, in the words of the standard
/// @param root of an XML file as it was read, null for others
/// @param checkups results, from XML one, from archives and tables many
/// @param claims of claims files
/// @param totals of index and summary, null for others
public record KenshinFile(
        String version,
        String kind,
        @Nullable XmlElement root,
        List<Checkup> checkups,
        List<CheckupClaim> claims,
        @Nullable Totals totals,
        List<Note> notes)
        implements FacilityFile {
    /// Until the third period, and in claims still.
    public static final String OLD = "http://tokuteikenshin.jp/checkup/2007";

    /// From the fourth period on (2024).
    public static final String NEW = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";

    private static final Pattern SCHEMA = Pattern.compile("<(\\w+:)?schema[\\s>]");

    public static KenshinFile read(byte[] bytes) throws Unreadable {
        if (Archive.looksLike(bytes)) {
            return KenshinArchive.read(bytes);
        }
        if (isXml(bytes)) {
            var document = XmlDocument.read(bytes);
            return KenshinReading.of(document.root(), document.notes());
        }
        return KenshinTable.read(bytes);
    }

    /// On the first bytes; true for damaged files that mean to be one.
    public static boolean looksLike(byte[] head, String name) {
        var start = new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1);
        if (Archive.looksLike(head)) {
            return name.matches("(.*[/\\\\])?[0-9]{10}_[0-9]{8,10}_[0-9]{8}_?[0-9]?_[1-9]\\.zip")
                    || start.contains("ix08_V08.xml")
                    || start.contains("su08_V08.xml");
        }
        if (isXml(head)) {
            if (SCHEMA.matcher(start).find()) {
                return false;
            }
            boolean ours = start.contains(OLD) || start.contains(NEW) || start.contains("\"" + Oids.REPORT + "\"");
            boolean cda = start.contains("ClinicalDocument") && start.contains("\"" + Oids.INSURER + "\"");
            return ours || cda || start.contains("<checkupClaim") || start.contains("<healthGuidanceClaim");
        }
        return KenshinTable.looksLike(head);
    }

    private static boolean isXml(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 64); i++) {
            if (bytes[i] == '<') {
                return true;
            }
            boolean passed = bytes[i] <= ' ' || (bytes[i] & 0xFF) >= 0xBB;
            if (!passed) {
                return false;
            }
        }
        return false;
    }

    /// The XML as it was read, comments and layout aside.
    ///
    /// @throws IllegalStateException for an archive or a table, which have no such form
    public byte[] bytes() {
        if (root == null) {
            throw new IllegalStateException("Only an XML file is written back");
        }
        return XmlText.of(root);
    }

    @Override
    public Format format() {
        return Format.KENSHIN;
    }

    @Override
    public List<Sheet> sheets() {
        return checkups.stream()
                .filter(checkup ->
                        checkup.report().equals("19") || !checkup.sections().isEmpty())
                .map(KenshinSheet::of)
                .toList();
    }

    /// The file again: XML as it was read, a table as XML or as an archive.
    ///
    /// @throws Unreadable `not-writable` when the standard demands what is not there
    public WrittenFile write() throws Unreadable {
        return CheckupFiles.write(this);
    }

    /// Results of any format: one check-up as XML, several as the archive in which they travel.
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return CheckupFiles.write(sheets);
    }
}
