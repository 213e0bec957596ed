package hmnet.care.viewer;

import hmnet.care.chartforms.ChartFormScreens;
import hmnet.care.checkups.SampleCheckups;
import hmnet.care.documents.SampleDocuments;
import hmnet.care.drughistory.DrugHistorySamples;
import hmnet.care.emergency.EmergencyScreens;
import hmnet.care.lifebox.LifeboxScreens;
import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.care.notes.NotesScreens;
import hmnet.care.reasons.ReasonsScreen;
import hmnet.care.recordpage.HardRecords;
import hmnet.care.search.SampleSearch;
import hmnet.care.shelter.ShelterScreens;
import hmnet.care.summary.SummarySamples;
import hmnet.care.timeline.SampleTimeline;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.vitals.SampleVitals;
import hmnet.consent.sight.SightScreens;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.record.charts.OriginalLook;
import hmnet.record.charts.OriginalLook.WithheldReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The viewer's screens, filled with an invented chart (ビューワの下見).
public final class ViewerScreens {
    private ViewerScreens() {}

    public static List<Screen> all() {
        var pages = List.of(
                screen(
                        "summary",
                        "care/summary/summary",
                        SummarySamples.screen(Sample.chart(ChartTab.SUMMARY), Sample.TODAY)),
                screen(
                        "timeline",
                        "care/timeline/timeline",
                        SampleTimeline.screen(Sample.chart(ChartTab.TIMELINE), Sample.RECEIVED)),
                screen(
                        "timeline-empty",
                        "care/timeline/timeline",
                        SampleTimeline.empty(Sample.chart(ChartTab.TIMELINE), Sample.RECEIVED)),
                screen(
                        "search",
                        "care/search/search",
                        SampleSearch.screen(
                                Sample.chart(ChartTab.TIMELINE),
                                SampleTimeline.lines(Sample.chart(ChartTab.TIMELINE)))),
                screen(
                        "documents",
                        "care/documents/documents",
                        SampleDocuments.screen(
                                Sample.chart(ChartTab.DOCUMENTS),
                                SampleTimeline.lines(Sample.chart(ChartTab.DOCUMENTS)))),
                screen("medicines", "care/medicines/medicines", SampleDetails.medicines()),
                screen(
                        "medicines-hard",
                        "care/medicines/medicines",
                        HardPrescriptions.screen(Sample.chart(ChartTab.MEDICINES), Sample.HOSPITAL, Sample.RECEIVED)),
                screen(
                        "drug-history",
                        "care/drughistory/history",
                        DrugHistorySamples.history(Sample.chart(ChartTab.MEDICINES), Sample.RECEIVED)),
                screen(
                        "injections",
                        "care/drughistory/injections",
                        DrugHistorySamples.injections(Sample.chart(ChartTab.MEDICINES))),
                screen(
                        "handbook",
                        "care/drughistory/handbook",
                        DrugHistorySamples.handbook(Sample.chart(ChartTab.MEDICINES), Sample.TODAY)),
                screen("laboratory", "care/labsheet/laboratory", SampleDetails.laboratory()),
                screen("laboratory-long", "care/labsheet/laboratory", LongSheet.screen()),
                screen("laboratory-empty", "care/labsheet/laboratory", SampleDetails.emptyLaboratory()),
                screen("microbiology", "care/microbiology/microbiology", LaboratoryPages.microbiology()),
                screen("blood-bank", "care/bloodbank/bloodbank", LaboratoryPages.bloodBank()),
                screen(
                        "vitals",
                        "care/vitals/vitals",
                        SampleVitals.screen(
                                Sample.chart(ChartTab.VITALS), SampleTimeline.lines(Sample.chart(ChartTab.VITALS)))),
                screen(
                        "vitals-empty",
                        "care/vitals/vitals",
                        SampleVitals.empty(Sample.chart(ChartTab.VITALS), Sample.RECEIVED)),
                screen("checkups", "care/checkups/checkups", SampleCheckups.screen(Sample.chart(ChartTab.CHECKUPS))),
                screen("diagnoses", "care/viewer/diagnoses", SampleDetails.diagnoses()),
                screen("admissions", "care/viewer/admissions", SampleDetails.admissions()),
                screen("record", "care/recordpage/record", SampleRecords.record()),
                hardRecord("record-weekly", HardPrescription.WEEKLY_METHOTREXATE),
                hardRecord("record-not-given", HardPrescription.NOT_GIVEN),
                screen("record-files", "care/recordpage/record", SampleRecords.letter()),
                preview("preview", true, false),
                preview("preview-missing", false, false),
                preview("preview-film", true, true),
                original("original", new OriginalLook.Shown("MSH|^~\\&|HIS|見本\nPID|1||0012345\n", 42)));
        var withheld = Stream.of(WithheldReason.values())
                .map(why ->
                        original("original-" + why.name().toLowerCase(Locale.ROOT), new OriginalLook.Withheld(why)));
        var closed = Stream.of(
                        "consent-withdrawn",
                        "consent-missing",
                        "closed-by-person",
                        "facility-does-not-view",
                        "emergency-doors-only")
                .map(reason -> screen("closed-" + reason, "care/viewer/closed", new ClosedScreen(reason, null)));
        var notes = Stream.concat(
                Stream.concat(
                        NotesScreens.all(Sample.team(true)).stream(),
                        Stream.concat(
                                ChartFormScreens.all(Sample.team(true)).stream(),
                                LifeboxScreens.inChart(Sample.team(true)).stream())),
                Stream.of(screen(
                        "summary-team",
                        "care/summary/summary",
                        SummarySamples.screen(Sample.team(false), Sample.TODAY))));
        var reasons = Stream.of(screen(
                "reasons",
                "care/reasons/reasons",
                new ReasonsScreen(Sample.chart(ChartTab.SUMMARY), SightScreens.READER)));
        var emergency = EmergencyScreens.all(SummarySamples.screen(Sample.chart(ChartTab.SUMMARY), Sample.TODAY));
        var shelter = ShelterScreens.all(SummarySamples.screen(Sample.chart(ChartTab.SUMMARY), Sample.TODAY));
        return Stream.of(pages.stream(), withheld, closed, notes, reasons, emergency.stream(), shelter.stream())
                .flatMap(screens -> screens)
                .toList();
    }

    private static Screen preview(String name, boolean drawn, boolean film) {
        return screen(
                name, "care/recordpage/preview", HardRecords.preview(Sample.chart(ChartTab.TIMELINE), drawn, film));
    }

    private static Screen original(String name, OriginalLook look) {
        var chart = Sample.chart(ChartTab.LABORATORY);
        return screen(name, "care/recordpage/original", HardRecords.original(chart, Sample.HOSPITAL, look));
    }

    private static Screen hardRecord(String name, HardPrescription hard) {
        var chart = Sample.chart(ChartTab.MEDICINES);
        return screen(name, "care/recordpage/record", HardRecords.screen(chart, Sample.HOSPITAL, hard));
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, template, Preview.DOCTOR, Sample.PATH + "/timeline", Map.of("page", page));
    }
}
