package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.LinkHistory.What;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkSource;
import hmnet.people.links.MatchExclusions;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility's merge is seen wherever a person's charts are (統合の見え方).
class MergesSeenTest extends Reception {
    @Autowired
    private FacilityMerges facilityMerges;

    @Autowired
    private LinkHistory history;

    private final String stays = number();
    private final String old = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private PatientId linked = new PatientId(0);
    private PatientId merged = new PatientId(0);

    @BeforeEach
    void aChartLinkedAndAnotherMergedWithIt() {
        hospital = hospital();
        person = registered(Human.somebody());
        linked = sent(hospital, stays, Human.somebody());
        merged = sent(hospital, old, Human.somebody());
        persons.link(person, hospital, stays, Actor.staff(7), "desk");
    }

    @Test
    void aChartMergedWithAProtectedPersonsIsLeftOutAndComesBackWithTheUndo() {
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        assertThat(out(linked)).isTrue();
        assertThat(out(merged)).isFalse();
        said(false);
        matched(merged);
        assertThat(out(merged)).isTrue();
        said(true);
        round.now(List.of(merged), List.of());
        assertThat(out(merged)).isFalse();
        assertThat(waits(merged)).as("for the round after this one").isTrue();
    }

    /// The merge is filed and does not see the protection, which does not see the merge.
    @Test
    void aMergeThatIsFiledWhileThePersonIsBeingProtectedIsSeenToByTheNextRound() {
        transaction.executeWithoutResult(status -> {
            said(false);
            CompletableFuture.runAsync(() -> matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7)))
                    .join();
        });
        assertThat(personOf(merged)).contains(person);
        round.now(List.of(merged), List.of());
        assertThat(out(merged)).isTrue();
    }

    @Test
    void filingWaitsForNobodyWhoMatches() throws Exception {
        var matching = new CountDownLatch(1);
        var filed = new CountDownLatch(1);
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        var round = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            matchExclusions.leave(merged, "opted-out", Actor.staff(7));
            matching.countDown();
            try {
                assertThat(filed.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(matching.await(20, TimeUnit.SECONDS)).isTrue();
        said(false);
        sent(hospital, old, Human.somebody());
        filed.countDown();
        round.join();
    }

    @Test
    void whatBecomesOfAChartThatWasTakenAwayIsNotThePersonsToShow() {
        persons.unlink(linked, person, Actor.staff(7), "wrong");
        said(false);
        assertThat(history.events(person))
                .extracting(LinkHistory.LinkHappening::what)
                .containsExactly(What.UNLINK, What.LINK);
    }

    @Test
    void aMergeOfTheTimeWhenAChartWasThePersonsStaysInTheirHistory() {
        said(false);
        persons.unlink(linked, person, Actor.staff(7), "wrong");
        said(true);
        assertThat(history.events(person))
                .extracting(LinkHistory.LinkHappening::what)
                .containsExactlyInAnyOrder(What.LINK, What.MERGE, What.UNLINK);
    }

    @Autowired
    private MatchRound round;

    @Test
    void theEndOfAProtectionBringsBackWhatWasMergedInItsTime() {
        said(false);
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        assertThat(out(merged)).isTrue();
        matchExclusions.take(person, MatchExclusions.PROTECTED);
        assertThat(out(linked) || out(merged)).isFalse();
    }

    @Test
    void aChartTakenFromAProtectedPersonIsMatchedAgain() {
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        persons.unlink(linked, person, Actor.staff(7), "wrong");
        assertThat(out(linked)).isFalse();
        assertThat(waits(linked)).isTrue();
    }

    @Test
    void aChartLeftOutForAReasonOfItsOwnStaysSo() {
        matchExclusions.leave(merged, "opted-out", Actor.staff(7));
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        said(false);
        matchExclusions.take(person, MatchExclusions.PROTECTED);
        assertThat(out(linked)).isFalse();
        assertThat(out(merged)).isTrue();
    }

    @Test
    void theHistoryShowsMergedChartsAndTheMerge() {
        said(false);
        assertThat(history.of(person))
                .extracting(LinkHistory.LinkLine::patient)
                .containsExactlyInAnyOrder(linked, merged);
        assertThat(history.of(person))
                .filteredOn(chart -> chart.patient().equals(merged))
                .singleElement()
                .satisfies(chart -> {
                    assertThat(chart.source()).isEqualTo(LinkSource.MERGE);
                    assertThat(chart.by()).isEqualTo("facility:" + hospital.value());
                });
        said(true);
        assertThat(history.of(person)).extracting(LinkHistory.LinkLine::patient).containsExactly(linked);
        assertThat(history.events(person))
                .extracting(LinkHistory.LinkHappening::what)
                .contains(What.LINK, What.MERGE, What.PART);
    }

    @Test
    void aMergedChartThatIsNotThePersonsIsTakenAwayAndTheMergeWaits() {
        said(false);
        assertThat(personOf(merged)).contains(person);
        var stood = transaction.execute(status -> history.takeBack(merged, person, Actor.staff(7), "another human"));
        assertThat(stood).get().satisfies(was -> assertThat(was.from()).isBefore(was.until()));
        assertThat(personOf(merged)).isEmpty();
        assertThat(personOf(linked)).contains(person);
        matched(merged);
        assertThat(personOf(merged)).isEmpty();
    }

    @Test
    void aLinkThatAMergeHadCoveredStandsAgainWhenTheMergeIsNotFollowed() {
        var number = number();
        var chart = sent(hospital, number, Human.somebody());
        var own = registered(Human.somebody());
        transaction.executeWithoutResult(
                status -> new LinkRows(db).link(chart.value(), own.value(), LinkRows.Cause.matched("match")));
        said(number, stays, false, 1);
        assertThat(personOf(chart)).contains(person);
        transaction.execute(status -> history.takeBack(chart, person, Actor.staff(7), "another human"));
        assertThat(personOf(chart)).contains(own);
        assertThat(history.of(own)).extracting(LinkHistory.LinkLine::by).containsExactly("matcher");
        assertThat(history.events(own))
                .as("the merge is told, and nobody has taken the chart from its own person")
                .extracting(LinkHistory.LinkHappening::by)
                .contains("matcher")
                .doesNotContain("staff:7");
        assertThat(new LinkRows(db).partedByHumans(List.of(chart.value())))
                .containsExactly(new LinkRows.PartedPatient(chart.value(), person.value()));
    }

    @Test
    void moreChartsThanOneHumanHasAreNotMerged() {
        var numbers = IntStream.range(0, FacilityMerges.CHARTS_MAX + 3)
                .mapToObj(n -> number())
                .toList();
        for (var n = 1; n < FacilityMerges.CHARTS_MAX; n++) {
            assertThat(said(numbers.get(n), numbers.getFirst(), false, n)).isEmpty();
        }
        assertThat(said(numbers.get(FacilityMerges.CHARTS_MAX), numbers.getFirst(), false, 100))
                .hasSize(1);
        said(numbers.get(1), numbers.getFirst(), true, 101);
        assertThat(said(numbers.get(FacilityMerges.CHARTS_MAX), numbers.getFirst(), false, 102))
                .as("after one was parted there is room")
                .isEmpty();
    }

    private void said(boolean undone) {
        said(old, stays, undone, undone ? 50 : 0);
    }

    private List<FacilityMerges.MergeStatement> said(String number, String into, boolean undone, int minutes) {
        var at = OffsetDateTime.parse("2026-04-01T09:00:00+09:00").plusMinutes(minutes);
        var said = new FacilityMerges.MergeStatement(number, into, undone, undone ? "A37" : "A40", at, "S" + minutes);
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> facilityMerges.file(hospital, List.of(said))));
    }

    private boolean out(PatientId patient) {
        return db.sql("select exists (select from match_left_out where patient = ?)")
                .param(patient.value())
                .query(Boolean.class)
                .single();
    }
}
