package hmnet.care.chartforms;

import hmnet.care.chartforms.FormsScreen.DraftLine;
import hmnet.care.chartforms.FormsScreen.OfferedLine;
import hmnet.care.chartforms.FormsScreen.SignedLine;
import hmnet.care.chartforms.StaffAuthors.Authorship;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.SheetFilling;
import hmnet.record.answers.SheetResponse;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDrafts;
import hmnet.record.forms.KeptSheet;
import hmnet.record.forms.SheetStore;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.SheetReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sheets of an open chart (カルテの帳票): which can be filled in, which are begun, which were signed.
@Controller
class FormsPage {
    private static final Set<String> TOLD = Set.of("signed", "discarded", "gone", "many");
    private static final ViewRequest VIEW = new ViewRequest(ChartView.FORMS, Optional.empty());

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final StaffAuthors authors;
    private final SheetStore sheets;
    private final FormDrafts drafts;
    private final SignedForms signed;
    private final Pages pages;

    FormsPage(
            ChartPages chartPages,
            ChartFrames chartFrames,
            StaffAuthors authors,
            SheetStore sheets,
            FormDrafts drafts,
            SignedForms signed,
            Pages pages) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.authors = authors;
        this.sheets = sheets;
        this.drafts = drafts;
        this.signed = signed;
        this.pages = pages;
    }

    @GetMapping("/people/{person}/forms")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester,
                person,
                frame,
                ChartView.FORMS,
                chart -> screen(chart, Pages.known(TOLD, told), null, frame.m()));
    }

    /// Begins a sheet.
    @PostMapping("/people/{person}/forms")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> begin(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "0") long sheet,
            Requester requester,
            Frame frame) {
        var authorship = authors.ready(requester, person);
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> Optional.of(begun(chart, authorship, offered(sheet), frame.m())),
                outcome -> answered(person, outcome, frame));
    }

    /// Takes in a response of a file as a draft, under the version of the sheet that it names.
    @PostMapping("/people/{person}/forms/file")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> take(@PathVariable PersonId person, HttpServletRequest request, Requester requester, Frame frame)
            throws IOException {
        var form = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), SheetReader.BYTES);
        var response = form.map(sent -> new String(sent.file("file"), StandardCharsets.UTF_8))
                .flatMap(SheetResponse::find);
        var authorship = authors.ready(requester, person);
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> Optional.of(
                        response.isEmpty()
                                ? refused(chart, "file", frame.m())
                                : taken(chart, authorship, response.get(), frame.m())),
                outcome -> answered(person, outcome, frame));
    }

    private Optional<KeptSheet> offered(long id) {
        return sheets.find(id).filter(KeptSheet::isOffered);
    }

    /// @param draft the draft that was begun
    /// @param screen the page again, where none was
    private record BegunDraft(String draft, @Nullable FormsScreen screen) {}

    private BegunDraft begun(Chart chart, Authorship authorship, Optional<KeptSheet> sheet, Messages m) {
        if (sheet.isEmpty()) {
            return refused(chart, "sheet", m);
        }
        var kept = sheet.get();
        return switch (authorship) {
            case Authorship.Barred(var why) -> refused(chart, "barred", m);
            case Authorship.Author(var author) -> begun(chart, author, kept, opened(chart, kept, m), m);
        };
    }

    /// Opened anew, with what the chart proposes.
    private FilledSheet opened(Chart chart, KeptSheet kept, Messages m) {
        return SheetFilling.opened(kept.sheet(), new ChartPrefill(chart, chartFrames), m.t("chartforms.of-sheet"))
                .filled();
    }

    private BegunDraft taken(Chart chart, Authorship authorship, SheetResponse response, Messages m) {
        var sheet = sheets.find(response.questionnaire());
        if (sheet.isEmpty() || !sheet.get().isOffered()) {
            return refused(chart, "sheet", m);
        }
        var read = response.under(sheet.get().sheet());
        if (!read.left().isEmpty()) {
            return refused(chart, "left", m);
        }
        if (namesIndividual(read.filled())) {
            return refused(chart, "number", m);
        }
        return switch (authorship) {
            case Authorship.Barred(var why) -> refused(chart, "barred", m);
            case Authorship.Author(var author) ->
                begun(chart, author, sheet.get(), read.filled().unseenOf(opened(chart, sheet.get(), m)), m);
        };
    }

    /// The gate looks for an individual number in what is typed; what comes in a file is looked through here.
    private static boolean namesIndividual(FilledSheet filled) {
        return filled.all()
                .flatMap(one -> one.values().stream())
                .filter(AnswerValue.Words.class::isInstance)
                .anyMatch(value -> MyNumber.standsIn(value.typed()));
    }

    private BegunDraft begun(Chart chart, FormAuthor author, KeptSheet kept, FilledSheet filled, Messages m) {
        return drafts.begin(author, kept, filled, null)
                .map(id -> new BegunDraft(id.toString(), null))
                .orElseGet(() -> refused(chart, "many", m));
    }

    private BegunDraft refused(Chart chart, String problem, Messages m) {
        return new BegunDraft("", screen(chart, null, problem, m));
    }

    private ResponseEntity<String> answered(PersonId person, BegunDraft outcome, Frame frame) {
        var screen = outcome.screen();
        return screen == null
                ? Pages.seeOther("/people/" + person + "/forms/drafts/" + outcome.draft())
                : Pages.answer(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        pages.render("care/chartforms/forms", frame, Map.of("page", screen)));
    }

    private FormsScreen screen(Chart chart, @Nullable String told, @Nullable String problem, Messages m) {
        var language = m.language().tag();
        var authorship = authors.of(chart.requester(), chart.person().id());
        var barred = authorship instanceof Authorship.Barred(var why) ? why : null;
        var own = authorship.writer().map(drafts::of).orElse(List.of());
        var papers = signed.of(chart);
        return new FormsScreen(
                chartFrames.beside(chart, ChartTab.DOCUMENTS, m),
                barred != null
                        ? List.of()
                        : sheets.offered().stream()
                                .map(kept -> new OfferedLine(
                                        kept.id(),
                                        kept.sheet().title().in(language),
                                        kept.sheet().description().in(language),
                                        kept.sheet().version()))
                                .toList(),
                own.stream()
                        .map(draft -> new DraftLine(
                                draft.id().toString(),
                                draft.kept().sheet().title().in(language),
                                draft.changedAt(),
                                draft.amends().isPresent()))
                        .toList(),
                drafts.days(),
                papers.forms().stream()
                        .map(form -> new SignedLine(
                                form.entry().id().toString(),
                                form.entry().title(),
                                form.entry().occurredAt(),
                                chartFrames.name(form.entry().facility()),
                                form.response().author()))
                        .toList(),
                papers.more(),
                barred,
                told,
                problem);
    }
}
