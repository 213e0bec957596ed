package hmnet.consent.support;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.support.SupportNeeds.StandingNeed;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident says that they need support in a disaster, what, and that their municipality may see it; and ends it
/// (災害時の支援の申出).
@Controller
class OwnSupportPage {
    private static final String PATH = "/my/support";

    private final SupportNeeds needs;
    private final OwnWhoses whoses;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    OwnSupportPage(SupportNeeds needs, OwnWhoses whoses, Audit audit, TransactionOperations transaction, Pages pages) {
        this.needs = needs;
        this.whoses = whoses;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    /// The page of what somebody said (申出の画面).
    ///
    /// @param town the name of the municipality that would see it, or null where none keeps a list
    /// @param since since when it stands, or null
    /// @param needs what stands, or was typed and cannot be used; so are the words
    /// @param done `said` or `ended`, or null
    /// @param problem as in `support.problem.…`, or null
    record OwnSupportScreen(
            @Nullable String town,
            @Nullable OffsetDateTime since,
            Set<NeededSupport> needs,
            String words,
            @Nullable String done,
            @Nullable String problem) {
        static final int WORDS_MAX = SupportWords.WORDS_MAX;
        static final List<NeededSupport> ALL = List.of(NeededSupport.values());
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done, ResidentCaller resident, Frame frame) {
        transaction.executeWithoutResult(status ->
                audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "support")));
        return page(null, Pages.known(Set.of("said", "ended"), done), null, resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(PATH)
    ResponseEntity<String> say(
            @RequestParam(required = false) @Nullable List<String> needs,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String agreed,
            ResidentCaller resident,
            Frame frame) {
        if (words.length() > SupportWords.WORDS_MAX) {
            var cut = SupportWords.of(chosen(needs), words.substring(0, SupportWords.WORDS_MAX));
            return page(cut, null, "words", resident, frame);
        }
        var said = SupportWords.of(chosen(needs), words);
        if (said.isEmpty()) {
            return page(said, null, "empty", resident, frame);
        }
        if (!agreed.equals("yes")) {
            return page(said, null, "agreed", resident, frame);
        }
        return switch (this.needs.say(resident, said)) {
            case SAID -> Pages.seeOther(PATH + "?done=said");
            case NO_TOWN -> page(said, null, "no-town", resident, frame);
            case PROTECTED -> page(said, null, "protected", resident, frame);
        };
    }

    private static List<String> chosen(@Nullable List<String> needs) {
        return needs == null ? List.of() : needs;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/support/end")
    ResponseEntity<String> end(ResidentCaller resident) {
        return Pages.seeOther(PATH + (needs.end(resident) ? "?done=ended" : ""));
    }

    private ResponseEntity<String> page(
            @Nullable SupportWords typed,
            @Nullable String done,
            @Nullable String problem,
            ResidentCaller resident,
            Frame frame) {
        var person = new PersonId(resident.person());
        var standing = needs.of(person);
        var said = typed != null
                ? typed
                : standing.map(StandingNeed::said).orElseGet(() -> new SupportWords(Set.of(), ""));
        var screen = new OwnSupportScreen(
                needs.municipality(person).map(Facility::name).orElse(null),
                standing.map(StandingNeed::since).orElse(null),
                said.needs(),
                said.words(),
                done,
                problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "consent/support/own",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }
}
