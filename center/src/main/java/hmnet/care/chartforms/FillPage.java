package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import hmnet.record.forms.DifferentAnswer;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDraft;
import hmnet.record.forms.FormDrafts;
import hmnet.record.forms.FormStep;
import hmnet.record.forms.FormSteps;
import hmnet.record.forms.FormSteps.Halt;
import hmnet.record.forms.FormSteps.StepPlace;
import hmnet.record.forms.FormSteps.StepResult;
import hmnet.record.forms.ShownSheet;
import hmnet.record.forms.SignedSheets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Fills in a sheet page by page (帳票の記入). Each step is saved and committed before it is answered; nothing typed is
/// lost, also where it is wrong or somebody saved at another place in between.
@Controller
class FillPage {
    private static final String DRAFTS = "/forms/drafts/";
    private static final ViewRequest VIEW = new ViewRequest(ChartView.FORMS, Optional.empty());

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final StaffAuthors authors;
    private final FormDrafts drafts;
    private final FormSteps steps;
    private final SignedSheets signedSheets;
    private final SignedForms signedForms;
    private final Pages pages;

    FillPage(
            ChartPages chartPages,
            ChartFrames chartFrames,
            StaffAuthors authors,
            FormDrafts drafts,
            FormSteps steps,
            SignedSheets signedSheets,
            SignedForms signedForms,
            Pages pages) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.authors = authors;
        this.drafts = drafts;
        this.steps = steps;
        this.signedSheets = signedSheets;
        this.signedForms = signedForms;
        this.pages = pages;
    }

    @GetMapping("/people/{person}/forms/drafts/{id}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> show(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int step,
            Requester requester,
            Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> authors.of(requester, person)
                        .writer()
                        .flatMap(author -> drafts.find(author, id))
                        .map(draft -> shown(chart, draft, step, frame.m())),
                screen -> answer(HttpStatus.OK, screen, frame));
    }

    private FillScreen shown(Chart chart, FormDraft draft, int step, Messages m) {
        var filling = SheetFilling.of(draft.filled(), prefill(chart));
        return screen(chart, draft, filling, step, soFar(filling), null, List.of(), m);
    }

    @PostMapping("/people/{person}/forms/drafts/{id}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> save(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(required = false) MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Requester requester,
            Frame frame) {
        var step = FormStep.of(sent);
        var author = authors.ready(requester, person).writer();
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> author.map(known -> done(chart, known, id, step, frame.m())),
                // A part of a page is drawn only where it went well; what a conflict shows must not be lost.
                outcome -> answered(person, outcome, partial != null, frame));
    }

    @PostMapping("/people/{person}/forms/drafts/{id}/discard")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> discard(@PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> authors.of(requester, person).writer().filter(author -> drafts.discard(author, id)),
                author -> Pages.seeOther("/people/" + person + "/forms?told=discarded"));
    }

    /// What came of a step, with what is shown of it (手順の結果).
    ///
    /// @param signed the draft that was signed, or null
    /// @param next where to go on, or empty
    /// @param screen the page again, or null
    private record StepOutcome(
            @Nullable UUID signed,
            String next,
            HttpStatus status,
            @Nullable FillScreen screen) {
        private static StepOutcome go(String next) {
            return new StepOutcome(null, next, HttpStatus.SEE_OTHER, null);
        }
    }

    private StepOutcome done(Chart chart, FormAuthor author, UUID id, FormStep step, Messages m) {
        var place = new StepPlace(author, id, prefill(chart), draft -> signer(chart, author, draft));
        return switch (steps.done(place, step)) {
            case StepResult.Gone gone -> StepOutcome.go("/forms?told=gone");
            case StepResult.At(var draft, var next) -> StepOutcome.go(DRAFTS + draft + "?step=" + next);
            case StepResult.Left left -> StepOutcome.go("/forms");
            case StepResult.Signed(var draft) ->
                new StepOutcome(draft, "/forms?told=signed", HttpStatus.SEE_OTHER, null);
            case StepResult.Halted again -> again(chart, again, m);
        };
    }

    /// The page again with what was typed, and why it goes no further.
    private StepOutcome again(Chart chart, StepResult.Halted again, Messages m) {
        var conflict = again.halt() == Halt.MEANWHILE || again.halt() == Halt.AMENDED;
        var unsigned = switch (again.halt()) {
            case WRONG, MEANWHILE -> null;
            case TOO_LARGE -> m.t("chartforms.too-large");
            case AMENDED -> m.t("chartforms.amended-meanwhile");
            case UNFILEABLE -> m.t("chartforms.unfileable", again.why());
        };
        var meanwhile = again.halt() == Halt.MEANWHILE
                ? DifferentAnswer.between(again.draft().filled(), again.typed().filled(), m)
                : List.<DifferentAnswer>of();
        return new StepOutcome(
                null,
                "",
                conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                screen(chart, again.draft(), again.typed(), again.step(), again.problems(), unsigned, meanwhile, m));
    }

    /// Who signs: an amendment goes under the chart number of what it amends, or it would not take its place.
    /// Nobody where the record that the draft began from stands no more: signing would undo what somebody else
    /// put right.
    private Optional<FormAuthor> signer(Chart chart, FormAuthor author, FormDraft draft) {
        return draft.amends().isEmpty()
                ? Optional.of(author)
                : draft.amends()
                        .flatMap(amends -> signedForms.find(chart, amends.row()))
                        .map(form -> author.under(form.number()));
    }

    private Map<String, AnswerProblem> soFar(SheetFilling filling) {
        return ShownSheet.soFar(filling, chartFrames.now());
    }

    /// The inbox has it before the answer goes out; if that fails, the chore hands it over later.
    private ResponseEntity<?> answered(PersonId person, StepOutcome outcome, boolean isPartial, Frame frame) {
        if (outcome.signed() != null) {
            signedSheets.handOver(outcome.signed());
        }
        if (outcome.screen() != null) {
            return answer(isPartial ? HttpStatus.OK : outcome.status(), outcome.screen(), frame);
        }
        var next = "/people/" + person + outcome.next();
        // Of another page nothing fits into this one: a browser that waits for a part of it goes there.
        return isPartial && !outcome.next().startsWith(DRAFTS)
                ? ResponseEntity.ok().header("HX-Redirect", next).build()
                : Pages.seeOther(next);
    }

    private ResponseEntity<String> answer(HttpStatus status, FillScreen screen, Frame frame) {
        return Pages.answer(status, pages.render("care/chartforms/fill", frame, Map.of("page", screen)));
    }

    private Prefill prefill(Chart chart) {
        return new ChartPrefill(chart, chartFrames);
    }

    private FillScreen screen(
            Chart chart,
            FormDraft draft,
            SheetFilling filling,
            int step,
            Map<String, AnswerProblem> problems,
            @Nullable String unsigned,
            List<DifferentAnswer> meanwhile,
            Messages m) {
        return new FillScreen(
                chartFrames.beside(chart, ChartTab.DOCUMENTS, m),
                draft.id().toString(),
                draft.version(),
                draft.changedAt(),
                ShownSheet.page(filling, step, problems, m),
                ShownSheet.problems(filling, problems, m),
                unsigned,
                meanwhile);
    }
}
