package hmnet.consent.decisions;

import hmnet.consent.decisions.Decision.Granted;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.Person;
import hmnet.people.patients.PatientId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/// A facility's own records open to that facility (自施設の記録): what it sent of its own patient, whatever the person agreed
/// to in the network, and no row of anybody else's.
public final class OwnRecords {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    private OwnRecords() {}

    /// All kinds and labels of one chart number.
    ///
    /// @param person as the facility itself names them
    public static Granted granted(Person person, FacilityId own, PatientId patient, LocalDate today) {
        var kinds =
                Arrays.stream(RecordKind.values()).mapToLong(RecordKind::mask).reduce(0, (some, kind) -> some | kind);
        var line = new GrantLine(
                patient, own, kinds, -1, ALWAYS, GrantLine.FOR_EVER, GrantLine.FOR_EVER, false, true, null, "");
        return new Granted(person, new Grant(Audience.PROFESSIONAL, today, List.of(line), List.of(), false));
    }
}
