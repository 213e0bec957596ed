package hmnet.care.lifebox;

import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
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

/// Writes a life box page by page (命の宝箱の記入). Each step is saved and committed before it is answered; nothing typed is
/// lost. A draft is its author's alone, for one person.
@Controller
class OwnLifeboxFillPage {
    static final String ADDRESS = "/my/lifebox/drafts/";
    private static final String TEMPLATE = "care/lifebox/fill";

    private final OwnBoxes boxes;
    private final Lifeboxes lifeboxes;
    private final BoxAuthors authors;
    private final BoxSigning signing;
    private final FormSteps steps;
    private final FormDrafts drafts;
    private final SignedSheets signedSheets;
    private final ChartFrames frames;

    OwnLifeboxFillPage(
            OwnBoxes boxes,
            Lifeboxes lifeboxes,
            BoxAuthors authors,
            BoxSigning signing,
            FormSteps steps,
            FormDrafts drafts,
            SignedSheets signedSheets,
            ChartFrames frames) {
        this.boxes = boxes;
        this.lifeboxes = lifeboxes;
        this.authors = authors;
        this.signing = signing;
        this.steps = steps;
        this.drafts = drafts;
        this.signedSheets = signedSheets;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/lifebox/drafts/{id}")
    ResponseEntity<String> show(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int step, ResidentCaller resident, Frame frame) {
        return writer(resident)
                .flatMap(author -> boxes.with(
                        resident, () -> signing.find(author, id).map(draft -> opened(draft, step, frame.m()))))
                .map(screen -> boxes.answer(HttpStatus.OK, TEMPLATE, screen, resident, frame))
                .orElseGet(() -> boxes.notFound(frame));
    }

    private OwnFillScreen opened(FormDraft draft, int step, Messages m) {
        var filling = SheetFilling.of(draft.filled(), Prefill.NONE);
        return new OwnFillScreen(
                draft.id(),
                draft.version(),
                draft.changedAt(),
                ShownSheet.page(filling, step, ShownSheet.soFar(filling, frames.now()), m),
                List.of(),
                null,
                null,
                List.of());
    }

    private Optional<FormAuthor> writer(ResidentCaller resident) {
        return OwnBoxes.writes(resident) ? authors.known(resident) : Optional.empty();
    }

    /// A form of a page, or of a part of it where a script asks for what an answer opens (`HX-Request`).
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/lifebox/drafts/{id}")
    ResponseEntity<?> save(
            @PathVariable UUID id,
            @RequestParam(required = false) MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            ResidentCaller resident,
            Frame frame) {
        var author = writer(resident);
        author.ifPresent(drafts::ready);
        return author.flatMap(known -> boxes.with(resident, () -> done(known, id, sent)))
                .<ResponseEntity<?>>map(result -> answered(result, partial != null, resident, frame))
                .orElseGet(() -> OwnBoxes.writes(resident)
                        ? on(OwnLifeboxPage.ADDRESS + "?told=gone", partial != null)
                        : boxes.notFound(frame));
    }

    private Optional<StepResult> done(FormAuthor author, UUID id, MultiValueMap<String, String> sent) {
        var over = Optional.ofNullable(sent.getFirst("over")).orElse("");
        return signing.find(author, id)
                .map(draft -> steps.done(
                        new StepPlace(author, id, Prefill.NONE, one -> signing.signer(author, one, over)),
                        FormStep.of(sent)))
                .or(() -> Optional.of(new StepResult.Gone()));
    }

    private ResponseEntity<?> answered(StepResult result, boolean isPartial, ResidentCaller resident, Frame frame) {
        return switch (result) {
            case StepResult.Gone gone -> on(OwnLifeboxPage.ADDRESS + "?told=gone", isPartial);
            case StepResult.Left left -> on(OwnLifeboxPage.ADDRESS, isPartial);
            case StepResult.At(var draft, var step) -> Pages.seeOther(ADDRESS + draft + "?step=" + step);
            case StepResult.Signed(var draft) -> {
                signedSheets.handOver(draft);
                yield on(OwnLifeboxPage.ADDRESS + "?told=signed", isPartial);
            }
            case StepResult.Halted again ->
                boxes.answer(
                        isPartial ? HttpStatus.OK : status(again.halt()),
                        TEMPLATE,
                        screen(again, resident, frame.m()),
                        resident,
                        frame);
        };
    }

    private static HttpStatus status(Halt halt) {
        return switch (halt) {
            case WRONG, TOO_LARGE, UNFILEABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case MEANWHILE, AMENDED -> HttpStatus.CONFLICT;
        };
    }

    /// Of another page nothing fits into a part of this one: a browser that waits for a part goes there.
    private static ResponseEntity<?> on(String address, boolean isPartial) {
        return isPartial ? ResponseEntity.ok().header("HX-Redirect", address).build() : Pages.seeOther(address);
    }

    private OwnFillScreen screen(StepResult.Halted again, ResidentCaller resident, Messages m) {
        var draft = again.draft();
        return new OwnFillScreen(
                draft.id(),
                draft.version(),
                draft.changedAt(),
                ShownSheet.page(again.typed(), again.step(), again.problems(), m),
                ShownSheet.problems(again.typed(), again.problems(), m),
                switch (again.halt()) {
                    case WRONG, MEANWHILE -> null;
                    case TOO_LARGE -> "too-large";
                    case AMENDED -> "amended";
                    case UNFILEABLE -> "unfileable";
                },
                again.halt() == Halt.AMENDED
                        ? lifeboxes
                                .standing(new PersonId(resident.person()))
                                .map(KeptBox::id)
                                .orElse(null)
                        : null,
                again.halt() == Halt.MEANWHILE
                        ? DifferentAnswer.between(draft.filled(), again.typed().filled(), m)
                        : List.of());
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/lifebox/drafts/{id}/discard")
    ResponseEntity<String> discard(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return writer(resident)
                .flatMap(author -> boxes.with(
                        resident, () -> signing.find(author, id).filter(draft -> drafts.discard(author, id))))
                .map(draft -> OwnLifeboxPage.told("discarded"))
                .orElseGet(() -> boxes.notFound(frame));
    }
}
