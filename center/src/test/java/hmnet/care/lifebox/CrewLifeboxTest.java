package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Patience;
import hmnet.ground.audit.Action;
import hmnet.ground.signin.Browser;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A crew reads what somebody lets crews see, and of what they keep not a trace.
class CrewLifeboxTest extends LifeboxWard {
    private static final String NEVER = "延命のためだけの処置は望みません";

    private String look(Browser crew) {
        var view = opened(crew, whom, Map.of("door", "prior-consent"));
        var body = crew.get(view).body();
        crew.post(view + "/end", Map.of());
        return body.replaceAll("/emergency/views/\\d+", "/emergency/views/0").replaceAll("\\d{1,2}:\\d{2}", "0:00");
    }

    @Test
    void whatSheLetsThemSeeStandsInItsPlaceMarkedAsHersBesideTheChart() {
        signed(
                "allergy-known=", "yes",
                "allergy-text", "えびで息が苦しくなった",
                "medicine-known=", "yes",
                "medicine-text", "家にあるニトロ",
                "wish-known=", "yes",
                "wish-not", NEVER,
                "contact-known=", "yes",
                "contact-name", "架空 花子",
                "contact-phone", "090-0000-0001",
                "show=", "all");
        var page = look(crew());
        assertThat(page)
                .contains("命の宝箱（本人が記入", "えびで息が苦しくなった", NEVER, "090-0000-0001", "医師の指示ではありません", "地域MC協議会")
                .contains("架空ワルファリン錠");
        assertThat(page.indexOf(NEVER)).as("before medicines").isLessThan(page.indexOf("架空ワルファリン錠"));
        assertThat(page.indexOf("架空ワルファリン錠")).isLessThan(page.indexOf("家にあるニトロ"));
        assertThat(page.indexOf("家にあるニトロ")).isLessThan(page.indexOf("090-0000-0001"));
        assertThat(page).as("what she did not write is not there").doesNotContain("書かれていません", "宗教・信条");
        assertThat(entries(person, Action.CHART_OPENED))
                .as("one event for one look")
                .hasSize(1);
    }

    /// Who sends is looked up anew after a second or two, whatever is written here.
    private String lookOnceTheHospitalIsKnownToSend(Browser crew) {
        Patience.await(() -> !look(crew).contains("情報の送信なし"));
        return look(crew);
    }

    @Test
    void whatSheKeepsFromThemLeavesNoTraceInThePage() {
        var crew = crew();
        var without = lookOnceTheHospitalIsKnownToSend(crew);
        signed(
                "disease-known=", "yes",
                "disease-text", "誰にも言わない病気",
                "show=", "nothing");
        assertThat(page()).contains("誰にも言わない病気");
        assertThat(look(crew)).isEqualTo(without);
    }

    @Test
    void aSectionThatSheKeepsIsAsOneThatSheDidNotWrite() {
        var crew = crew();
        signed("self-crew", "犬がいます", "show=", "all");
        var alone = look(crew);
        signed(
                "disease-known=", "yes",
                "disease-text", "誰にも言わない病気",
                "self-crew", "犬がいます",
                "show=", "some",
                "show-allergies", "false",
                "show-diseases", "false",
                "show-medicines", "false",
                "show-devices", "false",
                "show-blood", "false",
                "show-wishes", "false",
                "show-contacts", "false",
                "show-doctor", "false",
                "show-faith", "false",
                "show-self", "true");
        assertThat(look(crew)).isEqualTo(alone).contains("犬がいます");
    }

    @Test
    void aWishOfMoreThanAYearAgoSaysSoUntilItIsSaidAgain() throws SQLException {
        signed("wish-known=", "yes", "wish-not", NEVER, "show=", "all");
        var crew = crew();
        assertThat(look(crew)).doesNotContain("12 か月より前");
        monthsAgo(13);
        assertThat(look(crew)).contains(NEVER, "12 か月より前");
        var box = lifeboxes.standing(person).orElseThrow();
        resident.post(PAGE + "/" + box.id() + "/review", Map.of());
        assertThat(look(crew)).contains(NEVER, "このままでよいと確認").doesNotContain("12 か月より前");
    }

    @Test
    void aCrewReadsItNeitherAfterHandingOverNorOutsideItsDoor() {
        signed("self-crew", "犬がいます", "show=", "all");
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "prior-consent"));
        assertThat(crew.get(view).body()).contains("犬がいます");
        crew.post(view + "/end", Map.of());
        assertThat(crew.get(view).body()).doesNotContain("犬がいます");
        assertThat(crew().get(view).statusCode()).as("another crew").isEqualTo(404);
        assertThat(crew.get("/people/" + person + "/lifebox").body()).doesNotContain("犬がいます");
        emergencyConsents.record(person, false, "paper", office());
        assertThat(found(crew, whom).body()).doesNotContain("犬がいます");
    }
}
