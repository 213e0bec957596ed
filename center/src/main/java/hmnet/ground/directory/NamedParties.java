package hmnet.ground.directory;

import hmnet.ground.routes.Right;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whom a form names (相手の指定): facilities by name or code, a line each; the office also members of staff by their
/// sign-in names.
@Component
public class NamedParties {
    private final Facilities facilities;
    private final Staff staff;

    NamedParties(Facilities facilities, Staff staff) {
        this.facilities = facilities;
        this.staff = staff;
    }

    /// @param unknown the lines that name no facility, or more than one
    /// @param unknownStaff the lines that name nobody
    public record PartySet(
            Set<FacilityId> facilities, Set<StaffId> staff, List<String> unknown, List<String> unknownStaff) {
        public boolean allKnown() {
            return unknown.isEmpty() && unknownStaff.isEmpty();
        }
    }

    public PartySet read(String facilityLines, String staffLines, Requester by) {
        var named = new PartySet(new HashSet<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        facilityLines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var meant = facilities.all().stream()
                    .filter(facility -> means(line, facility))
                    .toList();
            if (meant.size() == 1) {
                named.facilities().add(meant.getFirst().id());
            } else {
                named.unknown().add(line.strip());
            }
        });
        var logins = by.may(Right.OFFICE) ? staffLines : "";
        logins.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> staff.byLogin(line.strip())
                        .ifPresentOrElse(
                                known -> named.staff().add(known.staff()),
                                () -> named.unknownStaff().add(line.strip())));
        return named;
    }

    private static boolean means(String line, Facility facility) {
        var wanted = folded(line);
        return wanted.equals(facility.code()) || wanted.equals(folded(facility.name()));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
