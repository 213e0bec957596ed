package hmnet.formats.other;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// The pictures of a PDF (PDFの画像), by where they stand: a stream may call itself a picture and be read as a page's
/// text, a font or a table.
final class PdfPictures {
    /// What leads to a picture and is read as nothing else: veils, the same one for a printer, a small one of the page,
    /// and where it stands in the order of reading.
    private static final Set<String> OF_PICTURES = Set.of("SMask", "Mask", "Image", "Thumb", "Obj");

    private PdfPictures() {}

    static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE));
    }

    /// Those that call themselves pictures and stand where a reader does not look for one.
    static Set<COSStream> readAsSomethingElse(List<COSDictionary> dictionaries) {
        Set<COSDictionary> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var one : dictionaries) {
            if (one.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary list) {
                lists.add(list);
            }
        }
        Set<COSStream> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var one : dictionaries) {
            boolean list = lists.contains(one) && !one.containsKey(COSName.TYPE) && !one.containsKey(COSName.CONTENTS);
            for (var key : one.keySet()) {
                if (!list && !OF_PICTURES.contains(key.getName())) {
                    gather(one.getDictionaryObject(key), found, 0);
                }
            }
        }
        return found;
    }

    /// A list within a list within a list names no stream that a reader looks for.
    private static void gather(@Nullable COSBase value, Set<COSStream> found, int deep) {
        if (value instanceof COSStream stream && isPicture(stream)) {
            found.add(stream);
        } else if (value instanceof COSArray several && deep < 3) {
            for (int i = 0; i < several.size(); i++) {
                gather(several.getObject(i), found, deep + 1);
            }
        }
    }
}
