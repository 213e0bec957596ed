package hmnet.care.handbook;

import static hmnet.record.filing.Papers.ast;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.Label;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What residents read of their own records, and who reads for them.
class OwnChartTest extends ResidentWard {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    @Autowired
    private Proxies proxies;

    @Autowired
    private Audit audit;

    private final LocalDate today = LocalDate.now(JapaneseDates.JAPAN);
    private final int yesterday = (int) ChronoUnit.DAYS.between(FIRST, today) - 1;
    private Card card;
    private PersonId person;
    private FacilityId hospital;
    private String number;
    private Browser resident;

    @BeforeEach
    void aResidentIsKnownAtAHospital() {
        card = card();
        person = card.holder().id();
        hospital = hospital();
        number = number();
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, papers().profile());
        resident = signedIn(card);
    }

    private Papers papers() {
        return Papers.of(number).later(yesterday);
    }

    private void asOwner(String change) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(change.formatted(hospital.value()));
            connection.commit();
        }
    }

    private String read(String page) {
        return resident.get("/my/" + page).body();
    }

    @Test
    void aMedicineIsReadWithItsDoseAsSoonAsItCame() {
        filed(hospital, papers().prescription("000000000000101", "架空錠１ｍｇ"));
        assertThat(read("medicines"))
                .contains("架空錠１ｍｇ", "1日 3 錠", "１日３回朝昼夕食後")
                .as("silence about allergies is told, never read as none")
                .contains("アレルギー未確認（表示できる情報なし）");
        assertThat(read("visits")).contains("架空錠１ｍｇ", "処方");
    }

    @Test
    void aResultWaitsTheDaysOfTheHospitalsRuleAndThenStandsWithItsRange() throws SQLException {
        filed(hospital, papers().results("000000000000102", ast("87.25", "F")));
        assertThat(read("results")).doesNotContain("87.25").contains("見られる記録は、まだ届いていません");
        asOwner("""
                update record set received_at = received_at - interval '4 days',
                                  counts_from = counts_from - interval '4 days' where facility = %d""");
        assertThat(read("results")).contains("AST", "血清", "87.25", "高");
    }

    @Test
    void whatThePersonWasNotToldOfLeavesNoTrace() throws SQLException {
        var before = pages();
        filed(hospital, papers().prescription("000000000000103", "告げられていない錠"));
        assertThat(pages()).isNotEqualTo(before);
        asOwner("update record set labels = labels # " + Label.UNINFORMED.mask() + " where facility = %d and kind = 4");
        assertThat(pages()).as("byte for byte").isEqualTo(before);
        asOwner("update record set labels = labels # "
                + (Label.UNINFORMED.mask() | Label.UNDELIVERED.mask())
                + " where facility = %d and kind = 4");
        assertThat(pages()).isEqualTo(before);
    }

    private String pages() {
        return read("medicines") + read("results") + read("visits");
    }

    @Test
    void whoShowsNothingToAnybodyStillReadsTheirOwn() {
        filed(hospital, papers().prescription("000000000000104", "架空錠２ｍｇ"));
        consents.record(person, ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(shown(doctor(), person)).isEmpty();
        assertThat(read("medicines")).contains("架空錠２ｍｇ");
    }

    @Test
    void aHospitalThatStoppedShowsResidentsNothing() {
        filed(hospital, papers().prescription("000000000000105", "架空錠３ｍｇ"));
        facilities.stopDisclosure(hospital, true);
        try {
            assertThat(read("medicines")).doesNotContain("架空錠３ｍｇ");
        } finally {
            facilities.stopDisclosure(hospital, false);
        }
        assertThat(read("medicines")).contains("架空錠３ｍｇ");
    }

    @Test
    void aDaughterReadsWhatSheWasGivenAndItStandsInTheLog() throws SQLException {
        filed(
                hospital,
                papers().prescription("000000000000106", "架空錠４ｍｇ"),
                papers().prescription("000000000000107", "心の錠"),
                papers().visit());
        var daughter = card();
        var hers = signedIn(daughter);
        assertThat(turned(hers, daughter, ProxyReading.NOTHING)
                        .get("/my/medicines")
                        .statusCode())
                .isEqualTo(404);
        var own = turned(hers, daughter, ProxyReading.MEDICINES_AND_EMERGENCY);
        assertThat(own.get("/my/medicines").body()).contains("架空錠４ｍｇ", "心の錠");
        assertThat(own.get("/my/log").statusCode()).as("she reads, and no more").isEqualTo(404);
        assertThat(own.get("/my/visits").body()).contains("架空錠４ｍｇ").doesNotContain("外来受診");
        asOwner("update record set labels = labels # " + Label.PSYCHIATRY.mask()
                + " where facility = %d and kind = 4 and id = (select max(id::text)::uuid from record where facility = "
                + hospital.value() + " and kind = 4)");
        assertThat(read("medicines")).contains("架空錠４ｍｇ", "心の錠");
        var left = turned(hers, daughter, ProxyReading.ALL).get("/my/medicines").body();
        assertThat(left.contains("架空錠４ｍｇ")).isNotEqualTo(left.contains("心の錠"));
        assertThat(read("log"))
                .contains("代わりに、ご本人の診療の記録を見ました", daughter.holder().name());
    }

    private Browser turned(Browser hers, Card daughter, ProxyReading reads) {
        proxies.of(person).forEach(line -> proxies.end(person, line.id(), "error", office()));
        proxies.record(
                new ProxyDraft(
                        person,
                        daughter.holder().id(),
                        ProxyKind.CHOSEN,
                        reads == ProxyReading.NOTHING,
                        false,
                        reads,
                        today.plusMonths(1),
                        "letter"),
                office());
        hers.post(
                "/my/whose",
                Map.of("proxy", Long.toString(proxies.of(person).getFirst().id())));
        return hers;
    }

    @Test
    void nobodyElseComesIn() {
        for (var page : new String[] {"/my/medicines", "/my/results", "/my/visits"}) {
            assertThat(leads(browser().get(page))).startsWith("/my/signin");
        }
        var other = signedIn(card());
        filed(hospital, papers().prescription("000000000000108", "架空錠５ｍｇ"));
        assertThat(other.get("/my/medicines?person=" + person).body()).doesNotContain("架空錠５ｍｇ");
    }

    @Test
    void everyLookStandsInTheLogAsOnesOwnAndIsNotListedToOneself() {
        read("medicines");
        assertThat(audit.of(person.value(), 50).stream().filter(entry -> entry.action() == Action.OWN_CHART_OPENED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("view", "viewer/medicines"));
        assertThat(read("log")).doesNotContain("診療の記録を見ました");
    }
}
