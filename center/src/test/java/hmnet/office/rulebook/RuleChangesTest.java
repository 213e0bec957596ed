package hmnet.office.rulebook;

import static hmnet.record.filing.Papers.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.office.rulebook.TriedRule.ChangedKind;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A changed rule does what its trial said, from its day on, and takes two of the desk.
class RuleChangesTest extends Ward {
    @Autowired
    RuleChanges changes;

    @Autowired
    Rules rules;

    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private @Nullable Requester doctor;

    @BeforeEach
    void aDoctorElsewhereReads() {
        hospital = hospital();
        var number = number();
        filed(
                hospital,
                Papers.of(number).visit(),
                Papers.of(number).diagnoses(diagnosis("P1", "見本の病", "I10"), diagnosis("P2", "例示の病", "E11")));
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        doctor = doctor();
        relations.begin(reader(), person, RelationOrigin.CARD);
        assertThat(diagnoses()).isEqualTo(2);
    }

    private Requester reader() {
        return Objects.requireNonNull(doctor);
    }

    private long diagnoses() {
        return shown(reader(), person).stream()
                .map(ChartEntry::kind)
                .filter(RecordKind.DIAGNOSIS::equals)
                .count();
    }

    private Requester desk() {
        return at(hospital, Profession.RECEPTION);
    }

    private RuleDraft draft(long professions, boolean disclosed, int days, int delay) {
        return new RuleDraft(
                hospital,
                changes.today().plusDays(days),
                RecordKind.DIAGNOSIS.mask(),
                null,
                professions,
                disclosed,
                delay);
    }

    private void decided(RuleDraft draft) {
        assertThat(changes.propose(draft, "見本の理由", desk())).isEqualTo(RuleAnswer.DONE);
        assertThat(changes.agree(desk())).isEqualTo(RuleAnswer.DONE);
    }

    @Test
    void theTrialCountsWhatTheChartThenShows() {
        var nobody = draft(-1, false, 0, 0);
        var tried = changes.trial(nobody, desk());
        assertThat(tried.charts()).isEqualTo(1);
        assertThat(tried.changes())
                .filteredOn(change -> change.profession().equals("doctor"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(RecordKind.DIAGNOSIS);
                    assertThat(change.before().rows()).isEqualTo(diagnoses());
                    assertThat(change.after().rows()).isZero();
                    assertThat(change.everywhere()).isTrue();
                });
        assertThat(diagnoses()).as("a trial changes nothing").isEqualTo(2);
        decided(nobody);
        assertThat(diagnoses()).isZero();
        assertThat(changes.trial(nobody, desk()).changes()).isEmpty();
    }

    @Test
    void oneProfessionAloneIsClosedOut() {
        var onlyDoctors = draft(Profession.DOCTOR.mask(), true, 0, 0);
        assertThat(changes.trial(onlyDoctors, desk()).changes())
                .isNotEmpty()
                .extracting(ChangedKind::profession)
                .contains("nurse")
                .doesNotContain("doctor");
        decided(onlyDoctors);
        assertThat(diagnoses()).isEqualTo(2);
    }

    @Test
    void beforeItsDayNothingChanges() {
        decided(draft(-1, false, 3, 0));
        assertThat(diagnoses()).isEqualTo(2);
        assertThat(rules.of(hospital).getFirst().effectiveOn())
                .isEqualTo(changes.today().plusDays(3));
        assertThat(changes.propose(draft(-1, false, -1, 0), "昨日から", desk())).isEqualTo(RuleAnswer.PAST);
    }

    @Test
    void aDelayHidesWhatCameJustNow() {
        var later = draft(-1, true, 0, 7);
        assertThat(changes.trial(later, desk()).changes())
                .filteredOn(change -> change.profession().equals("doctor"))
                .isNotEmpty()
                .allMatch(change -> change.after().rows() == 0);
        decided(later);
        assertThat(diagnoses()).isZero();
    }

    @Test
    void itTakesTwoOfThatDeskAndNobodyElse() {
        var first = desk();
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(changes.propose(draft(-1, false, 0, 0), "見本の理由", first)).isEqualTo(RuleAnswer.DONE);
        assertThat(changes.propose(draft(-1, true, 0, 0), "もう一つ", desk())).isEqualTo(RuleAnswer.WAITS);
        assertThat(changes.agree(first)).isEqualTo(RuleAnswer.SECOND_PERSON);
        assertThat(changes.agree(stranger)).isEqualTo(RuleAnswer.GONE);
        assertThat(changes.refuse(stranger)).isEqualTo(RuleAnswer.GONE);
        assertThat(diagnoses()).isEqualTo(2);
        assertThat(changes.refuse(desk())).isEqualTo(RuleAnswer.DONE);
        assertThat(changes.agree(desk())).isEqualTo(RuleAnswer.GONE);
    }

    @Test
    void anotherNodeObeysWithinTwoSeconds() {
        decided(draft(-1, true, 0, 0));
        assertThat(diagnoses()).isEqualTo(2);
        db.sql("""
                        insert into disclosure_rule (facility, effective_on, kinds, audience, disclosed)
                        values (?, ?, -1, 'professional', false)""").params(hospital.value(), changes.today()).update();
        var began = System.nanoTime();
        await(() -> diagnoses() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
