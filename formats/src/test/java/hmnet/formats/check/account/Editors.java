package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.tree.Tree;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.fhirfile.xml.FhirXml;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.ssmix2.Storages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How values of a file are replaced (差し替えの選び).
final class Editors {
    private static final RecordForm QUOTED =
            RecordForm.MS932.withQuotes().orUtf8().upTo(64 << 20, 500_000).withColumns(2_000, 8 << 20);

    private Editors() {}

    /// @return null for a file that is not taken apart: an archive, an envelope, a picture
    static @Nullable ValueEditor of(FacilityFile file, byte[] bytes, List<FileValue> values) throws Unreadable {
        if (Archive.looksLike(bytes)) {
            return null;
        }
        boolean xml = startsWithXml(bytes);
        return switch (file.format()) {
            case SSMIX2 ->
                Storages.messages(file, bytes).isEmpty() ? null : new Hl7Editor(Storages.messages(file, bytes));
            case HL7V2 -> new Hl7Editor(Hl7File.read(bytes).messages());
            case FHIR ->
                new JsonEditor(xml ? List.of(FhirXml.read(bytes, new ArrayList<>())) : JsonDocument.read(bytes));
            case ORCA, MML -> new TreeEditor(Tree.read(bytes));
            case CDA -> new XmlEditor(XmlDocument.read(bytes).root());
            case OTHER -> null;
            case KENSHIN, NSIPS, JAHIS_TC, JAHIS_RX, UKE_IKA, UKE_DPC, UKE_SHIKA, UKE_CHOZAI, LIFE, CAREPLAN, LAB_CSV ->
                xml ? checkup(file, bytes) : records(file, bytes, values);
        };
    }

    private static @Nullable ValueEditor checkup(FacilityFile file, byte[] bytes) throws Unreadable {
        return file.format() == Format.KENSHIN
                ? new XmlEditor(XmlDocument.read(bytes).root())
                : null;
    }

    static RecordEditor records(FacilityFile file, byte[] bytes, List<FileValue> values) throws Unreadable {
        boolean quoted = Set.of(Format.LIFE, Format.CAREPLAN, Format.LAB_CSV, Format.KENSHIN)
                .contains(file.format());
        var lines = file.format() == Format.KENSHIN
                ? Records.lines(TextDecoding.of(bytes, "").text(), QUOTED)
                : Records.read(bytes, quoted ? QUOTED : RecordForm.MS932.upTo(64 << 20, 500_000))
                        .lines();
        var told = values.stream().map(FileValue::line).collect(Collectors.toSet());
        boolean tagged =
                !quoted || values.stream().anyMatch(value -> value.path().startsWith("KENSA"));
        return new RecordEditor(lines, told, tagged ? 1 : 0, quoted);
    }

    private static boolean startsWithXml(byte[] bytes) {
        return new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1).contains("<");
    }
}
