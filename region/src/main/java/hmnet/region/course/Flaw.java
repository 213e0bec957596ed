package hmnet.region.course;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hmnet.region.plan.Chance;
import java.util.Arrays;

/// What a hospital's interface gets wrong now and then (送信側の癖). A reader can put each right without
/// guessing; some it need not even mention.
enum Flaw {
    NONE,
    /// 13 instead of 15 digits in the file name.
    SHORT_ORDER_NUMBER,
    /// LF instead of CR.
    LINE_FEEDS,
    /// PID-3 without its leading zeros.
    UNPADDED_NUMBER,
    /// The last segment is not closed.
    NO_FINAL_RETURN,
    /// A line that is no segment.
    JUNK_LINE;

    private static final double PERCENT = 3;
    private static final byte[] JUNK = "--\r\u001C".getBytes(US_ASCII);

    static Flaw draw(Chance chance) {
        return chance.percent(PERCENT) ? values()[chance.between(1, values().length - 1)] : NONE;
    }

    String orderNumber(String number) {
        return this == SHORT_ORDER_NUMBER && number.startsWith("00") ? number.substring(2) : number;
    }

    String chartNumber(String number) {
        return this == UNPADDED_NUMBER ? number.replaceFirst("^0+", "") : number;
    }

    /// The message ends with CR and 1C.
    byte[] spoil(byte[] message) {
        return switch (this) {
            case NONE, SHORT_ORDER_NUMBER, UNPADDED_NUMBER -> message;
            case LINE_FEEDS -> fed(message);
            case NO_FINAL_RETURN -> Arrays.copyOf(message, message.length - 2);
            case JUNK_LINE -> {
                var longer = Arrays.copyOf(message, message.length - 1 + JUNK.length);
                System.arraycopy(JUNK, 0, longer, message.length - 1, JUNK.length);
                yield longer;
            }
        };
    }

    private static byte[] fed(byte[] message) {
        var fed = message.clone();
        for (var i = 0; i < fed.length; i++) {
            fed[i] = fed[i] == '\r' ? (byte) '\n' : fed[i];
        }
        return fed;
    }
}
