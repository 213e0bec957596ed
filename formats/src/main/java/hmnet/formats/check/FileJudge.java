package hmnet.formats.check;

import hmnet.formats.base.Note;
import java.util.List;

/// What somebody beside our own readers says of a FHIR file (FHIRファイルの第三者判定): remarks only; nothing is refused by them.
@FunctionalInterface
public interface FileJudge {
    /// Says nothing.
    FileJudge NONE = file -> List.of();

    List<Note> notes(byte[] file);
}
