package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Everybody whom one chart number means, without a database (番号の持ち主の履歴): the rule as drills try it.
public final class NumberHistory {
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Demographics> asked = new ArrayList<>();

    /// The human whom a claim is filed under, counted from zero; nothing when it waits.
    ///
    /// @param twin whether the facility knows a twin
    public OptionalInt file(PatientClaim patientClaim, boolean twin) {
        if (epochs.isEmpty()) {
            return OptionalInt.of(open(patientClaim));
        }
        var choice = EpochChoice.of(epochs, asked, patientClaim, epoch -> twin);
        if (!choice.fits()) {
            asked.add(patientClaim.demographics());
            return OptionalInt.empty();
        }
        var place = epochs.indexOf(choice.epoch());
        epochs.set(place, choice.epoch().after(patientClaim));
        return OptionalInt.of(place);
    }

    /// A human says that it is about this one.
    public void assign(int place, PatientClaim patientClaim) {
        asked.remove(patientClaim.demographics());
        epochs.set(place, epochs.get(place).alive(patientClaim).after(patientClaim));
    }

    /// A human says that it came under a wrong number.
    public void discard(PatientClaim patientClaim) {
        asked.remove(patientClaim.demographics());
    }

    /// A human says that it is about somebody new.
    public int open(PatientClaim patientClaim) {
        asked.remove(patientClaim.demographics());
        var nobody = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
        var number = epochs.size() + 1;
        epochs.add(new Epoch(number, number, nobody, 0, OffsetDateTime.MIN, null).after(patientClaim));
        return number - 1;
    }
}
