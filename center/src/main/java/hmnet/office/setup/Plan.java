package hmnet.office.setup;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.consents.ConsentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a plan file (移行ファイル): who takes part, who works there, who lives here.
final class Plan {
    private Plan() {}

    /// @param certificate path of the PEM certificate its machines show, relative to the PKI folder; or null
    /// @param exchange what its machines may ask or tell: an errand (`pix`, `pdq`, `feed`) each with its scope
    ///     (`own`, `region`, or `none` to take it back); or null
    record PlannedFacility(
            String code,
            String name,
            String kana,
            String kind,
            String phone,
            String address,
            String direction,
            String cardKinds,
            boolean patientList,
            @Nullable String certificate,
            @Nullable Map<String, String> exchange) {}

    /// @param role desk = works at the desk that ties chart numbers to cards; emergency = works in an emergency room
    record PlannedStaff(
            String login,
            String name,
            String kana,
            String profession,
            String facility,
            String password,
            String totpSecret,
            String role) {
        boolean desk() {
            return "desk".equals(role);
        }

        boolean emergency() {
            return "emergency".equals(role);
        }
    }

    record PlannedName(String family, String given, String familyKana, String givenKana) {}

    record PlannedChart(String facility, String number) {}

    /// @param consent given, withdrawn or none
    /// @param featured what the resident is an example of, or null
    record PlannedResident(
            String key,
            PlannedName name,
            LocalDate birthDate,
            String sex,
            String address,
            String postalCode,
            String phone,
            @Nullable String card,
            String consent,
            @Nullable String featured,
            List<PlannedChart> patients) {
        PlannedResident {
            ConsentState.of(consent);
            if (card != null && CardNumber.parse(card).isEmpty()) {
                throw new IllegalArgumentException("A card number is 13 digits with a valid check digit");
            }
        }
    }

    /// @param kinds names of record kinds
    record PlannedRule(
            String facility, List<String> kinds, @Nullable String department, int delayProfessionalDays) {}

    /// How a facility's systems speak HL7 with the centre.
    ///
    /// @param names under which they send, each `MSH-4` or `MSH-3|MSH-4`
    /// @param updates where they hear of changed cross-references, or null
    record PlannedLine(
            String facility, List<String> names, @Nullable PlannedUpdates updates) {}

    /// @param path of an address for SOAP; null or empty for MLLP
    /// @param domains object identifiers whose numbers it wants; none = all it may know
    record PlannedUpdates(
            String host,
            int port,
            @Nullable String path,
            String application,
            String name,
            List<String> domains,
            boolean active) {}
}
