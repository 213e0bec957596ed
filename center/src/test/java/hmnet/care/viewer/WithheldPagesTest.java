package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// U2: whatever keeps a record back, no page and no list of persons says that there is none.
class WithheldPagesTest extends Ward {
    private static final List<String> VIEWS = List.of(
            "summary",
            "timeline",
            "timeline?period=all",
            "medicines",
            "medicines/history",
            "medicines/injections",
            "laboratory",
            "laboratory/text",
            "laboratory/microbiology",
            "vitals",
            "checkups",
            "diagnoses",
            "documents",
            "documents?kind=summary",
            "admissions",
            "search?q=AST");

    /// Words that claim to know what came, or a nought as a count of all there is.
    private static final Pattern NONE =
            Pattern.compile("(?<!自施設の受診は)受信していません|受信した記録はありません|まだ受信した|送られていません|なし 0|現在の薬 0|（この期間 0 件）");
    private static final Pattern TEXT = Pattern.compile("<[^>]*>");

    /// The result that is kept back: with a point, so that no number of a card, name or clock is taken for it.
    private static final String RESULT = "471.25";

    @LocalServerPort
    private int port;

    @Autowired
    private SignInAccounts accounts;

    @Autowired
    private Rules rules;

    private record Reader(Browser browser, PersonId person) {}

    private Reader reader(FacilityId hospital) {
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var papers = Papers.of(number);
        filed(hospital, papers.results("R1", Papers.ast(RESULT, "F")), papers.visit());
        var login = "withheld" + number;
        var id = staff.register(facility(FacilityKind.CLINIC), login, "見本 花子", "ミホン ハナコ", Profession.DOCTOR, false);
        relations.begin(staff.byLogin(login).orElseThrow(), person, RelationOrigin.CARD);
        var reader = new Reader(SignedIn.browser(port, accounts, id, login), person);
        assertThat(reader.browser().get("/people/" + person + "/laboratory").body())
                .contains(RESULT);
        return reader;
    }

    private void rule(FacilityId hospital, boolean disclosed, int days) {
        rules.add(
                hospital,
                LocalDate.of(2026, 1, 1),
                -1,
                null,
                Audience.PROFESSIONAL,
                disclosed,
                days,
                "agreed in writing");
    }

    private static String text(String page) {
        return TEXT.matcher(page).replaceAll(" ").replaceAll("\\s+", " ");
    }

    private void saysSoEverywhere(Reader reader, String how) {
        for (var view : VIEWS) {
            var page = reader.browser().get("/people/" + reader.person() + "/" + view);
            assertThat(page.statusCode()).as(view).isEqualTo(200);
            assertThat(text(page.body()))
                    .as(view)
                    .contains(how)
                    .doesNotContainPattern(NONE)
                    .doesNotContain(RESULT);
        }
    }

    private void listsSay(Reader reader, String how) {
        reader.browser().post("/people/" + reader.person() + "/favourite", Map.of());
        for (var list : List.of("/", "/today", "/favourites")) {
            assertThat(text(reader.browser().get(list).body()))
                    .as(list)
                    .contains(how)
                    .doesNotContainPattern(NONE);
        }
    }

    @Test
    void aDelayIsSaidOnEveryPageAndInEveryList() {
        var hospital = hospital();
        var reader = reader(hospital);
        rule(hospital, true, 3_650);
        saysSoEverywhere(reader, "規則により");
        listsSay(reader, "病院の規則により表示しない記録がありえます");
    }

    @Test
    void aRuleThatClosesAllIsSaidOnEveryPageAndInEveryList() {
        var hospital = hospital();
        var reader = reader(hospital);
        rule(hospital, false, 0);
        saysSoEverywhere(reader, "規則により");
        listsSay(reader, "病院の規則により表示しない記録がありえます");
    }

    @Test
    void aStopIsSaidOnEveryPageAndInEveryList() {
        var hospital = hospital();
        var reader = reader(hospital);
        facilities.stopDisclosure(hospital, true);
        saysSoEverywhere(reader, "提供を止めて");
        listsSay(reader, "提供を止めている病院があります");
    }
}
