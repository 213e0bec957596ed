package hmnet.exchange.personquery;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.Questions;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whose number corresponds to which, and who is told.
class CrossReferencesTest extends Counter {
    @Autowired
    CrossReferences references;

    @Autowired
    PersonSearch search;

    private CrossReference of(FacilityId asking, FacilityId source, String number, FacilityId... wanted) {
        return references.of(
                caller(asking, TransactionGroup.PIX),
                question("sourceIdentifier", number),
                domains.of(source).uri(),
                number,
                List.of(wanted).stream()
                        .map(facility -> domains.of(facility).uri())
                        .toList());
    }

    @Test
    void aTiedNumberLeadsToTheOthersAndBack() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var here = hospital();
        var there = hospital();
        var third = hospital();
        tied(here, "11", hanako(born), person);
        tied(there, "22", hanako(born), person);
        matched(sent(third, "33", hanako(born)), person);
        var thereNumber = new Identifier(domains.of(there), "22");
        var thirdNumber = new Identifier(domains.of(third), "33");
        assertThat(of(here, here, "11")).isEqualTo(new CrossReference.Known(List.of(thereNumber, thirdNumber), person));
        assertThat(of(here, here, "11", there)).isEqualTo(new CrossReference.Known(List.of(thereNumber), person));
        assertThat(of(here, there, "22", here))
                .isEqualTo(new CrossReference.Known(List.of(new Identifier(domains.of(here), "11")), person));
        assertThat(asked(person)).hasSize(3);
        assertThat(of(third, third, "33")).as("matched, not tied").isEqualTo(new CrossReference.Known(List.of(), null));
        assertThat(of(third, here, "11")).isEqualTo(new CrossReference.UnknownNumber());
    }

    @Test
    void withoutAWholeConsentANumberIsKnownAndLeadsNowhere() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        var here = hospital();
        var there = hospital();
        tied(here, "11", hanako(born), person);
        tied(there, "22", hanako(born), person);
        assertThat(of(here, here, "11")).isEqualTo(new CrossReference.Known(List.of(), person));
        assertThat(of(here, there, "22")).isEqualTo(new CrossReference.UnknownNumber());
    }

    @Test
    void aHospitalsOwnCardLeadsToThatHospitalsNumberAlone() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var issuer = hospital();
        var other = hospital();
        var clinic = facility(FacilityKind.CLINIC);
        tied(issuer, "11", hanako(born), person);
        tied(other, "22", hanako(born), person);
        relations.begin(at(clinic, Profession.DOCTOR), person, RelationOrigin.TYPED, issuer);
        assertThat(of(clinic, issuer, "11"))
                .as("no consent of the card's")
                .isEqualTo(new CrossReference.UnknownNumber());
        db.sql("insert into disclosure_consent (person, facility, state, how, by) values (?, ?, ?, 'paper', 'test')")
                .params(person.value(), issuer.value(), ConsentState.GIVEN.word())
                .update();
        assertThat(of(clinic, other, "22")).isEqualTo(new CrossReference.UnknownNumber());
        assertThat(of(clinic, issuer, "11")).isEqualTo(new CrossReference.Known(List.of(), person));
    }

    /// The machine says which of its charts is whose; only a desk's word or a take-over is a tie.
    @Test
    void anOwnNumberThatWasOnlyMatchedAddsNothingToWhatAHospitalsCardReaches() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var issuer = hospital();
        var other = hospital();
        var clinic = facility(FacilityKind.CLINIC);
        tied(issuer, "11", hanako(born), person);
        tied(other, "22", hanako(born), person);
        var matched = sent(clinic, "44", hanako(born));
        matched(matched, person);
        relations.begin(at(clinic, Profession.DOCTOR), person, RelationOrigin.TYPED, issuer);
        db.sql("insert into disclosure_consent (person, facility, state, how, by) values (?, ?, ?, 'paper', 'test')")
                .params(person.value(), issuer.value(), ConsentState.GIVEN.word())
                .update();
        var own = new Identifier(domains.of(clinic), "44");
        assertThat(of(clinic, issuer, "11")).isEqualTo(new CrossReference.Known(List.of(own), person));
        assertThat(of(clinic, other, "22")).isEqualTo(new CrossReference.UnknownNumber());
        assertThat(of(clinic, clinic, "44"))
                .isEqualTo(new CrossReference.Known(List.of(new Identifier(domains.of(issuer), "11")), person));
        tied(clinic, "55", hanako(born), person);
        assertThat(of(clinic, other, "22"))
                .as("the desk's own word reaches all")
                .isInstanceOf(CrossReference.Known.class);
    }

    @Test
    void anUnknownAProtectedAndAStrangersNumberAreOneAnswer() {
        var here = hospital();
        var there = hospital();
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(here, "11", hanako(born), person);
        matchExclusions.leave(person, "protected", Actor.staff(1));
        sent(there, "22", hanako(birthday()));
        assertThat(of(here, here, "11")).isEqualTo(of(here, here, "no such number"));
        assertThat(of(here, there, "22")).isEqualTo(of(here, there, "no such number"));
    }

    @Test
    void domainsNobodyKnowsAreNamed() {
        var here = hospital();
        sent(here, "11", hanako(birthday()));
        var caller = caller(here, TransactionGroup.PIX);
        assertThat(references.of(caller, question(), "urn:oid:1.2.3", "11", List.of()))
                .isEqualTo(new CrossReference.UnknownSource("urn:oid:1.2.3"));
        var own = domains.of(here).oid();
        assertThat(references.of(
                        caller,
                        question(),
                        own,
                        "11",
                        List.of(own, domains.regional().oid())))
                .isEqualTo(new CrossReference.UnknownTarget(domains.regional().oid(), 1));
    }

    @Test
    void aReusedNumberLeadsToItsPresentHolderOnly() {
        var here = hospital();
        var there = hospital();
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var before = tied(here, "11", hanako(born), person);
        tied(there, "22", hanako(born), person);
        db.sql("update patient set closed_at = now() where id = ?")
                .param(before.value())
                .update();
        assertThat(of(there, there, "22")).isEqualTo(new CrossReference.Known(List.of(), person));
        assertThat(of(here, here, "11")).isEqualTo(new CrossReference.UnknownNumber());
    }

    /// What costs more questions takes longer.
    @Test
    void aNumberOfNobodyOfAStrangerAndOfAProtectedPersonCostTheSameQuestions() {
        var here = hospital();
        var there = hospital();
        var born = birthday();
        var stranger = registered(hanako(born), ConsentChoice.NOTHING);
        tied(there, "22", hanako(born), stranger);
        var hidden = registered(hanako(birthday()), ConsentChoice.EVERYTHING);
        tied(there, "33", hanako(born), hidden);
        matchExclusions.leave(hidden, "protected", Actor.staff(1));
        sent(there, "44", hanako(birthday()));
        for (var asking : List.<Consumer<String>>of(
                number -> of(here, there, number),
                number -> search.find(
                        caller(here, TransactionGroup.PDQ),
                        question(),
                        Traits.NONE.numbered(domains.of(there).uri(), number)))) {
            var nobody = Questions.asked(() -> asking.accept("no such number"));
            assertThat(nobody).hasSize(4);
            for (var number : List.of("22", "33", "44")) {
                assertThat(Questions.asked(() -> asking.accept(number)))
                        .as(number)
                        .isEqualTo(nobody);
            }
        }
    }
}
