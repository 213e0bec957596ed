package hmnet.care.standby;

import hmnet.care.labsheet.ResultDays;
import hmnet.care.standby.StandbyFile.StandbyPerson;
import hmnet.care.summary.FirstLooks;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.record.charts.Chart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What a copy says of somebody (写しの一人分): what an emergency needs first, and the newest results, from the facility's
/// own
/// records.
@Component
class StandbyPersons {
    private final FirstLooks firstLooks;
    private final ChartFrames chartFrames;
    private final Pages pages;
    private final Frame frame;

    StandbyPersons(FirstLooks firstLooks, ChartFrames chartFrames, Pages pages, Assets assets) {
        this.firstLooks = firstLooks;
        this.chartFrames = chartFrames;
        this.pages = pages;
        this.frame = new Frame(Messages.in(Language.JAPANESE), "/standby", null, null, assets, List.of());
    }

    /// Copies are in Japanese, whoever asked for them.
    Frame frame() {
        return frame;
    }

    StandbyPerson of(OwnChart own, Chart chart) {
        var look = firstLooks.own(chart, entry -> true, frame.m());
        var results = ResultDays.recent(chart, chartFrames.today(), chartFrames::name, frame.m());
        var page = pages.render(
                "care/standby/person",
                frame,
                Map.of(
                        "own", own,
                        "look", look,
                        "results", results,
                        "erased", chartFrames.erased(chart),
                        "untold", chart.untold()));
        var birth = own.said().birthDate();
        return new StandbyPerson(
                own.number(), own.name(), own.kana(), birth == null ? "" : birth.toString(), page.strip());
    }
}
