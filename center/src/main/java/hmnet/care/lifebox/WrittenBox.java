package hmnet.care.lifebox;

import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.Prefill;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormStep;
import hmnet.record.forms.FormSteps;
import hmnet.record.forms.FormSteps.StepPlace;
import hmnet.record.forms.FormSteps.StepResult;
import hmnet.record.forms.SignedSheets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A life box of which all answers are at hand (記入済みの命の宝箱): written and signed as by its own pages.
@Component
public class WrittenBox {
    private final OwnBoxes boxes;
    private final Lifeboxes lifeboxes;
    private final BoxAuthors authors;
    private final BoxSigning signing;
    private final FormSteps steps;
    private final SignedSheets signedSheets;

    WrittenBox(
            OwnBoxes boxes,
            Lifeboxes lifeboxes,
            BoxAuthors authors,
            BoxSigning signing,
            FormSteps steps,
            SignedSheets signedSheets) {
        this.boxes = boxes;
        this.lifeboxes = lifeboxes;
        this.authors = authors;
        this.signing = signing;
        this.steps = steps;
        this.signedSheets = signedSheets;
    }

    /// Signs one for somebody who has none yet.
    ///
    /// @param pairs a linkId and its words, or `linkId=` and the code of an option
    /// @return whether it was signed
    public boolean sign(ResidentCaller resident, String... pairs) {
        var result = authors.ready(resident)
                .flatMap(author -> boxes.with(
                        resident,
                        () -> lifeboxes
                                        .standing(new PersonId(resident.person()))
                                        .isPresent()
                                ? Optional.empty()
                                : signed(author, pairs)));
        if (result.orElse(null) instanceof StepResult.Signed(var draft)) {
            signedSheets.handOver(draft);
            return true;
        }
        return false;
    }

    private Optional<StepResult> signed(FormAuthor author, String... pairs) {
        signing.begin(author, Optional.empty());
        return signing.draft(author)
                .map(draft -> steps.done(
                        new StepPlace(author, draft.id(), Prefill.NONE, one -> signing.signer(author, one, "")),
                        FormStep.of(sent(draft.version(), pairs))));
    }

    private MultiValueMap<String, String> sent(long seen, String... pairs) {
        var sent = new LinkedMultiValueMap<String, String>();
        lifeboxes
                .sheet()
                .ifPresent(kept -> LifeboxFields.of(kept.sheet(), pairs)
                        .forEach((field, value) -> sent.put(field, List.of(value))));
        sent.set("act", "sign");
        sent.set("seen", Long.toString(seen));
        sent.set("page", "0");
        return sent;
    }
}
