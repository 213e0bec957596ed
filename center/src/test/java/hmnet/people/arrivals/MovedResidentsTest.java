package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.people.links.MatchExclusions;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Match;
import hmnet.people.matching.MatchOutcome;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PeopleKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A municipality's resident list as evidence (住民情報), and never more than that.
class MovedResidentsTest extends Reception {
    private static final AtomicLong LISTS = new AtomicLong(9_000_000);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Autowired
    private MovedResidents residents;

    /// Somebody with the commonest of names: name and birth date alone do not link.
    private static Human called() {
        return Human.named("山本", "幸子", "ヤマモト", "サチコ");
    }

    private static Human moved(Human human) {
        return human.living("広島県幻谷市紅葉町8丁目8番8号", "082-999-8888");
    }

    /// The line of somebody who lived and was called as `once`, and lives and is called as `now`.
    private static ResidentEntry line(Human once, Human now) {
        var renamed = !once.family().equals(now.family());
        return new ResidentEntry(
                now.born(),
                now.sex(),
                now.family(),
                now.given(),
                now.familyKana(),
                now.givenKana(),
                "",
                now.address(),
                renamed ? once.family() : "",
                renamed ? once.familyKana() : "",
                once.address().equals(now.address()) ? "" : once.address(),
                DAY);
    }

    private long listed(ResidentEntry... entries) {
        var list = LISTS.incrementAndGet();
        residents.keep(list, List.of(entries));
        return list;
    }

    @Test
    void whoMovedIsKnownByTheListAndNotWithoutIt() {
        var without = called();
        var stayed = matched(without);
        assertThat(personOf(matched(moved(without)))).isEmpty();
        assertThat(personOf(stayed)).isEmpty();
        var with = called();
        listed(line(with, moved(with)));
        var before = matched(with);
        var after = matched(moved(with));
        assertThat(personOf(after)).isPresent().isEqualTo(personOf(before));
        assertThat(evidence(after)).contains("住民情報").doesNotContain("紅葉町");
    }

    @Test
    void aListThatComesLaterHasThoseItSpeaksOfMatchedAnew() {
        var human = called();
        var before = matched(human);
        var after = matched(moved(human));
        assertThat(personOf(after)).isEmpty();
        var list = listed(line(human, moved(human)));
        assertThat(waits(before)).isTrue();
        matched(before);
        assertThat(personOf(after)).isPresent().isEqualTo(personOf(before));
        residents.forget(list);
        assertThat(waits(before)).isTrue();
        matched(before);
        assertThat(personOf(before)).as("a link that was made stays").isPresent();
        assertThat(db.sql("select count(*) from resident_entry where list = ?")
                        .param(list)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFormerNameWithoutItsReadingIsKnownByItsCharacters() {
        var once = Human.named("見本", "幸子", "ミホン", "サチコ");
        var now = once.called("架空", "幸子", "サチコ");
        var entry = new ResidentEntry(
                now.born(), now.sex(), "架空", "幸子", "カクウ", "サチコ", "", now.address(), "見本", "", "", DAY);
        var said = demographics(once);
        assertThat(entry.wasOnce(said)).isTrue();
        assertThat(entry.wasOnce(said.as("模本　幸子", "モモト　サチコ", said.postalCode(), said.address())))
                .isFalse();
        var read = new ResidentEntry(
                now.born(), now.sex(), "架空", "幸子", "カクウ", "サチコ", "", now.address(), "見本", "ミモト", "", DAY);
        assertThat(read.wasOnce(said)).as("another reading").isFalse();
    }

    private hmnet.people.matching.Demographics demographics(Human human) {
        return lookalikes.patient(sent(human).value()).orElseThrow().said();
    }

    @Test
    void whoIsReadAsAResidentWhileTheListIsForgottenIsMatchedAnew() throws Exception {
        var human = called();
        var chart = matched(human);
        var list = listed(line(human, moved(human)));
        db.sql("delete from match_waiting where patient = ?")
                .param(chart.value())
                .update();
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var forgetting = new AtomicReference<Future<?>>();
            transaction.executeWithoutResult(status -> {
                queue.alone();
                forgetting.set(other.submit(() -> residents.forget(list)));
                await(() -> db.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Long.class)
                                .single()
                        > 0);
                lookalikes.patient(chart.value()).ifPresent(residents::of);
            });
            forgetting.get().get();
        }
        assertThat(waits(chart)).isTrue();
    }

    @Autowired
    private MatchQueue queue;

    @Test
    void aListMakesNoPersonAndNoPatient() {
        var human = Human.somebody();
        listed(line(human, moved(human)));
        assertThat(persons.called(human.familyKana() + human.givenKana(), human.born()))
                .isEmpty();
        assertThat(db.sql("select count(*) from patient where born_key = ?")
                        .param(new PeopleKeys(keys()).born(human.born()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aListLiftsByOneStepAndNeverThoseWhoContradict() {
        var link = match(MatchOutcome.LINK, false);
        var review = match(MatchOutcome.REVIEW, false);
        var separate = match(MatchOutcome.SEPARATE, false);
        var contradictory = match(MatchOutcome.REVIEW, true);
        assertThat(MovedResidents.lifted(review, link, true).outcome()).isEqualTo(MatchOutcome.LINK);
        assertThat(MovedResidents.lifted(review, link, false))
                .as("a given name written otherwise")
                .isEqualTo(review);
        assertThat(MovedResidents.lifted(separate, link, true).outcome())
                .as("the list alone links nobody")
                .isEqualTo(MatchOutcome.REVIEW);
        assertThat(MovedResidents.lifted(separate, review, true).outcome()).isEqualTo(MatchOutcome.REVIEW);
        var unasked = new Match(0.995, MatchOutcome.SEPARATE, false, List.of());
        assertThat(MovedResidents.lifted(unasked, link, true).outcome())
                .as("likely, though nobody is asked")
                .isEqualTo(MatchOutcome.LINK);
        assertThat(MovedResidents.lifted(unasked, link, false).outcome()).isEqualTo(MatchOutcome.REVIEW);
        assertThat(MovedResidents.lifted(contradictory, link, true)).isEqualTo(contradictory);
        assertThat(MovedResidents.lifted(review, match(MatchOutcome.LINK, true), true))
                .isEqualTo(review);
        assertThat(MovedResidents.lifted(link, separate, true))
                .as("it never speaks against a link")
                .isEqualTo(link);
    }

    @Test
    void twoEntriesThatDisagreeAreNobodysEvidenceWhateverTheirDays() {
        var human = called();
        listed(line(human, moved(human)));
        listed(on(DAY.minusMonths(1), line(human, human.living("広島県絵空市若葉町9丁目9番9号", "082-999-7777"))));
        var before = matched(human);
        assertThat(personOf(matched(moved(human)))).isEmpty();
        assertThat(personOf(before)).isEmpty();
    }

    @Test
    void theSameSaidOfTwoDaysIsEvidenceOnce() {
        var human = called();
        listed(line(human, moved(human)));
        listed(on(DAY.minusMonths(1), line(human, moved(human))));
        var before = matched(human);
        assertThat(personOf(matched(moved(human)))).isPresent().isEqualTo(personOf(before));
    }

    private static ResidentEntry on(LocalDate day, ResidentEntry entry) {
        return new ResidentEntry(
                entry.birthDate(),
                entry.sex(),
                entry.familyName(),
                entry.givenName(),
                entry.familyKana(),
                entry.givenKana(),
                entry.postalCode(),
                entry.address(),
                entry.formerFamilyName(),
                entry.formerFamilyKana(),
                entry.formerAddress(),
                day);
    }

    @Test
    void aGivenNameThatIsNotKnownIsNotTheSame() {
        assertThat(MovedResidents.sameGiven(said("山本　幸子"), said("山本　幸子"))).isTrue();
        assertThat(MovedResidents.sameGiven(said("山本　幸子"), said("山本　"))).isFalse();
        assertThat(MovedResidents.sameGiven(said("山本　"), said("山本　"))).isFalse();
    }

    private static Demographics said(String name) {
        return new Demographics("", "", "", name, "", "female", "19500101", "", "", "", "", "", "", "");
    }

    private static Match match(MatchOutcome outcome, boolean contradictory) {
        return new Match(.5, outcome, contradictory, List.of());
    }

    @Test
    void twinsOfOneReadingWhoMovedTogetherAreNoMoreLinkedThanWithoutAList() {
        assertThat(twinsLinked(true)).isEqualTo(twinsLinked(false));
    }

    private boolean twinsLinked(boolean listed) {
        var elder = Human.named("山本", "陸", "ヤマモト", "リク");
        var twin = elder.called("山本", "空", "リク");
        if (listed) {
            listed(line(elder, moved(elder)), line(twin, moved(twin)));
        }
        var one = matched(elder);
        var other = matched(moved(twin));
        return personOf(other).isPresent() && personOf(other).equals(personOf(one));
    }

    @Test
    void whoIsLeftOutOfMatchingIsNotFoundByAList() {
        var human = Human.somebody();
        var before = matched(human);
        matchExclusions.leave(before, MatchExclusions.PROTECTED, Actor.staff(1));
        listed(line(human, moved(human)));
        assertThat(waits(before)).isFalse();
        assertThat(personOf(matched(moved(human)))).isEmpty();
    }

    private String evidence(PatientId patient) {
        return String.valueOf(db.sql("select evidence::text from link_event where patient = ? order by id desc limit 1")
                .param(patient.value())
                .query(String.class)
                .single());
    }
}
