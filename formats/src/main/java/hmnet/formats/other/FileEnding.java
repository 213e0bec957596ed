package hmnet.formats.other;

import hmnet.formats.base.Note;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a file's name ends with (拡張子), only compared with what its bytes say.
final class FileEnding {
    private static final Set<String> JPEG = Set.of("jpg", "jpeg", "jpe", "jfif");

    private FileEnding() {}

    static void differs(FileKind kind, String name, List<Note> notes) {
        if (!fits(kind, name) && name.contains(".")) {
            notes.add(Note.info("name-differs", 0, name, "is " + kind.word()));
        }
    }

    static boolean fits(FileKind kind, String name) {
        var end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case PDF -> end.equals("pdf");
            case JPEG -> JPEG.contains(end);
            case PNG -> end.equals("png");
            case HEIC -> end.equals("heic") || end.equals("heif");
            case TIFF -> end.equals("tif") || end.equals("tiff");
            case MP4 -> end.equals("mp4") || end.equals("mov") || end.equals("m4v");
            case OFFICE -> end.equals("docx") || end.equals("xlsx") || end.equals("pptx");
            case ALBUM -> end.equals("zip");
            case OLD_OFFICE, PARCEL -> true;
        };
    }
}
