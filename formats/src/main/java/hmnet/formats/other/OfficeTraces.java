package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.Jpeg;
import hmnet.formats.other.picture.Png;
import java.util.List;

/// What was taken out of an office file while it was written anew, and what could not be (除いたものの記録).
final class OfficeTraces {
    private int parts;
    private int names;
    private int links;
    private int pictures;
    private int unseen;
    private boolean comments;

    void removed(int count) {
        parts += count;
    }

    void unlinked(int count) {
        links += count;
    }

    void blanked() {
        names++;
    }

    /// Programs write the name of whoever comments into the comment's own words.
    void commented() {
        comments = true;
    }

    /// A photograph without place and photographer; a drawing as it is, which is told.
    byte[] picture(String part, byte[] content) throws Unreadable {
        var kind = FileKind.of(content);
        if (kind == FileKind.JPEG || kind == FileKind.PNG) {
            var cleaned = kind == FileKind.JPEG ? Jpeg.clean(content) : Png.clean(content);
            pictures += cleaned.content().length < content.length ? 1 : 0;
            return cleaned.content();
        }
        OfficeDrawings.check(part, content);
        unseen++;
        return content;
    }

    /// Its letters may be veiled by a key that stands elsewhere.
    byte[] font(String part, byte[] content) throws Unreadable {
        var kind = FileKind.of(content);
        if (kind != null) {
            throw new Unreadable("active-content", 0, part, "a file within the document: " + kind.word());
        }
        unseen++;
        return content;
    }

    void tell(List<Note> notes) {
        if (parts + names + pictures > 0) {
            notes.add(Note.info(
                    "metadata-removed",
                    0,
                    "docProps",
                    parts + " parts, " + names + " names, " + pictures + " pictures"));
        }
        if (links > 0) {
            notes.add(Note.info("links-removed", 0, "hyperlink", links + " to files or shares"));
        }
        if (unseen > 0) {
            notes.add(Note.info("metadata-kept", 0, "media", unseen + " drawings or fonts were not looked into"));
        }
        if (comments) {
            notes.add(Note.info("metadata-kept", 0, "comments", "the words of comments may name who wrote them"));
        }
    }
}
