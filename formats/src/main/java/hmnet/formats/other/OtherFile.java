package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.other.picture.Boxes;
import hmnet.formats.other.picture.CleanedContent;
import hmnet.formats.other.picture.Directories;
import hmnet.formats.other.picture.Jpeg;
import hmnet.formats.other.picture.LargeBytes;
import hmnet.formats.other.picture.Png;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is shown and not read (その他のファイル), with a descriptor that names its patient.
///
/// @param descriptor null for a file that came alone: it belongs to nobody until somebody says to whom
/// @param content without what tells more than was meant
/// @param fingerprint of the bytes as they came: the same file is the same item, however it is cleaned
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record OtherFile(
        FileKind type,
        String contentType,
        byte[] content,
        String fingerprint,
        @Nullable Descriptor descriptor,
        List<Note> notes)
        implements FacilityFile {
    public static final int BYTES = 32 << 20;

    /// @param name only compared with what the bytes say
    public static OtherFile read(byte[] bytes, String name) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "larger than " + BYTES + " bytes");
        }
        var kind = FileKind.of(bytes);
        if (kind == FileKind.PARCEL) {
            return parcel(bytes);
        }
        var notes = new ArrayList<Note>();
        notes.add(
                Note.info("descriptor-missing", 0, "", "nobody can say whose it is: send it with " + Descriptor.NAME));
        return of(bytes, name, null, notes);
    }

    private static OtherFile parcel(byte[] bytes) throws Unreadable {
        var members = Archive.members(bytes, name -> true, name -> true);
        var descriptors = members.stream()
                .filter(member -> member.file().equals(Descriptor.NAME))
                .toList();
        var files = members.stream()
                .filter(member -> !member.file().equals(Descriptor.NAME))
                .toList();
        if (descriptors.size() != 1 || files.size() != 1) {
            throw new Unreadable("parcel", 0, "", "one file and one " + Descriptor.NAME + " are needed");
        }
        var file = files.getFirst();
        return of(
                file.content(),
                file.name(),
                Descriptor.read(descriptors.getFirst().content()),
                new ArrayList<>());
    }

    private static OtherFile of(byte[] bytes, String name, @Nullable Descriptor descriptor, List<Note> notes)
            throws Unreadable {
        var kind = FileKind.of(bytes);
        if (kind == null) {
            throw new Unreadable("type-not-accepted", 0, name, "neither PDF, picture, film nor office document");
        }
        var cleanedContent = switch (kind) {
            case PDF -> Pdf.clean(bytes);
            case JPEG -> Jpeg.clean(bytes);
            case PNG -> Png.clean(bytes);
            case OFFICE -> Office.clean(bytes);
            case HEIC -> asIs(kind, bytes, Boxes::picture);
            case TIFF -> asIs(kind, bytes, Directories::check);
            case MP4 -> asIs(kind, bytes, Boxes::film);
            case OLD_OFFICE -> throw old(bytes, name);
            case PARCEL, ALBUM -> throw new Unreadable("zip-nested", 0, name, "an archive in an archive");
        };
        notes.addAll(cleanedContent.notes());
        FileEnding.differs(kind, name, notes);
        return new OtherFile(
                kind,
                cleanedContent.contentType(),
                cleanedContent.content(),
                Sha256.hex(bytes, 16),
                descriptor,
                List.copyOf(notes));
    }

    /// A locked document of today lies in the same kind of storage as one of before 2007.
    private static Unreadable old(byte[] bytes, String name) {
        var letters = new String(bytes, StandardCharsets.UTF_16LE);
        return letters.contains("EncryptedPackage")
                ? new Unreadable("encrypted", 0, name, "a document with a password cannot be shown")
                : new Unreadable("old-office", 0, name, "may hold macros: save it as docx, xlsx, pptx or PDF");
    }

    /// Walks through what stays as it came.
    @FunctionalInterface
    private interface Walk {
        List<Note> of(LargeBytes bytes) throws Unreadable, IOException;
    }

    private static CleanedContent asIs(FileKind kind, byte[] bytes, Walk walk) throws Unreadable {
        try {
            return new CleanedContent(kind.contentType(), bytes, walk.of(LargeBytes.of(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // no disk is read
        }
    }

    /// On all its bytes, since an archive says at its end what it holds; never by the name.
    public static boolean looksLike(byte[] bytes, String name) {
        return FileKind.of(bytes) != null;
    }

    /// The same, with more to say of it.
    public OtherFile withNotes(List<Note> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new OtherFile(type, contentType, content, fingerprint, descriptor, List.copyOf(all));
    }

    @Override
    public Format format() {
        return Format.OTHER;
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public String kind() {
        return type.word();
    }

    @Override
    public List<Sheet> sheets() {
        if (descriptor == null) {
            return List.of();
        }
        return List.of(descriptor.sheet(fingerprint, contentType, content, null));
    }
}
