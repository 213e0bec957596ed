package hmnet.care.notebook;

import hmnet.ground.design.QrDrawing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page on which a notebook is read (お薬手帳の読み取りの画面).
///
/// @param text what was scanned or pasted, where it could not be taken
/// @param nowhere no handbook is registered: nothing can be taken in
/// @param taken what was taken in before, the newest first
record OwnNotebookScreen(
        String text, @Nullable String problem, @Nullable String told, boolean nowhere, List<TakenNotebook> taken) {
    /// What the codes of a notebook begin with.
    static final String TAKES = "JAHISTC";

    /// A dispensing that was taken in.
    record TakenNotebook(UUID record, LocalDate day, String title) {}

    /// What was read, before anything is kept.
    ///
    /// @param file the whole notebook in base64, which goes on with the form
    record ScannedScreen(
            NotebookPreview read, String file, @Nullable String problem) {
        int fresh() {
            return read.fresh().size();
        }
    }

    /// What is taken now, as codes.
    record OwnCodesSheet(LocalDate today, List<String> drugs, List<String> left, int notes, List<QrDrawing> codes) {}
}
