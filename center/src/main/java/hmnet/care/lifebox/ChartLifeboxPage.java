package hmnet.care.lifebox;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import hmnet.record.forms.KeptSheet;
import hmnet.record.forms.SignedSheets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The life box in an open chart (カルテの命の宝箱): read as far as the grant shows its sheet; staff write one for the person
/// by the pages for sheets, and note that the person signed it on paper.
@Controller
class ChartLifeboxPage {
    private static final Set<String> TOLD = Set.of("paper", "unconfirmed", "paper-missing");
    private static final ViewRequest VIEW = new ViewRequest(ChartView.LIFEBOX, Optional.empty());

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final Lifeboxes lifeboxes;
    private final BoxDrawing drawing;
    private final BoxAuthors authors;
    private final BoxSigning signing;
    private final SignedSheets signedSheets;

    ChartLifeboxPage(
            ChartPages chartPages,
            ChartFrames chartFrames,
            Lifeboxes lifeboxes,
            BoxDrawing drawing,
            BoxAuthors authors,
            BoxSigning signing,
            SignedSheets signedSheets) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.lifeboxes = lifeboxes;
        this.drawing = drawing;
        this.authors = authors;
        this.signing = signing;
        this.signedSheets = signedSheets;
    }

    @GetMapping("/people/{person}/lifebox")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.LIFEBOX, chart -> screen(chart, Pages.known(TOLD, told), frame));
    }

    private ChartBoxScreen screen(Chart chart, @Nullable String told, Frame frame) {
        var m = frame.m();
        var person = chart.person().id();
        var proposal = lifeboxes.proposal(person).filter(box -> isShown(chart, box));
        return new ChartBoxScreen(
                chartFrames.beside(chart, ChartTab.DOCUMENTS, m),
                told,
                lifeboxes
                        .standing(person)
                        .filter(box -> isShown(chart, box))
                        .map(box -> drawing.whole(box, m))
                        .orElse(null),
                proposal.map(box -> drawing.whole(box, m)).orElse(null),
                proposal.filter(box -> isOf(box, chart.requester())).isPresent(),
                chart.requester().direction().discloses()
                        ? lifeboxes.sheet().map(KeptSheet::id).orElse(0L)
                        : 0);
    }

    /// As far as the grant shows the sheet itself, which lies in the chart.
    private static boolean isShown(Chart chart, KeptBox box) {
        return chart.all(RecordKind.DOCUMENT.mask(), Optional.of(box.facility()), CareSpan.at(box.signedAt())).stream()
                .anyMatch(entry -> entry.patient().filter(box.patient()::equals).isPresent());
    }

    private static boolean isOf(KeptBox box, Requester requester) {
        return box.facility().equals(requester.facility());
    }

    /// Notes that the person signed on paper what this facility wrote for them: from then on it is their own.
    @PostMapping("/people/{person}/lifebox/{id}/paper")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> paper(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String paper,
            Requester requester,
            Frame frame) {
        var path = "/people/" + person + "/lifebox?told=";
        if (!paper.equals("yes")) {
            return chartPages.take(
                    requester,
                    person,
                    frame,
                    VIEW,
                    chart -> Optional.of("paper-missing"),
                    told -> Pages.seeOther(path + told));
        }
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> lifeboxes
                        .proposal(person)
                        .filter(box -> box.id().equals(id) && isOf(box, requester) && isShown(chart, box)),
                box -> signed(person, box, requester, frame, path));
    }

    /// The chart in the handbook is made only for whoever was found to have this chart open.
    private ResponseEntity<?> signed(PersonId person, KeptBox box, Requester requester, Frame frame, String path) {
        var author = authors.ready(person, requester);
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> Optional.of(author.flatMap(known -> signing.confirm(known, box.id(), "paper"))),
                signed -> {
                    signed.ifPresent(signedSheets::handOver);
                    return Pages.seeOther(path + (signed.isPresent() ? "paper" : "unconfirmed"));
                });
    }
}
