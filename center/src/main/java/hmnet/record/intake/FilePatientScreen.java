package hmnet.record.intake;

import hmnet.consent.cards.BirthDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose a file is that gives no chart number (番号のないファイルの本人の画面).
///
/// @param problem the end of a message key, or null
/// @param search what is looked for
/// @param charts the facility's own charts; none before a birth date is known
record FilePatientScreen(
        String id,
        String file,
        NamedPatient person,
        @Nullable String problem,
        OwnPatientSearch search,
        List<OwnPatient> charts) {
    /// Whom the desk looks for among its own (自院の患者の検索).
    ///
    /// @param born as typed, in any calendar
    public record OwnPatientSearch(String born, String name) {
        Optional<LocalDate> day() {
            return BirthDates.parse(born);
        }

        public boolean unreadable() {
            return !born.isBlank() && day().isEmpty();
        }
    }

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
