package hmnet.formats.other;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a file is by its first bytes (ファイルの種類); its name is not asked.
public enum FileKind {
    PDF("application/pdf", "PDF"),
    JPEG("image/jpeg", "JPEG"),
    PNG("image/png", "PNG"),
    HEIC("image/heic", "HEIC"),
    TIFF("image/tiff", "TIFF"),
    MP4("video/mp4", "MP4"),
    /// Word, Excel, PowerPoint since 2007 (OOXML).
    OFFICE("application/vnd.openxmlformats-officedocument", "Office"),
    /// Office before 2007: refused.
    OLD_OFFICE("application/x-ole-storage", "Office 97-2003"),
    /// A file with its descriptor in one archive (記述付きファイル).
    PARCEL("application/zip", "記述付き"),
    /// A ZIP of pictures and films: known by walking through it, never by its first bytes.
    ALBUM("application/zip", "画像の書庫");

    private static final Set<String> PICTURES = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");

    /// Other pictures in the same boxes: no ward's computer draws them, or they are what a camera's sensor saw.
    private static final Set<String> NOT_SHOWN = Set.of("avif", "avis", "crx ", "jxl ", "jp2 ", "jpx ");
    private static final int START = 8192;

    private final String contentType;
    private final String word;

    FileKind(String contentType, String word) {
        this.contentType = contentType;
        this.word = word;
    }

    public String contentType() {
        return contentType;
    }

    public String word() {
        return word;
    }

    /// Null for anything else, an archive of pictures among it.
    public static @Nullable FileKind of(byte[] bytes) {
        return of(bytes, bytes);
    }

    /// The same of a file of which the first and the last bytes are here: an archive says at its end what it holds.
    static @Nullable FileKind of(byte[] head, byte[] tail) {
        if (text(head, 0, 5).equals("%PDF-") || text(head, 3, 5).equals("%PDF-") && (head[0] & 0xFF) == 0xEF) {
            return PDF;
        }
        if (begins(head, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (begins(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (begins(head, 'I', 'I', 42, 0) || begins(head, 'M', 'M', 0, 42)) {
            return TIFF;
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_OFFICE;
        }
        if (text(head, 4, 4).equals("ftyp")) {
            return boxes(text(head, 8, 4));
        }
        return begins(head, 'P', 'K', 3, 4) ? archive(head, tail) : null;
    }

    private static @Nullable FileKind boxes(String brand) {
        if (NOT_SHOWN.contains(brand)) {
            return null;
        }
        return PICTURES.contains(brand) ? HEIC : MP4;
    }

    /// By the names that its table holds, in whatever order; by its first bytes where it has no table any more.
    private static @Nullable FileKind archive(byte[] head, byte[] tail) {
        var names = ArchiveTable.names(tail);
        if (names.isEmpty()) {
            var start = text(head, 0, Math.min(head.length, START));
            names = Stream.of(OfficeTypes.PART, Descriptor.NAME)
                    .filter(start::contains)
                    .toList();
        }
        if (names.stream().anyMatch(OfficeTypes.PART::equalsIgnoreCase)) {
            return OFFICE;
        }
        return names.stream()
                        .anyMatch(name ->
                                name.substring(name.lastIndexOf('/') + 1).equals(Descriptor.NAME))
                ? PARCEL
                : null;
    }

    private static boolean begins(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int from, int length) {
        return head.length < from + length ? "" : new String(head, from, length, StandardCharsets.ISO_8859_1);
    }
}
