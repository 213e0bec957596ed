package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Action;
import hmnet.ground.directory.Requester;
import hmnet.office.reviewdesk.Proposals.Act;
import hmnet.people.arrivals.ReviewQueue;
import hmnet.people.arrivals.ReviewQueue.ReviewQueueQuery;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.links.ReviewState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Deciding at the review desk, alone and with a second person.
class ReviewDeskTest extends Desk {
    @Autowired
    ReviewQueue queue;

    @Autowired
    Proposals proposals;

    @Autowired
    ReviewScreens screens;

    @Autowired
    hmnet.people.links.Persons everybody;

    @Test
    void aLikelyPairIsDecidedByOnePersonAndTakenBack() {
        var id = likely(hospital(), number());
        var clerk = office();
        assertThat(decides(clerk, id, ReviewDecision.SAME)).isEqualTo(DeskResult.SAME);
        assertThat(pairs.find(id).orElseThrow().joined()).isTrue();
        assertThat(decides(office(), id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.NOT_OPEN);
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE);
        assertThat(pairs.find(id).orElseThrow().joined()).isFalse();
        assertThat(pairs.find(id).orElseThrow().waits()).isTrue();
    }

    @Test
    void aHardPairTakesASecondPersonAndNeverTheSameOneTwice() {
        var id = persons();
        var clerk = office();
        assertThat(decides(clerk, id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.PROPOSED);
        var again = staff.byId(clerk.staff()).orElseThrow(); // the same person, signed in anew
        assertThat(decides(again, id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.OWN_PROPOSAL);
        assertThat(pairs.find(id).orElseThrow().waits()).isTrue();
        assertThat(decides(office(), id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.DIFFERENT);
        assertThat(pairs.find(id).orElseThrow().state()).isEqualTo(ReviewState.DIFFERENT);
    }

    @Test
    void whatTwoDecidedTwoTakeBack() {
        var id = persons();
        var clerk = office();
        decides(clerk, id, ReviewDecision.SAME);
        assertThat(decides(office(), id, ReviewDecision.SAME)).isEqualTo(DeskResult.SAME);
        assertThat(desk.undo(id, clerk)).isEqualTo(DeskResult.UNDO_PROPOSED);
        assertThat(desk.undo(id, clerk)).isEqualTo(DeskResult.OWN_PROPOSAL);
        assertThat(pairs.find(id).orElseThrow().state()).isEqualTo(ReviewState.SAME);
        assertThat(desk.withdraw(id, clerk)).isEqualTo(DeskResult.WITHDRAWN);
        assertThat(desk.undo(id, clerk)).isEqualTo(DeskResult.UNDO_PROPOSED);
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE);
        assertThat(pairs.find(id).orElseThrow().waits()).isTrue();
        assertThat(decides(clerk, id, ReviewDecision.SAME)).as("asked anew").isEqualTo(DeskResult.PROPOSED);
    }

    @Test
    void ofTwoWhoConfirmAtOnceTheLaterIsToldThatItIsDecided() {
        var id = persons();
        var shown = asOf(id);
        decides(office(), id, ReviewDecision.SAME);
        var later = office();
        var answer = whileIt(
                () -> assertThat(decides(office(), id, ReviewDecision.SAME)).isEqualTo(DeskResult.SAME),
                () -> desk.decide(id, ReviewDecision.SAME, shown, later));
        assertThat(answer).isEqualTo(DeskResult.NOT_OPEN);
        assertThat(proposals.of(id)).noneMatch(one -> one.approval().waits());
    }

    @Test
    void ofTwoWhoTakeBackAtOnceTheLaterIsToldThatItIsTakenBack() {
        var id = persons();
        decides(office(), id, ReviewDecision.SAME);
        decides(office(), id, ReviewDecision.SAME);
        desk.undo(id, office());
        var later = office();
        var answer = whileIt(
                () -> assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE), () -> desk.undo(id, later));
        assertThat(answer).isEqualTo(DeskResult.NOT_OPEN);
        assertThat(proposals.of(id)).noneMatch(one -> one.approval().waits());
    }

    /// What the one answers who comes before the other's transaction has ended.
    private DeskResult whileIt(Runnable first, Supplier<DeskResult> later) {
        var answer = new AtomicReference<CompletableFuture<DeskResult>>();
        transaction.executeWithoutResult(status -> {
            first.run();
            answer.set(CompletableFuture.supplyAsync(later));
            await(this::somebodyWaitsForThis);
        });
        return answer.get().join();
    }

    private boolean somebodyWaitsForThis() {
        return db.sql("""
                        select exists (select from pg_stat_activity
                                        where pg_backend_pid() = any(pg_blocking_pids(pid)))""").query(Boolean.class).single();
    }

    @Test
    void aProposalOfAnotherActIsNotTheFirstOfTwoWhoTakeBack() {
        var id = persons();
        decides(office(), id, ReviewDecision.SAME);
        decides(office(), id, ReviewDecision.SAME);
        transaction.executeWithoutResult(status -> proposals.add(pairs.find(id).orElseThrow(), Act.SAME, office()));
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDO_PROPOSED);
        assertThat(pairs.find(id).orElseThrow().state()).isEqualTo(ReviewState.SAME);
        assertThat(proposals.of(id))
                .filteredOn(one -> one.approval().waits())
                .singleElement()
                .satisfies(one -> assertThat(one.act()).isEqualTo(Act.UNDO));
    }

    @Test
    void anUndoingThatWaitsForItsSecondPersonIsListedAndCounted() {
        var id = persons();
        decides(office(), id, ReviewDecision.SAME);
        decides(office(), id, ReviewDecision.SAME);
        var before = seconds(office());
        var clerk = office();
        assertThat(desk.undo(id, clerk)).isEqualTo(DeskResult.UNDO_PROPOSED);
        assertThat(seconds(office())).isEqualTo(before + 1);
        assertThat(second(office()).undoing())
                .filteredOn(one -> one.id() == id)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.undoer()).isNotNull();
                    assertThat(one.own()).isFalse();
                });
        assertThat(second(clerk).undoing()).anyMatch(one -> one.id() == id && one.own());
        desk.undo(id, office());
        assertThat(second(office()).undoing()).noneMatch(one -> one.id() == id);
        assertThat(seconds(office())).isEqualTo(before);
    }

    private ReviewScreen second(Requester requester) {
        return screens.queue(null, null, "second", QueueFilter.of("CROSSED", "1"), null, requester);
    }

    private long seconds(Requester requester) {
        return second(requester).seconds();
    }

    @Test
    void whereTwoDifferThePairWaitsAgainWithBothNames() {
        var id = persons();
        var first = office();
        var second = office();
        decides(first, id, ReviewDecision.SAME);
        assertThat(decides(second, id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.DIFFERED);
        assertThat(pairs.find(id).orElseThrow().waits()).isTrue();
        assertThat(proposals.of(id)).singleElement().satisfies(one -> {
            assertThat(one.staff()).isEqualTo(first.staff());
            assertThat(one.second()).isEqualTo(second.staff());
        });
        assertThat(decides(second, id, ReviewDecision.DIFFERENT))
                .as("two have to agree, as before")
                .isEqualTo(DeskResult.PROPOSED);
    }

    @Test
    void onesOwnProposalCanBeWithdrawnAndNobodyElses() {
        var id = persons();
        var clerk = office();
        decides(clerk, id, ReviewDecision.SAME);
        assertThat(desk.withdraw(id, office())).isEqualTo(DeskResult.NOT_OPEN);
        assertThat(desk.withdraw(id, clerk)).isEqualTo(DeskResult.WITHDRAWN);
        assertThat(decides(clerk, id, ReviewDecision.SAME)).isEqualTo(DeskResult.PROPOSED);
    }

    @Test
    void aDecisionIsOnWhatWasOnTheScreen() {
        var id = likely(hospital(), number());
        assertThat(desk.decide(id, ReviewDecision.SAME, asOf(id) + 1, office()))
                .isEqualTo(DeskResult.CHANGED_ON_SCREEN);
        assertThat(pairs.find(id).orElseThrow().waits()).isTrue();
    }

    @Test
    void aProposalOnAChartThatReadsOtherwiseNowIsVoid() {
        var id = persons();
        decides(office(), id, ReviewDecision.SAME);
        var person = pairs.find(id).orElseThrow().one().person();
        var known = everybody.find(java.util.Objects.requireNonNull(person)).orElseThrow();
        everybody.rename(
                known.id(), known.familyName(), known.givenName() + "実", known.familyKana(), known.givenKana());
        assertThat(decides(office(), id, ReviewDecision.SAME)).isEqualTo(DeskResult.PROPOSED);
    }

    @Test
    void partingALinkThatContradictsOpensAnIncident() {
        var hospital = hospital();
        var id = contradiction(hospital, number());
        var pair = pairs.find(id).orElseThrow();
        assertThat(pair.joined()).isTrue();
        decides(office(), id, ReviewDecision.DIFFERENT);
        assertThat(decides(office(), id, ReviewDecision.DIFFERENT)).isEqualTo(DeskResult.DIFFERENT);
        assertThat(incidents.list(false))
                .filteredOn(incident -> incident.facility().equals(hospital))
                .hasSize(1);
    }

    @Test
    void takingBackAJoinThatSomebodyReadByOpensAnIncident() {
        var hospital = hospital();
        var id = likely(hospital, number());
        decides(office(), id, ReviewDecision.SAME);
        var person = pairs.find(id).orElseThrow().one().person();
        opens(java.util.Objects.requireNonNull(person));
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE);
        assertThat(incidents.list(false))
                .filteredOn(incident -> incident.facility().equals(hospital))
                .hasSize(1);
    }

    @Test
    void takingBackAJoinOpensAnIncidentWhereSomebodyReadTheTwoAsOne() {
        var hospital = hospital();
        var id = persons();
        var pair = pairs.find(id).orElseThrow();
        var one = java.util.Objects.requireNonNull(pair.one().person());
        var other = java.util.Objects.requireNonNull(pair.other().person());
        relations.tie(deskOf(hospital), other, number());
        opens(other);
        decides(office(), id, ReviewDecision.SAME);
        assertThat(decides(office(), id, ReviewDecision.SAME)).isEqualTo(DeskResult.SAME);
        opens(one);
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDO_PROPOSED);
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE);
        assertThat(incidents.list(false))
                .filteredOn(incident -> incident.facility().equals(hospital))
                .singleElement()
                .satisfies(incident -> assertThat(incident.person()).isEqualTo(one));
    }

    @Test
    void eachLookAtAPairStandsInTheLogOfWhomItIsAbout() {
        var id = persons();
        var pair = desk.look(id, office()).orElseThrow();
        for (var party : List.of(pair.one(), pair.other())) {
            assertThat(log(java.util.Objects.requireNonNull(party.person()))).contains(Action.REVIEW_OPENED);
        }
    }

    @Test
    void theQueueIsReadPageByPageInItsOrderAndNarrowed() {
        var hospital = hospital();
        var one = likely(hospital, number());
        var other = likely(hospital, number());
        var put = likely(hospital, number());
        likely(hospital(), number());
        decides(office(), put, ReviewDecision.LATER);
        var wanted = new ReviewQueueQuery(null, hospital, null);
        assertThat(queue.count(wanted)).isEqualTo(3);
        var read = new ArrayList<Long>();
        for (var page = queue.after(null, wanted, 1); !page.isEmpty(); ) {
            var line = page.getFirst();
            read.add(line.id());
            assertThat(ReviewScreens.place(ReviewScreens.cursor(line.place()))).isEqualTo(line.place());
            page = queue.after(line.place(), wanted, 1);
        }
        assertThat(read).hasSize(3).contains(one, other).endsWith(put);
        var last = queue.after(null, wanted, 10).getLast().place();
        assertThat(queue.before(last, wanted).orElseThrow().id()).isEqualTo(read.get(1));
        assertThat(queue.count(new ReviewQueueQuery(null, hospital, List.of(one))))
                .isEqualTo(1);
    }
}
