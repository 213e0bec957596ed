package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Number schemes, ranges and designs as the office writes them.
class SchemesPageTest extends CardHospitals {
    @Autowired
    StockPage stock;

    @Autowired
    Stock ranges;

    @Autowired
    BatchRows batches;

    @Autowired
    IssuingRights issuingRights;

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
        assertThat(body(page.tryOut(hospital.number(1), FRAME))).contains("に終わった体系です");
        page.end(hospital.word(), null, office(), FRAME);
        assertThat(opens(hospital)).isTrue();
        assertThat(body(page.end("hm", today(), office(), FRAME))).contains("変えられません");
    }

    @Autowired
    hmnet.consent.cards.DisclosureCards disclosureCards;

    private void register(
            hmnet.people.patients.PersonId person, Hospital hospital, hmnet.ground.directory.Requester desk) {
        var code = schemes.recognise(hospital.number(1)).getFirst();
        assertThat(disclosureCards.register(person, code, hospital.id(), "paper", desk))
                .isTrue();
    }

    private boolean opens(Hospital hospital) {
        return cards.readTyped(schemes.recognise(hospital.number(1)), LocalDate.of(1950, 2, 28), doctor())
                instanceof hmnet.consent.cards.Cards.TypedCard.Known;
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
        assertThat(issuingRights
                        .issue(newcomer(), issuer)
                        .orElseThrow()
                        .number()
                        .value())
                .startsWith("7312");
        stock.endRange("7312", today().minusDays(1), office(), FRAME);
        assertThat(issuingRights.issue(newcomer(), issuer)).isEmpty();
        stock.endRange("7312", null, office(), FRAME);
        assertThat(issuingRights.issue(newcomer(), issuer)).isPresent();
    }

    @Test
    void newDigitsLeaveTheOldOnesToWhomTheyWereGiven() {
        var one = facility(FacilityKind.OFFICE);
        var other = facility(FacilityKind.OFFICE);
        var issuer = at(one, Profession.CARD_ISSUER);
        assertThat(ranges.give(one, "7421", office())).isTrue();
        assertThat(ranges.give(one, "7422", office())).isTrue();
        assertThat(firstDigits(issuer)).isEqualTo("7422");
        for (var prefix : List.of("7421", "742", "7422")) {
            assertThat(ranges.give(other, prefix, office())).as(prefix).isFalse();
        }
        assertThat(ranges.ranges())
                .filteredOn(range -> range.facility().equals(one))
                .extracting(Stock.NumberRange::prefix, Stock.NumberRange::issued)
                .containsExactly(tuple("7421", 0L), tuple("7422", 1L));
        ranges.endRange("7422", today().minusDays(1), office());
        assertThat(issuingRights.issue(newcomer(), issuer))
                .as("the range before does not come back by itself")
                .isEmpty();
        assertThat(ranges.give(one, "7421", office())).isTrue();
        assertThat(firstDigits(issuer)).isEqualTo("7421");
    }

    private String firstDigits(Requester issuer) {
        return issuingRights
                .issue(newcomer(), issuer)
                .orElseThrow()
                .number()
                .value()
                .substring(0, 4);
    }

    @Test
    void twoWhoAreGivenTheSameDigitsAtOnceDoNotBothGetThem() throws Exception {
        var offices = List.of(facility(FacilityKind.OFFICE), facility(FacilityKind.OFFICE));
        var clerk = office();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = 0;
            for (var answer : both.invokeAll(List.<Callable<Boolean>>of(
                    () -> ranges.give(offices.getFirst(), "751", clerk),
                    () -> ranges.give(offices.getLast(), "7512", clerk)))) {
                given += answer.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotThereCannotBeEnded() {
        assertThat(body(stock.endRange("9999", today(), office(), FRAME))).contains("何も変わっていません");
        assertThat(body(stock.endDesign("no-such-design", today(), office(), FRAME)))
                .contains("何も変わっていません");
    }

    private hmnet.people.links.Person newcomer() {
        return new Application("架空　範囲" + number(), "カクウ　ハンイ", "", "female", "広島県架空市三丁目")
                .person(LocalDate.of(1971, 5, 5));
    }

    @Test
    void printBatchesChooseFromTheDesignsOfTheDay() {
        var word = "d-" + number();
        stock.addDesign(word, "見本デザイン", today().toString(), null, office(), FRAME);
        assertThat(batches.designs()).anyMatch(design -> design.word().equals(word));
        stock.endDesign(word, today().minusDays(1), office(), FRAME);
        assertThat(batches.designs()).noneMatch(design -> design.word().equals(word));
        assertThat(body(stock.addDesign(word, "見本デザイン", today().toString(), null, office(), FRAME)))
                .contains("この記号はもう使われています");
    }
}
