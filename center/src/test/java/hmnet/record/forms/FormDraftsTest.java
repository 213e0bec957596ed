package hmnet.record.forms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.Profession;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.PostedAnswers;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.filing.Ward;
import hmnet.record.forms.FormDrafts.SavedDraft;
import hmnet.record.forms.FormSigning.SignOff;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A draft survives what happens around it, and a signed sheet reaches the inbox whatever stops in between.
class FormDraftsTest extends Ward {
    private static final Map<String, List<String>> ANSWERS =
            Map.of("a-1.0-2", List.of("2026-11-20T09:30"), "a-1.0-3", List.of("62.4"));

    @Autowired
    FormDrafts drafts;

    @Autowired
    FormSigning signing;

    @Autowired
    SignedSheets signedSheets;

    @Autowired
    SheetStore sheets;

    @Autowired
    TransactionTemplate transaction;

    private FormAuthor author;
    private KeptSheet vitals;

    @BeforeEach
    void anAuthor() {
        var nurse = at(hospital(), Profession.NURSE);
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, nurse.facility(), number);
        author = new FormAuthor(
                nurse.actor(),
                "見本 花子",
                nurse.facility(),
                FormAuthor.system("3419999999"),
                number,
                List.of(person),
                nurse::did);
        drafts.ready(author);
        vitals = sheets.find("urn:hmnet:sheet:vital-observation|1").orElseThrow();
    }

    private UUID begun() {
        return transaction.execute(status -> drafts.begin(
                        author, vitals, PostedAnswers.on(FilledSheet.empty(vitals.sheet()), ANSWERS), null)
                .orElseThrow());
    }

    private List<FormDraft> own() {
        return transaction.execute(status -> drafts.of(author));
    }

    private Optional<UUID> another() {
        return transaction.execute(status -> drafts.begin(author, vitals, FilledSheet.empty(vitals.sheet()), null));
    }

    private SavedDraft saved(UUID draft, FilledSheet filled) {
        return transaction.execute(status -> drafts.save(author, draft, 1, filled));
    }

    private SignOff signed(UUID draft) {
        return transaction.execute(status -> sign(draft));
    }

    private SignOff sign(UUID draft) {
        var saved = drafts.find(author, draft).orElseThrow();
        return signing.sign(author, saved, SheetFilling.of(saved.filled(), Prefill.NONE), Set.of(), Prefill.NONE);
    }

    @Test
    void aSignedSheetThatAStopLeftBehindIsHandedOverOnce() {
        var draft = begun();
        assertThat(signed(draft)).isInstanceOf(SignOff.Signed.class);
        assertThat(opened(author.source()))
                .as("the centre stopped after the commit")
                .isEmpty();
        var waits = transaction.execute(status -> drafts.of(author));
        assertThat(waits).as("it is no draft any more").isEmpty();
        signedSheets.leftBehind();
        assertThat(opened(author.source()))
                .as("whoever signed may still be at it")
                .isEmpty();
        db.sql("update form_draft set changed_at = now() - interval '1 minute' where id = ?")
                .param(draft)
                .update();
        signedSheets.leftBehind();
        signedSheets.leftBehind();
        assertThat(opened(author.source()))
                .singleElement()
                .satisfies(file -> assertThat(new String(file, StandardCharsets.UTF_8))
                        .contains("\"value\":62.4", draft.toString()));
    }

    @Test
    void aRollbackSignsNothing() {
        var draft = begun();
        transaction.executeWithoutResult(status -> {
            sign(draft);
            status.setRollbackOnly();
        });
        signedSheets.handOver(draft);
        assertThat(opened(author.source())).isEmpty();
        assertThat(logged("form-signed", author.person().toString())).isEmpty();
        assertThat(own()).hasSize(1);
    }

    @Test
    void aDraftWhoseTermHasPassedIsDeleted() {
        var old = begun();
        var fresh = begun();
        db.sql("update form_draft set changed_at = now() - interval '31 days' where id = ?")
                .param(old)
                .update();
        signedSheets.leftBehind();
        assertThat(own()).extracting(FormDraft::id).containsExactly(fresh);
    }

    @Test
    void elevenDraftsAreOneTooMany() {
        for (var n = 0; n < FormDrafts.MOST; n++) {
            begun();
        }
        assertThat(another()).isEmpty();
    }

    @Test
    void aDumpShowsNoAnswer() {
        begun();
        assertThat(db.sql("select said from form_draft where facility = ?")
                        .param(author.source().value())
                        .query(byte[].class)
                        .single())
                .satisfies(said -> assertThat(new String(said, StandardCharsets.ISO_8859_1))
                        .doesNotContain("62.4", "2026-11-20"));
    }

    @Test
    void whoSavesNamesTheVersionThatTheySaw() {
        var draft = begun();
        var other = PostedAnswers.on(FilledSheet.empty(vitals.sheet()), Map.of("a-1.0-3", List.of("70")));
        assertThat(saved(draft, other)).isInstanceOf(SavedDraft.Saved.class);
        assertThat(saved(draft, FilledSheet.empty(vitals.sheet())))
                .isInstanceOfSatisfying(
                        SavedDraft.ChangedMeanwhile.class,
                        now -> assertThat(now.draft().filled()).isEqualTo(other));
        assertThat(logged("form-drafted", "saved", draft.toString())).hasSize(1);
    }
}
