package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.office.incidents.MixedNotice;
import hmnet.office.reviewdesk.Joins.JoinView;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The office in front of two cards of one human.
class JoinedPageTest extends Desk {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/joined");

    @Autowired
    JoinedPage page;

    @Autowired
    SamePersons same;

    @Autowired
    Joins joins;

    @Autowired
    JoinProposals proposals;

    private static String to(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    private String joined(PersonId one, PersonId other, Requester by) {
        return joined(one, other, joins.seen(one, other), by);
    }

    private String joined(PersonId one, PersonId other, JoinView seen, Requester by) {
        return to(page.join(one, other, "写真付きの証明書で確認", seen.asOf(), seen.proposal(), by, FRAME));
    }

    private void joinedByTwo(PersonId one, PersonId other) {
        joined(one, other, office());
        assertThat(joined(one, other, office())).endsWith("done=joined");
    }

    @Test
    void twoOfTheOfficeJoinTwoCardsAndOneOfThemIsNotEnough() {
        var one = card().holder().id();
        var other = card().holder().id();
        var first = office();
        assertThat(joined(one, other, first)).endsWith("done=waits");
        assertThat(joined(one, other, first)).endsWith("problem=own");
        assertThat(joined(other, one, first)).as("the other way round").endsWith("problem=own");
        assertThat(same.of(one)).containsExactly(one);
        assertThat(page.search(FRAME).getBody()).contains("2 人目の確認を待つ結合");
        assertThat(joined(other, one, office())).endsWith("done=joined");
        assertThat(same.of(one)).contains(other);
        assertThat(log(one)).contains(Action.PERSONS_JOINED);
        assertThat(log(other)).contains(Action.PERSONS_JOINED);
        assertThat(joined(one, other, office())).endsWith("problem=already");
    }

    @Test
    void aProposalThatIsWithdrawnJoinsNobody() {
        var one = card().holder().id();
        var other = card().holder().id();
        joined(one, other, office());
        assertThat(to(page.withdraw(one, other, office(), FRAME))).endsWith("done=withdrawn");
        assertThat(joined(one, other, office())).as("a first proposal again").endsWith("done=waits");
        assertThat(same.of(one)).containsExactly(one);
    }

    @Test
    void proposingAndTakingItBackStandInTheLogsOfBoth() {
        var one = card().holder().id();
        var other = card().holder().id();
        joined(one, other, office());
        page.withdraw(other, one, office(), FRAME);
        for (var person : List.of(one, other)) {
            assertThat(log(person)).contains(Action.JOIN_PROPOSED, Action.JOIN_WITHDRAWN);
            assertThat(audit.of(person.value(), 50).toString())
                    .doesNotContain(person.equals(one) ? other.toString() : one.toString());
        }
        assertThat(to(page.withdraw(one, other, office(), FRAME)))
                .as("nothing waits")
                .endsWith("problem=changed");
    }

    @Test
    void whatChangedAfterAProposalIsNotConfirmedUnseen() {
        var one = card().holder().id();
        var other = card().holder().id();
        joined(one, other, office());
        var second = office();
        var seen = joins.seen(one, other);
        consents.record(other, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        assertThat(joined(one, other, seen, second)).endsWith("problem=changed");
        assertThat(same.of(one)).containsExactly(one);
        assertThat(joins.waiting(one, other)).as("void").isEmpty();
        assertThat(joined(one, other, second)).as("a first proposal again").endsWith("done=waits");
    }

    @Test
    void aConfirmationIsOfTheProposalThatWasOnTheScreen() {
        var one = card().holder().id();
        var other = card().holder().id();
        var before = joins.seen(one, other);
        joined(one, other, office());
        assertThat(joined(one, other, before, office()))
                .as("a proposal that came after the page was drawn")
                .endsWith("problem=changed");
        assertThat(joined(one, other, office())).endsWith("done=joined");
    }

    @Test
    void joiningOrPartingOneOfThemVoidsWhatWaits() {
        var one = card().holder().id();
        var other = card().holder().id();
        var third = card().holder().id();
        joined(one, other, office());
        joinedByTwo(other, third);
        assertThat(open(one, other)).isFalse();
        joined(one, other, office());
        assertThat(open(one, other)).isTrue();
        page.part(third, other, "別の人だった", office(), FRAME);
        assertThat(open(one, other)).isFalse();
    }

    private boolean open(PersonId one, PersonId other) {
        return proposals.between(one, other).isPresent();
    }

    @Test
    void twoWhoProposeAtOnceDoNotJoinTwice() throws Exception {
        var one = card().holder().id();
        var other = card().holder().id();
        joined(one, other, office());
        var seen = joins.seen(one, other);
        var clerks = List.of(office(), office());
        try (var both = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var told = new java.util.ArrayList<String>();
            for (var answer : both.invokeAll(clerks.stream()
                    .map(clerk -> (java.util.concurrent.Callable<String>) () -> joined(one, other, seen, clerk))
                    .toList())) {
                told.add(answer.get().replaceFirst(".*\\?", ""));
            }
            assertThat(told).containsExactlyInAnyOrder("done=joined", "problem=already");
        }
    }

    @Test
    void whatReviewJoinedIsTakenBackAtItsDesk() {
        var id = persons();
        decides(office(), id, ReviewDecision.SAME);
        assertThat(decides(office(), id, ReviewDecision.SAME)).isEqualTo(DeskResult.SAME);
        var pair = pairs.find(id).orElseThrow();
        var one = java.util.Objects.requireNonNull(pair.one().person());
        var other = java.util.Objects.requireNonNull(pair.other().person());
        assertThat(page.show(one, null, null, office(), FRAME).getBody())
                .contains("「名寄せ確認」の判断による結合です", "href=\"/reviews/" + id + "\"");
        assertThat(to(page.part(one, other, "別の人だった", office(), FRAME))).endsWith("problem=reviewed");
        assertThat(same.of(one)).contains(other);
        assertThat(to(page.join(one, other, "review " + id, 0, 0, office(), FRAME)))
                .as("no reason but the desk's own reads so")
                .endsWith("problem=why");
        desk.undo(id, office());
        assertThat(desk.undo(id, office())).isEqualTo(DeskResult.UNDONE);
        assertThat(same.of(one)).containsExactly(one);
    }

    @Test
    void everybodyWhoIsShownBeforeAJoinReadsOfItInTheirLog() {
        var one = card().holder().id();
        var third = card().holder().id();
        var other = card().holder().id();
        joinedByTwo(one, third);
        page.before(one, other, null, office(), FRAME);
        for (var person : List.of(one, third, other)) {
            assertThat(log(person)).contains(Action.LINKS_OPENED);
        }
    }

    @Test
    void aSecondSearchThatFindsNobodyKeepsTheFirst() {
        var first = card().holder();
        for (var who : List.of("ソンザイシナイ", "123456789018")) {
            assertThat(page.findOther(first.id(), who, "1950-02-28", office(), FRAME)
                            .getBody())
                    .contains(first.name(), "/office/joined/" + first.id() + "/search")
                    .doesNotContain("123456789018");
        }
        assertThat(page.findOther(first.id(), "カクウ", "いつか", office(), FRAME).getBody())
                .contains(first.name(), "生年月日を読み取れませんでした");
        assertThat(page.findOther(PersonId.fresh(), "カクウ", "1950-02-28", office(), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void thePageShowsWhatEachAloneAndBothTogetherOpen() {
        var here = hospital();
        var there = hospital();
        var one = resident(ConsentChoice.EVERYTHING, here, number());
        var other = resident(ConsentChoice.MEDICINES_AND_EMERGENCY, there, number());
        var before = page.before(one, other, null, office(), FRAME).getBody();
        assertThat(before)
                .contains(
                        "全部見せる",
                        "薬と緊急だけ",
                        facilities.get(here).name(),
                        facilities.get(there).name())
                .contains("次の 1 施設", "次の 2 施設");
        joinedByTwo(one, other);
        var doctor = at(here, Profession.DOCTOR);
        relations.begin(doctor, one, RelationOrigin.CARD);
        assertThat(page.show(one, null, null, office(), FRAME).getBody()).contains("それぞれの同意のうち狭いほう");
        assertThat(kindsOpen(doctor, one)).as("the narrower consent").isNotEqualTo(-1L);
        assertThat(to(page.choose(one, one, "本人に確認", office(), FRAME))).endsWith("done=chosen");
        assertThat(page.show(one, null, null, office(), FRAME).getBody()).contains("事務局が選んだ 1 人の同意");
        assertThat(kindsOpen(doctor, one)).as("the chosen consent").isEqualTo(kindsAlone());
    }

    private long kindsAlone() {
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        var doctor = at(hospital, Profession.DOCTOR);
        relations.begin(doctor, person, RelationOrigin.CARD);
        return kindsOpen(doctor, person);
    }

    /// The kinds of record that open, of any facility.
    private long kindsOpen(Requester doctor, PersonId person) {
        return charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                chart.grant().lines().stream().mapToLong(line -> line.kinds()).reduce(0, (a, b) -> a | b);
            case Opening.Closed closed -> 0L;
        });
    }

    @Test
    void partingRestoresWhatEachHad() {
        var one = card().holder().id();
        var other = card().holder().id();
        joinedByTwo(one, other);
        assertThat(to(page.part(one, other, " ", office(), FRAME))).endsWith("problem=not-parted");
        assertThat(same.of(one)).contains(other);
        assertThat(to(page.part(one, other, "別の人だった", office(), FRAME))).endsWith("done=parted");
        assertThat(same.of(one)).containsExactly(one);
        assertThat(log(one)).contains(Action.PERSONS_PARTED);
        assertThat(page.show(one, null, null, office(), FRAME).getBody()).contains("別の人だった", "ほかの方と結合していません");
    }

    @Test
    void partingWhomSomebodyReadAsOneOpensAnIncidentOfTheOtherHospital() {
        var here = hospital();
        var there = hospital();
        var one = resident(ConsentChoice.EVERYTHING, here, number());
        var other = resident(ConsentChoice.EVERYTHING, there, number());
        opens(one);
        joinedByTwo(one, other);
        var doctor = doctor();
        relations.begin(doctor, one, RelationOrigin.CARD);
        assertThat(opened(doctor, one)).isTrue();
        page.part(one, other, "別の人だった", office(), FRAME);
        assertThat(incidents.list(false))
                .filteredOn(incident -> List.of(one, other).contains(incident.person()))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.person()).as("whose chart was opened").isEqualTo(one);
                    assertThat(incident.facility())
                            .as("what stood in it of the other")
                            .isEqualTo(there);
                });
        assertThat(notices.of(doctor)).extracting(MixedNotice::person).containsExactly(one);
    }

    @Test
    void partingWhomNobodyReadMeanwhileOrWhoAreOneThroughOthersOpensNone() {
        var one = resident(ConsentChoice.EVERYTHING, hospital(), number());
        var other = resident(ConsentChoice.EVERYTHING, hospital(), number());
        var third = resident(ConsentChoice.EVERYTHING, hospital(), number());
        var people = List.of(one, other, third);
        opens(one);
        joinedByTwo(one, other);
        page.part(one, other, "別の人だった", office(), FRAME);
        assertThat(incidents.list(false)).noneMatch(incident -> people.contains(incident.person()));
        for (var pair : List.of(List.of(one, other), List.of(other, third), List.of(one, third))) {
            same.join(pair.getFirst(), pair.getLast(), Actor.staff(1), "one human");
        }
        var doctor = doctor();
        relations.begin(doctor, one, RelationOrigin.CARD);
        assertThat(opened(doctor, one)).isTrue();
        page.part(one, third, "言い直し", office(), FRAME);
        assertThat(same.of(one)).contains(third);
        assertThat(incidents.list(false)).noneMatch(incident -> people.contains(incident.person()));
    }

    @Test
    void whoIsProtectedIsAnsweredForAsSomebodyUnknown() {
        var one = card().holder().id();
        var hidden = card().holder().id();
        matchExclusions.leave(hidden, MatchExclusions.PROTECTED, Actor.staff(1));
        var unknown = PersonId.fresh();
        for (var answer : new ResponseEntity<?>[] {
            page.show(hidden, null, null, office(), FRAME),
            page.before(one, hidden, null, office(), FRAME),
            page.join(one, hidden, "why", 0, 0, office(), FRAME),
            page.part(one, hidden, "why", office(), FRAME)
        }) {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(answer.getBody())
                    .isEqualTo(page.show(unknown, null, null, office(), FRAME).getBody());
        }
        assertThat(same.of(one)).containsExactly(one);
    }
}
