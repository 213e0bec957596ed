package hmnet.formats.base.hl7;

import hmnet.formats.base.hl7.Message.Repair;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Set;

/// Reads messages in Windows-31J (シフトJIS), which some partners agree on and some send unawares.
final class WindowsText {
    private static final Charset WINDOWS = Charset.forName("windows-31j");

    private WindowsText() {}

    static DecodedText decode(byte[] bytes, int from, int to) throws BadMessage {
        try {
            var chars = WINDOWS.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            var text = new char[chars.remaining()];
            chars.get(text);
            for (char c : text) {
                if ((c < 0x20 && c != '\r' && c != '\n' && c != '\t') || (c >= '\uE000' && c <= '\uF8FF')) {
                    throw new BadMessage("charset", "character U+%04X".formatted((int) c));
                }
            }
            return new DecodedText(text, text.length);
        } catch (CharacterCodingException e) {
            throw new BadMessage("charset", "not Windows-31J");
        }
    }

    /// Whether bytes that say they are something else can only be Windows-31J: two kanji or kana of it side
    /// by side, and no escape sequence of another encoding. A damaged byte makes no such pair.
    static boolean isPlain(byte[] bytes, int from, int to, Set<Repair> repairs) {
        boolean pair = false;
        int i = from;
        int run = 0;
        int balance = 0;
        while (i < to) {
            int b = bytes[i] & 0xFF;
            if (b == 0x1B) {
                return false;
            }
            boolean doubled = isLead(b) && i + 1 < to && isTrail(bytes[i + 1] & 0xFF);
            run = doubled ? run + 1 : 0;
            pair |= run >= 2;
            balance += doubled ? 1 : b >= 0xA1 && b <= 0xDF ? -1 : 0;
            i += doubled ? 2 : 1;
        }
        // More half-width kana than full-width letters is EUC-JP, not Windows-31J.
        pair &= balance > 0;
        if (pair) {
            repairs.add(new Repair("charset-differs", "MSH-18", "Windows-31J"));
        }
        return pair;
    }

    /// Kana, signs and the kanji of JIS X 0208 and its extensions.
    private static boolean isLead(int b) {
        return b >= 0x81 && b <= 0x9F || b >= 0xE0 && b <= 0xEA || b >= 0xFA && b <= 0xFC;
    }

    private static boolean isTrail(int b) {
        return b >= 0x40 && b <= 0xFC && b != 0x7F;
    }
}
