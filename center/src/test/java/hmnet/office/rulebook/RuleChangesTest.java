package hmnet.office.rulebook;

import static hmnet.record.filing.Papers.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.office.rulebook.TriedRule.ChangedKind;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.ReadElsewhere;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A changed rule does what its trial said, from its day on, and takes two of the desk.
class RuleChangesTest extends ReadElsewhere {
    @Autowired
    RuleChanges changes;

    @Autowired
    TrialRegister trials;

    @Autowired
    Trials trying;

    @Autowired
    TrialChore chore;

    @Autowired
    Rules rules;

    @Autowired
    SignInAccounts accounts;

    @LocalServerPort
    int port;

    private String chart = "";

    @BeforeEach
    void aDoctorElsewhereReads() {
        var number = number();
        chart = number;
        treatedElsewhere(
                number,
                Papers.of(number).visit(),
                Papers.of(number).diagnoses(diagnosis("P1", "見本の病", "I10"), diagnosis("P2", "例示の病", "E11")));
        assertThat(diagnoses()).isEqualTo(2);
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

    private TriedRule trial(RuleDraft draft, Requester by) {
        return trying.tried(trying.trial(trying.begin(draft, by), by).orElseThrow(), by);
    }

    @Test
    void theTrialCountsWhatTheChartThenShows() {
        var nobody = draft(-1, false, 0, 0);
        var tried = trial(nobody, desk());
        assertThat(tried.counted()).isEqualTo(1);
        assertThat(tried.at()).as("all is counted").isNotNull();
        assertThat(tried.changes())
                .filteredOn(change -> change.profession().equals("doctor"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(RecordKind.DIAGNOSIS);
                    assertThat(change.before().rows()).isEqualTo(diagnoses());
                    assertThat(change.after().rows()).isZero();
                    assertThat(change.everywhere()).isTrue();
                    assertThat(change.examples()).containsExactly(chart);
                });
        assertThat(diagnoses()).as("a trial changes nothing").isEqualTo(2);
        decided(nobody);
        assertThat(diagnoses()).isZero();
        assertThat(trial(nobody, desk()).changes()).isEmpty();
    }

    @Test
    void oneProfessionAloneIsClosedOut() {
        var onlyDoctors = draft(Profession.DOCTOR.mask(), true, 0, 0);
        assertThat(trial(onlyDoctors, desk()).changes())
                .isNotEmpty()
                .extracting(ChangedKind::profession)
                .contains("nurse")
                .doesNotContain("doctor");
        decided(onlyDoctors);
        assertThat(diagnoses()).isEqualTo(2);
    }

    /// On the page, where nobody knows people by their numbers.
    @Test
    void thePageNamesWhoDecidedAndShowsNoTrialToOthers() {
        decided(draft(Profession.DOCTOR.mask(), true, 0, 0));
        var first = desk();
        var page = SignedIn.browser(port, accounts, first.staff(), first.login());
        assertThat(page.get("/disclosure-rules").body())
                .contains(first.name() + " / ")
                .doesNotContain("staff:");
        var trial = trying.begin(draft(-1, false, 0, 0), first);
        assertThat(page.get("/disclosure-rules?trial=" + trial).body()).contains("件のカルテすべて", chart);
        var other = at(hospital(), Profession.RECEPTION);
        var stranger = SignedIn.browser(port, accounts, other.staff(), other.login());
        assertThat(stranger.get("/disclosure-rules?trial=" + trial).statusCode())
                .isEqualTo(404);
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
        assertThat(trial(later, desk()).changes())
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

    /// More charts than one statement takes, whose consents say different things.
    @Test
    void everyChartIsCountedAndEachByItsOwnConsent() {
        for (var n = 0; n < 30; n++) {
            var number = number();
            var consents = switch (n % 3) {
                case 0 -> ConsentChoice.NOTHING;
                case 1 -> ConsentChoice.MEDICINES_AND_EMERGENCY;
                // From outside: a remainder.
                default -> ConsentChoice.EVERYTHING;
            };
            filed(hospital, Papers.of(number).diagnoses(diagnosis("P" + n, "見本の病", "I10")));
            resident(consents, hospital, number);
        }
        var by = desk();
        var id = trials.begin(draft(-1, false, 0, 0), OffsetDateTime.now(ZoneId.of("Asia/Tokyo")), 1, by.staff());
        chore.goOn(id, Duration.ofSeconds(60), 8);
        await(() -> trials.of(id, hospital).orElseThrow().finished() != null);
        var tried = trying.tried(trying.trial(id, by).orElseThrow(), by);
        assertThat(trial(draft(-1, false, 0, 0), by).charts()).isEqualTo(21);
        assertThat(tried.counted()).isEqualTo(21);
        assertThat(tried.changes())
                .filteredOn(change -> change.profession().equals("doctor"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before().charts()).isEqualTo(11);
                    assertThat(change.before().rows()).isEqualTo(12);
                    assertThat(change.after().rows()).isZero();
                    assertThat(change.examples()).hasSize(5);
                });
    }

    @Test
    void aTrialBrokenOffGoesOnWhereItWasAndSaysOfHowManyChartsItIs() {
        var draft = draft(-1, false, 0, 0);
        var by = desk();
        var id = trials.begin(draft, OffsetDateTime.now(ZoneId.of("Asia/Tokyo")), 1, by.staff());
        var so = trying.tried(trying.trial(id, by).orElseThrow(), by);
        assertThat(so.at()).isNull();
        assertThat(so.counted()).isZero();
        assertThat(so.percent()).isZero();
        chore.goOn(id, Duration.ofSeconds(60));
        // The centre's own turn may have been at it: then this one had nothing to do.
        await(() -> trials.of(id, hospital).orElseThrow().finished() != null);
        var whole = trying.tried(trying.trial(id, by).orElseThrow(), by);
        assertThat(whole.at()).isNotNull();
        assertThat(whole.counted()).isEqualTo(1);
        chore.goOn(id, Duration.ofSeconds(60));
        assertThat(trying.tried(trying.trial(id, by).orElseThrow(), by))
                .as("once")
                .isEqualTo(whole);
        assertThat(trying.trial(id, at(hospital(), Profession.RECEPTION)))
                .as("another desk")
                .isEmpty();
        assertThat(logged("\"counted\"", "\"trial\":\"" + id + "\"")).hasSize(1);
        assertThat(logged("\"shown\"", "\"trial\":\"" + id + "\"")).hasSize(2);
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
