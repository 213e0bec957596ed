package hmnet.record.previews;

import org.jspecify.annotations.Nullable;

/// One page of a file as a picture (プレビューの1ページ), or why there is none. The first page is 1.
public sealed interface PagePicture {
    int number();

    /// How many pages the file has; 0 when nobody could say.
    int pages();

    /// @param complete whether whoever drew it said of nothing that it was left out
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    record Drawn(int number, int pages, byte[] jpeg, boolean complete) implements PagePicture {}

    /// @param program what is missing on this machine, if that is why
    record Undrawn(
            int number, int pages, WhyUndrawn why, @Nullable PreviewProgram program) implements PagePicture {}

    /// Why a page is not drawn.
    enum WhyUndrawn {
        /// The program is not on this machine.
        MISSING,
        /// It runs only behind walls that this machine does not let us build.
        WALLS,
        /// Too many others are being drawn.
        BUSY,
        /// It took too long, or became too large.
        LIMIT,
        /// The file itself is larger than any that is drawn.
        TOO_LARGE,
        /// The file is missing where it lies, or is not what was put there.
        UNREADABLE,
        /// The program did not understand it.
        DAMAGED,
        /// The file has no such page, or it lies behind those that are drawn.
        NO_PAGE
    }
}
