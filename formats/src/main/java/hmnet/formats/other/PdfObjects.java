package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/// All that a PDF holds (PDFのオブジェクト): what its trailer leads to, and what its tables name though nothing leads
/// there; also within compressed objects.
final class PdfObjects {
    /// More than a document has that was made for reading.
    private static final int MOST = 2_000_000;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final List<COSDictionary> dictionaries = new ArrayList<>();

    private PdfObjects() {}

    static PdfObjects of(COSDocument document) throws Unreadable {
        var objects = new PdfObjects();
        objects.see(document.getTrailer());
        objects.walk();
        for (var key : List.copyOf(document.getXrefTable().keySet())) {
            objects.see(document.getObjectFromPool(key));
            objects.walk();
        }
        return objects;
    }

    /// Streams among them.
    List<COSDictionary> dictionaries() {
        return dictionaries;
    }

    private void see(@Nullable COSBase one) throws Unreadable {
        var meant = one instanceof COSObject reference ? reference.getObject() : one;
        if ((meant instanceof COSDictionary || meant instanceof COSArray) && seen.add(meant)) {
            if (seen.size() > MOST) {
                throw new Unreadable("too-complex", 0, "", "more than " + MOST + " objects");
            }
            open.push(meant);
        }
    }

    private void walk() throws Unreadable {
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSDictionary dictionary -> {
                    dictionaries.add(dictionary);
                    for (var value : List.copyOf(dictionary.getValues())) {
                        see(value);
                    }
                }
                case COSArray array -> {
                    for (int i = 0; i < array.size(); i++) {
                        see(array.get(i));
                    }
                }
                // From outside: the parser's other kinds hold no objects.
                default -> {}
            }
        }
    }
}
