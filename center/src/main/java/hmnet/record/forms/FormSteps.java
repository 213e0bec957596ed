package hmnet.record.forms;

import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.FormDrafts.SavedDraft;
import hmnet.record.forms.FormSigning.SignOff;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Carries out one step of filling in (記入の一手の実行), for staff in a chart and for residents alike: what was typed is
/// saved first, whatever else the step asks.
@Component
public class FormSteps {
    private final FormDrafts drafts;
    private final FormSigning signing;
    private final Clock clock;

    FormSteps(FormDrafts drafts, FormSigning signing, Clock clock) {
        this.drafts = drafts;
        this.signing = signing;
        this.clock = clock;
    }

    /// What a step is done on (記入中の下書き).
    ///
    /// @param signer who may sign the draft; nobody where what it amends stands no more
    public record StepPlace(
            FormAuthor author, UUID draft, Prefill prefill, Function<FormDraft, Optional<FormAuthor>> signer) {}

    /// Why a page is shown again (進めない理由).
    public enum Halt {
        /// Something on it is wrong or missing.
        WRONG,
        /// Somebody saved at another place in between.
        MEANWHILE,
        TOO_LARGE,
        /// What it amends was amended by somebody else.
        AMENDED,
        /// The sheet asks for something that cannot be filed.
        UNFILEABLE
    }

    /// What came of a step (手順の結果).
    public sealed interface StepResult {
        /// The draft is no more: signed, discarded, expired, or somebody else's.
        record Gone() implements StepResult {}

        /// Saved; on to this page.
        record At(UUID draft, int step) implements StepResult {}

        /// Saved and left.
        record Left() implements StepResult {}

        /// To be handed over after the commit.
        record Signed(UUID draft) implements StepResult {}

        /// The page again.
        ///
        /// @param typed what was typed, over what stands
        /// @param why of what cannot be filed the reason in the words of the engine, else empty
        record Halted(
                Halt halt,
                FormDraft draft,
                SheetFilling typed,
                int step,
                Map<String, AnswerProblem> problems,
                String why)
                implements StepResult {}
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public StepResult done(StepPlace place, FormStep step) {
        var found = drafts.find(place.author(), place.draft());
        if (found.isEmpty()) {
            return new StepResult.Gone();
        }
        var filling = SheetFilling.of(step.applied(found.get().filled()), place.prefill());
        return switch (drafts.save(place.author(), place.draft(), step.seen(), filling.filled())) {
            case SavedDraft.Gone gone -> new StepResult.Gone();
            case SavedDraft.ChangedMeanwhile(var now) -> late(place, now, step);
            case SavedDraft.TooLarge(var draft) -> halted(Halt.TOO_LARGE, draft, filling, step, "");
            case SavedDraft.Saved(var draft) -> saved(place, draft, filling, step);
        };
    }

    /// What was typed, over what stands now; no repetition is added or taken away, since they may have moved. A button
    /// that was pressed twice is no conflict.
    private StepResult late(StepPlace place, FormDraft now, FormStep step) {
        var typed = SheetFilling.of(step.typed(now.filled()), place.prefill());
        return DifferentAnswer.paths(now.filled(), typed.filled()).isEmpty()
                ? saved(place, now, SheetFilling.of(now.filled(), place.prefill()), step)
                : halted(Halt.MEANWHILE, now, typed, step, "");
    }

    private StepResult saved(StepPlace place, FormDraft draft, SheetFilling filling, FormStep step) {
        return switch (step.act()) {
            case SAVE -> new StepResult.At(draft.id(), step.page());
            case BACK -> new StepResult.At(draft.id(), Math.max(0, step.page() - 1));
            case GO -> new StepResult.At(draft.id(), Math.max(0, step.which()));
            case LEAVE -> new StepResult.Left();
            case NEXT -> next(draft, filling, step);
            case SIGN ->
                place.signer()
                        .apply(draft)
                        .map(signer -> signed(signer, place.prefill(), draft, filling, step))
                        .orElseGet(() -> halted(Halt.AMENDED, draft, filling, step, ""));
        };
    }

    private StepResult next(FormDraft draft, SheetFilling filling, FormStep step) {
        var here = soFar(filling).keySet().stream()
                .anyMatch(path -> ShownSheet.stepOf(draft.kept().sheet(), path) == step.page());
        return here ? halted(Halt.WRONG, draft, filling, step, "") : new StepResult.At(draft.id(), step.page() + 1);
    }

    private StepResult signed(
            FormAuthor signer, Prefill prefill, FormDraft draft, SheetFilling filling, FormStep step) {
        return switch (signing.sign(signer, draft, filling, step.without(), prefill)) {
            case SignOff.Signed(var id, var form) -> new StepResult.Signed(id);
            case SignOff.Unfileable(var why) -> halted(Halt.UNFILEABLE, draft, filling, step, why);
            case SignOff.Incomplete(var problems) ->
                new StepResult.Halted(
                        Halt.WRONG,
                        draft,
                        filling,
                        ShownSheet.stepOf(
                                draft.kept().sheet(),
                                problems.keySet().iterator().next()),
                        problems,
                        "");
        };
    }

    private StepResult halted(Halt halt, FormDraft draft, SheetFilling filling, FormStep step, String why) {
        return new StepResult.Halted(halt, draft, filling, step.page(), soFar(filling), why);
    }

    private Map<String, AnswerProblem> soFar(SheetFilling filling) {
        return ShownSheet.soFar(filling, OffsetDateTime.now(clock));
    }
}
