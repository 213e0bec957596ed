package hmnet.care.viewer;

import static hmnet.care.viewer.Sample.CLINIC;
import static hmnet.care.viewer.Sample.HOSPITAL;
import static hmnet.care.viewer.Sample.PATH;
import static hmnet.care.viewer.Sample.PHARMACY;
import static hmnet.care.viewer.Sample.TODAY;

import hmnet.care.medicines.CurrentTable;
import hmnet.care.medicines.DrugIdentity;
import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;

/// The invented resident's medicines of two hospitals and a pharmacy (見本の方の薬).
public final class SampleMedicines {
    private static final FacilityId SHOP = new FacilityId(3);

    private SampleMedicines() {}

    public static String name(FacilityId facility) {
        return facility.equals(SHOP) ? PHARMACY : facility.equals(Filed.HOSPITAL) ? HOSPITAL : CLINIC;
    }

    public static CurrentTable current() {
        return CurrentTable.of(entries(), TODAY, PATH, SampleMedicines::name, Messages.in(Language.JAPANESE));
    }

    /// The newest first.
    public static List<ChartEntry> entries() {
        return List.of(
                dispensed("2026-11-20T15:00", HOSPITAL, "2171022F2150", "アムロジピンOD錠5mg「例示」", "1", 28),
                ordered(Filed.HOSPITAL, "2026-11-20T09:00", "2171022F2029", "アムロジピンOD錠5mg「見本」", "1", 28),
                ordered(Filed.HOSPITAL, "2026-11-20T09:00", "3332001F1024", "ワーファリン錠1mg", "2.5", 28),
                ordered(Filed.CLINIC, "2026-11-12T10:00", "2171022F1022", "アムロジピン錠2.5mg", "1", 14),
                ordered(Filed.CLINIC, "2026-11-12T10:00", "", "ロキソプロフェン錠60mg", "1", 0),
                ordered(Filed.HOSPITAL, "2026-10-23T09:00", "3332001F1024", "ワーファリン錠1mg", "2", 28),
                dispensed("2026-10-23T15:00", HOSPITAL, "2171022F2150", "アムロジピンOD錠5mg「例示」", "1", 28),
                ordered(Filed.HOSPITAL, "2026-10-23T09:00", "2171022F2029", "アムロジピンOD錠5mg「見本」", "1", 28));
    }

    private static ChartEntry ordered(FacilityId facility, String at, String code, String name, String dose, int days) {
        return Filed.medicines(
                RecordKind.PRESCRIPTION,
                facility,
                at,
                "",
                Filed.coded(CodingSystems.YJ, code, name, dose, days, CareState.ACTIVE));
    }

    private static ChartEntry dispensed(String at, String place, String code, String name, String dose, int days) {
        return Filed.medicines(
                RecordKind.DISPENSING,
                SHOP,
                at,
                place,
                Filed.coded(CodingSystems.YJ, code, name, dose, days, CareState.ACTIVE));
    }

    static Course course(String drug, String facility, boolean current, List<LocalDate> starts) {
        return new Course(
                new DrugIdentity(Filed.HOSPITAL, "", "", drug, ""),
                Course.CourseAct.PRESCRIBED,
                facility,
                current,
                "",
                starts.stream()
                        .map(from -> new Course.Supply(from, from.plusDays(27), true, "1 錠", false))
                        .toList());
    }
}
