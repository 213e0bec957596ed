package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Who made a PDF, with what and when, taken out (PDFのメタデータ): the document's own, that of its pages, notes and
/// pictures. The text of the pages is not touched.
final class PdfMetadata {
    private static final List<COSName> EVERYWHERE =
            names("Metadata", "PieceInfo", "LastModified", "SpiderInfo", "Thumb", "CreatorInfo");
    private static final List<COSName> OF_A_NOTE = names("T", "M", "CreationDate", "NM");
    private static final Set<String> FIELDS = Set.of("Widget", "");

    private int removed;
    private int unseen;

    int removed() {
        return removed;
    }

    /// Pictures of a kind whose own metadata is not known here.
    int unseen() {
        return unseen;
    }

    void removeFrom(COSDictionary trailer, PdfObjects objects) throws IOException {
        if (trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info) {
            removed += info.size();
        }
        for (var one : objects.dictionaries()) {
            remove(one, EVERYWHERE);
            packets(one);
            if (one.getDictionaryObject(COSName.SUBTYPE) instanceof COSName kind
                    && one.containsKey(COSName.RECT)
                    && !FIELDS.contains(kind.getName())) {
                remove(one, OF_A_NOTE);
            }
            if (one instanceof COSStream stream) {
                picture(stream);
            }
        }
    }

    private void remove(COSDictionary one, List<COSName> keys) {
        for (var key : keys) {
            if (one.containsKey(key)) {
                one.removeItem(key);
                removed++;
            }
        }
    }

    /// XMP under whatever key.
    private void packets(COSDictionary one) {
        for (var key : List.copyOf(one.keySet())) {
            if (one.getDictionaryObject(key) instanceof COSStream stream
                    && COSName.METADATA.equals(stream.getDictionaryObject(COSName.TYPE))) {
                one.removeItem(key);
                removed++;
            }
        }
    }

    private void picture(COSStream stream) throws IOException {
        var filter = only(stream.getFilters());
        if (filter.equals("JPXDecode")) {
            unseen++;
        } else if (filter.equals("DCTDecode")) {
            try (var in = stream.createRawInputStream()) {
                var before = in.readAllBytes();
                var after = Jpeg.clean(before);
                if (after.content().length < before.length) {
                    removed++;
                    try (var out = stream.createRawOutputStream()) {
                        out.write(after.content());
                    }
                }
            } catch (Unreadable damaged) {
                unseen++;
            }
        }
    }

    private static String only(@Nullable COSBase filters) {
        return switch (filters) {
            case COSName name -> name.getName();
            case COSArray array ->
                array.size() > 0 && array.getObject(array.size() - 1) instanceof COSName name
                        ? array.size() == 1 ? name.getName() : "JPXDecode".equals(name.getName()) ? name.getName() : ""
                        : "";
            // From outside: a stream without a filter.
            case null, default -> "";
        };
    }

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }
}
