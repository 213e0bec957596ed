package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.cards.CheckRule;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.counter.Counter;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.relations.Relations;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession;
import hmnet.ground.directory.Successions;
import hmnet.ground.directory.Successions.SuccessionResult;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Feed;
import hmnet.record.filing.Papers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One hospital takes over from another (承継): what follows, who opens it, and who is turned away.
class SuccessionTest extends Feed {
    private static final LocalDate BORN = LocalDate.of(1950, 2, 28);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Successions successions;

    @Autowired
    private Rules rules;

    @Autowired
    private Protections protections;

    @Autowired
    private DisclosureCards disclosureCards;

    @Autowired
    private CardSchemes schemes;

    @Autowired
    private Counter counter;

    private final String number = number();
    private FacilityId before = new FacilityId(0);
    private FacilityId after = new FacilityId(0);
    private Requester formerDoctor;
    private Requester newDoctor;
    private Requester elsewhere;
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aPatientOfAHospital() {
        before = hospital();
        after = hospital();
        formerDoctor = at(before, Profession.DOCTOR);
        newDoctor = at(after, Profession.DOCTOR);
        elsewhere = doctor();
        person = resident(ConsentChoice.EVERYTHING, before, number);
        filed(before, Papers.of(number).visit());
        relations.begin(elsewhere, person, RelationOrigin.CARD);
    }

    @Test
    void theSuccessorOpensWhatFollowsAndThePredecessorNothing() {
        assertThat(shown(formerDoctor, person)).hasSize(1);
        assertThat(shown(newDoctor, person)).isEmpty();
        takenOver(true, true, true, true, true);
        assertThat(shown(newDoctor, person)).hasSize(1);
        assertThat(shown(formerDoctor, person)).isEmpty();
        assertThat(staff.byLogin(formerDoctor.login())).as("signs in no more").isEmpty();
        assertThat(shown(elsewhere, person)).hasSize(1);
        assertThat(shown(doctor(), person)).isEmpty();
    }

    @Test
    void whatTwoPeopleEndedTheSuccessorsRulesOpenToNobody() {
        takenOver(true, true, true, true, false);
        assertThat(shown(elsewhere, person)).hasSize(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> facilities.leave(before, today, true));
        assertThat(shown(elsewhere, person)).isEmpty();
        assertThat(shown(newDoctor, person)).as("its own, which it must keep").hasSize(1);
    }

    @Test
    void whatDoesNotFollowOpensNothingWithoutACard() {
        takenOver(false, false, false, false, true);
        assertThat(shown(newDoctor, person)).isEmpty();
        assertThat(shown(formerDoctor, person)).isEmpty();
        relations.begin(newDoctor, person, RelationOrigin.CARD);
        assertThat(shown(newDoctor, person))
                .as("as any facility that cares for them")
                .hasSize(1);
    }

    @Test
    void whomThePredecessorCaredForTheSuccessorCaresFor() {
        var patient = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(formerDoctor, patient, RelationOrigin.CARD);
        assertThat(relations.holds(after, patient)).isFalse();
        takenOver(false, false, false, true, true);
        assertThat(relations.holds(after, patient)).isTrue();
        assertThat(relations.holds(before, patient)).isFalse();
        relations.begin(newDoctor, patient, RelationOrigin.CARD);
        assertThat(relations.of(newDoctor, 30))
                .extracting(Relations.InCare::person)
                .containsOnlyOnce(patient);
    }

    @Test
    void aNarrowerRelationOfItsOwnDoesNotHideTheWiderOneThatFollowed() {
        var known = hospital();
        var chart = number();
        var patient = resident(ConsentChoice.EVERYTHING, known, chart);
        filed(known, Papers.of(chart).visit());
        relations.begin(formerDoctor, patient, RelationOrigin.CARD);
        relations.begin(newDoctor, patient, RelationOrigin.TYPED, hospital());
        assertThat(shown(newDoctor, patient)).as("another hospital's card").isEmpty();
        takenOver(false, false, false, true, true);
        assertThat(shown(newDoctor, patient)).hasSize(1);
    }

    @Test
    void throughTwoSuccessionsWhatFollowsFollowsAndEndsWhereOneOfThemEndsIt() {
        var last = hospital();
        var lastDoctor = at(last, Profession.DOCTOR);
        takenOver(true, true, true, true, true);
        var second = takenOver(new Succession(after, last, today, true, true, true, false, true, "agreed in writing"));
        assertThat(shown(lastDoctor, person)).as("the records of the first").hasSize(1);
        assertThat(shown(newDoctor, person)).isEmpty();
        var cared = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(formerDoctor, cared, RelationOrigin.CARD);
        assertThat(relations.holds(last, cared))
                .as("relations ended on the way")
                .isFalse();
        undone(second);
        assertThat(shown(lastDoctor, person)).isEmpty();
        assertThat(relations.holds(after, cared)).isTrue();
    }

    @Test
    void whatAPersonClosedToThePredecessorIsClosedToTheSuccessor() {
        relations.begin(newDoctor, person, RelationOrigin.CARD);
        denied(person, DeniedReaders.of(before), -1);
        assertThat(shown(newDoctor, person)).hasSize(1);
        var event = takenOver(true, true, true, true, true);
        assertThat(shown(newDoctor, person)).isEmpty();
        undone(event);
        assertThat(shown(newDoctor, person)).hasSize(1);
    }

    @Test
    void aRefusalLeavesEverythingAsItWasAndSoDoesThatOfAnUndoing() {
        assertThat(successions.ask(said(today, true, true, true, true, true), office()))
                .isEqualTo(SuccessionResult.ASKED);
        var asked = newest();
        assertThat(successions.refuseUndo(asked, office())).isEqualTo(SuccessionResult.NOTHING);
        assertThat(successions.refuse(asked, office())).isEqualTo(SuccessionResult.DONE);
        assertThat(successions.agree(asked, office())).isEqualTo(SuccessionResult.NOTHING);
        assertThat(shown(formerDoctor, person)).hasSize(1);
        var held = takenOver(true, true, true, true, true);
        assertThat(successions.refuse(held, office())).isEqualTo(SuccessionResult.NOTHING);
        assertThat(successions.askUndo(held, office())).isEqualTo(SuccessionResult.ASKED);
        assertThat(successions.refuseUndo(held, office())).isEqualTo(SuccessionResult.DONE);
        assertThat(successions.undo(held, office())).isEqualTo(SuccessionResult.NOTHING);
        assertThat(shown(newDoctor, person)).as("it goes on").hasSize(1);
        undone(held);
    }

    @Test
    void nobodyEntersOrConfirmsTheEndOfTheFacilityTheyWorkAt() {
        var clerk = office();
        var own = new Succession(clerk.facility(), after, today, false, false, false, false, true, "a mistake");
        assertThat(successions.ask(own, clerk)).isEqualTo(SuccessionResult.OWN);
        assertThat(successions.ask(own, office())).isEqualTo(SuccessionResult.ASKED);
        var id = successions.all().getFirst().id();
        assertThat(successions.agree(id, clerk)).isEqualTo(SuccessionResult.OWN);
        assertThat(staff.byLogin(clerk.login())).as("still at work").isPresent();
        assertThat(successions.refuse(id, clerk)).isEqualTo(SuccessionResult.DONE);
    }

    @Test
    void thePredecessorsRecordsObeyTheRuleThatTheEventNames() {
        rules.add(after, today.minusDays(1), -1, null, Audience.PROFESSIONAL, false, 0, "agreed");
        var own = takenOver(true, true, true, true, true);
        assertThat(shown(elsewhere, person)).as("its own rule goes on").hasSize(1);
        undone(own);
        takenOver(true, true, true, true, false);
        assertThat(shown(elsewhere, person))
                .as("the successor shows nothing to others")
                .isEmpty();
        assertThat(shown(newDoctor, person)).hasSize(1);
    }

    @Test
    void theSuccessorStopsTheDisclosureOfWhatItTookOver() {
        takenOver(true, true, true, true, true);
        facilities.stopDisclosure(after, true);
        assertThat(shown(elsewhere, person)).isEmpty();
        assertThat(shown(newDoctor, person)).hasSize(1);
    }

    @Test
    void aCardOfThePredecessorsOwnOpensBothHospitalsRecordsWhereItFollows() {
        var holder = holder();
        assertThat(shown(elsewhere, holder.person())).hasSize(1);
        takenOver(true, true, true, true, true);
        assertThat(typed(holder)).isInstanceOf(TypedCard.Known.class);
        assertThat(shown(elsewhere, holder.person())).hasSize(2);
    }

    @Test
    void aCardThatDoesNotFollowIsAnUnknownOneAndOpensNothingMore() {
        var holder = holder();
        var event = takenOver(true, false, true, true, true);
        assertThat(typed(holder)).isEqualTo(new TypedCard.Unknown());
        assertThat(shown(elsewhere, holder.person())).isEmpty();
        undone(event);
        assertThat(typed(holder)).isInstanceOf(TypedCard.Known.class);
        assertThat(shown(elsewhere, holder.person())).hasSize(1);
    }

    @Test
    void aConsentGivenToThePredecessorAloneEndsWhereItDoesNotFollow() {
        var holder = holder();
        takenOver(true, true, false, true, true);
        assertThat(typed(holder)).isInstanceOf(TypedCard.Known.class);
        assertThat(shown(elsewhere, holder.person())).isEmpty();
    }

    @Test
    void whoIsKeptFromThePredecessorIsKeptFromTheSuccessorWhateverFollows() {
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(before), Set.of()), office());
        takenOver(true, true, true, true, true);
        assertThat(shown(newDoctor, person)).isEmpty();
        assertThat(relations.begin(newDoctor, person, RelationOrigin.CARD)).isFalse();
        assertThat(protections.keeps(newDoctor, person)).isTrue();
    }

    @Test
    void thePredecessorsNumbersAreFoundAtTheSuccessorsDesk() {
        filed(before, Papers.of(number).profile());
        var born = Objects.requireNonNull(demographicsAt(before).getLast().birthDate());
        var desk = at(after, Profession.RECEPTION);
        assertThat(counter.find(number, born, desk)).isEmpty();
        takenOver(true, true, true, true, true);
        assertThat(counter.find(number, born, desk)).extracting(Person::id).containsExactly(person);
    }

    @Test
    void takingItBackLeavesEverythingAsItWas() {
        var formerly = shown(formerDoctor, person);
        undone(takenOver(true, true, true, true, false));
        assertThat(shown(formerDoctor, person)).usingRecursiveComparison().isEqualTo(formerly);
        assertThat(shown(newDoctor, person)).isEmpty();
        assertThat(staff.byLogin(formerDoctor.login())).isPresent();
    }

    @Test
    void itTakesTwoAndItsDay() {
        var clerk = office();
        assertThat(successions.ask(said(today.plusDays(1), true, true, true, true, true), clerk))
                .isEqualTo(SuccessionResult.ASKED);
        var id = newest();
        assertThat(successions.agree(id, clerk)).isEqualTo(SuccessionResult.SAME_PERSON);
        assertThat(shown(formerDoctor, person)).hasSize(1);
        assertThat(successions.agree(id, office())).isEqualTo(SuccessionResult.DONE);
        assertThat(shown(formerDoctor, person)).as("until the day has come").hasSize(1);
        assertThat(shown(newDoctor, person)).isEmpty();
        assertThat(successions.askUndo(id, clerk)).isEqualTo(SuccessionResult.ASKED);
        assertThat(successions.undo(id, clerk)).isEqualTo(SuccessionResult.SAME_PERSON);
        assertThat(successions.undo(id, office())).isEqualTo(SuccessionResult.DONE);
        assertThat(successions.undo(id, office())).isEqualTo(SuccessionResult.NOTHING);
    }

    @Test
    void nobodyIsTakenOverTwiceOrByThemselvesThroughOthers() {
        takenOver(true, true, true, true, true);
        assertThat(successions.ask(said(today, true, true, true, true, true), office()))
                .isEqualTo(SuccessionResult.TAKEN_OVER);
        var back = new Succession(after, before, today, true, true, true, true, true, "back");
        assertThat(successions.ask(back, office())).isEqualTo(SuccessionResult.CIRCLE);
    }

    private record Holder(PersonId person, CardCode code) {}

    /// Somebody known at both hospitals who agreed to nothing but the predecessor's own card, by which the
    /// doctor elsewhere cares for them.
    private Holder holder() {
        var one = card().holder().id();
        cards.end(one, "lost", office());
        for (var hospital : List.of(before, after)) {
            var chart = number();
            relations.tie(at(hospital, Profession.RECEPTION), one, chart);
            filed(hospital, Papers.of(chart).visit());
        }
        var word = "hospital-" + before.value();
        schemes.add(word, before, "見本病院の開示カード", CheckRule.NONE, Map.of("printed", "(?<number>S[0-9]{6})"));
        var code = new CardCode(word, "S%06d".formatted(before.value()));
        disclosureCards.register(one, code, before, "paper", at(before, Profession.RECEPTION));
        var holder = new Holder(one, code);
        relations.begin(elsewhere, one, RelationOrigin.TYPED, ((TypedCard.Known) typed(holder)).issuer());
        return holder;
    }

    private TypedCard typed(Holder holder) {
        return cards.readTyped(List.of(holder.code()), BORN, elsewhere);
    }

    private Succession said(
            LocalDate on, boolean records, boolean cards, boolean consents, boolean relations, boolean ownRules) {
        return new Succession(before, after, on, records, cards, consents, relations, ownRules, "agreed in writing");
    }

    private long takenOver(boolean records, boolean cards, boolean consents, boolean relations, boolean ownRules) {
        return takenOver(said(today, records, cards, consents, relations, ownRules));
    }

    private long takenOver(Succession said) {
        assertThat(successions.ask(said, office())).isEqualTo(SuccessionResult.ASKED);
        var id = newest(said.facility());
        assertThat(successions.agree(id, office())).isEqualTo(SuccessionResult.DONE);
        return id;
    }

    private long newest() {
        return newest(before);
    }

    private long newest(FacilityId predecessor) {
        return successions.all().stream()
                .filter(one -> one.succession().facility().equals(predecessor))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void undone(long id) {
        assertThat(successions.askUndo(id, office())).isEqualTo(SuccessionResult.ASKED);
        assertThat(successions.undo(id, office())).isEqualTo(SuccessionResult.DONE);
    }
}
