package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/// The tree of the pages of a PDF (PDFのページ木): it ends, has pages, and no more than a person could read. Readers follow
/// it
/// each in its own way, and a circle or a lie about their number makes some of them run for ever.
final class PdfPages {
    private static final int MOST = 50_000;

    private PdfPages() {}

    static void check(COSDictionary catalogue) throws Unreadable {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
        var open = new ArrayDeque<COSDictionary>();
        if (catalogue.getDictionaryObject(COSName.PAGES) instanceof COSDictionary root) {
            open.push(root);
        }
        int pages = 0;
        while (!open.isEmpty()) {
            var one = open.pop();
            if (!(one.getDictionaryObject(COSName.KIDS) instanceof COSArray kids)) {
                pages++;
            } else if (!seen.add(one)) {
                throw new Unreadable("damaged", 0, "/Pages", "its pages lead back to themselves");
            } else {
                tooMany(one.getLong(COSName.COUNT, 0));
                tooMany(kids.size());
                for (int i = 0; i < kids.size(); i++) {
                    if (kids.getObject(i) instanceof COSDictionary kid) {
                        open.push(kid);
                    }
                }
            }
            tooMany(pages + open.size());
        }
        if (pages == 0) {
            throw new Unreadable("damaged", 0, "/Pages", "a document without a page");
        }
    }

    private static void tooMany(long pages) throws Unreadable {
        if (pages > MOST) {
            throw new Unreadable("too-complex", 0, "/Pages", "more than " + MOST + " pages");
        }
    }
}
