package hmnet.care.handbookapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.ownrecords.HandbookCharts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is written without a network is sent once when there is one again. Where an answer is lost or refused,
/// something stands between telephone and centre.
@NeedsBrowser
class HandbookEntriesInBrowserTest extends HandbookOffline {
    @Autowired
    private HandbookCharts handbook;

    private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
    private final List<String> kept = new CopyOnWriteArrayList<>();

    private void centre(Consumer<Route> answer) {
        page.context().unroute("**/my/vitals");
        page.context().route("**/my/vitals", route -> {
            received.add(fields(route));
            answer.accept(route);
        });
    }

    /// An entry that came before is the same one.
    private void keeps(Route route) {
        var entry = fields(route).getOrDefault("entry", "");
        if (!kept.contains(entry)) {
            kept.add(entry);
        }
        route.fulfill(json(200, "{\"kept\":true}"));
    }

    private static Route.FulfillOptions json(int status, String body) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body);
    }

    private static Map<String, String> fields(Route route) {
        return Arrays.stream(route.request().postData().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private void back() {
        page.context().setOffline(false);
    }

    private int waiting() {
        return page.locator("[data-entries] li.panel").count();
    }

    @Test
    void whatWasWrittenInAirplaneModeIsSentOnceAndInOrder() {
        centre(this::keeps);
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "systolic", "132", "diastolic", "84"));
        write(Map.of("measured", "2026-11-26T07:20", "weight", "52.4", "note", "朝食の前"));
        assertThat(waiting()).isEqualTo(2);
        assertThat(page.textContent("[data-entries]")).contains("未送信", "132", "52.4", "朝食の前");
        assertThat(holds()).as("sealed").noneMatch(row -> row.contains("朝食の前"));
        clean(page);
        picture(page, "handbook-entries");
        back();
        page.getByText("2 件の記録を送りました").waitFor();
        assertThat(received).hasSize(2);
        assertThat(received.getFirst())
                .containsEntry("measured", "2026-11-26T07:10")
                .containsEntry("systolic", "132")
                .containsEntry("diastolic", "84")
                .containsEntry("whose", "own");
        assertThat(received.get(1)).containsEntry("weight", "52.4").containsEntry("note", "朝食の前");
        assertThat(received.getFirst().get("entry")).matches("[0-9a-f-]{36}");
        page.reload();
        assertThat(waiting()).isZero();
        assertThat(received).hasSize(2);
    }

    @Test
    void whatTheCentreKeptStandsOnThePageOnceThoughItsAnswerWasLost() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        keep();
        page.context().route("**/my/vitals", route -> {
            received.add(fields(route));
            var answer = route.fetch();
            if (received.size() == 1) {
                route.abort();
            } else {
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
            }
        });
        cut();
        write(Map.of("measured", today + "T00:01", "systolic", "131", "diastolic", "83", "note", "圏外で"));
        back();
        page.getByText("1 件の記録を送りました").waitFor();
        settle(handbook.facility().orElseThrow().id());
        assertThat(received).hasSizeGreaterThan(1);
        var real = resident.get("/my/vitals").body();
        assertThat(real).contains("圏外で");
        assertThat(real.split(">131/83</a>", -1)).as("once, in the table").hasSize(2);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainUnderTheSameNumber() {
        centre(route -> {
            kept.add(fields(route).get("entry"));
            route.abort();
        });
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "pulse", "72"));
        back();
        page.waitForCondition(() -> !received.isEmpty());
        assertThat(waiting()).isEqualTo(1);
        centre(this::keeps);
        page.getByText("1 件の記録を送りました").waitFor();
        assertThat(received).hasSizeGreaterThan(1);
        assertThat(kept).as("one entry").hasSize(1);
        assertThat(received.stream().map(one -> one.get("entry")).distinct()).hasSize(1);
    }

    @Test
    void whatTheCentreRefusesStaysWithItsReasonUntilAHumanEndsIt() {
        centre(route -> route.fulfill(json(422, "{\"problems\":{\"systolic\":\"60 から 300 までの数で入れてください。\"}}")));
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "systolic", "1320"));
        write(Map.of("measured", "2026-11-26T07:30", "systolic", "13"));
        back();
        page.locator("[data-reasons]").nth(1).getByText("60 から 300 まで").waitFor();
        assertThat(page.textContent("[data-reasons]")).contains("血圧 上（mmHg）");
        clean(page);
        picture(page, "handbook-entry-refused");
        centre(this::keeps);
        page.locator("[data-correct]").first().click();
        assertThat(page.locator("#systolic").inputValue()).isEqualTo("1320");
        page.locator("#systolic").fill("132");
        page.locator("[data-entry-form] button[type=submit]").click();
        page.getByText("1 件の記録を送りました").waitFor();
        page.locator("[data-discard]").click();
        page.waitForCondition(() -> waiting() == 0);
        assertThat(kept).hasSize(1);
        assertThat(received.stream().map(one -> one.get("entry")).distinct())
                .as("what was refused is not sent again under its number")
                .hasSize(3);
    }

    @Test
    void whoIsNotSignedInIsAskedToAndNothingIsLost() {
        centre(this::keeps);
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "steps", "3200"));
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("hmnet-my"));
        back();
        page.getByText("サインインしていないため").waitFor();
        page.locator("[data-signin] a").click();
        page.getByText("サインインせずに、この端末の控え").click();
        page.locator("[data-signin]").waitFor();
        assertThat(received).isEmpty();
        assertThat(waiting()).isEqualTo(1);
        enter(page, resident);
        page.navigate(at("/my"));
        page.waitForCondition(() -> !kept.isEmpty());
    }

    @Test
    void anEntryOfMotherIsNeverSentToTheDaughtersHandbook() {
        centre(this::keeps);
        var daughter = card();
        var hers = signedIn(daughter);
        enter(page, hers);
        turned(hers, daughter, ProxyReading.ALL, true);
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "temperature", "36.8"));
        hers.post("/my/whose", Map.of("proxy", "0"));
        back();
        page.getByText("ほかの方の手帳に書いた記録があります").waitFor();
        assertThat(received).isEmpty();
        hers.post("/my/whose", Map.of("proxy", representation()));
        page.reload();
        page.waitForCondition(() -> !kept.isEmpty());
        assertThat(received.getFirst()).containsEntry("whose", representation());
    }

    @Test
    void whoGoesOutIsToldWhatWasNotSent() {
        var asked = new CopyOnWriteArrayList<String>();
        centre(Route::abort);
        page.onDialog(dialog -> asked.add(dialog.message()));
        keep();
        cut();
        write(Map.of("measured", "2026-11-26T07:10", "glucose", "110"));
        back();
        page.navigate(at("/my"));
        page.locator("form[action='/my/signout'] button").click();
        page.waitForURL("**/my/signin");
        assertThat(asked).singleElement().asString().contains("まだ送っていないからだの記録が 1 件あります");
        assertThat(holds()).noneMatch(row -> row.startsWith("sealed"));
    }
}
