package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A daughter makes an emergency code for somebody whom she represents.
class CodeProxiesTest extends CodeWard {
    private static final String PAGE = "/my/emergency-code";

    @Autowired
    private Proxies proxies;

    private PersonId person;
    private Browser resident;
    private Card daughter;

    /// What a form of hers says back.
    private String proxy = "";

    @BeforeEach
    void somebodyHasADaughter() {
        var carried = carried(ConsentChoice.EVERYTHING);
        person = carried.person();
        resident = signedIn(carried.card());
        daughter = card();
    }

    private Browser daughterWhoReads(ProxyReading reads) {
        var hers = signedIn(daughter);
        proxies.record(
                new ProxyDraft(
                        person,
                        daughter.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        true,
                        reads,
                        LocalDate.now(ZoneId.of("Asia/Tokyo")).plusMonths(1),
                        "letter"),
                office());
        proxy = Long.toString(proxies.of(person).getFirst().id());
        hers.post("/my/whose", Map.of("proxy", proxy));
        return hers;
    }

    @Test
    void sheMakesOneAndSeesNoOther() {
        var own = leads(resident.post(PAGE, Map.of("months", "3", "part", "name,medicines")));
        resident.post(own, Map.of());
        var hers = daughterWhoReads(ProxyReading.MEDICINES_AND_EMERGENCY);
        assertThat(hers.get(own).statusCode()).isEqualTo(404);
        assertThat(hers.get(own + "/picture").statusCode()).isEqualTo(404);
        assertThat(hers.get(PAGE).body()).contains("別の方が作ったため").doesNotContain("name=\"sensitive\"");
        var draft = leads(
                hers.post(PAGE, Map.of("months", "1", "sensitive", "yes", "part", "name,medicines", "whose", proxy)));
        assertThat(hers.get(draft).body()).contains("架空ワルファリン錠", "有無にかかわらず入れていません");
        assertThat(resident.get(draft).statusCode())
                .as("what is no code yet is hers")
                .isEqualTo(404);
        assertThat(leads(hers.post(draft, Map.of("whose", proxy)))).isEqualTo(draft);
        assertThat(resident.get(draft).body())
                .as("whom it is about sees what it says")
                .contains("架空ワルファリン錠");
        assertThat(leads(resident.post(draft + "/end", Map.of()))).isEqualTo(PAGE + "?told=ended");
        assertThat(resident.get("/my/log").body())
                .contains("救急QRを作りました", daughter.holder().name());
    }

    @Test
    void whoReadsNothingMakesNone() {
        var hers = daughterWhoReads(ProxyReading.NOTHING);
        assertThat(hers.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(hers.post(PAGE, Map.of("months", "1", "part", "name", "whose", proxy))
                        .statusCode())
                .isEqualTo(404);
    }
}
