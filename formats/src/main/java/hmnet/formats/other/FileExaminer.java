package hmnet.formats.other;

import hmnet.formats.base.Unreadable;

/// Who opens a file that is shown and not read (ファイルの検査役): this process, or one of its own for what strangers
/// sent.
@FunctionalInterface
public interface FileExaminer {
    /// In this process: for a facility's own files on its own machine.
    FileExaminer HERE = OtherFile::read;

    /// Nobody opens it: for whoever asks only of whom a file tells, which such a file does not.
    FileExaminer NOBODY = (bytes, name) -> {
        throw new Unreadable("unexaminable", 0, "", "nobody looks into it here");
    };

    OtherFile examine(byte[] bytes, String name) throws Unreadable;
}
