package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.relations.Relations;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Feed;
import hmnet.record.filing.Papers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Two persons with cards who are one human (同一人物の結合).
class JoinedPersonsTest extends Feed {
    @Autowired
    private SamePersons samePersons;

    @Autowired
    private MatchExclusions matchExclusions;

    @Autowired
    private Audit audit;

    private Requester doctor;
    private PersonId one;
    private PersonId other;

    private PersonId known() {
        var hospital = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        filed(hospital, Papers.of(number).visit(), Papers.of(number).prescription("000000000000001", "架空錠５ｍｇ"));
        return person;
    }

    @BeforeEach
    void readsOneCard() {
        doctor = doctor();
        one = known();
        other = known();
        relations.begin(doctor, one, RelationOrigin.CARD);
    }

    @Test
    void theCardsOfBothOpenTheChartsOfBothAndPartingThemLeavesEachTheirOwn() {
        var before = shown(doctor, one);
        assertThat(before).hasSize(2);
        assertThat(shown(doctor, other)).isEmpty();
        assertThat(samePersons.join(one, other, Actor.staff(1), "one human")).isTrue();
        assertThat(samePersons.join(other, one, Actor.staff(1), "again")).isFalse();
        assertThat(shown(doctor, one)).hasSize(4);
        assertThat(shown(doctor, other)).as("the relation of either counts").hasSize(4);
        assertThat(relations.holds(doctor.facility(), other)).isTrue();
        assertThat(samePersons.part(other, one, Actor.staff(1), "two after all"))
                .isTrue();
        assertThat(shown(doctor, one)).usingRecursiveComparison().isEqualTo(before);
        assertThat(shown(doctor, other)).isEmpty();
        assertThat(relations.holds(doctor.facility(), other)).isFalse();
    }

    @Test
    void theNarrowerConsentHoldsUntilTheOfficeChooses() {
        consents.record(other, ConsentChoice.MEDICINES_AND_EMERGENCY, "paper", "2026-04", office());
        samePersons.join(one, other, Actor.staff(1), "one human");
        assertThat(shown(doctor, one)).extracting(ChartEntry::kind).containsOnly(RecordKind.PRESCRIPTION);
        consents.choose(one, "asked at the counter", office());
        assertThat(shown(doctor, one)).hasSize(4);
        consents.record(other, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(shown(doctor, one))
                .as("whatever one of them says anew ends the choice")
                .isEmpty();
        samePersons.part(one, other, Actor.staff(1), "two after all");
        assertThat(shown(doctor, one)).hasSize(2);
    }

    @Test
    void aChoiceComesBackWithALaterPartingButNotWithAJoinAnew() {
        consents.record(other, ConsentChoice.MEDICINES_AND_EMERGENCY, "paper", "2026-04", office());
        samePersons.join(one, other, Actor.staff(1), "one human");
        consents.choose(one, "asked at the counter", office());
        var third = known();
        samePersons.join(other, third, Actor.staff(1), "one human");
        assertThat(shown(doctor, one)).as("the narrower of three").hasSize(3);
        samePersons.part(other, third, Actor.staff(1), "two after all");
        assertThat(shown(doctor, one)).as("as it was before").hasSize(4);
        samePersons.part(one, other, Actor.staff(1), "two after all");
        samePersons.join(one, other, Actor.staff(1), "one human");
        assertThat(shown(doctor, one)).as("a question anew").hasSize(2);
        samePersons.join(other, third, Actor.staff(1), "one human");
        samePersons.part(other, third, Actor.staff(1), "two after all");
        assertThat(shown(doctor, one)).as("nor by a later join").hasSize(2);
    }

    @Test
    void aJoinThatMakesNobodyOneWhoWasNotYetLeavesTheChoiceAsItIs() {
        consents.record(other, ConsentChoice.MEDICINES_AND_EMERGENCY, "paper", "2026-04", office());
        var third = known();
        samePersons.join(one, other, Actor.staff(1), "one human");
        samePersons.join(other, third, Actor.staff(1), "one human");
        consents.choose(one, "asked at the counter", office());
        assertThat(shown(doctor, one)).hasSize(6);
        assertThat(samePersons.join(one, third, Actor.staff(1), "said again")).isTrue();
        assertThat(shown(doctor, one)).hasSize(6);
        assertThat(samePersons.part(one, third, Actor.staff(1), "not said")).isTrue();
        assertThat(shown(doctor, one)).hasSize(6);
    }

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aWithdrawalThatWaitsForAJoinIsNotOvertakenByAnEarlierChoice() throws Exception {
        samePersons.join(one, other, Actor.staff(1), "one human");
        consents.choose(one, "asked at the counter", office());
        samePersons.part(one, other, Actor.staff(1), "two after all");
        var clerk = office();
        var waiting = new AtomicReference<CompletableFuture<Void>>();
        transaction.executeWithoutResult(status -> {
            samePersons.join(one, other, Actor.staff(1), "one human");
            waiting.set(CompletableFuture.runAsync(
                    () -> consents.record(other, ConsentChoice.NOTHING, "paper", "2026-04", clerk)));
            await(this::somebodyWaits);
        });
        waiting.get().join();
        assertThat(shown(doctor, one)).isEmpty();
    }

    @Test
    void whoHasSaidNothingKeepsBothClosed() {
        var silent = card().holder().id();
        samePersons.join(one, silent, Actor.staff(1), "one human");
        assertThat(shown(doctor, one)).isEmpty();
        samePersons.part(one, silent, Actor.staff(1), "two after all");
        assertThat(shown(doctor, one)).hasSize(2);
    }

    @Test
    void anOpeningStandsInTheLogUnderTheRegionalIdThatWasUsed() {
        samePersons.join(one, other, Actor.staff(1), "one human");
        shown(doctor, other);
        assertThat(openings(other)).isEqualTo(1);
        assertThat(openings(one)).isZero();
    }

    @Test
    void whoIsOneWithSomebodyProtectedIsInvisibleAsLongAsTheyAreJoined() {
        matchExclusions.leave(other, "protected", Actor.staff(1));
        samePersons.join(one, other, Actor.staff(1), "one human");
        assertThat(out(one)).isTrue();
        samePersons.part(one, other, Actor.staff(1), "two after all");
        assertThat(out(one)).isFalse();
        assertThat(out(other)).isTrue();
        samePersons.join(one, other, Actor.staff(1), "one human");
        samePersons.part(one, other, Actor.staff(1), "two after all");
        var third = known();
        samePersons.join(one, third, Actor.staff(1), "one human");
        matchExclusions.leave(third, "protected", Actor.staff(1));
        assertThat(out(one)).as("protected after they were joined").isTrue();
    }

    @Test
    void aPartingWaitsForOpenChartsAndNothingOfTheOtherOpensAfterIt() throws Exception {
        samePersons.join(one, other, Actor.staff(1), "one human");
        var open = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var reading = CompletableFuture.runAsync(
                () -> charts.open(doctor, one, Purpose.TREATMENT, ChartView.TIMELINE, opening -> {
                    open.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                }),
                Thread::startVirtualThread);
        open.await();
        var parting = CompletableFuture.supplyAsync(
                () -> samePersons.part(one, other, Actor.staff(1), "two after all"), Thread::startVirtualThread);
        await(this::somebodyWaits);
        assertThat(parting).isNotDone();
        done.countDown();
        reading.join();
        assertThat(parting.join()).isTrue();
        assertThat(shown(doctor, one)).hasSize(2);
    }

    @Test
    void thePersonsLogsSayThatTheyWereJoinedAndPartedAndNeverWithWhom() {
        samePersons.join(one, other, Actor.staff(1), "one human");
        samePersons.part(one, other, Actor.staff(1), "two after all");
        for (var person : List.of(one, other)) {
            assertThat(audit.of(person.value(), 100))
                    .filteredOn(
                            entry -> entry.action() == Action.PERSONS_JOINED || entry.action() == Action.PERSONS_PARTED)
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.detail()).isEmpty());
        }
    }

    @Test
    void aJoinedPersonStandsOnceAmongThoseInAFacilitysCare() {
        relations.begin(doctor, other, RelationOrigin.CARD);
        relations.begin(doctor, one, RelationOrigin.CARD);
        assertThat(relations.of(doctor, 30)).hasSize(2);
        samePersons.join(one, other, Actor.staff(1), "one human");
        assertThat(relations.of(doctor, 30))
                .extracting(Relations.InCare::person)
                .containsExactly(one);
        relations.begin(doctor, other, RelationOrigin.CARD);
        assertThat(relations.of(doctor, 30))
                .extracting(Relations.InCare::person)
                .containsExactly(other);
    }

    private boolean out(PersonId person) {
        return db.sql("select exists (select from match_left_out where person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    private int openings(PersonId person) {
        return logged("chart-opened", "\"person\":\"" + person.value() + "\"").size();
    }
}
