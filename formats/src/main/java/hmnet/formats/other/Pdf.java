package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A PDF that only shows (PDFの検査とメタデータ除去). Names of author and programs are blanked in place, so
/// that no place in the file moves; a signed file is not touched. What lies in compressed objects is not seen
/// here, and that is told.
final class Pdf {
    private static final Pattern ACTIVE = Pattern.compile(
            "/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|GoToE|ImportData|SubmitForm)[\\s/<(\\[]");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt[\\s/<]");
    private static final Pattern INFO = Pattern.compile("/Info\\s+(\\d{1,9})\\s+(\\d{1,5})\\s+R");
    private static final Pattern FIELD = Pattern.compile(
            "/(Author|Creator|Producer|Title|Subject|Keywords|Company|Manager|CreationDate|ModDate)\\s*([(<])");
    private static final int TAIL = 2048;
    private static final int DICTIONARY = 20_000;
    /// Each revision of a document names its own; more than these many are not looked for.
    private static final int REFERENCES = 32;

    private final byte[] bytes;
    private final String text;
    private final String objects;
    private final List<Note> notes = new ArrayList<>();
    private int blanked;

    private Pdf(byte[] bytes) {
        this.bytes = bytes.clone();
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.objects = objects(bytes, text);
    }

    /// The text without what streams hold: compressed bytes spell anything by chance.
    private static String objects(byte[] bytes, String text) {
        var outside = bytes.clone();
        int from = text.indexOf("stream");
        while (from >= 0) {
            int end = text.indexOf("endstream", from + 6);
            if (end < 0) {
                break;
            }
            Arrays.fill(outside, from + 6, end, (byte) ' ');
            from = text.indexOf("stream", end + 9);
        }
        return new String(outside, StandardCharsets.ISO_8859_1);
    }

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        return new Pdf(bytes).cleaned();
    }

    private CleanedContent cleaned() throws Unreadable {
        if (text.indexOf("%%EOF", Math.max(0, text.length() - TAIL)) < 0) {
            throw new Unreadable("truncated", 0, "", "the document is cut: %%EOF is missing");
        }
        if (ENCRYPTED.matcher(objects).find()) {
            throw new Unreadable("encrypted", 0, "/Encrypt", "a document with a password cannot be shown");
        }
        var active = ACTIVE.matcher(objects);
        if (active.find()) {
            throw new Unreadable("active-content", 0, active.group(1), "a document that acts; print it to a plain PDF");
        }
        if (objects.contains("/ByteRange")) {
            notes.add(Note.info("signature-kept", 0, "/ByteRange", "a signed document is not touched"));
        } else {
            strip();
        }
        return new CleanedContent(FileKind.PDF.contentType(), bytes, notes);
    }

    private void strip() {
        var info = INFO.matcher(objects);
        var seen = new HashSet<String>();
        while (seen.size() < REFERENCES && info.find()) {
            if (seen.add(info.group(1) + " " + info.group(2))) {
                object(info.group(1), info.group(2));
            }
        }
        packets();
        if (blanked > 0) {
            notes.add(Note.info("metadata-removed", 0, "/Info", blanked + " entries blanked"));
        }
        if (objects.contains("/ObjStm")) {
            notes.add(Note.info("metadata-kept", 0, "/ObjStm", "compressed objects were not looked into"));
        }
    }

    private void object(String number, String generation) {
        int start = text.indexOf("\n" + number + " " + generation + " obj");
        int other = text.indexOf("\r" + number + " " + generation + " obj");
        start = start < 0 ? other : start;
        int end = start < 0 ? -1 : text.indexOf("endobj", start);
        if (end < 0 || end - start > DICTIONARY) {
            return;
        }
        var field = FIELD.matcher(text).region(start, end);
        while (field.find()) {
            blank(field.end(), field.group(2).equals("(") ? ')' : '>', end);
        }
    }

    /// Blanks a string up to its end; hexadecimal by zeros, so that it stays one.
    private void blank(int from, char close, int end) {
        int depth = 1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && close == ')') {
                bytes[i] = ' ';
                i++;
            } else if (c == '(' && close == ')') {
                depth++;
            } else if (c == close && --depth == 0) {
                blanked++;
                return;
            }
            bytes[i] = (byte) (close == ')' ? ' ' : '0');
        }
    }

    /// XMP, where it stands uncompressed.
    private void packets() {
        int from = text.indexOf("<?xpacket begin");
        while (from >= 0) {
            int open = text.indexOf("?>", from);
            int end = text.indexOf("<?xpacket end", from);
            if (open < 0 || end < 0) {
                return;
            }
            for (int i = open + 2; i < end; i++) {
                bytes[i] = ' ';
            }
            blanked++;
            from = text.indexOf("<?xpacket begin", end);
        }
    }
}
