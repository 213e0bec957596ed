package hmnet.exchange.callers;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.personquery.Candidate;
import hmnet.exchange.personquery.CrossReference;
import hmnet.exchange.personquery.CrossReferences;
import hmnet.exchange.personquery.Findings;
import hmnet.exchange.personquery.Likenesses;
import hmnet.exchange.personquery.PersonMatch;
import hmnet.exchange.personquery.PersonSearch;
import hmnet.exchange.personquery.Traits;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Succession;
import hmnet.ground.directory.Successions;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One hospital takes over from another (承継): whom the machines of both are told of.
class TakenOverTest extends Counter {
    @Autowired
    PersonSearch search;

    @Autowired
    PersonMatch matches;

    @Autowired
    CrossReferences references;

    @Autowired
    Successions successions;

    private final LocalDate born = birthday();
    private final LocalDate alone = birthday();
    private FacilityId before = new FacilityId(0);
    private FacilityId after = new FacilityId(0);
    private PatientId chart = new PatientId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aPatientWhoAgreedToNothingAndAChartThatNobodyLinked() {
        before = hospital();
        after = hospital();
        person = registered(hanako(born), ConsentChoice.NOTHING);
        keyed(tied(before, "p1", hanako(born), person));
        chart = sent(before, "p2", hanako(alone));
    }

    @Test
    void thePredecessorsMachinesAreToldOfNobody() {
        assertThat(found(before, Traits.NONE.born(born))).hasSize(1);
        assertThat(found(before, Traits.NONE.born(alone))).hasSize(1);
        assertThat(resembling(before)).isEqualTo(1);
        takenOver(true);
        for (var traits : List.of(
                Traits.NONE.born(born),
                Traits.NONE.born(alone),
                Traits.NONE.phoned("082-555-0199"),
                Traits.NONE.numbered("", "p1"),
                Traits.NONE.numbered("", "p2"),
                Traits.NONE.numbered(domains.of(before).uri(), "p2"))) {
            assertThat(found(before, traits)).as("%s", traits).isEmpty();
        }
        assertThat(search.find(caller(before, TransactionGroup.PDQ), question(), chart))
                .isEqualTo(new Findings.Found(List.of()));
        assertThat(search.find(caller(before, TransactionGroup.PDQ), question(), person))
                .isEqualTo(new Findings.Found(List.of()));
        assertThat(resembling(before)).isZero();
        for (var number : List.of("p1", "p2")) {
            assertThat(referred(before, before, number)).isEqualTo(new CrossReference.UnknownNumber());
        }
    }

    @Test
    void theSuccessorsMachinesFindThePredecessorsPatientsByTheirOldNumbers() {
        var old = new Identifier(domains.of(before), "p1");
        assertThat(found(after, Traits.NONE.born(born))).isEmpty();
        assertThat(resembling(after)).isZero();
        takenOver(true);
        for (var traits : List.of(
                Traits.NONE.born(born),
                Traits.NONE.numbered("", "p1"),
                Traits.NONE.numbered(domains.of(before).uri(), "p1"))) {
            assertThat(found(after, traits)).as("%s", traits).singleElement().satisfies(one -> {
                assertThat(one.person()).isEqualTo(person);
                assertThat(one.identifiers()).containsExactly(old);
            });
        }
        assertThat(found(after, Traits.NONE.born(alone)).getFirst().chart()).isEqualTo(chart);
        assertThat(search.find(caller(after, TransactionGroup.PDQ), question(), chart))
                .isNotEqualTo(new Findings.Found(List.of()));
        assertThat(resembling(after)).isEqualTo(1);
        tied(after, "s1", hanako(born), person);
        var own = new Identifier(domains.of(after), "s1");
        assertThat(referred(after, before, "p1")).isEqualTo(new CrossReference.Known(List.of(own), person));
        assertThat(referred(after, after, "s1")).isEqualTo(new CrossReference.Known(List.of(old), person));
        assertThat(referred(after, before, "p2")).isEqualTo(new CrossReference.Known(List.of(), null));
    }

    @Test
    void recordsThatDoNotFollowAreToldToNeither() {
        takenOver(false);
        for (var facility : List.of(before, after)) {
            assertThat(found(facility, Traits.NONE.born(born))).isEmpty();
            assertThat(referred(facility, before, "p1")).isEqualTo(new CrossReference.UnknownNumber());
        }
    }

    @Test
    void takingItBackLeavesBothAsTheyWere() {
        var id = takenOver(true);
        assertThat(successions.askUndo(id, office())).isEqualTo(Successions.SuccessionResult.ASKED);
        assertThat(successions.undo(id, office())).isEqualTo(Successions.SuccessionResult.DONE);
        assertThat(found(after, Traits.NONE.born(born))).isEmpty();
        assertThat(found(before, Traits.NONE.born(born)))
                .extracting(Candidate::person)
                .containsExactly(person);
        assertThat(referred(before, before, "p1")).isEqualTo(new CrossReference.Known(List.of(), person));
    }

    private List<Candidate> found(FacilityId asking, Traits traits) {
        var findings = search.find(caller(asking, TransactionGroup.PDQ), question(), traits);
        return ((Findings.Found) findings).candidates();
    }

    private int resembling(FacilityId asking) {
        var likenesses = matches.find(caller(asking, TransactionGroup.PDQ), question(), hanako(born), false, 10);
        return ((Likenesses.Graded) likenesses).likenesses().size();
    }

    private CrossReference referred(FacilityId asking, FacilityId source, String number) {
        var domain = domains.of(source).uri();
        return references.of(caller(asking, TransactionGroup.PIX), question(), domain, number, List.of());
    }

    private long takenOver(boolean records) {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var said = new Succession(before, after, today, records, true, true, true, true, "agreed in writing");
        assertThat(successions.ask(said, office())).isEqualTo(Successions.SuccessionResult.ASKED);
        var id = successions.all().stream()
                .filter(one -> one.succession().facility().equals(before))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(successions.agree(id, office())).isEqualTo(Successions.SuccessionResult.DONE);
        return id;
    }
}
