package hmnet.care.handbook;

import hmnet.care.handbook.OwnPhotos.PhotoResult.Unkept;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.SentForm.FormPart;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.examination.Examination;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import hmnet.record.ownrecords.OwnPhoto;
import hmnet.record.previews.PagePicture;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.Previews;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps photographs of a resident's sheets (本人が撮った写真の保存). Each file is examined in a process of its own, drawn anew
/// the
/// right way up, and only what was drawn is kept: no place, time or camera of it stays anywhere.
@Component
class OwnPhotos {
    /// Of one sheet, pages of a PDF counted.
    static final int PAGES = 6;
    static final int MAX_BYTES = 30 << 20;

    private final Examination examination;
    private final Previews previews;
    private final OwnEntries entries;

    OwnPhotos(Examination examination, Previews previews, OwnEntries entries) {
        this.examination = examination;
        this.previews = previews;
        this.entries = entries;
    }

    /// What came of it (写真の保存の結果).
    sealed interface PhotoResult {
        /// The pictures that may be kept.
        record Drawn(List<byte[]> pages) implements PhotoResult {}

        /// None of them; why, as in `photos.problem.…`.
        record Unkept(String why) implements PhotoResult {}
    }

    /// All of them or none.
    PhotoResult drawn(List<FormPart> files) {
        var pages = new ArrayList<byte[]>();
        for (var file : files) {
            var drawn = drawn(file);
            if (drawn instanceof Unkept) {
                return drawn;
            }
            pages.addAll(((PhotoResult.Drawn) drawn).pages());
            if (pages.size() > PAGES) {
                return new Unkept("many");
            }
        }
        return new PhotoResult.Drawn(pages);
    }

    private PhotoResult drawn(FormPart file) {
        try {
            var examined = examination.examine(file.bytes(), file.name());
            return pages(examined.type(), examined.content());
        } catch (Unreadable refusal) {
            return new Unkept(problem(refusal));
        }
    }

    private PhotoResult pages(FileKind kind, byte[] content) {
        var pages = new ArrayList<byte[]>();
        var all = 1;
        for (var page = 1; page <= all; page++) {
            switch (previews.photograph(kind, content, page)) {
                case PagePicture.Drawn drawn -> {
                    pages.add(drawn.jpeg());
                    all = drawn.pages();
                }
                case PagePicture.Undrawn undrawn -> {
                    return new Unkept(problem(undrawn.why()));
                }
            }
            if (all > PAGES) {
                return new Unkept("many");
            }
        }
        return new PhotoResult.Drawn(pages);
    }

    KeptEntry keep(ResidentCaller resident, OwnPhoto photo) {
        return entries.keep(resident, photo);
    }

    private static String problem(WhyUndrawn why) {
        return switch (why) {
            case MISSING, WALLS -> "no-program";
            case BUSY -> "busy";
            case LIMIT, TOO_LARGE -> "complex";
            case UNREADABLE, DAMAGED -> "damaged";
            case NO_PAGE -> "type";
        };
    }

    private static String problem(Unreadable refusal) {
        return switch (refusal.note().code()) {
            case "virus" -> "virus";
            case "not-scanned", "unexaminable" -> "busy";
            case "active-content", "macro" -> "acts";
            case "encrypted" -> "locked";
            case "empty" -> "file";
            case "type-not-accepted", "old-office", "zip-nested", "parcel" -> "type";
            case "too-large", "too-many-points", "too-complex", "zip-bomb" -> "complex";
            // From outside: the readers' codes of what they refuse.
            default -> "damaged";
        };
    }
}
