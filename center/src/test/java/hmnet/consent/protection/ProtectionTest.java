package hmnet.consent.protection;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.counter.Counter;
import hmnet.consent.protection.ProtectionEnding.EndingResult;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Ward;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Protected persons: whoever is shut out meets nobody.
class ProtectionTest extends Ward {
    @Autowired
    Protections protections;

    @Autowired
    ProtectionEnding ending;

    @Autowired
    ProtectionRegister register;

    @Autowired
    DisclosureCards disclosureCards;

    @Autowired
    Counter counter;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    private static ProtectionOrder from(FacilityId... facilities) {
        return new ProtectionOrder("person", "photo", Set.of(facilities), Set.of());
    }

    private String chart(Requester requester, PersonId person) {
        return charts.open(
                requester,
                person,
                Purpose.TREATMENT,
                ChartView.TIMELINE,
                opening -> opening.getClass().getSimpleName()
                        + (opening instanceof hmnet.record.charts.Opening.Closed(var reason) ? reason : ""));
    }

    @Test
    void aProtectionKillsEveryCardAtOnce() {
        var card = card();
        var qr = cards.qrOf(card.number());
        var elsewhere = doctor();
        assertThat(protections.begin(card.holder().id(), from(), elsewhere)).isTrue();
        assertThat(cards.readQr(qr, elsewhere)).isEmpty();
        assertThat(cards.readTyped(card.number(), card.holder().birthDate(), elsewhere))
                .isEqualTo(new TypedCard.Unknown());
        assertThat(cards.history(card.holder().id()))
                .extracting(IssuedCard::endedWhy)
                .containsExactly("protected");
    }

    @Test
    void aNewCardWorksForAllButThoseShutOut() {
        var shutOut = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var treats = doctor();
        var card = afterProtection(card(), shutOut.facility());
        var born = card.holder().birthDate();
        assertThat(cards.readQr(cards.qrOf(card.number()), treats))
                .contains(card.holder().id());
        assertThat(cards.readQr(cards.qrOf(card.number()), shutOut)).isEmpty();
        assertThat(cards.readTyped(card.number(), born, shutOut)).isEqualTo(new TypedCard.Unknown());
        assertThat(cards.triesLeft(shutOut)).isEqualTo(Cards.MISSES_ALLOWED - 1);
        assertThat(cards.find(card.number().value(), shutOut)).isEmpty();
        assertThat(relations.begin(shutOut, card.holder().id(), RelationOrigin.CARD))
                .isFalse();
        assertThat(relations.of(shutOut, 10)).isEmpty();
    }

    private Card afterProtection(Card card, FacilityId shutOut) {
        protections.begin(card.holder().id(), from(shutOut), office());
        return cards.reissue(card.holder(), "protected", office());
    }

    @Test
    void whoTreatedThePersonAndIsShutOutMeetsNobodyFromThatMoment() {
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        var ofTheHospital = at(hospital, Profession.DOCTOR);
        var treats = doctor();
        relations.begin(treats, person, RelationOrigin.CARD);
        assertThat(chart(ofTheHospital, person)).isEqualTo("Opened");
        protections.begin(person, from(hospital), office());
        assertThat(chart(ofTheHospital, person))
                .isEqualTo(chart(ofTheHospital, PersonId.fresh()))
                .isEqualTo("ClosedNOT_KNOWN");
        assertThat(chart(treats, person)).isEqualTo("Opened");
    }

    /// The decision waits for the act and reads it when it gets the row: nothing opens after the commit.
    @Test
    void aChartThatIsAskedForWhileTheActIsWrittenStaysClosed() throws Exception {
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        var doctor = at(hospital, Profession.DOCTOR);
        var office = office();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var asked = new AtomicReference<Future<String>>();
            transaction.executeWithoutResult(status -> {
                protections.begin(person, from(hospital), office);
                asked.set(threads.submit(() -> chart(doctor, person)));
                await(this::somebodyWaits);
            });
            assertThat(asked.get().get()).isEqualTo("ClosedNOT_KNOWN");
        }
    }

    @Test
    void oneMemberOfStaffCanBeShutOutAlone() {
        var clinic = facility(FacilityKind.CLINIC);
        var spouse = at(clinic, Profession.DOCTOR);
        var colleague = at(clinic, Profession.DOCTOR);
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(colleague, person, RelationOrigin.CARD);
        protections.begin(
                person, new ProtectionOrder("police", "authority", Set.of(), Set.of(spouse.staff())), office());
        assertThat(chart(spouse, person)).isEqualTo("ClosedNOT_KNOWN");
        assertThat(relations.of(spouse, 10)).isEmpty();
        assertThat(chart(colleague, person)).isEqualTo("Opened");
    }

    @Test
    void theTownIsForThoseWhoTreatThePersonOnly() {
        var doctor = doctor();
        var reception = at(doctor.facility(), Profession.RECEPTION);
        var person = card().holder().id();
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(protections.hiddenFrom(reception, List.of(person))).isEmpty();
        protections.begin(person, from(), office());
        assertThat(protections.hiddenFrom(doctor, List.of(person))).isEmpty();
        assertThat(protections.hiddenFrom(reception, List.of(person))).containsExactly(person);
        assertThat(protections.hiddenFrom(doctor(), List.of(person))).containsExactly(person);
        assertThat(protections.hiddenFrom(office(), List.of(person))).containsExactly(person);
    }

    @Autowired
    SamePersons samePersons;

    @Test
    void byNoOtherCardOfTheSameHumanDoesWhoIsShutOutMeetThem() {
        var shutOut = doctor();
        var other = card();
        var person = card().holder().id();
        var one = other.holder().id();
        samePersons.join(person, one, Actor.staff(1), "one human");
        relations.begin(shutOut, one, RelationOrigin.CARD);
        protections.begin(person, from(shutOut.facility()), office());
        assertThat(cards.history(one)).as("all cards end").noneMatch(IssuedCard::active);
        var next = cards.reissue(other.holder(), "protected", office());
        assertThat(cards.readQr(cards.qrOf(next.number()), doctor())).contains(one);
        assertThat(cards.readQr(cards.qrOf(next.number()), shutOut)).isEmpty();
        assertThat(cards.readTyped(next.number(), other.holder().birthDate(), shutOut))
                .isEqualTo(new TypedCard.Unknown());
        assertThat(relations.begin(shutOut, one, RelationOrigin.CARD)).isFalse();
        assertThat(protections.keeps(shutOut, one)).isTrue();
        assertThat(protections.isProtected(one)).isTrue();
        assertThat(protections.hiddenFrom(doctor(), List.of(one))).containsExactly(one);
        assertThat(chart(shutOut, one)).isEqualTo("ClosedNOT_KNOWN");
        samePersons.part(person, one, Actor.staff(1), "two after all");
        assertThat(protections.keeps(shutOut, one)).isFalse();
        assertThat(relations.begin(shutOut, one, RelationOrigin.CARD)).isTrue();
    }

    @Test
    void theRegisterSaysWhoseNamedStaffWorkWhereTheyDidNoLonger() {
        var spouse = doctor();
        var person = card().holder().id();
        protections.begin(person, new ProtectionOrder("person", "known", Set.of(), Set.of(spouse.staff())), office());
        assertThat(register.find(person, office()))
                .hasValueSatisfying(line -> assertThat(line.staffGone()).isFalse());
        db.sql("update staff set until = (now() at time zone 'Asia/Tokyo')::date - 1 where id = ?")
                .param(spouse.staff().value())
                .update();
        assertThat(register.find(person, office()))
                .hasValueSatisfying(line -> assertThat(line.staffGone()).isTrue());
    }

    @Test
    void whoIsShutOutFromAPersonFindsNothingOfTheSameHumanEither() {
        var relative = office();
        var person = card().holder().id();
        var one = card().holder().id();
        samePersons.join(person, one, Actor.staff(1), "one human");
        protections.begin(person, from(), office());
        assertThat(register.find(person, relative)).isPresent();
        protections.begin(one, new ProtectionOrder("person", "known", Set.of(), Set.of(relative.staff())), office());
        assertThat(register.find(person, relative)).isEmpty();
        assertThat(ending.ask(person, "間違い", relative)).isEqualTo(EndingResult.NOTHING_TO_END);
    }

    @Test
    void aFormWithTheRightWordsOnItDoesNotReachTheProtectedPerson() {
        var card = card();
        protections.begin(card.holder().id(), from(), office());
        var issued = cards.issueFor(sameWords(card.holder()), office());
        assertThat(issued.holder().id()).isNotEqualTo(card.holder().id());
    }

    private static Person sameWords(Person person) {
        return new Person(
                PersonId.fresh(),
                "",
                person.familyName(),
                person.givenName(),
                person.familyKana(),
                person.givenKana(),
                person.birthDate(),
                person.sex(),
                person.postalCode(),
                person.address(),
                person.town(),
                person.phone());
    }

    @Test
    void nobodyIsMatchedWithAProtectedPersonNorIsAChartLinkedLater() {
        var hospital = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        protections.begin(person, from(), office());
        var later = number();
        relations.tie(at(hospital, Profession.RECEPTION), person, later);
        assertThat(leftOut(person)).isEqualTo(3);
        var asker = office();
        assertThat(ending.ask(person, "転居して不要", asker)).isEqualTo(EndingResult.ASKED);
        assertThat(ending.end(person, office())).isEqualTo(EndingResult.ENDED);
        assertThat(leftOut(person)).isZero();
    }

    private int leftOut(PersonId person) {
        return db.sql("""
                        select count(*) from match_left_out o
                         where o.person = :person
                            or o.patient in (select patient from linkage where person = :person)""").param("person", person.value()).query(Integer.class).single();
    }

    @Test
    void endingAProtectionTakesTwo() {
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        var doctor = at(hospital, Profession.DOCTOR);
        var asker = office();
        protections.begin(person, from(hospital), asker);
        assertThat(ending.end(person, office())).isEqualTo(EndingResult.NOTHING_TO_END);
        assertThat(ending.ask(person, "本人の希望", asker)).isEqualTo(EndingResult.ASKED);
        assertThat(ending.end(person, asker)).isEqualTo(EndingResult.SAME_PERSON);
        assertThat(chart(doctor, person)).isEqualTo("ClosedNOT_KNOWN");
        assertThat(ending.end(person, office())).isEqualTo(EndingResult.ENDED);
        assertThat(chart(doctor, person)).isEqualTo("Opened");
        assertThat(cards.history(person)).noneMatch(IssuedCard::active);
    }

    @Test
    void anOperatorWhoIsShutOutCanNeitherSeeNorEndTheProtection() {
        var relative = office();
        var person = card().holder().id();
        protections.begin(person, new ProtectionOrder("person", "known", Set.of(), Set.of(relative.staff())), office());
        assertThat(register.find(person, relative)).isEmpty();
        assertThat(register.all(relative)).noneMatch(line -> line.person().equals(person));
        assertThat(ending.ask(person, "間違い", relative)).isEqualTo(EndingResult.NOTHING_TO_END);
        ending.ask(person, "本人の希望", office());
        assertThat(ending.end(person, relative)).isEqualTo(EndingResult.NOTHING_TO_END);
        assertThat(protections.begin(person, from(), relative)).isFalse();
        assertThat(counter.find("カクウ　ハナコ", java.time.LocalDate.of(1950, 2, 28), relative))
                .noneMatch(found -> found.id().equals(person));
    }

    @Test
    void thePersonsOwnLogTellsAllAndInNobodyElsesWords() {
        var shutOut = doctor();
        var card = afterProtection(card(), shutOut.facility());
        cards.readQr(cards.qrOf(card.number()), shutOut);
        chart(shutOut, card.holder().id());
        var log = audit.of(card.holder().id().value(), 100);
        assertThat(log).anyMatch(entry -> entry.action() == hmnet.ground.audit.Action.PROTECTED);
        assertThat(log.stream()
                        .filter(entry -> entry.facility() == shutOut.facility().value()))
                .extracting(entry -> entry.action() + " " + entry.outcome() + " " + entry.detail())
                .containsExactlyInAnyOrder(
                        "CARD_READ unknown {how=qr}", "CHART_REFUSED NOT_KNOWN {view=viewer/timeline}");
    }

    @Test
    void theListOfTheProtectedLeavesATraceWithEachOfThem() {
        var person = card().holder().id();
        protections.begin(person, from(), office());
        assertThat(register.all(office())).anyMatch(line -> line.person().equals(person));
        assertThat(audit.of(person.value(), 10))
                .anyMatch(entry -> entry.action() == Action.PROTECTION_SHOWN
                        && entry.outcome().equals("listed"));
    }
}
