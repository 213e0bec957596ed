package hmnet.care.lifebox;

import hmnet.ground.design.QrDrawing;
import hmnet.ground.directory.ResidentCaller;
import java.time.LocalDate;
import java.util.Optional;

/// The newest emergency code of a person that counts, as a paper bears it (紙に載せる救急QR).
///
/// @param number as it is printed
/// @param old whether the life box was changed after it was made
public record CodeOnPaper(String number, QrDrawing drawing, LocalDate lastDay, boolean old) {
    /// Whoever keeps codes.
    public interface CodeSource {
        /// One whose words this account may see; nothing where none counts.
        Optional<CodeOnPaper> newest(ResidentCaller resident);
    }
}
