package hmnet.formats.base.hl7;

import hmnet.formats.base.hl7.Message.Repair;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Which encoding a message is in (文字コード): what MSH-18 says, however it spells it, else what the bytes
/// can only be.
final class CharacterSet {
    private static final Set<String> WINDOWS = Set.of(
            "SJIS", "SHIFT_JIS", "SHIFT-JIS", "SHIFTJIS", "WINDOWS-31J", "WINDOWS31J", "CP932", "MS932", "MS_KANJI");

    private CharacterSet() {}

    static DecodedText decode(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        var declared = DeclaredCharset.declared(bytes, from, to);
        if (declared.contains("ISOIR87") || declared.contains("ISO-2022-JP")) {
            return jis(bytes, from, to, repairs);
        }
        if (declared.contains("UTF-8") || declared.contains("UTF8")) {
            return unicode(bytes, from, to, repairs);
        }
        if (WINDOWS.contains(declared.replace("~", ""))) {
            return windows(bytes, from, to, repairs);
        }
        if (!declared.isEmpty() && !declared.equals("ASCII")) {
            repairs.add(new Repair("charset-unknown", "MSH-18", declared));
        }
        return undeclared(bytes, from, to, repairs);
    }

    /// Said to be ISO-2022-JP. Bytes of 8 bits are none; they are taken for what they can only be.
    private static DecodedText jis(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        try {
            return Iso2022Jp.decode(bytes, from, to, repairs);
        } catch (BadMessage bad) {
            if (!bad.code().equals("charset") || isSevenBit(bytes, from, to)) {
                throw bad;
            }
            return other(bytes, from, to, repairs, bad);
        }
    }

    /// Said to be UTF-8. Escape sequences of ISO-2022-JP are a control character there, so nothing is guessed.
    private static DecodedText unicode(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        try {
            return utf8(bytes, from, to);
        } catch (BadMessage bad) {
            if (isSevenBit(bytes, from, to)) {
                repairs.add(new Repair("charset-differs", "MSH-18", "ISO-2022-JP"));
                return Iso2022Jp.decode(bytes, from, to, repairs);
            }
            return other(bytes, from, to, repairs, bad);
        }
    }

    /// Said to be Windows-31J.
    private static DecodedText windows(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        if (isSevenBit(bytes, from, to)) {
            return Iso2022Jp.decode(bytes, from, to, repairs);
        }
        try {
            var utf8 = utf8(bytes, from, to);
            repairs.add(new Repair("charset-differs", "MSH-18", "UTF-8"));
            return utf8;
        } catch (BadMessage notUtf8) {
            return WindowsText.decode(bytes, from, to);
        }
    }

    /// UTF-8 is hard to hit by chance, two neighbouring kanji of Windows-31J nearly so; else it is refused.
    private static DecodedText other(byte[] bytes, int from, int to, Set<Repair> repairs, BadMessage bad)
            throws BadMessage {
        try {
            var utf8 = utf8(bytes, from, to);
            repairs.add(new Repair("charset-differs", "MSH-18", "UTF-8"));
            return utf8;
        } catch (BadMessage notUtf8) {
            if (WindowsText.isPlain(bytes, from, to, repairs)) {
                return WindowsText.decode(bytes, from, to);
            }
            throw bad;
        }
    }

    private static DecodedText undeclared(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        if (isSevenBit(bytes, from, to)) {
            return Iso2022Jp.decode(bytes, from, to, repairs);
        }
        try {
            var utf8 = utf8(bytes, from, to);
            repairs.add(new Repair("charset-undeclared", "MSH-18", "UTF-8"));
            return utf8;
        } catch (BadMessage bad) {
            if (WindowsText.isPlain(bytes, from, to, repairs)) {
                return WindowsText.decode(bytes, from, to);
            }
            throw bad;
        }
    }

    private static boolean isSevenBit(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static DecodedText utf8(byte[] bytes, int from, int to) throws BadMessage {
        CharBuffer chars;
        try {
            chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
        } catch (CharacterCodingException e) {
            throw new BadMessage("charset", "not UTF-8");
        }
        var text = new char[chars.remaining()];
        chars.get(text);
        for (char c : text) {
            if (c < 0x20 && c != '\r' && c != '\n' && c != '\t') {
                throw new BadMessage("charset", "control character U+%04X".formatted((int) c));
            }
        }
        return new DecodedText(text, text.length);
    }
}
