package hmnet.consent.handovers;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Staff;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The hospitals to which a crew can hand on what it opened (共有できる搬送先): those that view records and where somebody
/// works in an emergency room.
@Component
public class ReceivingHospitals {
    private static final int MOST = 20;

    private final Facilities facilities;
    private final Staff staff;

    ReceivingHospitals(Facilities facilities, Staff staff) {
        this.facilities = facilities;
        this.staff = staff;
    }

    /// Those whose name or reading holds what was typed; the first 20 by reading.
    public List<Facility> called(String typed) {
        var wanted = folded(typed);
        var rooms = staff.emergencyRooms();
        return facilities.all().stream()
                .filter(one -> rooms.contains(one.id()) && isHospital(one))
                .filter(one -> folded(one.name() + " " + one.kana()).contains(wanted))
                .sorted((one, other) -> one.kana().compareTo(other.kana()))
                .limit(MOST)
                .toList();
    }

    /// Whether this one takes part now.
    public boolean takes(FacilityId id) {
        return staff.emergencyRooms().contains(id) && isHospital(facilities.get(id));
    }

    private static boolean isHospital(Facility one) {
        return (one.kind() == FacilityKind.HOSPITAL || one.kind() == FacilityKind.CLINIC)
                && one.direction().views();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
    }
}
