package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// What a PDF unpacks to (PDFの展開後の大きさ): one that grows beyond all that pages are made of would stop whoever opens it.
final class PdfStreams {
    private static final long ONE = 128L << 20;
    private static final long ALL = 1L << 30;
    private static final int RATIO = 8;
    /// A plan of a building, at a scanner's finest.
    private static final long POINTS = 1_000_000_000L;
    private static final Set<String> DEFLATED = Set.of("FlateDecode", "Fl");

    private PdfStreams() {}

    static void check(List<COSDictionary> dictionaries, long length) throws Unreadable {
        long left = ALL + RATIO * length;
        for (var one : dictionaries) {
            if (one instanceof COSStream stream) {
                boolean picture = COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE));
                if (picture) {
                    points(stream);
                }
                var filters = stream.getFilters();
                int deflated = deflated(filters);
                if (deflated > 0 && !(picture && isOnly(filters))) {
                    left -= unpacked(stream, deflated, Math.min(ONE, left));
                }
            }
        }
    }

    private static void points(COSStream picture) throws Unreadable {
        long width = picture.getLong(COSName.WIDTH, 1);
        long height = picture.getLong(COSName.HEIGHT, 1);
        if (width > 0 && height > 0 && width > POINTS / height) {
            throw new Unreadable("too-many-points", 0, "/Image", width + " by " + height + " points");
        }
    }

    /// A picture is as large as its width and height say.
    private static boolean isOnly(@Nullable COSBase filters) {
        return filters instanceof COSName || filters instanceof COSArray several && several.size() == 1;
    }

    /// How many of its ways of packing, the first ones, are deflate.
    private static int deflated(@Nullable COSBase filters) {
        return switch (filters) {
            case COSName name -> DEFLATED.contains(name.getName()) ? 1 : 0;
            case COSArray several -> {
                int count = 0;
                while (count < several.size()
                        && several.getObject(count) instanceof COSName name
                        && DEFLATED.contains(name.getName())) {
                    count++;
                }
                yield count;
            }
            // From outside: a stream without a filter.
            case null, default -> 0;
        };
    }

    private static long unpacked(COSStream stream, int deflated, long most) throws Unreadable {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (int i = 0; i < deflated; i++) {
                in = new InflaterInputStream(in);
            }
            for (int count = in.read(buffer); count >= 0 && size <= most; count = in.read(buffer)) {
                size += count;
            }
        } catch (IOException damaged) {
            // What cannot be unpacked does not grow.
        }
        if (size > most) {
            throw new Unreadable("zip-bomb", 0, "stream", "unpacks to more than is believed");
        }
        return size;
    }
}
