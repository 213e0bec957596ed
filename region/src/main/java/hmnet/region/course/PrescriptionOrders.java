package hmnet.region.course;

import static hmnet.formats.ssmix2.storage.StorageName.Flag.LIVE;
import static hmnet.formats.ssmix2.storage.StorageName.Flag.RETRACTED;
import static hmnet.formats.ssmix2.storage.StorageName.Flag.SUPERSEDED;

import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.region.course.Orders.Slot;
import java.time.OffsetDateTime;
import java.util.List;

/// What a doctor prescribes at a visit (処方オーダと実施), with later corrections.
final class PrescriptionOrders {
    private final Chart chart;
    private final Scribe scribe;

    PrescriptionOrders(Chart chart, Scribe scribe) {
        this.chart = chart;
        this.scribe = scribe;
    }

    void prescription(Slot slot) {
        var medicines = Pharmacy.medicines(slot.active(), chart.resident().ageOn(slot.day()));
        if (medicines.isEmpty()) {
            return;
        }
        var number = scribe.nextOrder(slot.day());
        var ordered = slot.at().plusMinutes(slot.chance().between(60, 150));
        var days = days(slot.active());
        switch (Script.byLot(slot.chance())) {
            case USUAL, WITH_HIV_TEST -> prescribe(slot, number, ordered, LIVE, "NW", medicines, days);
            case PRELIMINARY, CORRECTED -> {
                prescribe(slot, number, ordered, SUPERSEDED, "NW", medicines, days + 7);
                prescribe(slot, number, ordered.plusMinutes(20), LIVE, "XO", medicines, days);
            }
            case RETRACTED -> {
                prescribe(slot, number, ordered, RETRACTED, "NW", medicines, days);
                prescribe(slot, number, ordered.plusMinutes(9), RETRACTED, "CA", medicines, days);
                return;
            }
        }
        if (slot.chance().percent(6)) {
            given(slot, number, ordered.plusMinutes(40), medicines);
        }
    }

    private void prescribe(
            Slot slot,
            String number,
            OffsetDateTime at,
            Flag flag,
            String control,
            List<Medicine> medicines,
            int days) {
        var order = slot.order(control, number, at);
        var sheet = slot.visit().inpatient() ? Pharmacy.INPATIENT : Pharmacy.OUTPATIENT;
        scribe.write(
                StorageKind.OMP_01,
                slot.day(),
                number,
                at,
                slot.department(),
                flag,
                (header, patient) -> Ssmix2Messages.prescription(
                        header,
                        patient,
                        slot.visit(),
                        order,
                        List.of(sheet),
                        Pharmacy.rps(medicines, slot.day(), days)));
    }

    private void given(Slot slot, String number, OffsetDateTime at, List<Medicine> medicines) {
        var order = slot.order("NW", number, at);
        scribe.write(
                StorageKind.OMP_11,
                slot.day(),
                number,
                at,
                slot.department(),
                LIVE,
                (header, patient) -> Ssmix2Messages.given(
                        header,
                        patient,
                        slot.visit(),
                        order,
                        Pharmacy.taken(medicines, at, slot.department().doctor())));
    }

    /// To the next visit, in whole weeks; five days for what passes.
    private static int days(List<Sickness> active) {
        return active.stream()
                .filter(sickness -> !sickness.illness().passes())
                .mapToInt(sickness -> Math.min(84, sickness.illness().everyDays()) / 7 * 7)
                .min()
                .orElse(5);
    }
}
