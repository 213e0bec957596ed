package hmnet.consent.mypages;

import hmnet.consent.relations.Relations;
import hmnet.consent.relations.Relations.CaringFacility;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which facilities a resident is tied to, and the end of a tie (つながっている施設).
@Controller
class OwnTiesPage {
    private static final String LIST = "/my/facilities";

    private final Relations relations;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnTiesPage(
            Relations relations,
            Facilities facilities,
            Audit audit,
            TransactionOperations transaction,
            OwnWhoses whoses,
            Pages pages) {
        this.relations = relations;
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping(LIST)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, ResidentCaller resident, Frame frame) {
        var lines = Objects.requireNonNull(transaction.execute(status -> {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "facilities"));
            return relations.caringFor(new PersonId(resident.person()));
        }));
        var screen = new OwnTiesScreen(
                lines.stream().map(this::line).toList(), Pages.known(Set.of("ended", "linked"), done));
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/mypages/facilities",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }

    private OwnTiesScreen.OwnTie line(CaringFacility tie) {
        return new OwnTiesScreen.OwnTie(
                tie.facility().value(),
                facilities.get(tie.facility()).name(),
                tie.since(),
                tie.until(),
                tie.how().word(),
                tie.ownPatient());
    }

    /// The last look before it ends.
    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/facilities/{id}/end")
    ResponseEntity<String> look(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return tie(resident, id)
                .map(tie -> sure(tie, resident, frame))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    private ResponseEntity<String> sure(CaringFacility tie, ResidentCaller resident, Frame frame) {
        var m = frame.m();
        var sure = new Sure(
                m.t("my.ties.end"),
                List.of(
                        whoses.of(resident).name(),
                        facilities.get(tie.facility()).name()),
                List.of(
                        m.t("my.ties.end.closed"),
                        m.t(tie.ownPatient() ? "my.ties.end.own" : "my.ties.end.again"),
                        m.t("my.ties.end.offline")),
                "/my/facilities/" + tie.facility().value() + "/end",
                Map.of("whose", resident.whose()),
                m.t("my.ties.end.go"),
                LIST);
        return pages.ownSure(sure, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/facilities/{id}/end")
    ResponseEntity<String> end(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return relations.end(resident, new FacilityId(id))
                ? Pages.seeOther(LIST + "?done=ended")
                : pages.notFound(frame.ofResident());
    }

    private Optional<CaringFacility> tie(ResidentCaller resident, long facility) {
        return relations.caringFor(new PersonId(resident.person())).stream()
                .filter(tie -> tie.facility().value() == facility)
                .findFirst();
    }
}
