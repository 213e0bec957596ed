package hmnet.record.doubles;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.protein;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.doubles.Doubles.HidingResult;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;

/// A hospital changed its chart system and sends the same care again under other order numbers.
class DoublesTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/doubles");

    @Autowired
    Doubles doubles;

    @Autowired
    DoubleSearches searches;

    @Autowired
    LikelyDoubles likely;

    @Autowired
    DoublesPage page;

    @Autowired
    DoubleRoutes routes;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    TransactionOperations transaction;

    @LocalServerPort
    int port;

    private final String number = number();
    private final Papers papers = Papers.of(number);
    private final ReceivedFile first = papers.prescription("000000000000021", "架空錠５ｍｇ");
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void theOldSystemHasSent() {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        filed(hospital, papers.visit(), first, papers.results("000000000000022", ast("31", "F"), protein("7.2")));
    }

    private void theNewSystemSends(String drug) {
        later();
        filed(
                hospital,
                papers.prescription("000000000000921", drug),
                papers.results("000000000000922", ast("31", "F"), protein("7.2")));
    }

    /// What is there came ten days ago.
    private void later() {
        filing("update record set received_at = received_at - interval '10 days' where facility = " + hospital.value());
    }

    private void filing(String sql) {
        transaction.executeWithoutResult(status -> {
            db.sql("select set_config('hmnet.filing', 'on', true)")
                    .query(String.class)
                    .single();
            db.sql(sql).update();
        });
    }

    private List<LikelyDoubles.DoubleGroup> found() {
        doubles.search(hospital, operator());
        await(() -> {
            searches.round();
            return searches.of(hospital).orElseThrow().endedAt() != null;
        });
        assertThat(searches.of(hospital).orElseThrow().broken()).isFalse();
        return likely.groups(hospital);
    }

    private LikelyDoubles.DoubleGroup prescriptions() {
        return likely.groups(hospital).stream()
                .filter(group -> group.kind() == RecordKind.PRESCRIPTION)
                .findFirst()
                .orElseThrow();
    }

    private Requester operator() {
        return office();
    }

    private HidingResult propose(Requester by) {
        var group = prescriptions();
        return doubles.propose(hospital, group.kind(), group.month(), group.rows(), by);
    }

    private long hidden() {
        found();
        assertThat(propose(operator())).isEqualTo(HidingResult.DONE);
        var decision = Objects.requireNonNull(prescriptions().decision());
        assertThat(doubles.hide(decision, 1, operator())).isEqualTo(HidingResult.DONE);
        return decision;
    }

    private List<ChartEntry> prescriptionsOf(Requester requester) {
        return shown(requester, person).stream()
                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                .toList();
    }

    private Requester treating() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    @Test
    void whatANewSystemSendsAgainIsCountedByKindAndNothingIsHidden() {
        theNewSystemSends("架空錠５ｍｇ");
        assertThat(found())
                .extracting(LikelyDoubles.DoubleGroup::kind)
                .containsExactlyInAnyOrder(RecordKind.PRESCRIPTION, RecordKind.LABORATORY, RecordKind.LAB_SAFETY);
        assertThat(likely.groups(hospital)).allSatisfy(group -> {
            assertThat(group.rows()).isEqualTo(1);
            assertThat(group.hidden()).isFalse();
            assertThat(group.from()).isAfterOrEqualTo(group.olderUntil().plusDays(9));
        });
        assertThat(prescriptionsOf(treating())).hasSize(2);
        assertThat(found()).as("looked for again").hasSize(3);
    }

    @Test
    void whatCameOnOneDayOrSaysAnotherThingIsNoDouble() {
        filed(hospital, papers.prescription("000000000000023", "架空錠５ｍｇ"));
        assertThat(found()).as("two departments may order the same").isEmpty();
        later();
        filed(hospital, papers.results("000000000000923", ast("32", "F"), protein("7.3")));
        assertThat(found()).isEmpty();
    }

    @Test
    void twoOperatorsHideTheLaterOneAndOneBringsItBack() {
        theNewSystemSends("架空錠５ｍｇ");
        found();
        var asking = operator();
        assertThat(propose(asking)).isEqualTo(HidingResult.DONE);
        var doctor = treating();
        assertThat(prescriptionsOf(doctor)).as("one alone hides nothing").hasSize(2);
        var decision = Objects.requireNonNull(prescriptions().decision());
        assertThat(doubles.hide(decision, 1, asking)).isEqualTo(HidingResult.OWN);
        assertThat(doubles.hide(decision, 1, operator())).isEqualTo(HidingResult.DONE);
        var both = prescriptionsOf(doctor);
        assertThat(both)
                .singleElement()
                .satisfies(entry -> assertThat(entry.receivedAt())
                        .as("the older one stays")
                        .isBefore(OffsetDateTime.now(ZoneOffset.UTC).minusDays(9)));
        assertThat(found()).as("a search undoes no decision").anyMatch(LikelyDoubles.DoubleGroup::hidden);
        assertThat(prescriptionsOf(doctor)).hasSize(1);
        assertThat(doubles.show(decision, asking)).isEqualTo(HidingResult.DONE);
        assertThat(prescriptionsOf(doctor)).hasSize(2);
        assertThat(doubles.show(decision, asking)).isEqualTo(HidingResult.CHANGED);
        assertThat(traces(asking)).contains("doubles-proposed", "doubles-shown");
    }

    private Set<String> traces(Requester by) {
        return logged("staff:" + by.staff().value() + "\"").stream()
                .map(event -> event.replaceFirst(".*\"action\":\"([a-z-]+)\".*", "$1"))
                .collect(Collectors.toSet());
    }

    @Test
    void aHiddenDoubleStandsAgainWhenTheOlderOneIsTakenBack() {
        theNewSystemSends("架空錠５ｍｇ");
        hidden();
        var doctor = treating();
        assertThat(prescriptionsOf(doctor)).hasSize(1);
        filed(hospital, Papers.flagged(first, '0'));
        assertThat(prescriptionsOf(doctor))
                .singleElement()
                .satisfies(entry -> assertThat(entry.receivedAt())
                        .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1)));
    }

    @Test
    void aHiddenDoubleIsNeverTheOnlyOneThatSomebodyMaySee() {
        theNewSystemSends("架空錠５ｍｇ");
        hidden();
        filing("update record set labels = labels # " + Label.mask(Set.of(Label.UNDELIVERED))
                + " where kind = 4 and received_at < now() - interval '9 days' and facility = " + hospital.value());
        assertThat(prescriptionsOf(treating()))
                .as("the older one is closed to them")
                .singleElement()
                .satisfies(entry -> assertThat(entry.labels()).isEmpty());
    }

    @Test
    void aDecisionIsOnWhatStoodOnTheScreen() {
        theNewSystemSends("架空錠５ｍｇ");
        found();
        var group = prescriptions();
        assertThat(doubles.propose(hospital, group.kind(), group.month(), 7, operator()))
                .isEqualTo(HidingResult.CHANGED);
        assertThat(prescriptions().decision()).as("nothing is claimed").isNull();
        assertThat(doubles.hide(Long.MAX_VALUE, 1, operator())).isEqualTo(HidingResult.CHANGED);
        propose(operator());
        var decision = Objects.requireNonNull(prescriptions().decision());
        assertThat(doubles.hide(decision, 2, operator())).isEqualTo(HidingResult.CHANGED);
        assertThat(prescriptions().hidden()).isFalse();
        assertThat(doubles.withdraw(decision, operator())).isEqualTo(HidingResult.DONE);
        assertThat(prescriptions().decision()).isNull();
    }

    @Test
    void whatOneSaysIsNoDoubleIsNotAskedAboutAgainUntilItIsTakenBack() {
        theNewSystemSends("架空錠５ｍｇ");
        found();
        var by = operator();
        var group = prescriptions();
        assertThat(doubles.differ(hospital, group.kind(), group.month(), 7, by)).isEqualTo(HidingResult.CHANGED);
        assertThat(prescriptions().decision()).as("nothing is claimed").isNull();
        assertThat(doubles.differ(hospital, group.kind(), group.month(), group.rows(), by))
                .isEqualTo(HidingResult.DONE);
        assertThat(found()).as("a search brings none of them again").hasSize(3);
        assertThat(prescriptions().different()).isTrue();
        assertThat(propose(operator())).as("there is nothing to hide").isEqualTo(HidingResult.CHANGED);
        assertThat(prescriptionsOf(treating())).as("both stand").hasSize(2);
        assertThat(routes.found(hospital).likely()).as("the others are").isEqualTo(2);
        var decision = Objects.requireNonNull(prescriptions().decision());
        assertThat(doubles.standing().get(decision))
                .satisfies(kept -> assertThat(kept.by()).isEqualTo(by.staff()));
        assertThat(page.show(null, operator(), FRAME).getBody()).contains("重複でないとしています");
        assertThat(doubles.hide(decision, 1, operator())).isEqualTo(HidingResult.CHANGED);
        assertThat(doubles.withdraw(decision, operator())).isEqualTo(HidingResult.CHANGED);
        var other = operator();
        assertThat(doubles.reopen(decision, other)).isEqualTo(HidingResult.DONE);
        assertThat(prescriptions().different()).isFalse();
        assertThat(prescriptions().decision()).isNull();
        assertThat(doubles.reopen(decision, other)).isEqualTo(HidingResult.CHANGED);
        assertThat(traces(by)).contains("doubles-different");
        assertThat(traces(other)).contains("doubles-reopened");
    }

    @Test
    void thePageTellsHowManyAndNeverWhose() {
        theNewSystemSends("架空錠５ｍｇ");
        found();
        var shown = page.show(null, operator(), FRAME).getBody();
        assertThat(shown).contains("見本施設", "処方", "あとの方を隠すよう申し出る").doesNotContain(number, "架空錠");
        var unknown = page.search(Long.MAX_VALUE, operator(), FRAME);
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFacilityHearsOfItsOwnAndNobodyButAnOperatorDecides() {
        theNewSystemSends("架空錠５ｍｇ");
        found();
        assertThat(routes.found(hospital).likely()).isEqualTo(3);
        assertThat(routes.found(hospital()).likely()).isZero();
        db.sql("delete from signin_throttle").update();
        for (var profession : List.of(Profession.DOCTOR, Profession.RECEPTION)) {
            var login = "doubles" + number + profession.word();
            var id = staff.register(hospital, login, "見本 花子", "ミホン ハナコ", profession, true);
            var browser = SignedIn.browser(port, accounts, id, login);
            assertThat(browser.get("/doubles").statusCode()).isEqualTo(404);
            assertThat(browser.post("/doubles/1/hiding", Map.of("rows", "1")).statusCode())
                    .isEqualTo(404);
            var group = prescriptions();
            var asked = Map.of(
                    "facility", Long.toString(hospital.value()),
                    "kind", group.kind().name(),
                    "month", group.month().toString(),
                    "rows", "1");
            assertThat(browser.post("/doubles/differences", asked).statusCode()).isEqualTo(404);
            assertThat(prescriptions().different()).isFalse();
            assertThat(doubles.differ(hospital, group.kind(), group.month(), 1, operator()))
                    .isEqualTo(HidingResult.DONE);
            var decision = Objects.requireNonNull(prescriptions().decision());
            assertThat(browser.post("/doubles/" + decision + "/reopening", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(prescriptions().different()).isTrue();
            assertThat(doubles.reopen(decision, operator())).isEqualTo(HidingResult.DONE);
        }
    }
}
