package hmnet.record.forms;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.AnswersKept;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.FormStep.FormAct;
import hmnet.record.sheets.FormSheet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A sheet is tried before it is let in (帳票の下見): filled in like any other, about nobody, and nothing is stored. The
/// form itself carries the answers of its other pages.
@Controller
class PreviewPage {
    private final SheetStore sheets;
    private final FormSigning signing;
    private final Pages pages;
    private final Clock clock;

    PreviewPage(SheetStore sheets, FormSigning signing, Pages pages, Clock clock) {
        this.sheets = sheets;
        this.signing = signing;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/forms/{id}/preview")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@PathVariable long id, Frame frame) {
        return sheets.find(id)
                .map(kept -> page(
                        id,
                        SheetFilling.opened(
                                kept.sheet(), Prefill.NONE, frame.m().t("forms.origin.none")),
                        0,
                        false,
                        frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/office/forms/{id}/preview")
    @Rule(Right.OFFICE)
    ResponseEntity<String> step(
            @PathVariable long id, @RequestParam(required = false) MultiValueMap<String, String> sent, Frame frame) {
        return sheets.find(id)
                .map(kept -> {
                    var step = FormStep.of(sent);
                    var before = carried(kept.sheet(), sent.getFirst("kept"));
                    return page(
                            id,
                            SheetFilling.of(step.applied(before), Prefill.NONE),
                            switch (step.act()) {
                                case NEXT -> step.page() + 1;
                                case BACK -> Math.max(0, step.page() - 1);
                                case GO -> Math.max(0, step.which());
                                case SAVE, LEAVE, SIGN -> step.page();
                            },
                            step.act() == FormAct.SIGN,
                            frame);
                })
                .orElseGet(() -> pages.notFound(frame));
    }

    /// What cannot be read is an empty sheet: it came from a form of ours, and nothing depends on it.
    private static FilledSheet carried(FormSheet sheet, @Nullable String kept) {
        try {
            return kept == null
                    ? FilledSheet.empty(sheet)
                    : AnswersKept.read(sheet, Base64.getDecoder().decode(kept));
        } catch (IllegalArgumentException none) {
            return FilledSheet.empty(sheet);
        }
    }

    private ResponseEntity<String> page(long id, SheetFilling filling, int step, boolean whole, Frame frame) {
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), whole, OffsetDateTime.now(clock));
        var isComplete = whole && problems.isEmpty();
        var unfileable = isComplete ? signing.trial(filling).orElse(null) : null;
        var screen = new PreviewScreen(
                id,
                ShownSheet.page(filling, step, problems, frame.m()),
                Base64.getEncoder().encodeToString(AnswersKept.write(filling.filled())),
                ShownSheet.problems(filling, problems, frame.m()),
                isComplete && unfileable == null,
                unfileable);
        return Pages.answer(HttpStatus.OK, pages.render("record/forms/preview", frame, Map.of("page", screen)));
    }
}
