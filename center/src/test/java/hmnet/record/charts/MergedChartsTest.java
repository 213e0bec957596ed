package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.people.links.LinkOutcome;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Feed;
import hmnet.record.filing.Papers;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.numberreviews.DecidedNumbers;
import hmnet.record.numberreviews.NumberDesk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility's own merges, from the message to the chart (施設による患者統合).
class MergedChartsTest extends Feed {
    @Autowired
    private Persons persons;

    private static final String HANAKO = "架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F";

    @Autowired
    private NumberDesk desk;

    private FacilityId hospital;
    private final String old = number();
    private final String stays = number();

    @BeforeEach
    void open() {
        hospital = hospital();
    }

    @Test
    void aPersonHasBothChartsWhileTheyAreMergedAndTheUndoLeavesNothingBehind() {
        var person = resident(ConsentChoice.EVERYTHING, hospital, stays);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(old).visit(), Papers.of(stays).visit());
        var before = shown(doctor, person);
        assertThat(before).hasSize(1);
        heard(hospital, message("A40", "20260401090000", "G1", pid(stays), mrg(old)));
        assertThat(shown(doctor, person)).hasSize(2);
        filed(hospital, Papers.of(old).prescription("000000000000001", "架空錠５ｍｇ"));
        assertThat(shown(doctor, person))
                .as("a later record under the old number")
                .hasSize(3);
        heard(hospital, message("A37", "20260402090000", "G2", pid(stays), pid(old)));
        assertThat(shown(doctor, person)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void theCardOfANumberThatWasMergedAwayOpensWhatItWasMergedInto() {
        var person = resident(ConsentChoice.EVERYTHING, hospital, old);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(old).visit(), Papers.of(stays).visit());
        heard(hospital, message("A40", "20260401090000", "G3", pid(stays), mrg(old)));
        assertThat(shown(doctor, person)).hasSize(2);
    }

    @Test
    void aMergeOfNumbersNobodySentYetTakesEffectWhenTheyCome() {
        heard(hospital, message("A40", "20260401090000", "G4", pid(stays), mrg(old)));
        var person = resident(ConsentChoice.EVERYTHING, hospital, stays);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(old).visit());
        assertThat(shown(doctor, person)).hasSize(1);
    }

    @Test
    void mergesAndTheirUndoingEndAlikeInWhateverOrderTheyCome() {
        var tree = List.of(
                "A40 20260401 A B",
                "A24 20260402 B C",
                "A37 20260403 B C",
                "A40 20260404 C D",
                "A40 20260405 D A",
                "A37 20260405 D A",
                "A47 20260406 E B");
        var inOrder = groups(tree);
        assertThat(inOrder).containsExactlyInAnyOrder(Set.of("A", "B", "E"), Set.of("C", "D"));
        for (var seed : new long[] {1, 2, 3, 4}) {
            var shuffled = new ArrayList<>(tree);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(groups(shuffled)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void twoPersonsWithCardsAreNeverMergedUnseen() {
        var one = resident(ConsentChoice.EVERYTHING, hospital, old);
        var other = resident(ConsentChoice.EVERYTHING, hospital, stays);
        filed(hospital, Papers.of(old).visit(), Papers.of(stays).visit());
        heard(hospital, message("A40", "20260401090000", "G5", pid(stays), mrg(old)));
        assertThat(holder(old)).isEqualTo(one);
        assertThat(holder(stays)).isEqualTo(other);
        var doctor = doctor();
        relations.begin(doctor, one, RelationOrigin.CARD);
        assertThat(shown(doctor, one)).hasSize(1);
    }

    @Test
    void theDeskTiesAMergedNumberToNobodyElse() {
        var person = resident(ConsentChoice.EVERYTHING, hospital, stays);
        heard(hospital, message("A40", "20260401090000", "G6", pid(stays), mrg(old)));
        var other = card().holder().id();
        var desk = at(hospital, Profession.RECEPTION);
        assertThat(relations.tie(desk, other, old)).isEqualTo(LinkOutcome.SOMEBODY_ELSES);
        assertThat(relations.tie(desk, person, old)).isEqualTo(LinkOutcome.LINKED);
    }

    @Test
    void aNumberChangedToOneThatAnotherHumanHasIsNotMerged() {
        var person = resident(ConsentChoice.EVERYTHING, hospital, stays);
        var other = YURIKO.replace("百合子", "九郎").replace("ユリコ", "クロウ").replace("1962", "1948");
        heard(hospital, message("A28", "20260401090000", "G7", pid(stays, HANAKO)));
        heard(hospital, message("A28", "20260401090000", "G8", pid(old, other)));
        heard(hospital, message("A47", "20260402090000", "G9", pid(stays), mrg(old)));
        assertThat(persons.holder(persons.current(hospital, old).orElseThrow())).isEmpty();
        assertThat(holder(stays)).isEqualTo(person);
    }

    /// The number that is merged away was hers, and is a girl's now.
    @Test
    void aMergeOfANumberThatMeansSomebodyElseNowIsAboutWhomItTellsOf() {
        filed(hospital, Papers.of(stays).profile());
        filed(hospital, Papers.of(old).profile());
        filed(hospital, Papers.girl(old).profile());
        var reception = at(hospital, Profession.RECEPTION);
        DecidedNumbers.another(desk, old, "別の方", reception);
        settle(hospital);
        var late = heard(hospital, message("A40", "20260401090000", "R1", pid(stays, HANAKO), mrg(old)));
        assertThat(late.state()).isEqualTo(FileState.ACCEPTED);
        assertThat(merged()).containsExactlyInAnyOrder(old + " 1", stays + " 1");
    }

    @Test
    void aMergeThatDoesNotTellWhomItMeansWaitsForTheDesk() {
        filed(hospital, Papers.of(stays).profile());
        filed(hospital, Papers.of(old).profile());
        filed(hospital, Papers.girl(old).profile());
        var reception = at(hospital, Profession.RECEPTION);
        DecidedNumbers.another(desk, old, "別の方", reception);
        settle(hospital);
        var kept = heard(hospital, message("A40", "20260601090000", "R2", pid(stays), mrg(old)));
        assertThat(kept.reason()).isEqualTo("other-human");
        assertThat(merged()).isEmpty();
        DecidedNumbers.first(desk, old, "前の方", reception);
        settle(hospital);
        assertThat(merged()).containsExactlyInAnyOrder(old + " 1", stays + " 1");
    }

    @Test
    void aMergeThatTellsOfSomebodyElseThanTheHolderWaits() {
        filed(hospital, Papers.of(stays).profile());
        var girl = "見本^さくら^^^^^L^I~ミホン^サクラ^^^^^L^P||20190503|F";
        assertThat(heard(hospital, message("A40", "20260401090000", "R3", pid(stays, girl), mrg(old)))
                        .reason())
                .isEqualTo("other-human");
        assertThat(merged()).isEmpty();
    }

    /// Numbers and epochs that are one.
    private List<String> merged() {
        return db.sql("""
                        select p.facility, p.number, p.epoch from merged_chart m join patient p on p.id = m.patient
                         where p.facility = ?""")
                .param(hospital.value())
                .query((row, n) -> sealedNumbers.open(row) + " " + row.getInt("epoch"))
                .list();
    }

    private PersonId holder(String number) {
        return persons.holder(persons.current(hospital, number).orElseThrow())
                .orElseThrow()
                .person();
    }

    /// Which numbers are one chart after messages such as `A40 20260401 OLD INTO`.
    private Set<Set<String>> groups(List<String> said) {
        var sender = hospital();
        for (var one : said) {
            var word = one.split(" ", -1);
            var at = word[1] + "090000";
            var merges = word[0].equals("A40") || word[0].equals("A47");
            heard(sender, message(word[0], at, one, pid(word[3]), merges ? mrg(word[2]) : pid(word[2])));
        }
        var wholes = new HashMap<Long, Set<String>>();
        db.sql("""
                        select m.whole, p.facility, p.number
                          from merged_chart m join patient p on p.id = m.patient
                         where p.facility = ?""").param(sender.value()).query(row -> {
            wholes.computeIfAbsent(row.getLong("whole"), whole -> new HashSet<>())
                    .add(sealedNumbers.open(row));
        });
        return Set.copyOf(wholes.values());
    }
}
