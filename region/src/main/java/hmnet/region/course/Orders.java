package hmnet.region.course;

import static hmnet.formats.ssmix2.storage.StorageName.Flag.LIVE;
import static hmnet.formats.ssmix2.storage.StorageName.Flag.RETRACTED;
import static hmnet.formats.ssmix2.storage.StorageName.Flag.SUPERSEDED;

import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.region.plan.Chance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// What a doctor orders at a visit and what comes of it (オーダと結果): laboratory and prescriptions, with
/// their later corrections.
final class Orders {
    private final Scribe scribe;
    private final Laboratory laboratory;

    Orders(Chart chart, Scribe scribe) {
        this.scribe = scribe;
        this.laboratory = new Laboratory(chart);
    }

    /// One meeting of patient and doctor.
    record Slot(OffsetDateTime at, Visit visit, Department department, List<Sickness> active, Chance chance) {
        LocalDate day() {
            return at.toLocalDate();
        }

        Order order(String control, String number, OffsetDateTime at) {
            return new Order(control, number, at, department.doctor(), department.name(), visit.inpatient());
        }
    }

    void laboratory(Slot slot, Script script) {
        var number = scribe.nextOrder(slot.day());
        var ordered = slot.at().plusMinutes(10);
        var besides = script == Script.WITH_HIV_TEST ? List.of(Analyte.of("hiv")) : List.<Analyte>of();
        var found = laboratory.specimens(ordered.plusMinutes(15), number, slot.active(), besides, "F");
        if (slot.chance().percent(12)) {
            var order = slot.order("NW", number, ordered);
            scribe.write(
                    StorageKind.OML_01,
                    slot.day(),
                    number,
                    ordered,
                    slot.department(),
                    LIVE,
                    (header, patient) -> Ssmix2Messages.labOrder(header, patient, slot.visit(), order, found));
        }
        var reported = ordered.plusMinutes(95);
        switch (script) {
            case USUAL, WITH_HIV_TEST -> result(slot, number, reported, LIVE, "SC", found);
            case PRELIMINARY -> {
                var preliminary = laboratory.specimens(ordered.plusMinutes(15), number, slot.active(), besides, "P");
                result(slot, number, reported, SUPERSEDED, "SC", preliminary);
                result(slot, number, reported.plusHours(4), LIVE, "SC", found);
            }
            case CORRECTED -> {
                result(slot, number, reported, SUPERSEDED, "SC", found);
                result(slot, number, reported.plusHours(26), LIVE, "SC", Correction.of(found));
            }
            case RETRACTED -> {
                result(slot, number, reported, RETRACTED, "SC", found);
                result(slot, number, reported.plusHours(3), RETRACTED, "CA", found);
            }
        }
    }

    private void result(
            Slot slot, String number, OffsetDateTime at, Flag flag, String control, List<LabSpecimen> found) {
        var order = slot.order(control, number, at);
        scribe.write(
                StorageKind.OML_11,
                slot.day(),
                number,
                at,
                slot.department(),
                flag,
                (header, patient) -> Ssmix2Messages.labResult(header, patient, slot.visit(), order, found));
    }

    void prescription(Slot slot) {
        var medicines = Pharmacy.medicines(slot.active());
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
