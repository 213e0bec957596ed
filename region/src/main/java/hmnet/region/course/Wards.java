package hmnet.region.course;

import static hmnet.formats.ssmix2.storage.StorageName.Flag.LIVE;

import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.region.plan.Chance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stays in hospital (入院): admission, infusions ordered and given, medicines, blood tests, discharge.
final class Wards {
    private final Chart chart;
    private final Scribe scribe;
    private final Orders orders;
    private final PrescriptionOrders prescriptions;
    private @Nullable LocalDate lastStay;

    Wards(Chart chart, Scribe scribe, Orders orders, PrescriptionOrders prescriptions) {
        this.chart = chart;
        this.scribe = scribe;
        this.orders = orders;
        this.prescriptions = prescriptions;
    }

    /// An illness that needs a bed needs it at most every ten weeks, and not while it is new year.
    boolean isDue(LocalDate day, List<Sickness> active, Chance chance) {
        var illness = active.getLast().illness();
        var enoughTime = lastStay == null || day.isAfter(lastStay.plusDays(70));
        var over = day.plusDays(illness.daysInHospital() + 3L)
                .isBefore(chart.plan().today());
        return illness.daysInHospital() > 0
                && enoughTime
                && over
                && (chance.percent(45) || chart.resident().featured() != null);
    }

    void stay(LocalDate visited, Department department, List<Sickness> active, Chance chance) {
        var illness = active.getLast().illness();
        var day = visited.plusDays(1);
        var last = day.plusDays(illness.daysInHospital());
        lastStay = last;
        var admitted = Scribe.at(day, 10, chance.between(0, 59));
        var bed = new Visit(
                true,
                department.code(),
                "W" + chance.between(3, 9),
                "3" + chance.between(10, 40),
                "1",
                department.doctor(),
                admitted,
                null);
        scribe.write(
                StorageKind.ADT_22,
                day,
                "",
                admitted,
                department,
                LIVE,
                (header, patient) -> Ssmix2Messages.admission(header, patient, bed));
        for (var on = day; on.isBefore(last); on = on.plusDays(3)) {
            var slot = new Orders.Slot(Scribe.at(on, 6, 40), bed, department, active, chance);
            orders.laboratory(slot, Script.byLot(chance));
            infusion(slot, illness.infusions());
        }
        prescriptions.prescription(new Orders.Slot(Scribe.at(last, 8, 0), bed, department, active, chance));
        var discharged = Scribe.at(last, 10, 30);
        var left = new Visit(
                true, department.code(), bed.ward(), bed.room(), bed.bed(), department.doctor(), admitted, discharged);
        scribe.write(
                StorageKind.ADT_52,
                last,
                "",
                discharged,
                department,
                LIVE,
                (header, patient) -> Ssmix2Messages.discharge(header, patient, left));
    }

    private void infusion(Orders.Slot slot, List<String> infusions) {
        if (infusions.isEmpty()) {
            return;
        }
        var number = scribe.nextOrder(slot.day());
        var start = Scribe.at(slot.day(), 13, 0);
        var ordered = order(slot, number, start.minusHours(1));
        scribe.write(
                StorageKind.OMP_02,
                slot.day(),
                number,
                start.minusHours(1),
                slot.department(),
                LIVE,
                (header, patient) -> Ssmix2Messages.injection(
                        header,
                        patient,
                        slot.visit(),
                        ordered,
                        List.of(Pharmacy.INPATIENT),
                        List.of(Pharmacy.infusion(infusions, start))));
        var done = order(slot, number, start.plusHours(4));
        scribe.write(
                StorageKind.OMP_12,
                slot.day(),
                number,
                start.plusHours(4),
                slot.department(),
                LIVE,
                (header, patient) -> Ssmix2Messages.given(
                        header,
                        patient,
                        slot.visit(),
                        done,
                        Pharmacy.infused(infusions, start, slot.department().doctor())));
    }

    private static Order order(Orders.Slot slot, String number, OffsetDateTime at) {
        return slot.order("NW", number, at);
    }
}
