package hmnet.consent.thirdparty;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyList;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident reads what was provided of them to whom, and takes it away (わたしの第三者提供の記録; APPI 33(5)).
@Controller
class OwnThirdPartyPage {

    private final ThirdPartyProvisions provisions;
    private final ProvisionLines lines;
    private final Persons persons;
    private final OwnWhoses whoses;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;
    private final Clock clock;

    OwnThirdPartyPage(
            ThirdPartyProvisions provisions,
            ProvisionLines lines,
            Persons persons,
            OwnWhoses whoses,
            Audit audit,
            TransactionOperations transaction,
            Pages pages,
            Clock clock) {
        this.provisions = provisions;
        this.lines = lines;
        this.persons = persons;
        this.whoses = whoses;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
        this.clock = clock;
    }

    /// The last year, where no span is asked for.
    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/third-party")
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            ResidentCaller resident,
            Frame frame) {
        var list = list(from, until, "shown", resident, frame);
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/thirdparty/own",
                        frame.ofResident(),
                        Map.of("page", list, "whose", whoses.of(resident))));
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/third-party/file")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            ResidentCaller resident,
            Frame frame) {
        return Pages.csv(
                "third-party.csv", ProvisionLines.sheet(list(from, until, "exported", resident, frame), frame.m()));
    }

    private ThirdPartyList list(String from, String until, String outcome, ResidentCaller resident, Frame frame) {
        var last = TypedForm.day(until).orElseGet(() -> LocalDate.now(clock.withZone(JapaneseDates.JAPAN)));
        var first = TypedForm.day(from)
                .filter(day -> ThirdPartyForm.spans(day, last))
                .orElseGet(() -> last.minusYears(1).plusDays(1));
        var person = new PersonId(resident.person());
        return Objects.requireNonNull(transaction.execute(status -> {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, outcome).with("page", "third-party"));
            return lines.list(
                    persons.find(person).orElseThrow(),
                    first,
                    last,
                    provisions.of(person, first, last),
                    facility -> true,
                    frame.m());
        }));
    }
}
