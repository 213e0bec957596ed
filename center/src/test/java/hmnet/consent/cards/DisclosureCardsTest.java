package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.GrantLine;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital's own card, and its exchange for an HM card.
class DisclosureCardsTest extends Ward {
    private static final LocalDate BORN = LocalDate.of(1950, 2, 28);

    @Autowired
    CardSchemes schemes;

    @Autowired
    DisclosureCards disclosureCards;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    /// A person known at two hospitals, with the card of the first and no consent for the network.
    private record Holder(PersonId person, FacilityId issuer, FacilityId other, CardCode code) {}

    private Holder holder() {
        var issuer = hospital();
        var other = hospital();
        var holder = card().holder().id();
        cards.end(holder, "lost", office());
        relations.tie(at(issuer, Profession.RECEPTION), holder, number());
        relations.tie(at(other, Profession.RECEPTION), holder, number());
        var word = "hospital-" + issuer.value();
        schemes.add(word, issuer, "見本病院の開示カード", CheckRule.NONE, Map.of("printed", "(?<number>K[0-9]{6})"));
        var code = schemes.recognise("K%06d".formatted(issuer.value())).stream()
                .filter(known -> known.scheme().equals(word))
                .findFirst()
                .orElseThrow();
        disclosureCards.register(holder, code, issuer, "paper", at(issuer, Profession.RECEPTION));
        return new Holder(holder, issuer, other, code);
    }

    private Requester linkedBy(Holder holder) {
        var doctor = at(facility(FacilityKind.CLINIC), Profession.DOCTOR);
        var known = (TypedCard.Known)
                cards.readTyped(schemes.recognise(holder.code().number()), BORN, doctor);
        assertThat(known).isEqualTo(new TypedCard.Known(holder.person(), holder.issuer()));
        relations.begin(doctor, known.person(), RelationOrigin.TYPED, known.issuer());
        return doctor;
    }

    /// The facilities whose records a chart opens.
    private Set<FacilityId> opens(Requester requester, PersonId person) {
        return charts.open(requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                chart.grant().lines().stream().map(GrantLine::facility).collect(Collectors.toSet());
            case Opening.Closed closed -> Set.<FacilityId>of();
        });
    }

    @Test
    void itOpensTheIssuersRecordsAndNoOthers() {
        var holder = holder();
        var doctor = linkedBy(holder);
        assertThat(opens(doctor, holder.person())).containsExactly(holder.issuer());
        consents.record(holder.person(), ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        assertThat(opens(doctor, holder.person())).containsExactly(holder.issuer());
        consents.record(holder.person(), ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(opens(doctor, holder.person())).isEmpty();
    }

    @Test
    void withTheHospitalsConsentWithdrawnItOpensNothing() {
        var holder = holder();
        var doctor = linkedBy(holder);
        disclosureCards.withdraw(holder.person(), holder.issuer(), office());
        assertThat(opens(doctor, holder.person())).isEmpty();
    }

    @Test
    void whatIsWithdrawnStandsUnderItsNameOnceAndNotWhereNothingWasGiven() {
        var holder = holder();
        var clerk = office();
        assertThat(disclosureCards.withdraw(holder.person(), holder.other(), clerk))
                .as("nothing was given to that hospital")
                .isFalse();
        assertThat(disclosureCards.withdraw(holder.person(), holder.issuer(), clerk))
                .isTrue();
        assertThat(disclosureCards.withdraw(holder.person(), holder.issuer(), office()))
                .isFalse();
        assertThat(db.sql("select by from disclosure_consent where person = ?")
                        .param(holder.person().value())
                        .query(String.class)
                        .list())
                .containsExactly("staff:" + clerk.staff().value());
        assertThat(audit.of(holder.person().value(), 100))
                .filteredOn(entry -> entry.action() == Action.CONSENT_WITHDRAWN)
                .hasSize(1);
    }

    @Test
    void aWithdrawalWaitsForTheChartThatIsOpen() throws Exception {
        var holder = holder();
        var doctor = linkedBy(holder);
        var clerk = office();
        var open = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var reading = CompletableFuture.runAsync(
                () -> charts.open(doctor, holder.person(), Purpose.TREATMENT, ChartView.TIMELINE, opening -> {
                    open.countDown();
                    try {
                        return done.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Thread::startVirtualThread);
        open.await();
        var withdrawing = CompletableFuture.supplyAsync(
                () -> disclosureCards.withdraw(holder.person(), holder.issuer(), clerk), Thread::startVirtualThread);
        await(this::somebodyWaits);
        assertThat(withdrawing).isNotDone();
        done.countDown();
        reading.join();
        assertThat(withdrawing.join()).isTrue();
        assertThat(opens(doctor, holder.person())).isEmpty();
    }

    @Test
    void whatOneWithdrawsFromAHospitalEndsTheChoiceOfAnothersConsent() {
        var holder = holder();
        var doctor = linkedBy(holder);
        var other = card().holder().id();
        var code = schemes.recognise("K%06d".formatted(holder.issuer().value() + 500_000)).stream()
                .filter(known -> known.scheme().equals(holder.code().scheme()))
                .findFirst()
                .orElseThrow();
        disclosureCards.register(other, code, holder.issuer(), "paper", office());
        samePersons.join(holder.person(), other, Actor.staff(1), "one human");
        consents.choose(holder.person(), "asked at the counter", office());
        assertThat(opens(doctor, holder.person())).containsExactly(holder.issuer());
        disclosureCards.withdraw(other, holder.issuer(), office());
        assertThat(opens(doctor, holder.person())).isEmpty();
    }

    @Autowired
    hmnet.people.links.SamePersons samePersons;

    @Autowired
    Audit audit;

    @Test
    void oneActExchangesItForAnHmCardAndTheOldOneWorksUntilItsDay() {
        var holder = holder();
        var doctor = linkedBy(holder);
        var person = shown(holder);
        var card = disclosureCards.exchange(
                person, holder.issuer(), ConsentChoice.EVERYTHING, "paper", "2026-04", today().plusMonths(6), office());
        assertThat(opens(doctor, holder.person())).containsExactly(holder.issuer());
        assertThat(cards.readTyped(schemes.recognise(holder.code().number()), BORN, doctor))
                .isEqualTo(new TypedCard.Known(holder.person(), holder.issuer()));
        relations.begin(doctor, cards.readQr(cards.qrOf(card.number()), doctor).orElseThrow(), RelationOrigin.CARD);
        assertThat(opens(doctor, holder.person())).containsExactlyInAnyOrder(holder.issuer(), holder.other());
        relations.begin(doctor, holder.person(), RelationOrigin.TYPED, holder.issuer());
        assertThat(opens(doctor, holder.person())).hasSize(2);
        disclosureCards.exchange(
                person, holder.issuer(), ConsentChoice.EVERYTHING, "paper", "2026-04", today().minusDays(2), office());
        assertThat(cards.readTyped(schemes.recognise(holder.code().number()), BORN, doctor))
                .isEqualTo(new TypedCard.Unknown());
        assertThat(schemes.working())
                .as("a card whose day has passed does not work")
                .doesNotContainKey(holder.code().scheme());
    }

    @Autowired
    hmnet.people.links.Persons persons;

    private hmnet.people.links.Person shown(Holder holder) {
        return persons.find(holder.person()).orElseThrow();
    }
}
