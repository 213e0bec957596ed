package hmnet.office.issuing;

import hmnet.consent.cards.CardKind;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.Card;
import hmnet.ground.design.QrText;
import hmnet.office.issuing.OfficeCardScreen.CardOnPaper;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A card as it is printed at the counter (券面の描画).
@Component
class CardDrawings {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private final Cards cards;
    private final Persons persons;
    private final Clock clock;

    CardDrawings(Cards cards, Persons persons, Clock clock) {
        this.cards = cards;
        this.persons = persons;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    /// The working card of a person, drawn again for whoever just issued it.
    Optional<CardOnPaper> working(PersonId person) {
        return persons.find(person)
                .flatMap(holder -> cards.history(person).stream()
                        .filter(card -> card.active() && card.kind() == CardKind.HM)
                        .findFirst()
                        .flatMap(card -> CardNumber.parse(card.code().number())
                                .map(number -> of(new Card(holder, number, card.issue())))));
    }

    CardOnPaper of(Card card) {
        return new CardOnPaper(
                card.holder().name(),
                card.holder().kana(),
                today(),
                card.number().value(),
                card.issue(),
                QrText.of(cards.qrOf(card.number())));
    }
}
