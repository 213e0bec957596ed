package hmnet.consent.counter;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.Sent;
import hmnet.consent.cards.Cards;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is found at a counter, and by whom.
class CounterTest extends Ward {
    private static final AtomicInteger TESTS = new AtomicInteger();

    /// Another for each test: a search shows five people, and all of this class are called alike.
    private final LocalDate born = LocalDate.of(1931, 7, 19).plusDays(10L * TESTS.getAndIncrement());

    @Autowired
    Counter counter;

    private Cards.Card rare() {
        var applicant = new Person(
                PersonId.fresh(), "", "架空", "稀" + number(), "カクウ", "マレ", born, "male", "", "広島県架空市五丁目", "架空市", "");
        return cards.issueFor(applicant, office());
    }

    private List<PersonId> found(String text, LocalDate born, Requester by) {
        return counter.find(text, born, by).stream().map(Person::id).toList();
    }

    @Test
    void aCardIsFoundByItsQrOrItsNumberWithTheBirthDate() {
        var card = rare();
        var person = card.holder().id();
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        assertThat(found(cards.qrOf(card.number()), born, reception)).containsExactly(person);
        assertThat(found(card.number().printed(), born, reception)).containsExactly(person);
        assertThat(found(card.number().printed(), born.plusDays(1), reception)).isEmpty();
        assertThat(found(cards.qrOf(card.number()), born.plusDays(1), reception))
                .isEmpty();
    }

    /// U15: behind an input method, with the shift lock on, in the field of the number.
    @Test
    void aQrIsACardInAnyWidthAnyCaseAndAnyField() {
        var card = rare();
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var frame = Preview.frame(Language.JAPANESE, Preview.DESK, "/cards/typed");
        var qr = cards.qrOf(card.number());
        var wide = qr.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
        for (var read : List.of(
                qr.toUpperCase(Locale.ROOT), qr.toLowerCase(Locale.ROOT), wide, " " + qr, wide.replace('．', '。'))) {
            assertThat(found(read, born, reception))
                    .as(read)
                    .containsExactly(card.holder().id());
            var answer = cardPage.typed(read, "", reception, frame);
            assertThat(answer.getStatusCode().value()).as(read).isEqualTo(303);
            var ticket = Objects.requireNonNull(answer.getHeaders().getLocation())
                    .getQuery()
                    .substring("card=".length());
            assertThat(cardPage.holder(ticket, "", reception, frame).getBody())
                    .as("at an address that Back finds again (U10)")
                    .contains(card.holder().givenName());
            assertThat(cardPage.holder(ticket, "", doctor(), frame)
                            .getStatusCode()
                            .value())
                    .as("nobody else's ticket")
                    .isEqualTo(303);
        }
    }

    @Test
    void aReadingFindsThoseTheFacilityHasATieTo() {
        var person = rare().holder().id();
        var doctor = doctor();
        assertThat(found("かくう まれ", born, office())).contains(person);
        assertThat(found("かくう まれ", born, doctor)).isEmpty();
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(found("ｶｸｳ ﾏﾚ", born, doctor)).containsExactly(person);
        assertThat(found("", born, doctor)).isEmpty();
    }

    @Autowired
    Audit audit;

    @Test
    void whoIsShownAtACounterReadsOfItInTheirLog() {
        var person = rare().holder().id();
        found("かくう まれ", born, office());
        assertThat(audit.of(person.value(), 10).stream().map(AccessLogEntry::action))
                .contains(Action.PERSON_FOUND);
    }

    @Test
    void aSearchThatFindsNobodyStandsInTheLogToo() {
        var office = office();
        assertThat(found("いない ひと", born, office)).isEmpty();
        assertThat(logged("person-found", "staff:" + office.staff().value() + "\""))
                .singleElement()
                .asString()
                .doesNotContain("\"person\"");
    }

    @Autowired
    CardPage cardPage;

    @Autowired
    Tickets tickets;

    @Test
    void whatAnotherCounterProvesBeginsNoRelation() {
        var desk = at(hospital(), Profession.RECEPTION);
        var holder = card().holder().id();
        cardPage.relate(tickets.write(new Tickets.Ticket(holder, "desk"), desk), "", desk);
        assertThat(relations.holds(desk.facility(), holder)).isFalse();
        cardPage.relate(tickets.write(new Tickets.Ticket(holder, "card"), desk), "", desk);
        assertThat(relations.holds(desk.facility(), holder)).isTrue();
    }

    @Autowired
    DeskPage deskPage;

    @Test
    void whatAnotherCounterProvesTiesNoChart() {
        var frame = Preview.frame(Language.JAPANESE, Preview.DESK, "/desk");
        var desk = at(hospital(), Profession.RECEPTION);
        var holder = card().holder().id();
        for (var how : List.of("protection", "disclosure", "consent", "people", "card", "typed", "my-number-card")) {
            var ticket = tickets.write(new Tickets.Ticket(holder, how), desk);
            assertThat(deskPage.tie(number(), ticket, desk, frame)
                            .getStatusCode()
                            .is4xxClientError())
                    .as(how)
                    .isTrue();
        }
        assertThat(relations.ties(desk.facility(), holder)).isFalse();
        var compared = tickets.write(new Tickets.Ticket(holder, "desk"), desk);
        var number = number();
        filed(desk.facility(), Sent.result(number, "20261118101112000", "4.1", "F"));
        assertThat(deskPage.tie(number, compared, desk, frame).getStatusCode().is3xxRedirection())
                .isTrue();
        assertThat(relations.ties(desk.facility(), holder)).isTrue();
    }

    /// U1: name, kana, birth date and sex of the card are another human's.
    @Test
    void aTieAgainstContradictionsTakesAReasonAndASecondPerson() {
        var frame = Preview.frame(Language.JAPANESE, Preview.DESK, "/desk");
        var hospital = hospital();
        var desk = at(hospital, Profession.RECEPTION);
        var colleague = at(hospital, Profession.RECEPTION);
        var holder = rare().holder().id();
        var number = number();
        filed(hospital, Sent.result(number, "20261118101112000", "4.1", "F"));
        var card = tickets.write(new Tickets.Ticket(holder, "desk"), desk);
        var alone = deskPage.tie(number, card, desk, frame);
        assertThat(alone.getStatusCode().value()).isEqualTo(422);
        assertThat(alone.getBody()).contains("別の方です").doesNotContain("同じ方として結び付ける");
        assertThat(deskPage.propose(number, card, " ", desk, frame)
                        .getStatusCode()
                        .value())
                .as("no reason")
                .isEqualTo(422);
        assertThat(relations.ties(hospital, holder)).isFalse();
        assertThat(deskPage.propose(number, card, "旅券を確認", desk, frame)
                        .getStatusCode()
                        .value())
                .isEqualTo(303);
        assertThat(relations.ties(hospital, holder)).isFalse();
        var proposal = proposals.waiting(desk).getFirst().approval().id();
        assertThat(deskPage.answer(proposal, "same", desk, frame)
                        .getStatusCode()
                        .value())
                .as("the proposer is no second person")
                .isEqualTo(422);
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(proposals.waiting(stranger)).isEmpty();
        assertThat(deskPage.answer(proposal, "same", stranger, frame)
                        .getStatusCode()
                        .value())
                .as("nor is another hospital's desk")
                .isEqualTo(422);
        assertThat(relations.ties(hospital, holder)).isFalse();
        assertThat(deskPage.answer(proposal, "same", colleague, frame)
                        .getStatusCode()
                        .value())
                .isEqualTo(303);
        assertThat(relations.ties(hospital, holder)).isTrue();
        assertThat(proposals.waiting(desk)).isEmpty();
    }

    /// U11: what was typed stays, and what is wrong is said beside it.
    @Test
    void aWrongNumberAtTheDeskIsToldBesideItsField() {
        var frame = Preview.frame(Language.JAPANESE, Preview.DESK, "/desk");
        var desk = at(hospital(), Profession.RECEPTION);
        var noChart = String.valueOf(deskPage.compare("99998888", "HM1.1234567890123.1.x", desk, frame)
                .getBody());
        assertThat(noChart)
                .contains("id=\"e-chart\"", "value=\"99998888\"", "value=\"HM1.1234567890123.1.x\"")
                .doesNotContain("id=\"e-code\"", "role=\"alert\"");
        var individual = String.valueOf(
                deskPage.compare("1234-5678-9018", "abc", desk, frame).getBody());
        assertThat(individual).contains("id=\"e-chart\"", "value=\"abc\"").doesNotContain("5678");
    }

    @Test
    void aColleagueWhoSeesTwoPeopleTiesNothing() {
        var frame = Preview.frame(Language.JAPANESE, Preview.DESK, "/desk");
        var hospital = hospital();
        var desk = at(hospital, Profession.RECEPTION);
        var holder = rare().holder().id();
        var number = number();
        filed(hospital, Sent.result(number, "20261118101112000", "4.1", "F"));
        deskPage.propose(number, tickets.write(new Tickets.Ticket(holder, "desk"), desk), "旅券を確認", desk, frame);
        var proposal = proposals.waiting(desk).getFirst().approval().id();
        deskPage.answer(proposal, "different", at(hospital, Profession.RECEPTION), frame);
        assertThat(proposals.waiting(desk)).isEmpty();
        assertThat(relations.ties(hospital, holder)).isFalse();
    }

    @Autowired
    TieProposals proposals;

    @Autowired
    OfficePage officePage;

    @Test
    void aRecordedConsentIsToldAtAnAddressOfItsOwn() {
        var frame = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/consents");
        var clerk = office();
        var holder = rare().holder();
        var ticket = tickets.write(new Tickets.Ticket(holder.id(), "consent"), clerk);
        assertThat(officePage
                        .record(ticket, "everything", "", ConsentNotice.FIRST, clerk, frame)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(officePage
                        .record(ticket, "everything", "paper", "1999-01", clerk, frame)
                        .getStatusCode()
                        .value())
                .as("no such explanation was ever given")
                .isEqualTo(422);
        var answer = officePage.record(ticket, "everything", "paper", ConsentNotice.FIRST, clerk, frame);
        assertThat(answer.getStatusCode().value()).isEqualTo(303);
        var to = String.valueOf(answer.getHeaders().getLocation());
        var card = to.replaceFirst(".*card=", "");
        assertThat(to).startsWith("/office/consents?done=everything&card=");
        assertThat(officePage.consents("everything", card, clerk, frame).getBody())
                .contains(holder.name());
        assertThat(officePage.consents("everything", card, office(), frame).getBody())
                .as("another's ticket")
                .doesNotContain(holder.name());
        assertThat(officePage.find("12345", clerk, frame).getBody())
                .as("what was typed stands again, with what is wrong beside it")
                .contains("value=\"12345\"", "id=\"e-code\"");
    }
}
