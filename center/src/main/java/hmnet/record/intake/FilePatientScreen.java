package hmnet.record.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose a file is that gives no chart number (番号のないファイルの本人の画面).
///
/// @param problem the end of a message key, or null
/// @param born what is looked for, as written
/// @param charts the facility's own charts; none before a birth date is known
record FilePatientScreen(
        String id,
        String file,
        NamedPatient person,
        @Nullable String problem,
        String born,
        String name,
        List<OwnPatient> charts) {
    /// As the file names them.
    public record NamedPatient(
            String name, String kana, @Nullable LocalDate birth, String sex) {}

    /// One of the facility's own.
    public record OwnPatient(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            String address) {}
}
