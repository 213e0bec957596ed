package hmnet.office.patientlist;

import hmnet.consent.consents.ConsentState;
import hmnet.people.links.LinkSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A facility's own patients (患者一覧).
///
/// @param open whether the facility has the list
/// @param problem why nothing was searched, as in `linking.patients.problem.…`, or null
/// @param search what was searched
/// @param shown what it is narrowed to, as in `linking.patients.shown.…`
/// @param older the address of the next page, or null
public record PatientListScreen(
        String facility,
        boolean open,
        @Nullable String problem,
        String search,
        String shown,
        List<String> choices,
        long count,
        List<PatientListLine> lines,
        @Nullable String older,
        boolean first) {
    /// One patient.
    public record PatientListLine(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            @Nullable LinkSource source,
            boolean card,
            ConsentState consent,
            @Nullable LocalDate lastVisit) {
        public static PatientListLine of(PatientList.PatientRow row) {
            return new PatientListLine(
                    row.number(),
                    row.name(),
                    row.kana(),
                    row.birth(),
                    row.sex(),
                    row.source(),
                    row.card(),
                    row.consent(),
                    row.lastVisit());
        }
    }
}
