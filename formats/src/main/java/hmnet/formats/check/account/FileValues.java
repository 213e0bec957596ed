package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.tree.Tree;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.fhirfile.xml.FhirXml;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.ssmix2.Storages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// All fields of a file that hold a value (値のある項目の一覧), whatever its format.
final class FileValues {
    private FileValues() {}

    /// @param file as it was read, by which the values are told apart
    /// @param bytes of it
    static List<FileValue> of(FacilityFile file, byte[] bytes) throws Unreadable {
        return switch (file.format()) {
            case SSMIX2 -> stored(file, bytes);
            case HL7V2 -> messages(Hl7File.read(bytes).messages(), Message::type);
            case NSIPS, JAHIS_TC, JAHIS_RX, UKE_IKA, UKE_DPC, UKE_SHIKA, UKE_CHOZAI, LIFE, CAREPLAN, LAB_CSV ->
                RecordValues.of(file, bytes);
            case FHIR -> fhir(bytes);
            case ORCA, MML -> TreeValues.of(file.kind(), Tree.read(bytes).root());
            case CDA -> TreeValues.of("", XmlDocument.read(bytes).root());
            case KENSHIN -> checkup(file, bytes);
            case OTHER -> List.of(whole());
        };
    }

    /// A file that nobody looks into is one value.
    private static FileValue whole() {
        return new FileValue("", "file", "", 0);
    }

    private static List<FileValue> stored(FacilityFile file, byte[] bytes) throws Unreadable {
        var messages = Storages.messages(file, bytes);
        return messages.isEmpty() ? List.of(whole()) : messages(messages, message -> file.kind());
    }

    private static List<FileValue> messages(List<Message> messages, Function<Message, String> scope) {
        var values = new ArrayList<FileValue>();
        messages.forEach(message -> Hl7Values.add(message, scope.apply(message), values));
        return values;
    }

    private static List<FileValue> fhir(byte[] bytes) throws Unreadable {
        boolean xml = bytes.length > 0
                && new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1).contains("<");
        return JsonValues.of(xml ? List.of(FhirXml.read(bytes, new ArrayList<>())) : JsonDocument.read(bytes));
    }

    private static List<FileValue> checkup(FacilityFile file, byte[] bytes) throws Unreadable {
        if (!Archive.looksLike(bytes)) {
            return new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1).contains("<")
                    ? TreeValues.of(file.kind(), XmlDocument.read(bytes).root())
                    : RecordValues.of(file, bytes);
        }
        var values = new ArrayList<FileValue>();
        for (var member :
                Archive.members(bytes, name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))) {
            if (member.content().length > 0) {
                values.addAll(
                        TreeValues.of("", XmlDocument.read(member.content()).root()));
            }
        }
        return values;
    }
}
