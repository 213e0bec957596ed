package hmnet.exchange.personquery;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is found by whom, whatever the protocol.
class PersonSearchTest extends Counter {
    @Autowired
    PersonSearch search;

    private List<Candidate> found(Caller caller, Traits traits) {
        return switch (search.find(caller, question("family", "asked"), traits)) {
            case Findings.Found(var candidates) -> candidates;
            case Findings.TooMany many -> throw new AssertionError(many);
            case Findings.TooVague vague -> throw new AssertionError(vague);
            case Findings.UnknownDomain unknown -> throw new AssertionError(unknown);
            case Findings.IndividualNumber individual -> throw new AssertionError(individual);
            case Findings.OverLimit over -> throw new AssertionError(over);
        };
    }

    @Test
    void aHospitalFindsItsOwnPatientInEverySpellingOfTheName() {
        var hospital = hospital();
        var number = number();
        var born = birthday();
        sent(hospital, number, hanako(born));
        var caller = caller(hospital, TransactionGroup.PDQ);
        for (var name : List.of(
                name("髙﨑", "花子"),
                name("高崎", "花子"),
                name("タカサキ", "ハナコ"),
                name("ﾀｶｻｷ", "ﾊﾅｺ"),
                name("たかさき", "はなこ"),
                name("Takasaki", "HANAKO"),
                List.of(new NamePart(NamePart.NameField.FAMILY, "タカ", true)),
                List.of(new NamePart(NamePart.NameField.EITHER, "髙崎花子", false)))) {
            assertThat(found(caller, Traits.NONE.born(born).named(name)))
                    .as("%s", name)
                    .hasSize(1);
        }
        assertThat(found(caller, Traits.NONE.born(born).named(name("タカタ", "ハナコ"))))
                .isEmpty();
        assertThat(found(caller, Traits.NONE.born(born).ofSex("male"))).isEmpty();
        assertThat(found(caller, Traits.NONE.born(born).living("7300099", "架空市青葉町３－４－５")))
                .hasSize(1);
        assertThat(found(caller, Traits.NONE.born(born).phoned("0825550199"))).hasSize(1);
        assertThat(found(caller, Traits.NONE.born(born)).getFirst().identifiers())
                .containsExactly(new Identifier(domains.of(hospital), number));
    }

    @Test
    void neitherOthersPatientsNorALinkByTheMatcherAloneAreFound() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(hospital(), number(), hanako(born), person);
        var stranger = hospital();
        assertThat(found(caller(stranger, TransactionGroup.PDQ), Traits.NONE.born(born)))
                .isEmpty();
        var number = number();
        matched(sent(stranger, number, hanako(born)), person);
        var alone = found(caller(stranger, TransactionGroup.PDQ), Traits.NONE.born(born));
        assertThat(alone).singleElement().satisfies(candidate -> {
            assertThat(candidate.person()).isNull();
            assertThat(candidate.identifiers()).containsExactly(new Identifier(domains.of(stranger), number));
        });
        assertThat(asked(person)).isEmpty();
    }

    @Test
    void numbersOfOtherHospitalsAreToldUnderAWholeConsentOnly() {
        for (var choice : ConsentChoice.values()) {
            var born = birthday();
            var person = registered(hanako(born), choice);
            var elsewhere = new Identifier(domains.of(tiedElsewhere(born, person)), "0000000042");
            var hospital = hospital();
            tied(hospital, number(), hanako(born), person);
            var told = found(caller(hospital, TransactionGroup.PDQ), Traits.NONE.born(born))
                    .getFirst()
                    .identifiers();
            assertThat(told.contains(elsewhere)).as("%s", choice).isEqualTo(choice == ConsentChoice.EVERYTHING);
            assertThat(told).noneMatch(number -> number.domain().equals(domains.regional()));
        }
    }

    private hmnet.ground.directory.FacilityId tiedElsewhere(
            java.time.LocalDate born, hmnet.people.patients.PersonId person) {
        var elsewhere = hospital();
        tied(elsewhere, "0000000042", hanako(born), person);
        return elsewhere;
    }

    @Test
    void aHospitalThatStoppedItsDisclosureIsNamedToNobody() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var elsewhere = tiedElsewhere(born, person);
        var hospital = hospital();
        tied(hospital, number(), hanako(born), person);
        facilities.stopDisclosure(elsewhere, true);
        assertThat(found(caller(hospital, TransactionGroup.PDQ), Traits.NONE.born(born))
                        .getFirst()
                        .identifiers())
                .hasSize(1);
    }

    @Test
    void whoseCardWasReadIsFoundAsAReceptionSeesThem() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.NOTHING);
        var clinic = facility(FacilityKind.CLINIC);
        var caller = caller(clinic, TransactionGroup.PDQ);
        assertThat(found(caller, Traits.NONE.born(born))).isEmpty();
        cardRead(clinic, person);
        var candidate =
                found(caller, Traits.NONE.born(born).named(name("高崎", "花子"))).getFirst();
        assertThat(candidate.said().address()).isEqualTo("架空市青葉町");
        assertThat(candidate.said().phone()).isEmpty();
        assertThat(candidate.identifiers()).isEmpty();
        assertThat(found(caller, Traits.NONE.born(born).phoned("082-555-0199"))).isEmpty();
        assertThat(found(caller, Traits.NONE.born(born).living("", "架空市青葉町3-4-5")))
                .isEmpty();
    }

    @Test
    void aProtectedPersonIsUnknownToEverybodyTheirOwnHospitalToo() {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var hospital = hospital();
        var number = number();
        tied(hospital, number, hanako(born), person);
        matchExclusions.leave(person, "protected", Actor.staff(1));
        var late = sent(hospital(), number(), hanako(born));
        matched(late, person);
        assertThat(found(caller(hospital, TransactionGroup.PDQ), Traits.NONE.born(born)))
                .isEmpty();
        assertThat(found(caller(hospital, TransactionGroup.PDQ), Traits.NONE.numbered("", number)))
                .isEmpty();
        assertThat(found(ofRegion(FacilityKind.OFFICE), Traits.NONE.born(born))).isEmpty();
    }

    @Test
    void anotherRegionFindsWhoAgreedAndTheOfficeEverybody() {
        var born = birthday();
        var hidden = registered(hanako(born), ConsentChoice.NOTHING);
        var shown = registered(named("架空", "太郎", "カクウ", "タロウ", born), ConsentChoice.EVERYTHING);
        var gateway = ofRegion(FacilityKind.HOSPITAL);
        assertThat(found(gateway, Traits.NONE.born(born)))
                .extracting(Candidate::person)
                .containsExactly(shown);
        assertThat(found(ofRegion(FacilityKind.OFFICE), Traits.NONE.born(born)))
                .extracting(Candidate::person)
                .containsExactlyInAnyOrder(shown, hidden);
        var regional =
                found(gateway, Traits.NONE.born(born)).getFirst().identifiers().getLast();
        assertThat(regional.domain()).isEqualTo(domains.regional());
        assertThat(found(gateway, Traits.NONE.numbered(domains.regional().uri(), regional.value())))
                .hasSize(1);
        var facility = caller(hospital(), TransactionGroup.PDQ);
        assertThat(search.find(
                        facility,
                        question(),
                        Traits.NONE.numbered(domains.regional().oid(), regional.value())))
                .isInstanceOf(Findings.UnknownDomain.class);
    }

    @Test
    void eachPersonFoundCanSeeWhoAskedAndOfNobodyElse() {
        var born = birthday();
        var hospital = hospital();
        var hanako = registered(hanako(born), ConsentChoice.NOTHING);
        var taro = registered(named("架空", "太郎", "カクウ", "タロウ", born), ConsentChoice.NOTHING);
        tied(hospital, number(), hanako(born), hanako);
        tied(hospital, number(), named("架空", "太郎", "カクウ", "タロウ", born), taro);
        search.find(
                caller(hospital, TransactionGroup.PDQ), question("birthdate", born.toString()), Traits.NONE.born(born));
        assertThat(asked(hanako)).hasSize(1);
        assertThat(asked(hanako).getFirst().get("event"))
                .contains("\"actor\":\"facility:" + hospital.value() + "\"", "birthdate=" + born, "ITI-TEST")
                .doesNotContain(taro.toString());
        assertThat(asked(taro)).hasSize(1);
    }

    @Test
    void aNameAloneIsTooVagueAndAnUnknownDomainIsNamed() {
        var caller = caller(hospital(), TransactionGroup.PDQ);
        assertThat(search.find(caller, question(), Traits.NONE.named(name("髙﨑", "花子"))))
                .isInstanceOf(Findings.TooVague.class);
        assertThat(search.find(caller, question(), Traits.NONE.numbered("urn:oid:1.2.3", "1")))
                .isEqualTo(new Findings.UnknownDomain("urn:oid:1.2.3"));
    }

    @Test
    void moreThanAHundredAreNotTold() {
        var hospital = hospital();
        var born = birthday();
        for (var n = 0; n <= PersonSearch.TOLD_MAX; n++) {
            sent(hospital, number(), named("見本", "ベビー", "ミホン", "ベビー", born));
        }
        assertThat(search.find(caller(hospital, TransactionGroup.PDQ), question(), Traits.NONE.born(born)))
                .isEqualTo(new Findings.TooMany(PersonSearch.TOLD_MAX));
    }

    /// 123456789018: invented, with a valid check digit.
    @Test
    void anIndividualNumberIsRefusedAndStandsNowhere() {
        var hospital = hospital();
        var caller = caller(hospital, TransactionGroup.PDQ);
        var asked = question("identifier", "urn:oid:1.2.3|1234-5678-9018");
        assertThat(search.find(caller, asked, Traits.NONE.numbered("", "1234-5678-9018")))
                .isInstanceOf(Findings.IndividualNumber.class);
        assertThat(logged("\"facility\":" + hospital.value() + ","))
                .singleElement()
                .asString()
                .contains("query-refused", "individual number")
                .doesNotContain("5678-9018", "56789018");
        sent(hospital, "123456789018", hanako(birthday()));
        assertThat(found(caller, Traits.NONE.numbered("", "123456789018")))
                .as("a chart number of twelve digits")
                .hasSize(1);
    }

    @Test
    void onlyAFacilityWithTheRightIsAdmitted() {
        var hospital = hospital();
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78")).isInstanceOf(Admission.Refused.class);
        callers.grant(
                hospital,
                TransactionGroup.PDQ,
                Scope.OWN,
                at(hospital, Profession.OPERATOR).actor());
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78"))
                .isEqualTo(new Admission.Admitted(caller(hospital, TransactionGroup.PDQ)));
        assertThat(callers.admit(hospital, TransactionGroup.PIX, "ITI-83")).isInstanceOf(Admission.Refused.class);
        callers.withdraw(hospital, TransactionGroup.PDQ, Actor.CENTRE);
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78")).isInstanceOf(Admission.Refused.class);
    }
}
