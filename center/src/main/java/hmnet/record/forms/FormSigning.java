package hmnet.record.forms;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetBundle;
import hmnet.record.answers.SheetBundle.Unextractable;
import hmnet.record.answers.SheetFilling;
import hmnet.record.answers.SignedSheet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs a sheet off (署名): all of it is checked once more, made a bundle, read as the inbox will read it, and kept with
/// the event
/// in one transaction. `SignedSheets.handOver` follows after the commit.
@Component
public class FormSigning {
    private final FormDrafts drafts;
    private final Clock clock;

    FormSigning(FormDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /// What came of it (署名の結果).
    public sealed interface SignOff {
        record Signed(UUID draft, UUID form) implements SignOff {}

        /// Something is missing or wrong, by path.
        record Incomplete(SheetFilling filling, Map<String, AnswerProblem> problems) implements SignOff {}

        /// The sheet asks for something that cannot be filed.
        record Unfileable(SheetFilling filling, String why) implements SignOff {}
    }

    /// @param draft as it was saved last in this transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public SignOff sign(FormAuthor author, FormDraft draft, Prefill prefill) {
        var filling = SheetFilling.of(draft.filled(), prefill);
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), true);
        if (!problems.isEmpty()) {
            return new SignOff.Incomplete(filling, problems);
        }
        var form = draft.amends().orElse(draft.id());
        var signed = new SignedSheet(
                filling,
                author.chartSystem(),
                author.chartNumber(),
                author.words(),
                form,
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
                draft.amends().isPresent(),
                prefill.resources());
        try {
            var bundle = SheetBundle.of(signed);
            if (FhirFile.read(bundle).sheets().isEmpty()) {
                return new SignOff.Unfileable(filling, "no-patient");
            }
            drafts.sign(author, draft, form, bundle);
            return new SignOff.Signed(draft.id(), form);
        } catch (Unextractable e) {
            return new SignOff.Unfileable(filling, String.valueOf(e.getMessage()));
        } catch (Unreadable e) {
            return new SignOff.Unfileable(
                    filling, e.note().code() + " " + e.note().text());
        }
    }
}
