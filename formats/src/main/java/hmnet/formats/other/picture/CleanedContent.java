package hmnet.formats.other.picture;

import hmnet.formats.base.Note;
import java.util.List;

/// A file as it may be shown (清められたファイル), and what was done to it.
///
/// @param contentType in full
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record CleanedContent(String contentType, byte[] content, List<Note> notes) {}
