package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession;
import hmnet.ground.directory.Successions;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// A hospital's desk takes its own cards down, and who is turned away from it.
class DisclosurePageTest extends CardHospitals {
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    @Autowired
    DisclosurePage disclosure;

    @Autowired
    ExchangePage exchange;

    @Autowired
    Successions successions;

    private String ticket(Person person, Requester desk) {
        return TICKET.matcher(
                        body(disclosure.find(person.kana(), person.birthDate().toString(), desk, FRAME)))
                .results()
                .map(found -> found.group(1))
                .filter(one -> one.startsWith(person.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    /// The ticket of the address a form leads to.
    private static String shown(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(303);
        return to(answer).replaceFirst(".*card=", "");
    }

    /// Somebody whom this desk knows.
    private Person known(Requester desk) {
        var holder = card().holder();
        relations.tie(desk, holder.id(), number());
        return holder;
    }

    /// Somebody with a day of birth of their own: the office searches among all, and lists the first few.
    private Person alone() {
        var applicant = new Person(
                PersonId.fresh(),
                "",
                "架空",
                "壱子",
                "カクウ",
                "イチコ",
                LocalDate.of(1901, 3, 7),
                "female",
                "730-0000",
                "広島県架空市一丁目",
                "架空市",
                "");
        return cards.issueFor(applicant, office()).holder();
    }

    private Optional<String> consent(PersonId person, Hospital hospital) {
        return db.sql("select state from disclosure_consent where person = ? and facility = ?")
                .params(person.value(), hospital.id().value())
                .query(String.class)
                .optional();
    }

    @Test
    void theHospitalsDeskTakesItsCardDownAndExchangesIt() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var number = number();
        var holder = card().holder();
        relations.tie(desk, holder.id(), number);
        var born = "1950-02-28";
        assertThat(body(disclosure.find(holder.kana(), born, desk, FRAME))).contains(holder.name());
        var ticket = ticket(holder, desk);
        assertThat(body(disclosure.register(ticket, "", "XX", "paper", desk, FRAME)))
                .contains("この病院の開示カードの番号ではありません");
        assertThat(body(disclosure.register(ticket, "", hospital.number(2), "", desk, FRAME)))
                .contains("同意の受け方");
        var done = disclosure.register(ticket, "", hospital.number(2), "paper", desk, FRAME);
        assertThat(body(disclosure.registered(shown(done), desk, FRAME)))
                .contains("開示カード（" + hospital.number(2) + "）を登録しました", "/card-exchange/search");
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(to(disclosure.registered(shown(done), stranger, FRAME)))
                .as("another's ticket")
                .isEqualTo("/disclosure-cards");
        assertThat(body(exchange.find(hospital.number(2), born, desk, FRAME))).contains("HMカードを発行する");
        var other = card().holder();
        relations.tie(desk, other.id(), number());
        assertThat(body(disclosure.register(ticket(other, desk), "", hospital.number(2), "paper", desk, FRAME)))
                .contains("別の方のカード");
    }

    /// Going back from the new card issues no second one.
    @Test
    void anExchangedCardStandsAtAnAddressOfItsOwn() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var holder = known(desk);
        disclosure.register(ticket(holder, desk), "", hospital.number(4), "paper", desk, FRAME);
        var looked = body(exchange.find(hospital.number(4), "1950-02-28", desk, FRAME));
        var ticket = TICKET.matcher(looked).results().findFirst().orElseThrow().group(1);
        var answer = exchange.exchange(ticket, "everything", "paper", 6, desk, FRAME);
        assertThat(body(exchange.exchanged(shown(answer), desk, FRAME))).contains(holder.name(), "svg");
        assertThat(to(exchange.exchanged(shown(answer), office(), FRAME)))
                .as("another's ticket")
                .isEqualTo("/card-exchange");
    }

    @Test
    void whatWasTypedStandsAgainWithWhatIsWrongBesideIt() {
        var desk = at(hospitalWithCards().id(), Profession.RECEPTION);
        assertThat(body(disclosure.find("シケン", "S99.9.9", desk, FRAME)))
                .contains("value=\"シケン\"", "value=\"S99.9.9\"", "id=\"e-birth\"")
                .doesNotContain("notice bad");
        assertThat(body(disclosure.find("123456789018", "S30.1.1", desk, FRAME)))
                .contains("value=\"S30.1.1\"", "id=\"e-who\"")
                .doesNotContain("123456789018");
        assertThat(body(disclosure.find("イナイ", "S30.1.1", desk, FRAME))).contains("value=\"イナイ\"", "notice bad");
        assertThat(body(exchange.find("K999", "30.1.1", desk, FRAME))).contains("value=\"K999\"", "id=\"e-birth\"");
    }

    @Test
    void aDeskFindsNobodyWithoutATieAndNoOtherHospitalsCards() {
        var hospital = hospitalWithCards();
        var holder = card().holder();
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(body(disclosure.find(holder.kana(), "1950-02-28", stranger, FRAME)))
                .doesNotContain(holder.name());
        var desk = at(hospital.id(), Profession.RECEPTION);
        relations.tie(desk, holder.id(), number());
        var ticket = ticket(holder, desk);
        assertThat(body(disclosure.register(ticket, hospital.code(), hospital.number(3), "paper", stranger, FRAME)))
                .as("another's ticket")
                .contains("時間が経ちました");
        assertThat(body(disclosure.show(null, stranger, FRAME))).contains("番号体系がありません");
    }

    @Test
    void aConsentIsTakenBackByItsOwnDeskAndByNobodyElse() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var holder = known(desk);
        var ticket = ticket(holder, desk);
        disclosure.register(ticket, "", hospital.number(5), "paper", desk, FRAME);
        var other = hospitalWithCards();
        var stranger = at(other.id(), Profession.RECEPTION);
        assertThat(body(disclosure.withdraw(ticket, hospital.code(), stranger, FRAME)))
                .as("another's ticket")
                .contains("時間が経ちました");
        assertThat(body(disclosure.withdraw(ticket, other.code(), desk, FRAME)))
                .as("another hospital's consent")
                .contains("時間が経ちました");
        assertThat(consent(holder.id(), hospital)).contains("given");
        assertThat(to(disclosure.withdraw(ticket, "", desk, FRAME))).isEqualTo("/disclosure-cards?done=withdrawn");
        assertThat(body(disclosure.show("withdrawn", desk, FRAME))).contains("病院の同意を取り消しました");
        assertThat(consent(holder.id(), hospital)).contains("withdrawn");
    }

    @Test
    void aDeskThatNamesAnotherHospitalWithItsOwnTicketRegistersNothing() {
        var hospital = hospitalWithCards();
        var other = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var holder = known(desk);
        assertThat(body(disclosure.register(ticket(holder, desk), other.code(), other.number(3), "paper", desk, FRAME)))
                .contains("病院と、同意の受け方");
        assertThat(consent(holder.id(), other)).isEmpty();
        assertThat(consent(holder.id(), hospital)).isEmpty();
    }

    @Test
    void whoTookAHospitalOverTakesItsCardsDownAndThePredecessorsDeskNoMore() {
        var before = hospitalWithCards();
        var after = hospital();
        var old = at(before.id(), Profession.RECEPTION);
        var early = known(old);
        var ticket = ticket(early, old);
        takenOver(before, after, true);
        assertThat(body(disclosure.register(ticket, before.code(), before.number(6), "paper", old, FRAME)))
                .as("the predecessor's desk")
                .contains("病院と、同意の受け方");
        assertThat(body(disclosure.show(null, old, FRAME))).contains("番号体系がありません");
        var desk = at(after, Profession.RECEPTION);
        var holder = known(desk);
        assertThat(body(disclosure.find(holder.kana(), "1950-02-28", desk, FRAME)))
                .contains("value=\"" + before.code() + "\"");
        assertThat(to(disclosure.register(ticket(holder, desk), before.code(), before.number(7), "paper", desk, FRAME)))
                .contains("/disclosure-cards/registered");
        assertThat(consent(holder.id(), before)).contains("given");
        assertThat(body(exchange.find(before.number(7), "1950-02-28", desk, FRAME)))
                .contains("HMカードを発行する");
    }

    @Test
    void cardsThatDidNotFollowAreTakenDownByNobody() {
        var before = hospitalWithCards();
        var after = hospital();
        takenOver(before, after, false);
        assertThat(body(disclosure.show(null, at(after, Profession.RECEPTION), FRAME)))
                .contains("番号体系がありません");
        var clerk = office();
        var holder = alone();
        assertThat(body(disclosure.register(
                        ticket(holder, clerk), before.code(), before.number(1), "paper", clerk, FRAME)))
                .contains("病院と、同意の受け方");
    }

    private void takenOver(Hospital before, hmnet.ground.directory.FacilityId after, boolean cardsToo) {
        var said = new Succession(before.id(), after, today(), true, cardsToo, true, true, true, "agreed in writing");
        successions.ask(said, office());
        var asked = successions.all().stream()
                .filter(one -> one.succession().facility().equals(before.id()))
                .findFirst()
                .orElseThrow();
        assertThat(successions.agree(asked.id(), office())).isEqualTo(Successions.SuccessionResult.DONE);
    }

    @Test
    void aCardOfASchemeThatIsOverIsNotTakenDown() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var holder = known(desk);
        page.end(hospital.word(), today().minusDays(1), office(), FRAME);
        assertThat(body(disclosure.register(ticket(holder, desk), "", hospital.number(1), "paper", desk, FRAME)))
                .contains("この番号体系は、もう終わっています");
        page.end(hospital.word(), today(), office(), FRAME);
        assertThat(to(disclosure.register(ticket(holder, desk), "", hospital.number(1), "paper", desk, FRAME)))
                .as("its last day")
                .contains("/disclosure-cards/registered");
    }
}
