package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.formats.base.SheetText;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.office.issuing.Batches.ClosingResult;
import hmnet.record.filing.Ward;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Cards that are printed together add up, or two people know why not.
class BatchesTest extends Ward {
    @Autowired
    Batches batches;

    @Autowired
    BatchRows rows;

    @Autowired
    Protections protections;

    @Autowired
    IssuingRights issuingRights;

    @Autowired
    Stock stock;

    private static String number(Card card) {
        return card.number().value();
    }

    private long ordered(Card... cards) {
        return batches.order(Stream.of(cards).map(BatchesTest::number).toList(), "standard", office())
                .orElseThrow();
    }

    @Test
    void aCardIsOrderedOnceAndNeverThatOfAProtectedPerson() {
        var open = card();
        var guarded = card();
        protections.begin(guarded.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        var again = cards.reissue(guarded.holder(), "protected", office());
        var batch = ordered(open, again);
        assertThat(rows.find(batch).orElseThrow().cards())
                .extracting(PrintBatch.PrintedCard::number)
                .containsExactly(number(open));
        assertThat(batches.order(List.of(number(open)), "standard", office())).isEmpty();
        assertThat(batches.order(List.of(number(card())), "no-such-design", office()))
                .isEmpty();
    }

    /// As many looks as no pool has connections.
    @Test
    void lookingAtABatchKeepsNoConnection() {
        var batch = ordered(card());
        for (var looks = 0; looks < 100; looks++) {
            assertThat(rows.find(batch).orElseThrow().cards()).hasSize(1);
        }
    }

    @Test
    void thePrintersFileSaysWhatStandsOnTheCardAndNoMore() {
        var card = card();
        var file = batches.file(ordered(card), office()).orElseThrow();
        assertThat(file)
                .startsWith("\uFEFFカード番号,氏名,版,QR,デザイン\r\n")
                .contains(card.number().printed(), card.holder().name(), cards.qrOf(card.number()))
                .doesNotContain("1950", "架空市", "カクウ");
        assertThat(SheetText.line(List.of("=HYPERLINK(\"x\")"))).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }

    @Test
    void aCardGoesItsWayAndIsHandedOverOnlyWithTheIdentityChecked() {
        var card = card();
        var batch = ordered(card);
        var by = office();
        assertThat(batches.move(batch, number(card), CardState.HANDED_OVER, "photo", by))
                .isFalse();
        assertThat(batches.move(batch, number(card), CardState.PRINTED, "", by)).isTrue();
        assertThat(batches.move(batch, number(card), CardState.HANDED_OVER, "", by))
                .isFalse();
        assertThat(batches.move(batch, number(card), CardState.HANDED_OVER, "photo", by))
                .isTrue();
        assertThat(batches.move(batch, number(card), CardState.DESTROYED, "", by))
                .isFalse();
        assertThat(batches.count(batch, 0, "", by)).isEqualTo(ClosingResult.CLOSED);
        assertThat(batches.move(batch, number(card), CardState.RETURNED, "", by))
                .isFalse();
    }

    @Test
    void aStoppedCardIsDestroyedAndNotHandedOver() {
        var card = card();
        var batch = ordered(card);
        batches.move(batch, number(card), CardState.PRINTED, "", office());
        cards.reissue(card.holder(), "lost", office());
        assertThat(rows.find(batch).orElseThrow().cards().getFirst().works()).isFalse();
        assertThat(batches.move(batch, number(card), CardState.HANDED_OVER, "photo", office()))
                .isFalse();
        assertThat(batches.move(batch, number(card), CardState.DESTROYED, "", office()))
                .isTrue();
        assertThat(batches.file(batch, office()).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void aBatchThatDoesNotAddUpTakesASecondPerson() {
        var batch = ordered(card(), card());
        var counter = office();
        assertThat(batches.accept(batch, office())).isEqualTo(ClosingResult.REFUSED);
        assertThat(batches.count(batch, 1, "", counter)).isEqualTo(ClosingResult.REFUSED);
        assertThat(batches.count(batch, 1, "郵送中に 1 枚紛失", counter)).isEqualTo(ClosingResult.WAITS_FOR_SECOND);
        assertThat(rows.find(batch).orElseThrow().reconciliation().difference()).isOne();
        assertThat(batches.accept(batch, counter)).isEqualTo(ClosingResult.SAME_PERSON);
        assertThat(rows.find(batch).orElseThrow().closed()).isFalse();
        assertThat(batches.accept(batch, office())).isEqualTo(ClosingResult.CLOSED);
        assertThat(rows.find(batch).orElseThrow().closed()).isTrue();
    }

    @Test
    void anAssociationIssuesOutOfItsRangeAndSeesItsOwnOnly() {
        var association = facility(FacilityKind.OFFICE);
        var issuer = at(association, Profession.CARD_ISSUER);
        var elsewhere = card();
        var applicant = new Application("架空　発行" + number(), "カクウ　ハッコウ", "", "female", "広島県架空市二丁目")
                .person(java.time.LocalDate.of(1960, 1, 1));
        assertThat(issuingRights.issue(applicant, issuer)).isEmpty();
        assertThat(stock.give(association, "%04d".formatted(association.value() % 7_000), office()))
                .isTrue();
        var issued = issuingRights.issue(applicant, issuer).orElseThrow();
        assertThat(number(issued)).startsWith("%04d".formatted(association.value() % 10_000));
        assertThat(issuingRights.issue(elsewhere.holder(), issuer)).isEmpty();
        assertThat(cards.issuedAt(association, 10))
                .extracting(here -> here.card().code().number())
                .containsExactly(number(issued));
    }
}
