package hmnet.formats.other.room;

/// A page as it was drawn (描かれたページ).
///
/// @param pages how many the file has
/// @param picture a JPEG
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record RasterDrawing(int pages, byte[] picture) {}
