package hmnet.care.printing;

import static hmnet.formats.model.code.RecordKind.CARE;
import static hmnet.formats.model.code.RecordKind.DOCUMENT;
import static hmnet.formats.model.code.RecordKind.REPORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.care.printing.Booklet.SheetHead;
import hmnet.care.printing.PrintScreen.PrintablePaper;
import hmnet.care.recordpage.WholeRecord;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.PrintedPart;
import hmnet.care.viewer.Timelines;
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
import hmnet.record.previews.PdfPrinter;
import hmnet.record.previews.PrintedPdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Views and papers of a chart as one PDF (印刷): what was chosen is decided and traced as one disclosure, drawn by the
/// templates of the viewer after the commit, and printed.
@Controller
class PrintPage {
    /// How many papers one print holds.
    static final int MOST_PAPERS = 20;

    private static final int LISTED = 60;
    private static final long PAPERS = REPORT.mask() | DOCUMENT.mask() | CARE.mask();
    private static final ViewRequest PRINT = new ViewRequest(ChartView.PRINT, Optional.empty());
    private static final ViewRequest CHOICE = new ViewRequest(ChartView.PRINT_CHOICE, Optional.empty());

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final List<PrintedPart> parts;
    private final WholeRecord wholeRecord;
    private final PdfPrinter printer;
    private final Pages pages;

    PrintPage(
            ChartPages chartPages,
            ChartFrames chartFrames,
            List<PrintedPart> parts,
            WholeRecord wholeRecord,
            PdfPrinter printer,
            Pages pages) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.parts = parts;
        this.wholeRecord = wholeRecord;
        this.printer = printer;
        this.pages = pages;
    }

    @GetMapping("/people/{person}/print")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> choose(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.show(requester, person, frame, ChartView.PRINT_CHOICE, chart -> screen(chart, frame));
    }

    private PrintScreen screen(Chart chart, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.DOCUMENTS, frame.m());
        return new PrintScreen(
                shell,
                parts.stream().map(PrintedPart::word).toList(),
                chart.entries(PAPERS, Optional.empty(), CareSpan.all(), LISTED).stream()
                        .map(entry -> new PrintablePaper(
                                entry.id(), Timelines.day(entry), chartFrames.name(entry.facility()), entry.title()))
                        .toList(),
                printer.missing());
    }

    /// The file. Where nothing was chosen, or too much, the choice is asked for again.
    @GetMapping("/people/{person}/print/file")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> file(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") List<String> part,
            @RequestParam(defaultValue = "") List<UUID> paper,
            Requester requester,
            Frame frame) {
        if (part.isEmpty() && paper.isEmpty() || paper.size() > MOST_PAPERS) {
            return chartPages.hand(requester, person, frame, CHOICE, chart -> Optional.of(askedAgain(person)));
        }
        return chartPages.take(
                requester,
                person,
                frame,
                PRINT,
                chart -> Optional.of(taken(chart, part, paper, requester, frame)),
                taken -> printed(taken, frame));
    }

    private static ResponseEntity<byte[]> askedAgain(PersonId person) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/people/" + person + "/print"))
                .build();
    }

    /// What was chosen, each with the template that draws it.
    private record TakenPage(String template, Object screen) {}

    /// @param left how many chosen papers the chart does not show, or no more
    private record TakenPrint(SheetHead head, List<TakenPage> pages, int left) {}

    /// A paper that the chart does not show is left out, and the print says how many.
    private TakenPrint taken(Chart chart, List<String> words, List<UUID> papers, Requester requester, Frame frame) {
        var taken = new ArrayList<TakenPage>();
        parts.stream()
                .filter(part -> words.contains(part.word()))
                .forEach(part -> taken.add(new TakenPage(template(part.view()), part.screen(chart, requester, frame))));
        papers.stream()
                .flatMap(id -> wholeRecord.screen(chart, id, requester, frame).stream())
                .forEach(screen -> taken.add(new TakenPage(template(ChartView.RECORD), screen)));
        var shown = (int) taken.stream()
                .filter(page -> page.template().equals(template(ChartView.RECORD)))
                .count();
        return new TakenPrint(head(chart, frame), taken, papers.size() - shown);
    }

    private static String template(ChartView view) {
        return view.template().orElseThrow();
    }

    private SheetHead head(Chart chart, Frame frame) {
        var m = frame.m();
        var person = chart.person();
        var by = frame.visitor();
        return new SheetHead(
                m.t(
                        "printing.head",
                        person.name(),
                        person.kana(),
                        m.birth(person.birthDate()),
                        m.t("sex." + person.sex())),
                by == null ? "" : m.t("viewer.shown-by", by.facility(), by.name(), m.moment(chartFrames.now())));
    }

    private ResponseEntity<?> printed(TakenPrint taken, Frame frame) {
        if (taken.pages().isEmpty()) {
            return pages.notFound(frame);
        }
        var drawn = taken.pages().stream()
                .map(page -> pages.render(page.template(), frame, Map.of("page", page.screen())))
                .toList();
        var booklet = booklet(frame);
        return switch (printer.print(lost -> booklet.html(drawn, taken.head(), taken.left(), lost))) {
            case PrintedPdf.Printed(var pdf) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("chart.pdf")
                                        .build()
                                        .toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(pdf);
            case PrintedPdf.Unprinted unprinted -> pages.unavailable(frame);
        };
    }

    private static Booklet booklet(Frame frame) {
        return new Booklet(asset(frame.assets().style()), asset(frame.assets().icons()), frame.m());
    }

    /// What a browser would ask this centre for.
    private static String asset(String path) {
        try (var file = new ClassPathResource(path.substring(1)).getInputStream()) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
