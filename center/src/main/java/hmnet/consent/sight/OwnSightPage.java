package hmnet.consent.sight;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.DecisionBasis;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.relations.Relations;
import hmnet.consent.sight.SightScreen.SightReader;
import hmnet.consent.sight.SightWords.Hearer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident asks who would see what of them, and by which rules (だれに何が見えるか).
@Controller
class OwnSightPage {
    private final Decisions decisions;
    private final Relations relations;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnSightPage(
            Decisions decisions,
            Relations relations,
            Facilities facilities,
            Audit audit,
            TransactionOperations transaction,
            OwnWhoses whoses,
            Pages pages) {
        this.whoses = whoses;
        this.decisions = decisions;
        this.relations = relations;
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/sight")
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String profession,
            ResidentCaller resident,
            Frame frame) {
        var person = new PersonId(resident.person());
        var screen = Objects.requireNonNull(transaction.execute(status -> {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "sight"));
            var readers = readers(person, frame.m());
            var facility = Optional.ofNullable(readers.get(reader));
            var asked = SightReaders.PROFESSIONS.stream()
                    .filter(one -> one.word().equals(profession))
                    .findFirst();
            return screen(
                    readers,
                    reader,
                    profession,
                    facility.isPresent() && asked.isPresent()
                            ? explained(facility.get(), asked.get(), resident, frame.m())
                            : null);
        }));
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/sight/own", frame.ofResident(), Map.of("page", screen, "whose", whoses.of(resident))));
    }

    private record ExplainedReader(String name, DecisionBasis basis, List<SightSource> sources) {}

    private ExplainedReader explained(Facility at, Profession profession, ResidentCaller resident, Messages m) {
        var person = new PersonId(resident.person());
        var basis = decisions.explain(Requester.anybody(profession, at), person, Purpose.TREATMENT);
        var hearer = resident.representation() == null ? Hearer.RESIDENT : Hearer.PROXY;
        var words = new SightWords(m, id -> facilities.get(id).name(), hearer);
        return new ExplainedReader(
                m.t("sight.reader", at.name(), m.t("profession." + profession.word())), basis, words.of(basis.kinds()));
    }

    private static SightScreen screen(
            Map<String, Facility> readers, String reader, String profession, @Nullable ExplainedReader explained) {
        var offered = readers.entrySet().stream()
                .map(one -> new SightReader(one.getKey(), one.getValue().name()))
                .toList();
        var half = explained == null && !(reader.isEmpty() && profession.isEmpty());
        return explained == null
                ? new SightScreen(offered, reader, profession, half ? "missing" : null, null, null, List.of())
                : new SightScreen(
                        offered,
                        reader,
                        profession,
                        null,
                        explained.name(),
                        SightVerdict.word(explained.basis().decision()),
                        explained.sources());
    }

    /// Those with a tie, and one of each kind to which there is none.
    private Map<String, Facility> readers(PersonId person, Messages m) {
        var readers = new LinkedHashMap<String, Facility>();
        relations.caringFor(person).stream()
                .map(tie -> facilities.get(tie.facility()))
                .forEach(facility -> readers.put("f" + facility.id().value(), facility));
        SightReaders.KINDS.forEach(kind -> readers.put(
                "k-" + kind.word(),
                SightReaders.some(kind, m.t("sight.reader.some", m.t("directory.kind." + kind.word())))));
        return readers;
    }
}
