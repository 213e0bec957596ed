package hmnet.ground.directory;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Succession.Follows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who stands for whom, by the rule alone (承継の規則).
class HeirsTest {
    private static final FacilityId FIRST = new FacilityId(1);
    private static final FacilityId SECOND = new FacilityId(2);
    private static final FacilityId THIRD = new FacilityId(3);
    private static final FacilityId OTHER = new FacilityId(4);

    /// @param what of records, cards, consents and relations what follows
    private static Succession succession(FacilityId from, FacilityId to, boolean ownRules, Follows... what) {
        var follows = Set.of(what);
        return new Succession(
                from,
                to,
                LocalDate.of(2026, 11, 1),
                follows.contains(Follows.RECORDS),
                follows.contains(Follows.CARDS),
                follows.contains(Follows.CONSENTS),
                follows.contains(Follows.RELATIONS),
                ownRules,
                "agreed in writing");
    }

    @Test
    void whereNobodyHasTakenOverEachStandsForItselfAlone() {
        for (var what : Follows.values()) {
            assertThat(Heirs.NONE.standsFor(FIRST, what)).containsExactly(FIRST);
        }
        assertThat(Heirs.NONE.of(List.of(1L, 4L), Follows.CARDS)).containsExactlyInAnyOrder(1L, 4L);
        assertThat(Heirs.NONE.ruleOf(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void aSuccessorStandsForWhatFollowsAndThePredecessorForNothing() {
        var heirs = new Heirs(List.of(succession(FIRST, SECOND, true, Follows.RECORDS)));
        assertThat(heirs.standsFor(SECOND, Follows.RECORDS)).containsExactly(SECOND, FIRST);
        assertThat(heirs.standsFor(SECOND, Follows.RELATIONS)).containsExactly(SECOND);
        assertThat(heirs.standsFor(FIRST, Follows.RECORDS)).isEmpty();
        assertThat(heirs.standsFor(OTHER, Follows.RECORDS)).containsExactly(OTHER);
    }

    @Test
    void whatFollowsTwiceFollowsAndWhatEndsOnTheWayEnds() {
        var heirs = new Heirs(List.of(
                succession(SECOND, THIRD, true, Follows.RECORDS, Follows.CONSENTS),
                succession(FIRST, SECOND, true, Follows.RECORDS, Follows.RELATIONS)));
        assertThat(heirs.standsFor(THIRD, Follows.RECORDS)).containsExactlyInAnyOrder(THIRD, SECOND, FIRST);
        assertThat(heirs.standsFor(THIRD, Follows.RELATIONS)).containsExactly(THIRD);
        assertThat(heirs.standsFor(SECOND, Follows.RELATIONS)).isEmpty();
        assertThat(heirs.of(List.of(1L), Follows.CONSENTS))
                .as("it ended with the first")
                .isEmpty();
        assertThat(heirs.of(List.of(2L), Follows.CONSENTS)).containsExactlyInAnyOrder(2L, 3L);
        assertThat(heirs.of(List.of(1L), Follows.RECORDS)).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void whoIsKeptFromAFacilityIsKeptFromAllWhoCameAfterItAndItselfToo() {
        var heirs = new Heirs(List.of(succession(FIRST, SECOND, true), succession(SECOND, THIRD, true)));
        assertThat(heirs.standsFor(THIRD, Follows.SHUTTING_OUT)).containsExactlyInAnyOrder(THIRD, SECOND, FIRST);
        assertThat(heirs.standsFor(FIRST, Follows.SHUTTING_OUT)).containsExactly(FIRST);
    }

    @Test
    void theRuleIsItsOwnUntilRecordsFollowUnderTheSuccessors() {
        var own = succession(FIRST, SECOND, true, Follows.RECORDS);
        var theirs = succession(FIRST, SECOND, false, Follows.RECORDS);
        var next = succession(SECOND, THIRD, false, Follows.RECORDS);
        assertThat(new Heirs(List.of(own)).ruleOf(FIRST)).isEqualTo(FIRST);
        assertThat(new Heirs(List.of(theirs)).ruleOf(FIRST)).isEqualTo(SECOND);
        assertThat(new Heirs(List.of(theirs, next)).ruleOf(FIRST)).isEqualTo(THIRD);
        assertThat(new Heirs(List.of(own, next)).ruleOf(FIRST)).isEqualTo(FIRST);
    }

    @Test
    void whoIsAtWorkNowIsTheLastAndOnADayWhoHadTakenOverByThen() {
        var heirs = new Heirs(List.of(
                succession(FIRST, SECOND, true, Follows.RECORDS), succession(SECOND, THIRD, true, Follows.RECORDS)));
        assertThat(heirs.last(FIRST)).isEqualTo(THIRD);
        assertThat(heirs.last(OTHER)).isEqualTo(OTHER);
        assertThat(heirs.on(LocalDate.of(2026, 10, 31)).standsFor(SECOND, Follows.RECORDS))
                .as("before anybody took over")
                .containsExactly(SECOND);
        assertThat(heirs.on(LocalDate.of(2026, 11, 1)).standsFor(THIRD, Follows.RECORDS))
                .contains(FIRST, SECOND, THIRD);
    }
}
