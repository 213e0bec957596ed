package hmnet.consent.residents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.proxies.Deaths;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyAct;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who may open another's page, and what ends it.
class ProxiesTest extends ResidentWard {
    @Autowired
    private Proxies proxies;

    @Autowired
    private Deaths deaths;

    @Autowired
    private Audit audit;

    @Autowired
    private Persons persons;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private PersonId child;
    private Card mother;
    private Browser browser;

    @BeforeEach
    void aMotherIsSignedIn() {
        child = card().holder().id();
        mother = card();
        browser = signedIn(mother);
        consents.record(child, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        consents.record(mother.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
    }

    private ProxyAct recorded(ProxyKind kind, boolean sees, boolean decides) {
        var who = mother.holder().id();
        var until = today.plusYears(1);
        var draft = new ProxyDraft(child, who, kind, sees, decides, ProxyReading.NOTHING, until, "family-register");
        return proxies.record(draft, office());
    }

    private long id() {
        return proxies.of(child).getFirst().id();
    }

    private String turn(Browser of, long proxy) {
        return leads(of.post("/my/whose", Map.of("proxy", Long.toString(proxy))));
    }

    /// Another child, born that day.
    private void born(LocalDate day) {
        var like = persons.find(mother.holder().id()).orElseThrow();
        child = PersonId.fresh();
        persons.register(new Person(
                child,
                Persons.freshRegionalId(),
                like.familyName(),
                "つぼみ",
                like.familyKana(),
                "ツボミ",
                day,
                like.sex(),
                "",
                "",
                "",
                ""));
        consents.open(child);
        consents.record(child, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
    }

    private void sql(String statement) throws SQLException {
        try (var connection = owner();
                var change = connection.createStatement()) {
            change.execute(statement);
            connection.commit();
        }
    }

    private void motherOfAChild(boolean sees, boolean decides) {
        motherOfAChild(today.minusYears(10), sees, decides);
    }

    private void motherOfAChild(LocalDate day, boolean sees, boolean decides) {
        born(day);
        assertThat(recorded(ProxyKind.PARENT, sees, decides)).isEqualTo(ProxyAct.DONE);
        assertThat(turn(browser, id())).isEqualTo("/my");
    }

    private long looks(PersonId person) {
        return audit.of(person.value(), 500).stream()
                .filter(entry -> entry.action() == Action.OWN_PAGE_SHOWN
                        && entry.profession().equals("proxy"))
                .count();
    }

    @Test
    void aMotherOpensHerChildsPageAndBothLogsKnowWhoLookedForWhom() throws SQLException {
        motherOfAChild(true, true);
        assertThat(browser.get("/my").body()).contains("代わりに開いています");
        browser.get("/my/consent");
        browser.get("/my/facilities");
        var log = browser.get("/my/log").body();
        assertThat(log)
                .contains(
                        "代わりに、ご本人のページを開きました",
                        "代わりに、ご本人のページを見ました",
                        mother.holder().name());
        assertThat(looks(child)).isEqualTo(4);
        assertThat(looks(mother.holder().id())).as("nothing in her own").isZero();
        assertThat(turn(browser, 0)).isEqualTo("/my");
        assertThat(browser.get("/my").body()).doesNotContain("代わりに開いています");
    }

    @Test
    void aFormBegunForOnePersonIsNeverDoneForAnother() throws SQLException {
        motherOfAChild(true, true);
        assertThat(leads(browser.post("/my/consent/withdrawal", Map.of("whose", "own"))))
                .isEqualTo("/my/whose?told=changed");
        assertThat(leads(browser.post("/my/consent/withdrawal", Map.of()))).isEqualTo("/my/whose?told=changed");
        assertThat(consents.of(child).state()).isEqualTo(ConsentState.GIVEN);
        browser.post("/my/consent/withdrawal", Map.of("whose", Long.toString(id())));
        assertThat(consents.of(child).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(consents.of(mother.holder().id()).state())
                .as("never her own")
                .isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void outOfScopeIsNotThere() throws SQLException {
        motherOfAChild(true, false);
        assertThat(browser.get("/my/log").statusCode()).isEqualTo(200);
        assertThat(browser.get("/my/consent/withdrawal").statusCode()).isEqualTo(404);
        assertThat(browser.post("/my/consent/withdrawal", Map.of("whose", Long.toString(id())))
                        .statusCode())
                .isEqualTo(404);
        assertThat(consents.of(child).state()).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void whoDecidesOnlySeesTheConsentAlone() throws SQLException {
        motherOfAChild(false, true);
        assertThat(browser.get("/my/log").statusCode()).isEqualTo(404);
        assertThat(browser.get("/my/facilities").statusCode()).isEqualTo(404);
        assertThat(browser.get("/my/consent").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyOpensAnothersPageByChangingTheNumber() throws SQLException {
        born(today.minusYears(10));
        recorded(ProxyKind.PARENT, true, true);
        var stranger = signedIn(card());
        assertThat(turn(stranger, id())).isEqualTo("404");
        assertThat(stranger.get("/my").body()).doesNotContain("代わりに開いています");
        assertThat(leads(stranger.post("/my/proxies/" + id() + "/end", Map.of())))
                .isEqualTo("404");
        assertThat(turn(browser, id())).isEqualTo("/my");
    }

    @Test
    void aParentSeesNothingFromTheBirthdayOnThatThePolicySays() throws SQLException {
        motherOfAChild(today.minusYears(18).plusDays(1), true, true);
        assertThat(browser.get("/my/log").statusCode()).as("the day before").isEqualTo(200);
        assertThat(turn(browser, 0)).isEqualTo("/my");
        born(today.minusYears(18));
        recorded(ProxyKind.PARENT, true, true);
        sql(
                "update resident_session set proxy = %d where account = (select id from resident_account where person = '%s')"
                        .formatted(id(), mother.holder().id().value()));
        assertThat(leads(browser.get("/my/log"))).isEqualTo("/my/whose?told=ended");
        assertThat(leads(browser.post("/my/consent/withdrawal", Map.of("whose", Long.toString(id())))))
                .isEqualTo("/my/whose?told=ended");
        assertThat(consents.of(mother.holder().id()).state())
                .as("an ended right is never taken for her own page")
                .isEqualTo(ConsentState.GIVEN);
        assertThat(turn(browser, id())).isEqualTo("404");
        assertThat(browser.get("/my/whose?told=ended").body()).contains("お手紙");
    }

    @Test
    void sixteenInsteadOfEighteenIsARowAndNoRelease() throws SQLException {
        motherOfAChild(today.minusYears(16), true, true);
        assertThat(browser.get("/my/log").statusCode()).isEqualTo(200);
        sql("insert into age_policy (since, signs_alone_from, parents_see_until) values ('%s', 16, 16)"
                .formatted(today));
        try {
            assertThat(leads(browser.get("/my/log"))).isEqualTo("/my/whose?told=ended");
        } finally {
            sql("delete from age_policy where since = '%s'".formatted(today));
        }
    }

    @Test
    void thePageThatIsOpenGoesWhenTheRightEnds() throws SQLException {
        motherOfAChild(true, true);
        sql("update proxy set until = '%s' where id = %d".formatted(today, id()));
        var refresh = browser.get("/my/log").headers().firstValue("Refresh").orElseThrow();
        var seconds = Long.parseLong(refresh.substring(0, refresh.indexOf(';')));
        var midnight = Duration.between(
                        Instant.now(),
                        today.plusDays(1).atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant())
                .toSeconds();
        assertThat(seconds).isLessThanOrEqualTo(midnight + 1);
        sql("update proxy set since = since - 3, until = until - 1 where id = " + id());
        assertThat(leads(browser.get("/my/log"))).as("expired").isEqualTo("/my/whose?told=ended");
    }

    @Test
    void aGuardianCountsForNothingBeforeASecondOfficer() throws SQLException {
        var first = office();
        var who = mother.holder().id();
        var until = today.plusYears(2);
        proxies.record(
                new ProxyDraft(
                        child, who, ProxyKind.GUARDIAN, true, true, ProxyReading.NOTHING, until, "guardian-register"),
                first);
        assertThat(turn(browser, id())).isEqualTo("404");
        assertThat(proxies.agree(id(), true, first)).isEqualTo(ProxyAct.ONESELF);
        assertThat(turn(browser, id())).isEqualTo("404");
        assertThat(proxies.agree(id(), true, office())).isEqualTo(ProxyAct.DONE);
        assertThat(turn(browser, id())).isEqualTo("/my");
    }

    @Test
    void anOfficerRecordsNobodyOfTheirOwnName() throws SQLException {
        var officer = office();
        persons.rename(mother.holder().id(), officer.name(), "", "テスト", "");
        assertThat(proxies.record(
                        new ProxyDraft(
                                child,
                                mother.holder().id(),
                                ProxyKind.PARENT,
                                true,
                                true,
                                ProxyReading.NOTHING,
                                today.plusYears(1),
                                "family-register"),
                        officer))
                .isEqualTo(ProxyAct.ONESELF);
        assertThat(proxies.of(child)).isEmpty();
    }

    @Test
    void anAdultNamesSomebodyAndEndsItWhileTheyAreSignedIn() {
        var son = card();
        var other = signedIn(son);
        var typed = Map.of(
                "card",
                son.number().value(),
                "birth",
                BORN,
                "scope",
                "see",
                "until",
                today.plusMonths(6).toString(),
                "password",
                PASSWORD);
        assertThat(leads(browser.post("/my/proxies", typed))).isEqualTo("/my/proxies?done=named");
        var named = proxies.of(mother.holder().id()).getFirst().id();
        assertThat(turn(other, named)).isEqualTo("/my");
        assertThat(other.get("/my/log").statusCode()).isEqualTo(200);
        assertThat(browser.get("/my/proxies/" + named + "/end").body())
                .contains(son.holder().name());
        assertThat(leads(browser.post("/my/proxies/" + named + "/end", Map.of())))
                .isEqualTo("/my/proxies?done=ended");
        assertThat(leads(other.get("/my/log"))).isEqualTo("/my/whose?told=ended");
    }

    @Test
    void aWrongCardOrPasswordNamesNobody() {
        var typed = new HashMap<>(Map.of(
                "card",
                card().number().value(),
                "birth",
                "S1.1.1",
                "scope",
                "see",
                "until",
                today.plusMonths(6).toString(),
                "password",
                PASSWORD));
        assertThat(browser.post("/my/proxies", typed).body()).contains("カードの番号か生年月日");
        typed.put("until", today.plusYears(2).toString());
        assertThat(browser.post("/my/proxies", typed).body()).contains("1 年先まで");
        typed.put("until", today.toString());
        typed.put("password", "ちがうパスワードです");
        assertThat(browser.post("/my/proxies", typed).body()).contains("パスワードが違います");
        assertThat(proxies.of(mother.holder().id())).isEmpty();
    }

    @Test
    void aDeathEndsTheProxyTheMeansAndTheConsent() throws SQLException {
        motherOfAChild(true, true);
        assertThat(deaths.record(child, today, "family", office())).isTrue();
        assertThat(leads(browser.get("/my/log"))).isEqualTo("/my/whose?told=ended");
        assertThat(browser.get("/my/whose").body()).contains("ご遺族");
        assertThat(consents.of(child).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(deaths.record(child, today, "family", office())).as("once").isFalse();
        deaths.record(mother.holder().id(), today, "municipality", office());
        assertThat(leads(browser.get("/my"))).contains("/my/signin");
        assertThat(leads(again(browser(), mother, PASSWORD)))
                .as("means of the dead")
                .isEqualTo("422");
        assertThat(getsLetter(mother.holder().id())).isFalse();
        assertThat(deaths.takeBack(mother.holder().id(), office())).isTrue();
        assertThat(leads(again(browser(), mother, PASSWORD))).isEqualTo("/my");
    }

    @Test
    void whatIsSentTwiceIsRecordedOnce() {
        assertThat(recorded(ProxyKind.PARENT, true, true)).isEqualTo(ProxyAct.DONE);
        assertThat(recorded(ProxyKind.PARENT, true, true)).isEqualTo(ProxyAct.DONE);
        assertThat(proxies.of(child)).hasSize(1);
        assertThat(recorded(ProxyKind.PARENT, true, false)).as("another scope").isEqualTo(ProxyAct.DONE);
        assertThat(proxies.of(child)).hasSize(2);
        assertThat(audit.of(child.value(), 500).stream().filter(entry -> entry.action() == Action.PROXY_RECORDED))
                .hasSize(2);
    }

    @Test
    void aProxyGivesItUpAndAnotherCannotDoSoForThem() throws SQLException {
        motherOfAChild(true, true);
        var id = id();
        var page = "/my/whose/" + id + "/end";
        var stranger = signedIn(card());
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page, Map.of()).statusCode()).isEqualTo(404);
        browser.post("/my/whose", Map.of("proxy", "0"));
        assertThat(browser.get(page).body()).contains("この方の代わりをやめる");
        assertThat(leads(browser.post(page, Map.of()))).isEqualTo("/my/whose?told=given-up");
        assertThat(browser.post("/my/whose", Map.of("proxy", Long.toString(id))).statusCode())
                .isEqualTo(404);
        assertThat(browser.post(page, Map.of()).statusCode()).as("once").isEqualTo(404);
    }

    @Test
    void whatTheChildKeepsBackOfASensitiveKindIsTheChildsToTell() throws SQLException {
        motherOfAChild(true, true);
        var doctor = doctor();
        var number = number();
        var hospital = hospital();
        relations.tie(at(hospital, Profession.RECEPTION), child, number);
        filed(hospital, Papers.of(number).visit());
        relations.begin(doctor, child, RelationOrigin.CARD);
        var asked = "/my/sight?profession=doctor&reader=f" + doctor.facility().value();
        var sensitive = new ConsentProvision(null, -1, Label.PSYCHIATRY.mask(), null, null);
        denied(child, DeniedReaders.of(doctor.facility()), sensitive);
        assertThat(browser.get(asked).body()).contains("いま開けます").doesNotContain("「見せないと決めたもの」");
        assertThat(browser.get("/my/consent").body()).containsPattern("見せないと決めたもの</h2>\\s*<p[^>]*>ありません");
        denied(child, DeniedReaders.of(doctor.facility()), RecordKind.DIAGNOSIS.mask());
        assertThat(browser.get(asked).body()).as("what names no such kind").contains("「見せないと決めたもの」");
    }

    @Test
    void aSessionOfStaffOpensNoneOfThesePages() {
        var nobody = browser();
        for (var page : List.of("/my", "/my/log", "/my/whose", "/my/proxies", "/office/proxies/waiting")) {
            assertThat(leads(nobody.get(page))).contains("/signin");
        }
        assertThat(leads(browser.get("/office/proxies")))
                .as("nor a resident's the office's")
                .contains("/signin");
        assertThat(doctor().may(hmnet.ground.routes.Right.SUBJECT)).isFalse();
        assertThat(office().may(hmnet.ground.routes.Right.SUBJECT_DECIDES)).isFalse();
    }
}
