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

/// What a doctor orders of the laboratory at a visit and what comes of it (検査オーダと結果), with later corrections.
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
}
