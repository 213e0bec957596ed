package hmnet.care.owncheckups;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.ownrecords.HandbookCharts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident copies her check-ups from their sheets and reads them over the years.
class OwnCheckupsTest extends ResidentWard {
    private static final Pattern RECORD = Pattern.compile("/my/checkups/[0-9a-f-]{36}");

    @Autowired
    private HandbookCharts handbook;

    private final LocalDate day = LocalDate.now(JapaneseDates.JAPAN).minusMonths(2);
    private FacilityId notebook;
    private PersonId person;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        Card card = card();
        person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private Map<String, String> sheet(LocalDate on, String... more) {
        var fields = new HashMap<>(Map.of("entry", UUID.randomUUID().toString(), "day", on.toString()));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return fields;
    }

    private HttpResponse<String> sent(String path, Map<String, String> fields) {
        var answer = resident.post(path, fields);
        settle(notebook);
        return answer;
    }

    private String page() {
        return resident.get("/my/checkups").body();
    }

    private String record() {
        var found = RECORD.matcher(page());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private List<ChartEntry> seen() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return shown(doctor, person).stream()
                .filter(entry -> entry.kind() == RecordKind.CHECKUP)
                .toList();
    }

    @Test
    void whatSheCopiesStandsByYearWithItsChangeAndIsSaidToBeHers() {
        assertThat(leads(sent(
                        "/my/checkups",
                        sheet(
                                day,
                                "weight",
                                "５２,４",
                                "systolic",
                                "151",
                                "diastolic",
                                "91",
                                "ldl",
                                "158",
                                "hba1c",
                                "5.9",
                                "urine-protein",
                                "±",
                                "judgement",
                                "要再検査<b>",
                                "place",
                                "架空健診センター"))))
                .isEqualTo("/my/checkups?told=kept");
        sent("/my/checkups", sheet(day.minusYears(1), "weight", "50.3", "ldl", "131"));
        assertThat(page())
                .contains("52.4", "50.3", "+2.1", "+27", "±", "要再検査&lt;b&gt;", "架空健診センター", "本人が記録")
                .contains("施設から届いた健診の記録はありません")
                .doesNotContain("<b>");
        assertThat(seen())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.facility()).isEqualTo(notebook));
        assertThat(logged("own-entry-kept", "kept", person.toString()))
                .hasSize(2)
                .noneMatch(event -> event.contains("架空健診センター") || event.contains("要再検査"));
    }

    @Test
    void putRightAndTakenBackAsAnyRecordOfHers() {
        var fields = sheet(day, "weight", "52.4", "ldl", "158");
        sent("/my/checkups", fields);
        assertThat(leads(sent("/my/checkups", fields))).isEqualTo("/my/checkups?told=already");
        var record = record();
        assertThat(resident.get(record).body()).contains("value=\"52.4\"", "value=\"158\"");
        assertThat(leads(sent(record, sheet(day, "weight", "53.7", "ldl", "158"))))
                .isEqualTo("/my/checkups?told=amended");
        assertThat(page()).contains("53.7").doesNotContain("52.4");
        var now = record();
        var stranger = signedIn(card());
        assertThat(stranger.get(now).statusCode()).isEqualTo(404);
        assertThat(stranger.post(now + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(leads(sent(now + "/withdraw", Map.of()))).isEqualTo("/my/checkups?told=withdrawn");
        assertThat(page()).contains("自分で写した健診は、まだありません").doesNotContain("53.7");
    }

    @Test
    void whatIsNoResultIsRefusedAndNothingTypedIsLost() {
        var refused = sent(
                "/my/checkups",
                sheet(day, "weight", "五十", "systolic", "132", "hba1c", "5.95", "ldl", "99999", "judgement", "異常なし架空"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("数字だけを入れてください", "血圧は、上と下の両方", "小数点の下の桁", "ありえない数字", "value=\"異常なし架空\"");
        assertThat(sent("/my/checkups", sheet(day, "place", "架空健診センター")).body()).contains("どれか 1 つは結果を");
        assertThat(sent("/my/checkups", sheet(LocalDate.now(JapaneseDates.JAPAN).plusDays(2), "weight", "50"))
                        .body())
                .contains("これからの日です");
        assertThat(sent("/my/checkups", sheet(day, "urine-sugar", "4+")).body()).contains("一覧から選んでください");
        assertThat(leads(browser().get("/my/checkups"))).startsWith("/my/signin");
        assertThat(seen()).isEmpty();
    }
}
