package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.record.filing.Ward;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Cards at the counter.
class CardsTest extends Ward {
    private static final LocalDate WRONG_DAY = LocalDate.of(1999, 9, 9);

    /// V10: the office finds by the number alone, so its misses count the more.
    @Test
    void theOfficesMissesCountAndLockAsThoseOfEveryCounter() {
        var office = office();
        var card = card();
        assertThat(cards.find(card.number().value(), office))
                .contains(card.holder().id());
        assertThat(cards.triesLeft(office)).isEqualTo(Cards.MISSES_ALLOWED);
        IntStream.range(0, Cards.MISSES_ALLOWED)
                .forEach(n -> assertThat(cards.find(unknown(), office)).isEmpty());
        assertThat(cards.triesLeft(office)).isZero();
        assertThat(cards.find(card.number().value(), office)).isEmpty();
        assertThat(cards.find(cards.qrOf(card.number()), office))
                .contains(card.holder().id());
    }

    private static String unknown() {
        return CardNumber.random(new java.security.SecureRandom(), "").value();
    }

    @Test
    void aReissueKillsTheOldCardAndItsTypedNumber() {
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var first = card();
        var oldQr = cards.qrOf(first.number());
        var holder = first.holder();
        assertThat(cards.readQr(oldQr, reception)).contains(holder.id());
        var second = cards.issueFor(holder, office());
        assertThat(second.holder().id()).isEqualTo(holder.id());
        assertThat(second.issue()).isEqualTo(2);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(cards.readQr(oldQr, reception)).isEmpty();
        assertThat(cards.readTyped(first.number(), holder.birthDate(), reception))
                .isEqualTo(new TypedCard.Unknown());
        assertThat(cards.readTyped(second.number(), holder.birthDate(), reception))
                .isEqualTo(new TypedCard.Known(holder.id()));
    }

    @Test
    void tenMissesLockTypingForTheAccountAndForNobodyElse() throws SQLException {
        var clinic = facility(FacilityKind.CLINIC);
        var guesser = at(clinic, Profession.RECEPTION);
        var card = card();
        IntStream.range(0, Cards.MISSES_ALLOWED)
                .forEach(n -> assertThat(cards.readTyped(card.number(), WRONG_DAY, guesser))
                        .isEqualTo(new TypedCard.Unknown()));
        assertThat(cards.triesLeft(guesser)).isZero();
        var born = card.holder().birthDate();
        assertThat(cards.readTyped(card.number(), born, guesser)).isEqualTo(new TypedCard.Locked());
        assertThat(cards.readTyped(card.number(), born, at(clinic, Profession.RECEPTION)))
                .isEqualTo(new TypedCard.Known(card.holder().id()));
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update typed_number_miss set at = at - interval '25 hours' where staff = "
                    + guesser.staff().value());
            owner.commit();
        }
        assertThat(cards.readTyped(card.number(), born, guesser))
                .isEqualTo(new TypedCard.Known(card.holder().id()));
    }

    @Test
    void thirtyGuessesAtOnceGetTenAnswers() throws Exception {
        var guesser = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var number = card().number();
        var start = new CyclicBarrier(30);
        try (var guessers = Executors.newFixedThreadPool(30)) {
            var guesses = guessers.invokeAll(java.util.Collections.<Callable<TypedCard>>nCopies(30, () -> {
                start.await();
                return cards.readTyped(number, WRONG_DAY, guesser);
            }));
            var answers = new java.util.ArrayList<TypedCard>();
            for (var guess : guesses) {
                answers.add(guess.get());
            }
            assertThat(answers).filteredOn(TypedCard.Unknown.class::isInstance).hasSize(Cards.MISSES_ALLOWED);
            assertThat(answers).filteredOn(TypedCard.Locked.class::isInstance).hasSize(30 - Cards.MISSES_ALLOWED);
        }
    }

    @Test
    void rightNumbersAreNotCounted() {
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var card = card();
        for (var n = 0; n < 2 * Cards.MISSES_ALLOWED; n++) {
            assertThat(cards.readTyped(card.number(), card.holder().birthDate(), reception))
                    .isEqualTo(new TypedCard.Known(card.holder().id()));
        }
        assertThat(cards.triesLeft(reception)).isEqualTo(Cards.MISSES_ALLOWED);
    }

    @Test
    void aTypedNumberIsToldToTheResident() {
        var doctor = doctor();
        var person = card().holder().id();
        relations.begin(doctor, person, RelationOrigin.TYPED);
        assertThat(db.sql("select kind from resident_notice where person = ? and facility = ?")
                        .params(person.value(), doctor.facility().value())
                        .query(String.class)
                        .list())
                .containsExactly("number-typed");
    }

    @Test
    void aNumberThatIsSomebodyElsesStaysWhereItIs() {
        var hospital = hospital();
        var desk = at(hospital, Profession.RECEPTION);
        var number = number();
        var first = resident(ConsentChoice.EVERYTHING, hospital, number);
        assertThat(relations.tie(desk, first, number)).isEqualTo(hmnet.people.links.LinkOutcome.ALREADY);
        assertThat(relations.tie(desk, card().holder().id(), number))
                .isEqualTo(hmnet.people.links.LinkOutcome.SOMEBODY_ELSES);
    }
}
