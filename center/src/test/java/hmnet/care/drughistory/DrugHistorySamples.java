package hmnet.care.drughistory;

import hmnet.care.drughistory.DrugHistoryScreen.HistoryFacility;
import hmnet.care.drughistory.DrugHistoryScreen.HistoryRow;
import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.SampleMedicines;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.QrDrawing;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The invented resident's history of drugs, injections and handbook (見本の方の薬歴).
public final class DrugHistorySamples {
    private static final Messages M = Messages.in(Language.JAPANESE);

    private DrugHistorySamples() {}

    public static DrugHistoryScreen history(ChartFrame chart, List<FacilityCoverage> received) {
        var entries = SampleMedicines.entries();
        var rows = HistoryRows.of(entries, entries, DispensingLinks.of(entries, Map.of(), SampleMedicines::name));
        return new DrugHistoryScreen(
                chart,
                List.of(new HistoryFacility("1", "見本市民病院", false)),
                rows.stream()
                        .map(row -> new HistoryRow(
                                Timelines.day(row.anchor()),
                                row.prescribed() == null ? null : cell(row.prescribed(), chart),
                                row.dispensed().stream()
                                        .map(entry -> cell(entry, chart))
                                        .toList()))
                        .toList(),
                chart.path() + "/medicines/history?before=x",
                null,
                received);
    }

    private static Prescription cell(ChartEntry entry, ChartFrame chart) {
        return Prescriptions.of(entry, chart.path(), SampleMedicines::name, M);
    }

    public static InjectionsScreen injections(ChartFrame chart) {
        var entries = List.of(
                HardPrescriptions.entry(HardPrescription.NOT_GIVEN),
                HardPrescriptions.entry(HardPrescription.INFUSION_RATE_CHANGES));
        return new InjectionsScreen(
                chart,
                Injections.days(entries, chart.path(), SampleMedicines::name, M),
                null,
                chart.path() + "/medicines/injections",
                List.of());
    }

    public static HandbookScreen handbook(ChartFrame chart, LocalDate today) {
        var dark = new boolean[33][33];
        for (int n = 0; n < dark.length; n++) {
            dark[n][n] = true;
        }
        return new HandbookScreen(
                chart,
                today,
                List.of("アムロジピンOD錠5mg「例示」", "ワーファリン錠1mg"),
                List.of("量の記載のない薬"),
                3,
                List.of(QrDrawing.of(dark), QrDrawing.of(dark)));
    }
}
