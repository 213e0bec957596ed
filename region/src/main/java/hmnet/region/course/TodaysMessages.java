package hmnet.region.course;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a hospital's systems say of somebody who came today, after the storage was written (当日の電文): a reception or an
/// admission (ADT), results (ORU^R01) and a prescription (RDE^O11), each from the system that does it.
public final class TodaysMessages {
    private static final double COMING_PERCENT = 30;
    private static final double ADMITTED_PERCENT = 15;
    private static final int DAYS = 14;

    private final Chart chart;
    private final Chance chance;
    private final List<byte[]> messages = new ArrayList<>();

    private TodaysMessages(Chart chart) {
        this.chart = chart;
        this.chance = chart.chance("today");
    }

    /// In the order in which they are said; none of somebody who did not come.
    public static List<byte[]> of(Plan plan, Resident resident, Facility hospital) {
        var chart = Chart.of(plan, resident, hospital);
        return comes(chart) ? new TodaysMessages(chart).said() : List.of();
    }

    /// Nobody is at two hospitals on one day.
    static boolean comes(Chart chart) {
        var resident = chart.resident();
        var today =
                Chance.of(chart.plan().seed(), "where today", resident.index()).of(resident.hospitals());
        return isFollowed(chart) && chart.hospital().equals(Facility.HOSPITALS.get(today));
    }

    /// The featured and three in ten others: those of whom a hospital sends more than its storage holds.
    static boolean isFollowed(Chart chart) {
        return chart.resident().featured() != null
                || chart.chance("comes today").percent(COMING_PERCENT);
    }

    static List<Sickness> active(Chart chart) {
        return chart.sicknesses().stream()
                .filter(sickness -> sickness.isActive(chart.plan().today()))
                .toList();
    }

    private List<byte[]> said() {
        var active = active(chart);
        if (active.isEmpty()) {
            return List.of();
        }
        var department = active.getLast().illness().department();
        var came = Scribe.at(chart.plan().today(), 9, chance.between(0, 50));
        var admitted = chance.percent(ADMITTED_PERCENT);
        var visit = admitted
                ? new Visit(true, department.code(), "W5", "501", "2", department.doctor(), came, null)
                : Visit.outpatient(department.code(), department.doctor(), came);
        var patient = Scribe.patient(chart);
        messages.add(stripped(
                admitted
                        ? Ssmix2Messages.admission(header("REGIST", came), patient, visit)
                        : Ssmix2Messages.reception(header("REGIST", came), patient, visit)));
        results(patient, department, came.plusMinutes(70), active);
        prescription(patient, visit, department, came.plusMinutes(95), active);
        return messages;
    }

    private Header header(String system, OffsetDateTime at) {
        var number = chart.hospital().chartNumber(chart.resident().index());
        return new Header(
                system,
                chart.hospital().code(),
                at,
                "D" + number + String.format(Locale.ROOT, "%02d", messages.size()));
    }

    private String order(int kind) {
        return "9" + kind + String.format(Locale.ROOT, "%013d", chart.resident().index());
    }

    private void results(PatientLine patient, Department department, OffsetDateTime at, List<Sickness> active) {
        var number = order(1);
        var found = new Laboratory(chart).specimens(at.minusMinutes(60), number, active, List.of(), "F");
        if (found.isEmpty()) {
            return;
        }
        var header = header("LIS", at);
        var message = new MessageBuilder();
        message.header(header.application(), header.facility(), at, "ORU^R01^ORU_R01", header.controlId());
        var name = patient.name();
        message.segment("PID")
                .set(1, "1")
                .set(3, patient.number(), "", "", "", "PI")
                .set(5, name.family(), name.given(), "", "", "", "", "L", "I")
                .set(7, patient.birthDate() == null ? "" : Hl7Time.hl7(patient.birthDate()))
                .set(8, patient.sex());
        for (int i = 0; i < found.size(); i++) {
            specimen(message, i + 1, number + "-" + (i + 1), found.get(i), department);
        }
        messages.add(message.toBytes());
    }

    private static void specimen(
            MessageBuilder message, int set, String number, LabSpecimen specimen, Department department) {
        var panel = specimen.panel();
        message.segment("OBR")
                .set(1, String.valueOf(set))
                .set(2, number)
                .set(4, panel.code(), panel.text(), panel.system())
                .set(7, Hl7Time.hl7(specimen.collectedAt()))
                .set(
                        16,
                        department.doctor().id(),
                        department.doctor().family(),
                        department.doctor().given())
                .set(22, Hl7Time.hl7(specimen.reportedAt()))
                .set(25, "F");
        int line = 0;
        for (var item : specimen.items()) {
            result(message, ++line, item, specimen.collectedAt());
        }
        var material = specimen.type();
        message.segment("SPM")
                .set(1, String.valueOf(set))
                .set(2, specimen.id())
                .set(4, material.code(), material.text(), material.system())
                .set(17, Hl7Time.hl7(specimen.collectedAt()));
    }

    private static void result(MessageBuilder message, int line, LabItem item, OffsetDateTime at) {
        message.segment("OBX")
                .set(1, String.valueOf(line))
                .set(2, item.type())
                .set(3, item.code().code(), item.code().text(), item.code().system())
                .set(5, item.value())
                .set(6, words(item.unit()))
                .set(7, item.range())
                .set(8, item.flag())
                .set(11, item.status())
                .set(14, Hl7Time.hl7(at));
    }

    private static String[] words(CodedText text) {
        return new String[] {text.code(), text.text(), text.system()};
    }

    private void prescription(
            PatientLine patient, Visit visit, Department department, OffsetDateTime at, List<Sickness> active) {
        var medicines = Pharmacy.medicines(active, chart.resident().ageOn(at.toLocalDate()));
        if (medicines.isEmpty()) {
            return;
        }
        var order = new Order("NW", order(2), at, department.doctor(), department.name(), visit.inpatient());
        messages.add(stripped(Ssmix2Messages.prescription(
                header("CPOE", at),
                patient,
                visit,
                order,
                List.of(visit.inpatient() ? Pharmacy.INPATIENT : Pharmacy.OUTPATIENT),
                Pharmacy.rps(medicines, at.toLocalDate(), DAYS))));
    }

    /// Files of the storage end with a mark that the frame of a message has already.
    private static byte[] stripped(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }
}
