package hmnet.record.previews;

import hmnet.record.previews.PagePicture.WhyUndrawn;

/// What came of a print (印刷の結果).
public sealed interface PrintedPdf {
    /// The file, whole.
    record Printed(byte[] pdf) implements PrintedPdf {}

    /// No file; why, in the words of a page that could not be drawn.
    record Unprinted(WhyUndrawn why) implements PrintedPdf {}
}
