package hmnet.consent.residents;

import hmnet.consent.cards.Cards.Card;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The shared centre with residents who come in as themselves (本人のいる試験環境).
public abstract class ResidentWard extends Ward {
    protected static final String BORN = "S25.2.28";
    protected static final String PASSWORD = "春の小川はさらさら行くよ";

    @Autowired
    private ResidentAccounts accounts;

    @LocalServerPort
    protected int port;

    @BeforeEach
    void nobodyHasMissedBefore() {
        db.sql("delete from signin_throttle").update();
    }

    protected Browser browser() {
        return new Browser(port);
    }

    /// The code of a letter just printed.
    protected String letter(PersonId person) {
        return accounts.issueLetter(person, office()).orElseThrow().code().printed();
    }

    protected boolean getsLetter(PersonId person) {
        return accounts.issueLetter(person, office()).isPresent();
    }

    protected static HttpResponse<String> first(Browser browser, Card card, String born, String code) {
        return browser.post("/my/first", Map.of("card", card.number().value(), "birth", born, "code", code));
    }

    protected static HttpResponse<String> again(Browser browser, Card card, String password) {
        return browser.post("/my/signin", Map.of("card", card.number().value(), "password", password));
    }

    protected static HttpResponse<String> choose(Browser browser, String password) {
        return browser.post("/my/password", Map.of("password", password, "again", password));
    }

    /// A resident who has come in by a letter and chosen a password.
    protected Browser signedIn(Card card) {
        var browser = browser();
        first(browser, card, BORN, letter(card.holder().id()));
        choose(browser, PASSWORD);
        return browser;
    }

    /// Where an answer leads, or its status where it leads nowhere.
    protected static String leads(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(Integer.toString(answer.statusCode()));
    }
}
