package hmnet.record.consentpapers;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.consentpapers.OwnPapersScreen.OwnPaper;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident reads the papers they signed (わたしの同意書の画像). Of what was taken away they read
/// that it was: it may be another's.
@Controller
class OwnPapersPage {
    private static final String PATH = "/my/consent/papers";
    private static final Set<String> TOLD = Set.of("closed", "later");

    private final ConsentPapers papers;
    private final PaperAnswers answers;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnPapersPage(ConsentPapers papers, PaperAnswers answers, OwnWhoses whoses, Pages pages) {
        this.papers = papers;
        this.answers = answers;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        var trace = resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "papers");
        var all = papers.own(new PersonId(resident.person()), trace);
        var own = all.standing().stream()
                .map(paper -> new OwnPaper(
                        paper.id(),
                        paper.kind(),
                        paper.signedOn(),
                        paper.witness(),
                        PaperAnswers.size(paper),
                        paper.keptAt()))
                .toList();
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "record/consentpapers/own",
                        frame.ofResident(),
                        Map.of(
                                "page",
                                new OwnPapersScreen(own, all.gone(), Pages.known(TOLD, told)),
                                "whose",
                                whoses.of(resident))));
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/consent/papers/{id}")
    ResponseEntity<?> open(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        var trace = resident.did(Action.OWN_PAGE_SHOWN, "opened")
                .with("page", "papers")
                .with("paper", id.toString());
        return papers.find(new PersonId(resident.person()), id)
                .<ResponseEntity<?>>map(paper -> answers.answer(paper, trace, PATH + "?told=", frame.ofResident()))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }
}
