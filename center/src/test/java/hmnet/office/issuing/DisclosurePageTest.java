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
        var done = body(disclosure.register(ticket, "", hospital.number(2), "paper", desk, FRAME));
        assertThat(done).contains("開示カード（" + hospital.number(2) + "）を登録しました", "/card-exchange/search");
        assertThat(body(exchange.find(hospital.number(2), born, desk, FRAME))).contains("HMカードを発行する");
        var other = card().holder();
        relations.tie(desk, other.id(), number());
        assertThat(body(disclosure.register(ticket(other, desk), "", hospital.number(2), "paper", desk, FRAME)))
                .contains("別の方のカード");
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
        assertThat(body(disclosure.show(stranger, FRAME))).contains("番号体系がありません");
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
        assertThat(body(disclosure.withdraw(ticket, "", desk, FRAME))).contains("病院の同意を取り消しました");
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
        assertThat(body(disclosure.show(old, FRAME))).contains("番号体系がありません");
        var desk = at(after, Profession.RECEPTION);
        var holder = known(desk);
        assertThat(body(disclosure.find(holder.kana(), "1950-02-28", desk, FRAME)))
                .contains("value=\"" + before.code() + "\"");
        assertThat(body(disclosure.register(
                        ticket(holder, desk), before.code(), before.number(7), "paper", desk, FRAME)))
                .contains("登録しました");
        assertThat(consent(holder.id(), before)).contains("given");
        assertThat(body(exchange.find(before.number(7), "1950-02-28", desk, FRAME)))
                .contains("HMカードを発行する");
    }

    @Test
    void cardsThatDidNotFollowAreTakenDownByNobody() {
        var before = hospitalWithCards();
        var after = hospital();
        takenOver(before, after, false);
        assertThat(body(disclosure.show(at(after, Profession.RECEPTION), FRAME)))
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
        assertThat(body(disclosure.register(ticket(holder, desk), "", hospital.number(1), "paper", desk, FRAME)))
                .as("its last day")
                .contains("登録しました");
    }
}
