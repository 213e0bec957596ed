package hmnet.record.forms;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.record.answers.AnswerCheck;
import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.AnswerCheck.ProblemKind;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetBundle;
import hmnet.record.answers.SheetBundle.Unextractable;
import hmnet.record.answers.SheetFilling;
import hmnet.record.answers.SignedSheet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs a sheet off (署名): all of it is checked once more, made a bundle, read as the inbox will read it, and kept with
/// the event in one transaction. `SignedSheets.handOver` follows after the commit.
@Component
public class FormSigning {
    private final FormDrafts drafts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormSigning(FormDrafts drafts, ApplicationEventPublisher events, Clock clock) {
        this.drafts = drafts;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it (署名の結果).
    public sealed interface SignOff {
        record Signed(UUID draft, UUID form) implements SignOff {}

        /// Something is missing or wrong, by path.
        record Incomplete(Map<String, AnswerProblem> problems) implements SignOff {}

        /// The sheet asks for something that cannot be filed.
        record Unfileable(String why) implements SignOff {}
    }

    /// @param draft as it was saved last in this transaction
    /// @param filling what was saved, as it was computed then: what is signed is what is kept
    /// @param without the paths of computed answers that the author was told are missing
    @Transactional(propagation = Propagation.MANDATORY)
    public SignOff sign(
            FormAuthor author, FormDraft draft, SheetFilling filling, Set<String> without, Prefill prefill) {
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), true, now);
        filling.failed().stream()
                .filter(path -> !without.contains(path))
                .sorted()
                .forEach(path -> problems.putIfAbsent(path, new AnswerProblem(ProblemKind.COMPUTED, "")));
        if (!problems.isEmpty()) {
            return new SignOff.Incomplete(problems);
        }
        var form = draft.amends().map(FormDraft.Amendment::form).orElse(draft.id());
        var signed = new SignedSheet(
                filling,
                author.chartSystem(),
                author.chartNumber(),
                author.words(),
                form,
                now,
                draft.amends().isPresent(),
                prefill.resources());
        try {
            var bundle = readable(signed);
            drafts.sign(author, draft, form, bundle);
            events.publishEvent(new SignedResponse(author, draft.kept(), form, now, SheetBundle.response(signed)));
            return new SignOff.Signed(draft.id(), form);
        } catch (Unextractable e) {
            return new SignOff.Unfileable(String.valueOf(e.getMessage()));
        } catch (Unreadable e) {
            return new SignOff.Unfileable(said(e));
        }
    }

    /// Why what a sheet makes of these answers could not be filed; nothing where it could. About nobody.
    Optional<String> trial(SheetFilling filling) {
        var nobody = new SignedSheet(
                filling,
                FormAuthor.system("0000000000"),
                "0",
                "-",
                new UUID(0, 0),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
                false,
                Map.of());
        try {
            readable(nobody);
            return Optional.empty();
        } catch (Unextractable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (Unreadable e) {
            return Optional.of(said(e));
        }
    }

    /// The bundle, once it was read as the inbox will read it: none ends in quarantine.
    private static byte[] readable(SignedSheet signed) throws Unextractable, Unreadable {
        var bundle = SheetBundle.of(signed);
        if (FhirFile.read(bundle).sheets().isEmpty()) {
            throw new Unreadable("no-patient", 0, "", "the bundle names no patient");
        }
        return bundle;
    }

    private static String said(Unreadable e) {
        return e.note().code() + " " + e.note().text();
    }
}
