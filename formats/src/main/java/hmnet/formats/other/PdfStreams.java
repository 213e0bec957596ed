package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/// What a PDF unpacks to (PDFの展開後の大きさ): one that grows beyond all that pages are made of would stop whoever opens it.
/// A picture may be as large as its width and height say; what only calls itself one and is read as something else may
/// not.
final class PdfStreams {
    private static final long ONE = 128L << 20;
    private static final long ALL = 1L << 30;
    private static final int RATIO = 8;
    /// A plan of a building, at a scanner's finest.
    private static final long POINTS = 1_000_000_000L;
    /// Four colours of 16 bits each.
    private static final int BYTES_A_POINT = 8;

    private static final Set<String> DEFLATED = Set.of("FlateDecode", "Fl");
    private static final Set<String> GROWING = Set.of("LZWDecode", "LZW", "RunLengthDecode", "RL");
    private static final Set<String> SHRINKING = Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

    private PdfStreams() {}

    static void check(List<COSDictionary> dictionaries, long length) throws Unreadable {
        var read = PdfPictures.readAsSomethingElse(dictionaries);
        long left = ALL + RATIO * length;
        for (var one : dictionaries) {
            if (!(one instanceof COSStream stream)) {
                continue;
            }
            boolean picture = PdfPictures.isPicture(stream);
            long points = picture ? points(stream) : 0;
            var filters = unpacking(stream.getFilters());
            if (filters.stream().allMatch(filter -> SHRINKING.contains(filter.getName()))) {
                continue;
            }
            if (picture && !read.contains(stream) && filters.size() == count(stream.getFilters())) {
                unpacked(stream, filters, Math.max(ONE, points * BYTES_A_POINT));
            } else {
                left -= unpacked(stream, filters, Math.min(ONE, left));
            }
        }
    }

    private static long points(COSStream picture) throws Unreadable {
        long width = Math.max(0, picture.getLong(COSName.WIDTH, 1));
        long height = Math.max(0, picture.getLong(COSName.HEIGHT, 1));
        if (height > 0 && width > POINTS / height) {
            throw new Unreadable("too-many-points", 0, "/Image", width + " by " + height + " points");
        }
        return width * height;
    }

    private static int count(@Nullable COSBase filters) {
        return filters instanceof COSArray several ? several.size() : 1;
    }

    /// Its ways of packing up to the first one that is of pictures: those grow by no more than their points.
    private static List<COSName> unpacking(@Nullable COSBase filters) {
        var names = new ArrayList<COSName>();
        int all = filters == null ? 0 : count(filters);
        for (int i = 0; i < all; i++) {
            if (!((filters instanceof COSArray several ? several.getObject(i) : filters) instanceof COSName name)
                    || !DEFLATED.contains(name.getName())
                            && !GROWING.contains(name.getName())
                            && !SHRINKING.contains(name.getName())) {
                break;
            }
            names.add(name);
        }
        return names;
    }

    private static long unpacked(COSStream stream, List<COSName> filters, long most) throws Unreadable {
        var size = new Measure(most, null);
        try (var raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (int i = 0; i < filters.size(); i++) {
                if (DEFLATED.contains(filters.get(i).getName())) {
                    in = new InflaterInputStream(in);
                } else if (i + 1 < filters.size()) {
                    var between = new ByteArrayOutputStream();
                    decode(in, new Measure(Math.min(ONE, most), between), filters.get(i), stream, i);
                    in = new ByteArrayInputStream(between.toByteArray());
                } else {
                    decode(in, size, filters.get(i), stream, i);
                    return size.written;
                }
            }
            in.transferTo(size);
        } catch (TooLarge beyond) {
            throw new Unreadable("zip-bomb", 0, "stream", "unpacks to more than is believed");
        } catch (IOException | RuntimeException damaged) {
            // What cannot be unpacked does not grow.
        }
        return size.written;
    }

    private static void decode(InputStream in, OutputStream out, COSName filter, COSStream stream, int index)
            throws IOException {
        FilterFactory.INSTANCE.getFilter(filter).decode(in, out, stream, index);
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Counts what is written, and keeps it where it is unpacked further.
    private static final class Measure extends OutputStream {
        private final long most;
        private final @Nullable OutputStream kept;
        private long written;

        private Measure(long most, @Nullable OutputStream kept) {
            this.most = most;
            this.kept = kept;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            written += count;
            if (written > most) {
                throw new TooLarge();
            }
            if (kept != null) {
                kept.write(bytes, from, count);
            }
        }
    }
}
