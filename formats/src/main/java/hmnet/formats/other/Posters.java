package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.other.Attachments.AttachedContent;
import java.util.Optional;
import java.util.stream.Stream;

/// The picture of a file that is no picture (見出し画像), where it brings one of its own: office documents
/// may. Of PDF, HEIC, TIFF and MP4 none is made, since that takes a decoder.
public final class Posters {
    private static final String THUMBNAIL = "docProps/thumbnail.";

    private Posters() {}

    public static Optional<AttachedContent.Safe> of(AttachedContent.Safe file) {
        return switch (file.kind()) {
            case OFFICE -> thumbnail(file);
            case JPEG, PNG, PDF, HEIC, TIFF, MP4, OLD_OFFICE, PARCEL -> Optional.empty();
        };
    }

    private static Optional<AttachedContent.Safe> thumbnail(AttachedContent.Safe file) {
        try {
            return Archive.members(file.content(), name -> name.startsWith(THUMBNAIL)).stream()
                    .filter(member -> member.content().length > 0)
                    .flatMap(member ->
                            AttachedContent.of(file.title(), member.content()) instanceof AttachedContent.Safe picture
                                    ? Stream.of(picture)
                                    : Stream.empty())
                    .filter(picture -> picture.kind() == FileKind.JPEG || picture.kind() == FileKind.PNG)
                    .findFirst();
        } catch (Unreadable notAnArchive) {
            return Optional.empty();
        }
    }
}
