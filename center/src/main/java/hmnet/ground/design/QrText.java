package hmnet.ground.design;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A short text as a QR code (文字のQRコード): level Q, so that it is read from a scratched card and a bright screen.
public final class QrText {
    private QrText() {}

    public static QrDrawing of(String text) {
        return QrDrawing.of(modules(text));
    }

    /// Rows of modules, true for dark.
    private static boolean[][] modules(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var y = 0; y < dark.length; y++) {
                for (var x = 0; x < dark[y].length; x++) {
                    dark[y][x] = matrix.get(x, y);
                }
            }
            return dark;
        } catch (WriterException e) {
            throw new IllegalArgumentException("The text is too long for a QR code", e);
        }
    }
}
