package hmnet.formats.base;

import java.util.List;

/// What a writer made (書き出し): the file, and what its format could not say as it stood.
///
/// @param notes a text that had to be spelled otherwise, a fact the format has no place for: never lost
///     silently
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
public record WrittenFile(byte[] bytes, List<Note> notes) {}
