package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.other.picture.LargeBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A ZIP of pictures and films (画像の書庫), as discs of pictures are packed: each file in it shows and cannot act. Its
/// table at the
/// end and its files agree, and nothing lies between them.
final class PictureArchive {
    private static final Set<FileKind> SHOWN =
            EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.HEIC, FileKind.TIFF, FileKind.MP4);
    private static final int MOST = 20_000;
    private static final int TABLE = 16 << 20;
    private static final long UNPACKED = 4L << 30;
    private static final int END = 22;
    private static final int LOCAL = 30;
    private static final int ROW = 46;
    private static final int HEAD = 256;
    private static final int DICOM_AT = 128;
    /// By its ending, or by its identifier, which ends with a number.
    private static final Pattern DICOM_NAME = Pattern.compile("(?i).*\\.(?:dcm|dicom|dic|ima|[0-9]+)");

    /// What may follow a file whose length was not known when it was begun.
    private static final int DESCRIPTOR = 24;

    private final LargeBytes bytes;

    private PictureArchive(LargeBytes bytes) {
        this.bytes = bytes;
    }

    static boolean looksLike(LargeBytes bytes) throws IOException {
        return number(bytes.read(0, 4), 0) == 0x04034b50L;
    }

    static List<Note> check(LargeBytes bytes) throws Unreadable, IOException {
        return new PictureArchive(bytes).checked();
    }

    private record PackedEntry(String name, int flags, int method, long packed, long size, long at) {}

    private List<Note> checked() throws Unreadable, IOException {
        var end = end();
        long table = number(end, 16);
        var packed = table(table, number(end, 12), number(end, 10) & 0xFFFF);
        long at = 0;
        long unpacked = 0;
        int count = 0;
        for (var file : packed) {
            long begins = begins(file);
            if (file.at() < at || file.at() > at + DESCRIPTOR || begins + file.packed() > table) {
                throw damaged("something lies between its files");
            }
            at = begins + file.packed();
            unpacked += file.size();
            if (unpacked > UNPACKED) {
                throw new Unreadable("zip-bomb", 0, file.name(), "unpacks to more than is believed");
            }
            if (!file.name().endsWith("/")) {
                shows(file, begins);
                count++;
            }
        }
        if (count == 0 || table > at + DESCRIPTOR) {
            throw damaged("its table does not follow its files");
        }
        return List.of(Note.info("metadata-kept", 0, FileKind.ALBUM.word(), "place and time may be in its pictures"));
    }

    private byte[] end() throws Unreadable, IOException {
        long from = Math.max(0, bytes.length() - END - 0xFFFF);
        var tail = bytes.read(from, END + 0xFFFF);
        for (int i = tail.length - END; i >= 0; i--) {
            if (number(tail, i) == 0x06054b50L && i + END + (number(tail, i + 20) & 0xFFFF) == tail.length) {
                return java.util.Arrays.copyOfRange(tail, i, i + END);
            }
        }
        throw damaged("the table at the end is missing");
    }

    private List<PackedEntry> table(long at, long size, long count) throws Unreadable, IOException {
        if (count > MOST || size > TABLE || at + size > bytes.length()) {
            throw damaged("its table is larger than is believed");
        }
        var table = bytes.read(at, (int) size);
        var packed = new ArrayList<PackedEntry>();
        var names = new HashSet<String>();
        int next = 0;
        for (int i = 0; i < count; i++) {
            int from = next;
            if (from + ROW > table.length || number(table, from) != 0x02014b50L) {
                throw damaged("its table is cut");
            }
            int length = shortAt(table, from + 28);
            next = from + ROW + length + shortAt(table, from + 30) + shortAt(table, from + 32);
            if (next > table.length) {
                throw damaged("its table is cut");
            }
            int flags = shortAt(table, from + 8);
            var name = name(java.util.Arrays.copyOfRange(table, from + ROW, from + ROW + length), flags);
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new Unreadable("zip-name", 0, name, "the same name twice");
            }
            if ((flags & 1) != 0) {
                throw new Unreadable("encrypted", 0, name, "a file with a password cannot be looked at");
            }
            packed.add(new PackedEntry(
                    name,
                    flags,
                    shortAt(table, from + 10),
                    number(table, from + 20),
                    number(table, from + 24),
                    number(table, from + 42)));
        }
        packed.sort(Comparator.comparingLong(PackedEntry::at));
        return packed;
    }

    private static String name(byte[] raw, int flags) throws Unreadable {
        var name = new String(raw, (flags & 0x800) != 0 ? StandardCharsets.UTF_8 : TextDecoding.WINDOWS_31J)
                .replace('\\', '/');
        boolean out = name.isEmpty() || name.startsWith("/") || name.contains(":") || name.indexOf('\0') >= 0;
        for (var step : name.split("/", -1)) {
            out |= step.equals("..");
        }
        if (out) {
            throw new Unreadable("zip-slip", 0, "", "a name that leads out of the archive");
        }
        return name;
    }

    /// Where the bytes of a file begin; its own heading says the same as the table.
    private long begins(PackedEntry file) throws Unreadable, IOException {
        var local = bytes.read(file.at(), LOCAL);
        if (local.length < LOCAL || number(local, 0) != 0x04034b50L || shortAt(local, 8) != file.method()) {
            throw damaged("a file is not where the table says");
        }
        var name = bytes.read(file.at() + LOCAL, shortAt(local, 26));
        if (!name(name, file.flags()).equals(file.name())) {
            throw damaged("a file has another name in the table");
        }
        return file.at() + LOCAL + name.length + shortAt(local, 28);
    }

    private void shows(PackedEntry packed, long at) throws Unreadable, IOException {
        var head = switch (packed.method()) {
            case 0 -> stored(packed, at);
            case 8 -> inflated(packed, at);
            // From outside: the ways of packing that ZIP knows.
            default -> throw damaged("a file packed in a way that is not read");
        };
        var file = packed.name().substring(packed.name().lastIndexOf('/') + 1);
        boolean named = file.contains(".");
        var kind = FileKind.of(head);
        boolean shown = isDicom(head)
                ? !named || DICOM_NAME.matcher(file).matches()
                : kind != null && SHOWN.contains(kind) && (!named || FileEnding.fits(kind, file));
        if (!shown) {
            throw new Unreadable(
                    "type-not-accepted", 0, packed.name(), "an archive holds pictures and films alone, called so");
        }
    }

    /// What stands in front of one would make a program or a page of it, unless it is empty or the head of a TIFF.
    private static boolean isDicom(byte[] head) {
        if (head.length < DICOM_AT + 4 || !new String(head, DICOM_AT, 4, StandardCharsets.ISO_8859_1).equals("DICM")) {
            return false;
        }
        boolean empty = true;
        for (int i = 0; i < DICOM_AT; i++) {
            empty &= head[i] == 0;
        }
        return empty || FileKind.of(head) == FileKind.TIFF;
    }

    private byte[] stored(PackedEntry file, long at) throws Unreadable, IOException {
        if (file.size() != file.packed()) {
            throw damaged("a file is not as long as the table says");
        }
        return bytes.read(at, (int) Math.min(HEAD, file.size()));
    }

    /// Unpacks all of it, since only that tells how long it is.
    private byte[] inflated(PackedEntry file, long at) throws Unreadable, IOException {
        var inflater = new Inflater(true);
        try {
            var head = new byte[0];
            var out = new byte[1 << 16];
            long size = 0;
            for (long from = at; !inflater.finished(); ) {
                if (inflater.needsInput()) {
                    var more = bytes.read(from, (int) Math.min(1 << 16, at + file.packed() - from));
                    if (more.length == 0) {
                        throw damaged("a file is cut");
                    }
                    inflater.setInput(more);
                    from += more.length;
                }
                int count = inflater.inflate(out);
                if (head.length == 0) {
                    head = java.util.Arrays.copyOf(out, Math.min(HEAD, count));
                }
                size += count;
                if (size > file.size() || inflater.needsDictionary()) {
                    throw damaged("a file is longer than the table says");
                }
            }
            if (size != file.size()) {
                throw damaged("a file is shorter than the table says");
            }
            return head;
        } catch (DataFormatException e) {
            throw damaged("a file cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static Unreadable damaged(String why) {
        return new Unreadable("zip-damaged", 0, "", why);
    }

    private static long number(byte[] from, int at) {
        return from.length < at + 4
                ? shortAt(from, at)
                : ByteBuffer.wrap(from, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFF_FFFFL;
    }

    private static int shortAt(byte[] from, int at) {
        return from.length < at + 2 ? 0 : (from[at] & 0xFF) | (from[at + 1] & 0xFF) << 8;
    }
}
