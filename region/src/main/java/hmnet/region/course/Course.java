package hmnet.region.course;

import static hmnet.formats.ssmix2.storage.StorageName.Flag.LIVE;

import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.gateway.StorageFile;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.LocalDate;
import java.util.List;

/// All that one hospital has written about one resident up to the plan's today (診療の経過): the storage as
/// it stands, with history (`_2`) and what was taken back (`_0`).
public final class Course {
    private final Chart chart;
    private final Scribe scribe;
    private final Orders orders;
    private final PrescriptionOrders prescriptions;
    private final Wards wards;
    private final Papers papers;

    private Course(Chart chart) {
        this.chart = chart;
        this.scribe = new Scribe(chart);
        this.orders = new Orders(chart, scribe);
        this.prescriptions = new PrescriptionOrders(chart, scribe);
        this.wards = new Wards(chart, scribe, orders, prescriptions);
        this.papers = new Papers(chart, scribe);
    }

    public static List<StorageFile> of(Plan plan, Resident resident, Facility hospital) {
        return new Course(Chart.of(plan, resident, hospital)).run();
    }

    private List<StorageFile> run() {
        var visits = Visits.of(chart);
        papers.write(visits);
        for (var number = 0; number < visits.size(); number++) {
            visit(visits.get(number), number, visits.size());
        }
        return scribe.files();
    }

    private void visit(LocalDate day, int number, int visits) {
        var chance = chart.chance("visit" + number);
        var active = chart.sicknesses().stream().filter(s -> s.isActive(day)).toList();
        var department = active.isEmpty()
                ? Department.of("01")
                : active.getLast().illness().department();
        var start = Scribe.at(day, 8 + chance.between(0, 6), chance.between(0, 59));
        var visit = Visit.outpatient(department.code(), department.doctor(), start);
        // A reception is registered once a day; the time in its name says when.
        scribe.write(
                StorageKind.ADT_12,
                day,
                "",
                start,
                department,
                LIVE,
                (header, patient) -> Ssmix2Messages.reception(header, patient, visit));
        if (active.isEmpty()) {
            return;
        }
        var slot = new Orders.Slot(start, visit, department, active, chance);
        if (number == 0 || chart.resident().featured() != null || chance.percent(72)) {
            orders.laboratory(slot, Script.of(chart, number, visits));
        }
        if (chance.percent(93)) {
            prescriptions.prescription(slot);
        }
        if (wards.isDue(day, active, chance)) {
            wards.stay(day, department, active, chance);
        }
    }
}
