package hmnet.care.viewer;

import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Invented rows of a chart (見本の記録), as filing would have left them.
public final class Filed {
    public static final FacilityId HOSPITAL = new FacilityId(1);
    public static final FacilityId CLINIC = new FacilityId(2);
    public static final String POTASSIUM = "3H015000002326101";

    private Filed() {}

    public static String name(FacilityId facility) {
        return facility.equals(HOSPITAL) ? "見本病院" : "ひな形診療所";
    }

    static OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(moment + ":00+09:00");
    }

    static ChartEntry entry(RecordKind kind, FacilityId facility, String at, Extract extract) {
        return new ChartEntry(
                UUID.randomUUID(), kind, facility, "01", at(at), at(at), Set.of(), false, false, "見本", extract.write());
    }

    /// Any row as filing would have left it.
    public static ChartEntry of(RecordKind kind, FacilityId facility, String at, Extract extract) {
        return entry(kind, facility, at, extract);
    }

    public static ChartEntry laboratory(FacilityId facility, String at, LabExtract.AnalyteItem... items) {
        return entry(RecordKind.LABORATORY, facility, at, new LabExtract(List.of(items)));
    }

    public static LabExtract.AnalyteItem item(String code, String value, String unit) {
        return item(code, value, unit, "", "", "", "F");
    }

    public static LabExtract.AnalyteItem item(
            String code, String value, String unit, String low, String high, String flag, String status) {
        return new LabExtract.AnalyteItem(
                code, CodingSystems.JLAC10, "見本項目", value, unit, low, high, flag, status, "血清", at("2026-11-20T09:00"));
    }

    /// Under a code of the facility's own.
    public static LabExtract.AnalyteItem own(String name, String specimen, String value, String unit) {
        return new LabExtract.AnalyteItem(
                "K-1", "urn:hmnet:coding:99LAB", name, value, unit, "", "", "", "F", specimen, at("2026-11-20T09:00"));
    }

    public static ChartEntry prescription(
            FacilityId facility, String at, boolean given, PrescriptionExtract.DrugItem... items) {
        return entry(
                RecordKind.PRESCRIPTION,
                facility,
                at,
                new PrescriptionExtract("OHP", given, "", "", List.of(), List.of(items)));
    }

    /// Medicines as a hospital or a pharmacy files them.
    ///
    /// @param place where they were prescribed, as a pharmacy says it
    public static ChartEntry medicines(
            RecordKind kind, FacilityId facility, String at, String place, PrescriptionExtract.DrugItem... items) {
        return entry(kind, facility, at, new PrescriptionExtract("OHP", false, "", place, List.of(), List.of(items)));
    }

    /// A drug under a code, as much of it at one time.
    public static PrescriptionExtract.DrugItem coded(
            String system, String code, String name, String dose, int days, CareState state) {
        return new PrescriptionExtract.DrugItem(
                "1",
                code,
                code.isEmpty() ? "" : system,
                name,
                dose,
                "錠",
                "",
                "",
                "1日1回 朝食後",
                "",
                days,
                null,
                null,
                "",
                "",
                "",
                state,
                "",
                List.of(),
                List.of());
    }

    public static PrescriptionExtract.DrugItem drug(String rp, String name, int days, @Nullable LocalDate start) {
        return new PrescriptionExtract.DrugItem(
                rp,
                name,
                "",
                name,
                "1",
                "錠",
                "",
                "",
                "1日1回 朝食後",
                "",
                days,
                start,
                null,
                "",
                "",
                "",
                CareState.ACTIVE,
                "",
                List.of(),
                List.of());
    }

    /// As it was sent: amounts of one time and of one day, what became of it, and how it is taken.
    public static PrescriptionExtract.DrugItem drug(
            String dose, String daily, int days, String total, CareState state, String reason, String... details) {
        return new PrescriptionExtract.DrugItem(
                "1",
                "",
                "",
                "架空錠",
                dose,
                dose.isEmpty() ? "" : "錠",
                daily,
                daily.isEmpty() ? "" : "錠",
                "1日1回 朝食後",
                "",
                days,
                null,
                null,
                total,
                total.isEmpty() ? "" : "錠",
                "口",
                state,
                reason,
                List.of(details),
                List.of("粉砕"));
    }

    /// The same until a last day, from a first.
    public static PrescriptionExtract.DrugItem until(
            PrescriptionExtract.DrugItem item, LocalDate start, LocalDate end) {
        return new PrescriptionExtract.DrugItem(
                item.rp(),
                item.code(),
                item.system(),
                item.name(),
                item.dose(),
                item.doseUnit(),
                item.daily(),
                item.dailyUnit(),
                item.usage(),
                item.usageCode(),
                item.days(),
                start,
                end,
                item.total(),
                item.totalUnit(),
                item.route(),
                item.state(),
                item.reason(),
                item.details(),
                item.notes());
    }

    /// One result with what was said of it.
    public static LabExtract.AnalyteItem told(String value, String range, String flag, String status, String... notes) {
        return new LabExtract.AnalyteItem(
                POTASSIUM,
                CodingSystems.JLAC10,
                "見本項目",
                value,
                "mEq/L",
                "",
                "",
                range,
                flag,
                status,
                "血清",
                at("2026-11-20T09:00"),
                List.of(notes),
                "",
                "");
    }

    public static ChartEntry filed(RecordKind kind, Extract extract) {
        return entry(kind, HOSPITAL, "2026-11-20T09:00", extract);
    }

    static ChartEntry admitted(FacilityId facility, String at) {
        return stay(facility, at, "admitted", at(at));
    }

    static ChartEntry discharged(FacilityId facility, String at, @Nullable String admitted) {
        return stay(facility, at, "discharged", admitted == null ? null : at(admitted));
    }

    static ChartEntry move(String at, String from, String to) {
        return entry(
                RecordKind.ADMISSION,
                HOSPITAL,
                at,
                new StayExtract("moved", "01", to, from, "", at(at), null, null, "", List.of()));
    }

    static ChartEntry discharge(String at, String outcome) {
        return entry(
                RecordKind.ADMISSION,
                HOSPITAL,
                at,
                new StayExtract("discharged", "01", "", "", "", at(at), null, at(at), outcome, List.of()));
    }

    private static ChartEntry stay(FacilityId facility, String at, String event, @Nullable OffsetDateTime admitted) {
        return entry(
                RecordKind.ADMISSION,
                facility,
                at,
                new StayExtract(
                        event,
                        "01",
                        "5東",
                        "",
                        "",
                        at(at),
                        admitted,
                        event.equals("discharged") ? at(at) : null,
                        "",
                        List.of()));
    }
}
