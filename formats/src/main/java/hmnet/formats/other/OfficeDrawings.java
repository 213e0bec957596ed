package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.PictureSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Drawings of an office file that are neither JPEG nor PNG (図の種類): GIF, BMP, EMF, WMF by their first bytes. Whatever
/// else
/// is called a picture is a file that was laid into the document.
final class OfficeDrawings {
    private static final int EMF_AT = 40;
    private static final int PLACEABLE = 0x9AC6CDD7;

    private OfficeDrawings() {}

    static void check(String part, byte[] content) throws Unreadable {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (begins(content, 0, "GIF8") && content.length > 10) {
            PictureSize.check(bytes.getShort(6) & 0xFFFF, bytes.getShort(8) & 0xFFFF);
        } else if (begins(content, 0, "BM") && content.length > 26) {
            PictureSize.check(Math.abs((long) bytes.getInt(18)), Math.abs((long) bytes.getInt(22)));
        } else if (!isEmf(content, bytes) && !isWmf(content, bytes)) {
            throw new Unreadable("active-content", 0, part, "a file within the document that is no picture");
        }
    }

    private static boolean isEmf(byte[] content, ByteBuffer bytes) {
        return content.length > EMF_AT + 4 && bytes.getInt(0) == 1 && begins(content, EMF_AT, " EMF");
    }

    private static boolean isWmf(byte[] content, ByteBuffer bytes) {
        if (content.length < 18) {
            return false;
        }
        int kind = bytes.getShort(0);
        return bytes.getInt(0) == PLACEABLE || (kind == 1 || kind == 2) && bytes.getShort(2) == 9;
    }

    private static boolean begins(byte[] content, int at, String letters) {
        return content.length >= at + letters.length()
                && new String(content, at, letters.length(), StandardCharsets.ISO_8859_1).equals(letters);
    }
}
