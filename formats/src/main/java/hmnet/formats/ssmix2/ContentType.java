package hmnet.formats.ssmix2;

import hmnet.formats.base.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a file of the extended storage holds (コンテンツの種類), by its name and by its first bytes, from
/// `content-types.csv`.
///
/// @param use `document`, `message` or `auxiliary`
record ContentType(String media, String use) {
    private static final Map<String, ContentType> BY_ENDING =
            Table.read(ContentType.class, "content-types.csv").stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.get(0), row -> new ContentType(row.get(1), row.get(2))));

    private static final ContentType UNKNOWN = new ContentType("application/octet-stream", "document");

    /// First bytes that say what a file is, whatever its name says.
    private static final Map<String, String> MAGIC = Map.of(
            "%PDF-", "pdf",
            "\u00FF\u00D8\u00FF", "jpg",
            "\u0089PNG", "png",
            "GIF8", "gif",
            "II*\u0000", "tif",
            "MM\u0000*", "tif",
            "MSH|", "hl7",
            "{\\rtf", "rtf");

    static ContentType ofName(String file) {
        var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, UNKNOWN);
    }

    /// By the bytes where they say it, else by the name.
    static ContentType of(String file, byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        for (var magic : MAGIC.entrySet()) {
            if (head.startsWith(magic.getKey())) {
                return BY_ENDING.getOrDefault(magic.getValue(), UNKNOWN);
            }
        }
        return ofName(file);
    }

    /// The ending of a name for a media type, `bin` for one that is not known.
    static String ending(String media) {
        return Table.read(ContentType.class, "content-types.csv").stream()
                .filter(row -> media.startsWith(row.get(1)) && row.get(2).equals("document"))
                .map(List::getFirst)
                .findFirst()
                .orElse("bin");
    }

    boolean isAuxiliary() {
        return use.equals("auxiliary");
    }

    boolean isMessage() {
        return use.equals("message");
    }

    /// Text that people can read as it is.
    boolean isPlain() {
        return List.of("text/plain", "text/csv").contains(media);
    }
}
