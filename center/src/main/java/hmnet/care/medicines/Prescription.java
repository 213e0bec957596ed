package hmnet.care.medicines;

import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One prescription as a facility sent it (処方).
public record Prescription(
        LocalDate on, String facility, @Nullable String department, String path, List<Mark> marks, List<Rp> rps) {
    /// Drugs taken together, with how and how long (RP).
    public record Rp(
            int number,
            List<Drug> drugs,
            String usage,
            @Nullable Integer days) {}

    /// One drug with its dose; `note` is what the prescriber added.
    public record Drug(String name, String dose, @Nullable String note) {}
}
