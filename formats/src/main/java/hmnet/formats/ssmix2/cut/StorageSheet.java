package hmnet.formats.ssmix2.cut;

import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.hl7v2.item.MessageItem;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of the storage in the words of all formats (標準化ストレージの記載).
final class StorageSheet {
    private StorageSheet() {}

    static Sheet of(Source source, @Nullable InsuredNumber insured, boolean deletes) {
        var name = source.name();
        return new Sheet(
                name.patient(),
                source.person(),
                insured,
                name.sourceKey(),
                name.occurred(),
                source.messageTime(),
                deletes,
                name.kind() == StorageKind.ADT_00 && !deletes,
                deletes ? List.of() : entries(name.kind(), source));
    }

    /// The folder says what the message cannot: whether a drug is injected, and what a result of OMG-13 is.
    private static List<Entry> entries(StorageKind kind, Source source) {
        var about = source.about();
        return (kind == StorageKind.OMG_13 ? Contents.report(about) : Contents.of(about))
                .stream()
                        .filter(told -> !told.deletes())
                        .map(MessageItem::entries)
                        .flatMap(List::stream)
                        .map(entry -> entry instanceof Medicines medicines ? medicines(kind, medicines) : entry)
                        .toList();
    }

    private static Medicines medicines(StorageKind kind, Medicines read) {
        boolean injection = kind == StorageKind.OMP_02 || kind == StorageKind.OMP_12;
        return new Medicines(
                read.key(),
                read.at(),
                read.act(),
                injection,
                read.orderClass(),
                read.department(),
                read.doctor(),
                read.place(),
                read.drugs(),
                read.notes(),
                read.correction(),
                read.labels());
    }
}
