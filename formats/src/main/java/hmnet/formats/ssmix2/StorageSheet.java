package hmnet.formats.ssmix2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.hl7v2.item.MessageItem;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A file of the storage in the words of all formats (標準化ストレージの記載): the message as any message, with
/// what its folder says and the message cannot.
final class StorageSheet {
    private StorageSheet() {}

    static Sheet of(StorageFile file, Message message) {
        var name = file.name();
        boolean deletes = file.deletes();
        return new Sheet(
                name.patient(),
                file.person(),
                file.insured(),
                name.sourceKey(),
                name.occurred(),
                file.messageTime(),
                deletes,
                name.kind() == StorageKind.ADT_00 && !deletes,
                deletes ? List.of() : entries(name, message, file.person()));
    }

    private static List<Entry> entries(StorageName name, Message message, Demographics person) {
        var about =
                new MessageContext(message, fallback(name), name.department().equals("-") ? "" : name.department());
        var entries = new ArrayList<Entry>();
        var keys = new HashSet<String>();
        for (var told : items(name, about, person)) {
            for (var entry : told.deletes() ? List.<Entry>of() : told.entries()) {
                entries.add(OtherDepartment.unnamed(
                        keys.add(entry.key()) ? folder(name.kind(), entry) : alone(entry, told), name));
            }
        }
        return List.copyOf(entries);
    }

    private static List<MessageItem> items(StorageName name, MessageContext about, Demographics person) {
        return switch (name.kind()) {
            case ADT_00 -> Contents.profile(about, name.patient(), person);
            case OMG_13 -> Contents.report(about);
            case ADT_01, ADT_12, ADT_21, ADT_22, ADT_31, ADT_32, ADT_41, ADT_42, ADT_51, ADT_52 ->
                Contents.stayAlone(about);
            case ADT_61,
                    PPR_01,
                    OMD,
                    OMP_01,
                    OMP_02,
                    OMP_11,
                    OMP_12,
                    OML_01,
                    OML_11,
                    OMG_01,
                    OMG_02,
                    OMG_03,
                    OMG_11,
                    OMG_12 -> Contents.of(about);
        };
    }

    /// Midnight of the date of care, else the time in the file's name.
    private static OffsetDateTime fallback(StorageName name) {
        return name.careDate() == null
                ? name.occurredAt()
                : name.careDate().atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    /// The folder says whether a drug is injected.
    private static Entry folder(StorageKind kind, Entry entry) {
        return entry instanceof Medicines medicines
                ? medicines.withInjection(kind == StorageKind.OMP_02 || kind == StorageKind.OMP_12)
                : entry;
    }

    /// Two orders of one file may name one specimen.
    private static Entry alone(Entry entry, MessageItem told) {
        return entry instanceof Results results ? results.withKey(told.source() + "/" + results.key()) : entry;
    }
}
