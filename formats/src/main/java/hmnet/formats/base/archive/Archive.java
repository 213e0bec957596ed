package hmnet.formats.base.archive;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// A ZIP file unpacked in memory within limits (書庫): no way out of it, no bomb, no second archive inside,
/// nothing encrypted, no name twice.
public final class Archive {
    public static final int BYTES = 32 << 20;
    private static final int MEMBERS = 5_000;
    private static final long UNPACKED = 48L << 20;
    private static final int RATIO = 200;
    private static final int SMALL = 1 << 20;

    /// One file in it.
    ///
    /// @param content empty for what was not wanted
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    public record Member(String name, long size, byte[] content) {
        /// The name without its folders.
        public String file() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    private Archive() {}

    public static boolean looksLike(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 && head[3] == 4);
    }

    /// @param wanted names whose content is needed; the others are unpacked to be counted, and dropped
    public static List<Member> members(byte[] bytes, Predicate<String> wanted) throws Unreadable {
        return members(bytes, wanted, name -> false);
    }

    /// @param files names of files that were laid in as they are: they may be archives themselves, which are not opened
    ///     here, and white paper, which is packed as tightly as a bomb
    public static List<Member> members(byte[] bytes, Predicate<String> wanted, Predicate<String> files)
            throws Unreadable {
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "an archive larger than " + BYTES + " bytes");
        }
        var members = new ArrayList<Member>();
        var names = new HashSet<String>();
        int entries = 0;
        long most = Math.min(UNPACKED, Math.max(SMALL, (long) bytes.length * RATIO));
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), TextDecoding.WINDOWS_31J)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = name(entry);
                if (++entries > MEMBERS) {
                    throw new Unreadable("zip-bomb", 0, name, "more than " + MEMBERS + " files and folders");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new Unreadable("zip-name", 0, name, "the same name twice");
                }
                boolean file = files.test(name);
                var member = member(zip, name, (file ? UNPACKED : most) - unpacked, wanted.test(name), file);
                unpacked += member.size();
                members.add(member);
            }
        } catch (ZipException e) {
            throw new Unreadable("zip-damaged", 0, "", String.valueOf(e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("zip-damaged", 0, "", "the archive is cut or damaged");
        }
        whole(bytes, members);
        return members;
    }

    private static String name(ZipEntry entry) throws Unreadable {
        var name = entry.getName().replace('\\', '/');
        boolean out = name.startsWith("/") || name.contains(":") || name.indexOf('\0') >= 0 || name.length() > 300;
        for (var step : name.split("/", -1)) {
            out |= step.equals("..");
        }
        if (out) {
            throw new Unreadable("zip-slip", 0, "", "a name that leads out of the archive");
        }
        return name;
    }

    private static Member member(InputStream zip, String name, long left, boolean wanted, boolean file)
            throws IOException, Unreadable {
        var head = zip.readNBytes(4);
        if (!file && looksLike(head)) {
            throw new Unreadable("zip-nested", 0, name, "an archive in an archive");
        }
        var kept = new java.io.ByteArrayOutputStream(wanted ? 8192 : 16);
        if (wanted) {
            kept.write(head);
        }
        long size = head.length;
        var buffer = new byte[8192];
        for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
            size += n;
            if (size > left) {
                throw new Unreadable("zip-bomb", 0, name, "unpacks to more than is believed");
            }
            if (wanted) {
                kept.write(buffer, 0, n);
            }
        }
        return new Member(name, size, kept.toByteArray());
    }

    /// A cut archive lacks the directory at its end, though its first files may be whole.
    private static void whole(byte[] bytes, List<Member> members) throws Unreadable {
        int from = Math.max(0, bytes.length - 65_557);
        for (int i = bytes.length - 22; i >= from; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                int said = (bytes[i + 10] & 0xFF) | (bytes[i + 11] & 0xFF) << 8;
                if (said < members.size()) {
                    throw new Unreadable("zip-damaged", 0, "", "files that the directory does not name");
                }
                return;
            }
        }
        throw new Unreadable("zip-damaged", 0, "", "the directory at the end is missing");
    }
}
