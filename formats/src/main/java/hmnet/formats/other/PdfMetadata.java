package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.Jpeg;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/// Who made a PDF, with what and when, taken out (PDFのメタデータ): the document's own, that of its pages, notes and
/// pictures. The text of the pages is not touched.
final class PdfMetadata {
    private static final List<COSName> EVERYWHERE =
            names("Metadata", "PieceInfo", "LastModified", "SpiderInfo", "Thumb", "CreatorInfo");
    private static final List<COSName> OF_A_NOTE = names("T", "M", "CreationDate", "NM");
    private static final List<String> JPEGS = List.of("DCTDecode", "DCT");
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
        var ways = ways(stream.getFilters());
        var last = ways.isEmpty() ? "" : ways.getLast();
        if (last.startsWith("JPX")) {
            unseen++;
        } else if (JPEGS.contains(last)) {
            var cleaned = cleaned(stream);
            if (cleaned != null) {
                removed++;
                write(stream, cleaned);
            }
        }
    }

    /// The photograph without what tells of its maker; null where nothing does, or where it cannot be read.
    private byte @Nullable [] cleaned(COSStream stream) {
        try {
            var before = jpeg(stream);
            var after = Jpeg.clean(before);
            return after.content().length < before.length ? after.content() : null;
        } catch (IOException | Unreadable damaged) {
            unseen++;
            return null;
        }
    }

    /// The photograph itself, whatever else it was packed in.
    private static byte[] jpeg(COSStream stream) throws IOException {
        try (var in = new PDStream(stream).createInputStream(JPEGS)) {
            return in.readAllBytes();
        }
    }

    private static void write(COSStream stream, byte[] jpeg) throws IOException {
        if (stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSArray several) {
            var own = several.size() == 0 ? null : several.getObject(several.size() - 1);
            stream.setItem(COSName.DECODE_PARMS, own instanceof COSDictionary ? own : null);
        }
        stream.setItem(COSName.FILTER, COSName.DCT_DECODE);
        try (var out = stream.createRawOutputStream()) {
            out.write(jpeg);
        }
    }

    private static List<String> ways(@Nullable COSBase filters) {
        return switch (filters) {
            case COSName name -> List.of(name.getName());
            case COSArray array ->
                IntStream.range(0, array.size())
                        .mapToObj(i -> array.getObject(i) instanceof COSName name ? name.getName() : "")
                        .toList();
            // From outside: a stream without a filter.
            case null, default -> List.of();
        };
    }

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }
}
