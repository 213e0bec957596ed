package hmnet.cards;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.CardSchemes;
import hmnet.design.Frame;
import hmnet.design.Language;
import hmnet.design.Preview;
import hmnet.directory.FacilityKind;
import hmnet.directory.Profession;
import hmnet.records.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// Number schemes, ranges and designs as the office writes them.
class SchemesPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/schemes");

    @Autowired
    SchemesPage page;

    @Autowired
    StockPage stock;

    @Autowired
    DisclosurePage disclosure;

    @Autowired
    ExchangePage exchange;

    @Autowired
    CardSchemes schemes;

    @Autowired
    BatchRows batches;

    @Autowired
    Issuing issuing;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    private static String body(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String to(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    /// A hospital with cards of its own, numbered in a way nobody else's are.
    private record Hospital(hmnet.directory.FacilityId id, String code, String word, String mark) {
        String number(int n) {
            return mark + "%06d".formatted(n);
        }
    }

    private Hospital hospitalWithCards() {
        var id = hospital();
        var code = facilities.get(id).code();
        var mark = "Q" + code + "Z";
        var word = "h-" + code;
        assertThat(to(page.add(
                        word,
                        "見本病院の開示カード",
                        code,
                        "none",
                        mark + "######",
                        ";{" + mark + "######}=*?",
                        "",
                        office(),
                        FRAME)))
                .endsWith("done=added");
        return new Hospital(id, code, word, mark);
    }

    @Test
    void aSchemeIsWrittenByItsShapeAndTriedOut() {
        var hospital = hospitalWithCards();
        assertThat(body(page.tryOut(hospital.number(7), FRAME))).contains("見本病院の開示カード", hospital.number(7));
        assertThat(body(page.tryOut(";" + hospital.number(7) + "=2612?", FRAME)))
                .contains("見本病院の開示カード");
        assertThat(body(page.tryOut("QQQ", FRAME))).contains("どのカードの番号でもありません");
        assertThat(body(page.show(null, FRAME))).contains(hospital.mark() + "######");
        assertThat(body(page.add(hospital.word(), "別", "", "none", "@@@@@@@@", "", "", office(), FRAME)))
                .contains("この記号はもう使われています");
    }

    @Test
    void whatIsNoShapeOrAnIndividualNumberIsRefused() {
        for (var shape : new String[] {"", "A*", "{##}##", "####{}", "{####", "*####*", "(a+)+"}) {
            assertThat(body(page.add("bad-shape", "形なし", "", "none", shape, "", "", office(), FRAME)))
                    .as(shape)
                    .contains("番号の形を読み取れません");
        }
        assertThat(body(page.tryOut("１２３４-５６７８-９０１８", FRAME))).contains("個人番号").doesNotContain("９０１８");
    }

    @Test
    void noSchemeTakesAnIndividualNumberForACard() {
        var code = facilities.get(hospital()).code();
        assertThat(to(page.add(
                        "n-" + code, "12 桁", code, "none", "", ";" + code + "{############}?", "", office(), FRAME)))
                .endsWith("done=added");
        assertThat(schemes.recognise(";" + code + "123456789018?")).isEmpty();
        assertThat(schemes.recognise(";" + code + "123456789017?")).hasSize(1);
    }

    @Test
    void aSchemesLastDayEndsItsCardsAndTakingItBackRestoresThem() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var holder = card().holder();
        relations.tie(desk, holder.id(), number());
        register(holder.id(), hospital, desk);
        assertThat(opens(hospital)).isTrue();
        page.end(hospital.word(), today().minusDays(1), office(), FRAME);
        assertThat(opens(hospital)).isFalse();
        page.end(hospital.word(), null, office(), FRAME);
        assertThat(opens(hospital)).isTrue();
        assertThat(body(page.end("hm", today(), office(), FRAME))).contains("変えられません");
    }

    @Autowired
    hmnet.consent.DisclosureCards disclosureCards;

    private void register(hmnet.identity.PersonId person, Hospital hospital, hmnet.directory.Requester desk) {
        var code = schemes.recognise(hospital.number(1)).getFirst();
        assertThat(disclosureCards.register(person, code, hospital.id(), "paper", desk))
                .isTrue();
    }

    private boolean opens(Hospital hospital) {
        return cards.readTyped(schemes.recognise(hospital.number(1)), LocalDate.of(1950, 2, 28), doctor())
                instanceof hmnet.consent.Cards.Typed.Known;
    }

    @Test
    void theHospitalsDeskTakesItsCardDownAndExchangesIt() {
        var hospital = hospitalWithCards();
        var desk = at(hospital.id(), Profession.RECEPTION);
        var number = number();
        var holder = card().holder();
        relations.tie(desk, holder.id(), number);
        var born = "1950-02-28";
        var found = body(disclosure.find(holder.kana(), born, desk, FRAME));
        assertThat(found).contains(holder.name());
        var ticket = found.replaceFirst("(?s).*?name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        assertThat(body(disclosure.register(ticket, "", "XX", "paper", desk, FRAME)))
                .contains("この病院の開示カードの番号ではありません");
        assertThat(body(disclosure.register(ticket, "", hospital.number(2), "", desk, FRAME)))
                .contains("同意の受け方");
        var done = body(disclosure.register(ticket, "", hospital.number(2), "paper", desk, FRAME));
        assertThat(done).contains("開示カード（" + hospital.number(2) + "）を登録しました", "/card-exchange/search");
        assertThat(body(exchange.find(hospital.number(2), born, desk, FRAME))).contains("HMカードを発行する");
        var other = card().holder();
        relations.tie(desk, other.id(), number());
        var second = body(disclosure.find(other.kana(), born, desk, FRAME));
        var tickets = java.util.regex.Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"")
                .matcher(second)
                .results()
                .map(ticketOf -> ticketOf.group(1))
                .filter(one -> one.startsWith(other.id().toString()))
                .toList();
        assertThat(body(disclosure.register(tickets.getFirst(), "", hospital.number(2), "paper", desk, FRAME)))
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
        var ticket = body(disclosure.find(holder.kana(), "1950-02-28", desk, FRAME))
                .replaceFirst("(?s).*?name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        assertThat(body(disclosure.register(ticket, hospital.code(), hospital.number(3), "paper", stranger, FRAME)))
                .as("another's ticket")
                .contains("時間が経ちました");
        assertThat(body(disclosure.show(stranger, FRAME))).contains("番号体系がありません");
    }

    @Test
    void aRangeNeverOverlapsAndEndsWithItsDay() {
        var one = facility(FacilityKind.OFFICE);
        var other = facility(FacilityKind.OFFICE);
        var code = facilities.get(one).code();
        assertThat(to(stock.give(code, "7312", office(), FRAME))).endsWith("done=given");
        for (var prefix : new String[] {"7312", "731", "7"}) {
            assertThat(body(stock.give(facilities.get(other).code(), prefix, office(), FRAME)))
                    .as(prefix)
                    .contains("重なります");
        }
        var issuer = at(one, Profession.CARD_ISSUER);
        assertThat(issuing.issue(newcomer(), issuer).orElseThrow().number().value())
                .startsWith("7312");
        stock.endRange(code, today().minusDays(1), office(), FRAME);
        assertThat(issuing.issue(newcomer(), issuer)).isEmpty();
        stock.endRange(code, null, office(), FRAME);
        assertThat(issuing.issue(newcomer(), issuer)).isPresent();
    }

    private hmnet.identity.Person newcomer() {
        return new Application("架空　範囲" + number(), "カクウ　ハンイ", "", "female", "広島県架空市三丁目")
                .person(LocalDate.of(1971, 5, 5));
    }

    @Test
    void printBatchesChooseFromTheDesignsOfTheDay() {
        var word = "d-" + number();
        stock.addDesign(word, "見本デザイン", today(), null, office(), FRAME);
        assertThat(batches.designs()).anyMatch(design -> design.word().equals(word));
        stock.endDesign(word, today().minusDays(1), office());
        assertThat(batches.designs()).noneMatch(design -> design.word().equals(word));
        assertThat(body(stock.addDesign(word, "見本デザイン", today(), null, office(), FRAME)))
                .contains("この記号はもう使われています");
    }
}
