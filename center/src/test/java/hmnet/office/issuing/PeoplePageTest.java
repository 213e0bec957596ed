package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.counter.Tickets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.people.links.Persons;
import hmnet.record.filing.Ward;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A card ends only after somebody looked at whose it is and what follows (U20).
class PeoplePageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/people");

    @Autowired
    private PeoplePage peoplePage;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Persons persons;

    /// U11.
    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStandsThereAgain() {
        var office = office();
        var nobody = peoplePage.find("ミホン", "平成99年", office, FRAME);
        assertThat(nobody.getStatusCode().value()).isEqualTo(422);
        assertThat(nobody.getBody())
                .contains("id=\"e-birth\"", "生年月日を読み取れませんでした。", "value=\"ミホン\"", "value=\"平成99年\"")
                .doesNotContain("role=\"alert\"");
        assertThat(peoplePage.find("ミホン ダレモ", "1901-02-03", office, FRAME).getBody())
                .contains("この内容の方は見つかりません", "value=\"ミホン ダレモ\"");
        assertThat(peoplePage.find("123456789018", "1901-02-03", office, FRAME).getBody())
                .as("an individual number is never shown again")
                .contains("id=\"e-who\"")
                .doesNotContain("123456789018");
    }

    /// U9, at the other door where a name comes to a card.
    @Test
    void aChangedNameIsReadInKanaAndStandsOnTheCardSo() {
        var office = office();
        var holder = card().holder();
        var ticket = tickets.write(new Tickets.Ticket(holder.id(), "people"), office);
        for (var kana : List.of("", "架空 花子", "kakuu hanako", "カ".repeat(61))) {
            var wrong = peoplePage.next(new CardEnd(ticket, "name-change", "架空 花子", kana, "1"), office, FRAME);
            assertThat(wrong.getStatusCode().value()).as(kana).isEqualTo(422);
            assertThat(wrong.getBody())
                    .as(kana)
                    .contains("e-kana-", "value=\"架空 花子\"", "value=\"name-change\" required checked")
                    .doesNotContain("e-name-");
        }
        var end = new CardEnd(ticket, "name-change", "架空 花子", "ｶｸｳ はなこ", "1");
        assertThat(peoplePage.next(end, office, FRAME).getBody()).contains("カクウ　ハナコ");
        peoplePage.reissue(end, office, FRAME);
        assertThat(persons.find(holder.id()).orElseThrow().kana()).isEqualTo("カクウ　ハナコ");
    }

    @Test
    void nothingEndsAtTheFirstPress() {
        var office = office();
        var card = card();
        var ticket = tickets.write(new Tickets.Ticket(card.holder().id(), "people"), office);
        var end = new CardEnd(ticket, "lost", null, null, "1");
        var look = peoplePage.next(end, office, FRAME);
        assertThat(look.getStatusCode().value()).isEqualTo(200);
        assertThat(look.getBody())
                .contains(
                        card.holder().name(),
                        "元には戻せません",
                        "action=\"/office/people/reissue\"",
                        "value=\"" + ticket + "\"");
        assertThat(peoplePage.loss(end, office, FRAME).getBody()).contains("元には戻せません");
        assertThat(cards.readQr(cards.qrOf(card.number()), office))
                .as("works on")
                .isPresent();
        assertThat(peoplePage.reissue(end, office, FRAME).getStatusCode().value())
                .isEqualTo(303);
        assertThat(cards.history(card.holder().id())).hasSize(2);
        assertThat(peoplePage.reissue(end, office, FRAME).getStatusCode().value())
                .as("back, and pressed again")
                .isEqualTo(422);
        assertThat(cards.history(card.holder().id())).hasSize(2);
        assertThat(peoplePage.lost(end, office, FRAME).getStatusCode().value()).isEqualTo(303);
        assertThat(cards.history(card.holder().id())).noneMatch(one -> one.active());
    }

    @Test
    void anIndividualNumberIsNeitherTakenNorShownWhateverTheReason() {
        var office = office();
        var ticket = tickets.write(new Tickets.Ticket(card().holder().id(), "people"), office);
        for (var why : List.of("lost", "name-change")) {
            var end = new CardEnd(ticket, why, "架空 1234-5678-9018", "カクウ ハナコ", "1");
            for (var answer : List.of(peoplePage.loss(end, office, FRAME), peoplePage.next(end, office, FRAME))) {
                assertThat(answer.getStatusCode().value()).as(why).isEqualTo(422);
                assertThat(answer.getBody()).contains("個人番号").doesNotContain("5678");
            }
        }
    }
}
