package hmnet.consent.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.Label;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.charts.ViewRequest;
import hmnet.record.filing.Papers;
import hmnet.witness.log.SignedReceipt;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import hmnet.witness.log.VerifierKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What residents see and decide as themselves.
class OwnPagesTest extends ResidentWard {
    @Autowired
    private Audit audit;

    /// Somebody with a card who shows everything, known at a hospital; and a doctor elsewhere to whom the card was
    /// shown.
    private record Told(Card card, PersonId person, Requester doctor, FacilityId hospital) {}

    private Told told() {
        var card = card();
        var person = card.holder().id();
        var number = number();
        var hospital = hospital();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, Papers.of(number).visit());
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return new Told(card, person, doctor, hospital);
    }

    private Optional<Reason> closed(Requester doctor, PersonId person) {
        return charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened opened -> Optional.<Reason>empty();
            case Opening.Closed(var reason) -> Optional.of(reason);
        });
    }

    private List<AccessLogEntry> entries(PersonId person, Action action) {
        return audit.of(person.value(), 500).stream()
                .filter(entry -> entry.action() == action)
                .toList();
    }

    @Test
    void aResidentSeesADoctorsLookOfAMomentAgo() {
        var told = told();
        var browser = signedIn(told.card());
        assertThat(closed(told.doctor(), told.person())).isEmpty();
        var stranger = doctor();
        assertThat(closed(stranger, told.person())).contains(Reason.NOT_KNOWN);
        var log = browser.get("/my/log").body();
        assertThat(log)
                .contains(told.doctor().facilityName(), "医師", "診療情報を表示しました", "時間の順の一覧", "目的：診療")
                .contains(stranger.facilityName(), "つながりのない施設のため")
                .contains("そのときの同意：同意")
                .as("no member of staff by name")
                .doesNotContain(told.doctor().name());
        assertThat(entries(told.person(), Action.OWN_PAGE_SHOWN)).hasSize(1);
    }

    @Test
    void theLogSaysNothingOfARecordThatThePersonWasNotToldOf() throws SQLException {
        var told = told();
        var browser = signedIn(told.card());
        var own = at(told.hospital(), Profession.DOCTOR);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update record set labels = labels # %d where facility = %d"
                    .formatted(Label.UNINFORMED.mask(), told.hospital().value()));
            connection.commit();
        }
        var record = shown(own, told.person()).getFirst();
        charts.open(
                own,
                told.person(),
                Purpose.TREATMENT,
                new ViewRequest(ChartView.RECORD, Optional.of(record.id())),
                opening -> opening);
        var log = browser.get("/my/log").body();
        assertThat(log).contains("記録の画面").doesNotContain(record.id().toString(), "未告知", "外来");
        assertThat(log.split("<li class=\"panel\"", -1))
                .as("the same acts as for any record")
                .allMatch(line -> !line.contains("説明"));
    }

    @Test
    void theLogIsReadPageByPage() {
        var told = told();
        var browser = signedIn(told.card());
        for (var n = 0; n < OwnLog.PAGE; n++) {
            closed(told.doctor(), told.person());
        }
        var newest = browser.get("/my/log").body();
        assertThat(newest.split("<li class=\"panel\"", -1)).hasSize(OwnLog.PAGE + 1);
        var older = newest.replaceAll("(?s).*href=\"(/my/log\\?before=[0-9a-f-]*)\".*", "$1");
        assertThat(browser.get(older).body()).contains("カードを発行しました", "最新");
    }

    @Test
    void theReceiptOfALookSaysWhatThePageSaidAndVerifiesWithoutUs() {
        var told = told();
        var browser = signedIn(told.card());
        closed(told.doctor(), told.person());
        var event = entries(told.person(), Action.CHART_OPENED).getFirst().id();
        await(() -> audit.receipt(event).isPresent());
        var file = browser.get("/my/log/" + event + "/receipt");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".txt");
        var key = VerifierKey.ofLog(browser().get("/audit/key").body());
        var check = SignedReceipt.check(file.body(), key, List.of());
        assertThat(check.verdict()).isEqualTo(ReceiptVerdict.GENUINE);
        assertThat(check.words())
                .contains(told.doctor().facilityName() + " 医師", "目的：診療")
                .anyMatch(word -> word.startsWith("診療情報を表示しました"))
                .noneMatch(word -> word.contains(told.card().holder().name()));
        assertThat(check.index()).isEqualTo(audit.receipt(event).orElseThrow().leaf());
        assertThat(entries(told.person(), Action.OWN_PAGE_SHOWN).getFirst().detail())
                .containsEntry("page", "receipt");
    }

    @Test
    void anybodyChecksAReceiptOnAPageThatKeepsNothing() {
        var told = told();
        closed(told.doctor(), told.person());
        var event = entries(told.person(), Action.CHART_OPENED).getFirst().id();
        await(() -> audit.receipt(event).isPresent());
        var file = signedIn(told.card()).get("/my/log/" + event + "/receipt").body();
        var anybody = browser();
        assertThat(anybody.get("/my/receipt").body())
                .contains(browser().get("/audit/key").body().strip());
        var before = audit.of(told.person().value(), 500).size();
        assertThat(shownVerdict(anybody, file)).isEqualTo("genuine");
        assertThat(shownVerdict(anybody, file.replace("医師", "薬剤師"))).isEqualTo("changed");
        assertThat(shownVerdict(anybody, "")).isEqualTo("unreadable");
        assertThat(audit.of(told.person().value(), 500)).hasSize(before);
    }

    private static String shownVerdict(Browser browser, String file) {
        return browser.post("/my/receipt", Map.of("receipt", file))
                .body()
                .replaceAll("(?s).*data-verdict=\"([a-z-]*)\">.*", "$1");
    }

    @Test
    void nobodyGetsTheReceiptOfAnothersLook() {
        var told = told();
        closed(told.doctor(), told.person());
        var event = entries(told.person(), Action.CHART_OPENED).getFirst().id();
        await(() -> audit.receipt(event).isPresent());
        var other = signedIn(card());
        assertThat(other.get("/my/log/" + event + "/receipt").statusCode()).isEqualTo(404);
        assertThat(other.get("/my/log/" + UUID.randomUUID() + "/receipt").statusCode())
                .isEqualTo(404);
        assertThat(other.get("/my/log?before=" + event).body())
                .as("nor a page of it")
                .doesNotContain(told.doctor().facilityName());
    }

    @Test
    void aWithdrawalClosesTheDoctorsNextPage() {
        var told = told();
        var browser = signedIn(told.card());
        assertThat(closed(told.doctor(), told.person())).isEmpty();
        assertThat(browser.get("/my/consent").body()).contains("同意しています", "全部見せる");
        assertThat(browser.get("/my/consent/withdrawal").body()).contains("同意を終える（いますぐ）");
        assertThat(closed(told.doctor(), told.person()))
                .as("a look changes nothing")
                .isEmpty();
        var answer = browser.post("/my/consent/withdrawal", Map.of());
        assertThat(leads(answer)).isEqualTo("/my/consent?done=withdrawn");
        assertThat(closed(told.doctor(), told.person())).contains(Reason.CONSENT_WITHDRAWN);
        browser.post("/my/consent/withdrawal", Map.of());
        assertThat(entries(told.person(), Action.CONSENT_RECORDED).stream()
                        .filter(entry -> entry.outcome().equals("withdrawn")))
                .as("said once, recorded once")
                .hasSize(1);
        assertThat(browser.get("/my/consent").body()).contains("同意を終えています");
    }

    @Test
    void whatIsClosedWithinTheConsentStandsThere() {
        var told = told();
        denied(told.person(), DeniedReaders.of(told.doctor().facility()), -1);
        assertThat(signedIn(told.card()).get("/my/consent").body())
                .contains(told.doctor().facilityName() + " に見せない", "すべての記録");
    }

    @Test
    void anEndedTieIsUnknownToTheDoctorsNextPage() {
        var told = told();
        var browser = signedIn(told.card());
        var facility = told.doctor().facility().value();
        assertThat(browser.get("/my/facilities").body()).contains(told.doctor().facilityName(), "カードの読み取り");
        assertThat(browser.get("/my/facilities/" + facility + "/end").body()).contains("つながりを終える（いますぐ）");
        assertThat(relations.of(told.doctor(), 10)).hasSize(1);
        assertThat(end(browser, facility)).isEqualTo("/my/facilities?done=ended");
        assertThat(closed(told.doctor(), told.person())).contains(Reason.NOT_KNOWN);
        assertThat(relations.of(told.doctor(), 10))
                .as("gone from the facility's list")
                .isEmpty();
        assertThat(end(browser, facility)).as("ended once").isEqualTo("404");
        assertThat(entries(told.person(), Action.RELATION_ENDED)).hasSize(1);
        assertThat(browser.get("/my/facilities").body())
                .doesNotContain(told.doctor().facilityName());
    }

    @Test
    void nobodyEndsAnothersTie() {
        var told = told();
        var other = signedIn(card());
        assertThat(end(other, told.doctor().facility().value())).isEqualTo("404");
        assertThat(closed(told.doctor(), told.person())).isEmpty();
    }

    private static String end(Browser browser, long facility) {
        return leads(browser.post("/my/facilities/" + facility + "/end", Map.of()));
    }
}
