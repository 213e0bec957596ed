package hmnet.formats.hl7;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Which encoding a message is in (文字コード): what MSH-18 says, however it spells it, else what the bytes
/// can only be.
final class CharacterSet {
    private CharacterSet() {}

    static Decoded decode(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        var declared = declared(bytes, from, to);
        if (declared.contains("ISOIR87") || declared.contains("ISO-2022-JP")) {
            return Iso2022Jp.decode(bytes, from, to, repairs);
        }
        if (declared.contains("UTF-8") || declared.contains("UTF8")) {
            return utf8(bytes, from, to);
        }
        if (!declared.isEmpty() && !declared.equals("ASCII")) {
            repairs.add(new Repair("charset-unknown", "MSH-18", declared));
        }
        return undeclared(bytes, from, to, repairs);
    }

    private static Decoded undeclared(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                repairs.add(new Repair("charset-undeclared", "MSH-18", "UTF-8"));
                return utf8(bytes, from, to);
            }
        }
        return Iso2022Jp.decode(bytes, from, to, repairs);
    }

    /// MSH-18 without spaces, in upper case. Kanji in earlier fields may hold the separator's byte, so they are
    /// skipped.
    private static String declared(byte[] bytes, int from, int to) {
        byte separator = bytes[from + 3];
        int field = 1;
        boolean kanji = false;
        var found = new StringBuilder();
        for (int i = from + 3;
                i < to && bytes[i] != '\r' && bytes[i] != '\n' && field < 19 && found.length() < 100;
                i++) {
            if (bytes[i] == 0x1B && i + 1 < to) {
                kanji = bytes[i + 1] == '$';
            } else if (!kanji && bytes[i] == separator) {
                field++;
            } else if (field == 18 && bytes[i] != ' ') {
                found.append((char) (bytes[i] & 0x7F));
            }
        }
        return found.toString().toUpperCase(Locale.ROOT);
    }

    private static Decoded utf8(byte[] bytes, int from, int to) throws BadMessage {
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
        return new Decoded(text, text.length);
    }
}
