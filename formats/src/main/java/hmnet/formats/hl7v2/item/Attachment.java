package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A file inside a message (電文内のファイル), by OBX-5 of type ED: `application^pdf^Base64^JVBE…`.
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record Attachment(String contentType, byte[] content) {
    private static final Set<String> TYPES =
            Set.of("application", "image", "text", "audio", "video", "model", "multipart");

    /// Some write the media type into the subtype alone, and their own name into the source.
    static Optional<Attachment> of(Segment obx) {
        if (!obx.text(2).equals("ED")) {
            return Optional.empty();
        }
        try {
            var content = content(obx.text(5, 4).toLowerCase(Locale.ROOT), obx.text(5, 5));
            return content.length == 0 ? Optional.empty() : Optional.of(new Attachment(type(obx), content));
        } catch (IllegalArgumentException notEncodedSo) {
            return Optional.empty();
        }
    }

    private static byte[] content(String encoding, String data) {
        return switch (encoding) {
            case "base64" -> Base64.getMimeDecoder().decode(data);
            case "hex" -> HexFormat.of().parseHex(data.replaceAll("\\s", ""));
            // From outside: HL7 table 0299; what is not encoded is text.
            default -> new byte[0];
        };
    }

    private static String type(Segment obx) {
        var type = obx.text(5, 2).toLowerCase(Locale.ROOT);
        var subtype = obx.text(5, 3).toLowerCase(Locale.ROOT);
        if (subtype.contains("/")) {
            return subtype;
        }
        if (subtype.isEmpty()) {
            return "application/octet-stream";
        }
        return switch (subtype) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "png", "tiff", "gif" -> "image/" + subtype;
            case "plain", "html", "rtf" -> "text/" + subtype;
            default -> (TYPES.contains(type) ? type : "application") + "/" + subtype;
        };
    }
}
