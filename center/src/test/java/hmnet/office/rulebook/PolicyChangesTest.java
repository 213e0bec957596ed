package hmnet.office.rulebook;

import static hmnet.record.filing.Papers.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.decisions.TriedChange.NetworkChange;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.FirstPolicy;
import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.PolicyDraft.ProfessionDraft;
import hmnet.consent.policy.PolicyDraft.SafetyDraft;
import hmnet.consent.policy.ProfessionLine;
import hmnet.consent.policy.SafetyLine;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.ReadElsewhere;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A changed policy does what its trial said, from its day on, and takes two of the office. What is changed here is of
/// dentists at laboratories, of whom no other test knows.
class PolicyChangesTest extends ReadElsewhere {
    private static final long AT_LABORATORIES = FacilityKind.LABORATORY.mask();
    private static final long KINDS = RecordKind.ALLERGY.mask() | RecordKind.DIAGNOSIS.mask();

    @Autowired
    PolicyChanges changes;

    @Autowired
    Trials trials;

    @Autowired
    TrialRegister register;

    @Autowired
    AccessPolicy policy;

    @Autowired
    SignInAccounts accounts;

    @LocalServerPort
    int port;

    private Requester dentist;

    @BeforeEach
    void aDentistOfALaboratoryReads() {
        decided(draft(0, KINDS));
        var number = number();
        treatedElsewhere(
                number, Papers.of(number).diagnoses(diagnosis("P1", "見本の病", "I10"), diagnosis("P2", "例示の病", "E11")));
        dentist = at(facility(FacilityKind.LABORATORY), Profession.DENTIST);
        relations.begin(dentist, person, RelationOrigin.CARD);
        assertThat(diagnoses()).isEqualTo(2);
    }

    @AfterEach
    void nothingWaits() {
        changes.refuse(office());
    }

    private long diagnoses() {
        return shown(dentist, person).stream()
                .map(ChartEntry::kind)
                .filter(RecordKind.DIAGNOSIS::equals)
                .count();
    }

    private PolicyDraft draft(int days, long kinds) {
        return new ProfessionDraft(
                Profession.DENTIST, AT_LABORATORIES, changes.today().plusDays(days), kinds, 0);
    }

    private void decided(PolicyDraft draft) {
        var first = office();
        var trial = trials.trialOf(new NetworkChange(draft), first);
        assertThat(changes.propose(trial, "見本の理由", first)).isEqualTo(RuleAnswer.DONE);
        assertThat(changes.agree(office())).isEqualTo(RuleAnswer.DONE);
    }

    private TriedRule trial(PolicyDraft draft) {
        var by = office();
        var id = trials.begin(new NetworkChange(draft), by);
        await(() -> register.of(id, null).orElseThrow().finished() != null);
        return trials.tried(register.of(id, null).orElseThrow(), by);
    }

    /// What dentists of laboratories would see no more.
    private record LostDiagnoses(long persons, long rows) {}

    private LostDiagnoses lost(PolicyDraft draft) {
        var change = trial(draft).changes().stream()
                .filter(one -> one.kind() == RecordKind.DIAGNOSIS)
                .findFirst()
                .orElseThrow();
        return new LostDiagnoses(
                change.before().charts() - change.after().charts(),
                change.before().rows() - change.after().rows());
    }

    /// The tables that people read are what a new centre begins with.
    @Test
    void theFirstLinesAreThoseOfTheTwoTables() {
        var book = policy.book();
        assertThat(book.professions().stream()
                        .filter(line -> line.agreedBy().isEmpty())
                        .map(line -> new ProfessionLine(
                                0,
                                line.profession(),
                                line.facilityKinds(),
                                line.effectiveOn(),
                                line.kinds(),
                                line.labels(),
                                line.why(),
                                "")))
                .containsExactlyInAnyOrderElementsOf(FirstPolicy.BOOK.professions());
        assertThat(book.labels().stream()
                        .filter(line -> line.agreedBy().isEmpty())
                        .map(line -> new SafetyLine(
                                0, line.label(), line.effectiveOn(), line.professions(), line.kinds(), line.why(), "")))
                .containsExactlyInAnyOrderElementsOf(FirstPolicy.BOOK.labels());
        assertThat(FirstPolicy.BOOK.professions()).hasSize(Profession.values().length);
        assertThat(FirstPolicy.BOOK.labels()).hasSize(Label.values().length);
    }

    @Test
    void theTrialCountsPersonsAndRecordsAndTheChartThenShowsSo() {
        var withoutDiagnoses = draft(0, RecordKind.ALLERGY.mask());
        var before = lost(withoutDiagnoses);
        assertThat(trial(withoutDiagnoses).changes()).allSatisfy(change -> {
            assertThat(change.profession()).isEqualTo("dentist");
            assertThat(change.at()).containsExactly(FacilityKind.LABORATORY);
            assertThat(change.examples()).as("the office is named no chart").isEmpty();
        });
        var number = number();
        filed(hospital, Papers.of(number).diagnoses(diagnosis("P1", "見本の病", "I10")));
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        var after = lost(withoutDiagnoses);
        assertThat(after.rows()).as("a second chart").isEqualTo(before.rows() + 1);
        assertThat(after.persons()).as("of the same person").isEqualTo(before.persons());
        decided(withoutDiagnoses);
        assertThat(diagnoses()).isZero();
    }

    /// What a person keeps from all laboratories is lost to nobody there by the change.
    @Test
    void aTrialCountsWhatPersonsDeny() {
        var withoutDiagnoses = draft(0, RecordKind.ALLERGY.mask());
        var before = lost(withoutDiagnoses);
        denied(person, DeniedReaders.of(java.util.Set.of(FacilityKind.LABORATORY)), RecordKind.DIAGNOSIS.mask());
        assertThat(lost(withoutDiagnoses)).isEqualTo(new LostDiagnoses(before.persons() - 1, before.rows() - 2));
    }

    @Test
    void itTakesTwoOfTheOfficeAndADayToCome() {
        var first = office();
        var trial = trials.trialOf(new NetworkChange(draft(3, 0)), first);
        assertThat(changes.propose(trial, "見本の理由", first)).isEqualTo(RuleAnswer.DONE);
        assertThat(changes.propose(trial, "もう一度", office())).isEqualTo(RuleAnswer.WAITS);
        assertThat(changes.agree(first)).isEqualTo(RuleAnswer.SECOND_PERSON);
        assertThat(changes.agree(office())).isEqualTo(RuleAnswer.DONE);
        assertThat(diagnoses()).as("not before its day").isEqualTo(2);
        assertThat(changes.agree(office())).isEqualTo(RuleAnswer.GONE);
        var late = trials.trialOf(new NetworkChange(draft(-1, 0)), first);
        assertThat(changes.propose(late, "昨日から", first)).isEqualTo(RuleAnswer.PAST);
    }

    @Test
    void anotherNodeObeysWithinASecond() {
        assertThat(diagnoses()).isEqualTo(2);
        db.sql("""
                        insert into profession_line (profession, facility_kinds, effective_on, kinds, labels, why, agreed_by)
                        values ('dentist', ?, ?, 0, 0, '', 'centre')""").params(AT_LABORATORIES, changes.today()).update();
        var began = System.nanoTime();
        await(() -> diagnoses() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLabelsLineOpensToChecksWhatItNames() {
        var line = new SafetyDraft(Label.HIV, changes.today(), Profession.DENTIST.mask(), RecordKind.DIAGNOSIS.mask());
        var read = policy.book().with(line).of(Profession.DENTIST, FacilityKind.LABORATORY, changes.today());
        assertThat(read.safe(RecordKind.DIAGNOSIS)).isEqualTo(Label.HIV.mask());
        assertThat(Arrays.stream(RecordKind.values()).filter(kind -> read.safe(kind) != 0))
                .containsExactly(RecordKind.DIAGNOSIS);
        assertThat(PolicyDraft.of(line.words())).isEqualTo(line);
    }

    @Test
    void thePageShowsLinesFormAndTrialToTheOfficeAlone() {
        var by = office();
        var page = SignedIn.browser(port, accounts, by.staff(), by.login());
        assertThat(page.get("/office/policy").body()).contains("歯科医師", "体全体を診るため", by.name() + " / ");
        assertThat(page.get("/office/policy?profession=dentist").body()).contains("見てよいラベル");
        assertThat(page.get("/office/policy?label=HIV").body()).contains("安全確認で使う種別");
        var trial = trials.begin(new NetworkChange(draft(0, 0)), by);
        assertThat(page.get("/office/policy?trial=" + trial).body()).contains("この内容で申請する", " 人、");
        assertThat(page.get("/disclosure-rules?trial=" + trial).statusCode()).isNotEqualTo(200);
        var desk = at(hospital, Profession.RECEPTION);
        var stranger = SignedIn.browser(port, accounts, desk.staff(), desk.login());
        assertThat(stranger.get("/office/policy?trial=" + trial).statusCode()).isNotEqualTo(200);
        assertThat(stranger.get("/disclosure-rules?trial=" + trial).statusCode())
                .isEqualTo(404);
    }
}
