package hmnet.ground.federation;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.openid.RelyingParty;
import hmnet.ground.openid.SignOnCentre;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;

/// A centre whose hospitals have identity providers of their own.
abstract class FederationCentre extends SignOnCentre {
    /// Somebody of a hospital, signed in by means of ours, and the codes that they are asked for.
    record Owner(AtScreen at, IntFunction<String> codes) {}

    /// The next test's sign-in page offers its own alone.
    @AfterEach
    void endProviders() {
        db.sql("update identity_provider set ended_at = now(), ended_by = asked_by where ended_at is null")
                .update();
    }

    Owner owner() {
        var who = registered(Profession.DOCTOR);
        var signedIn = SignedIn.withCodes(port, accounts, who.staff(), who.login());
        return new Owner(new AtScreen(who.staff(), who.login(), who.facility(), signedIn.browser()), signedIn.codes());
    }

    static Map<String, String> entered(String facility, String issuer, String client, String secret, boolean two) {
        var form = new HashMap<String, String>();
        form.put("facility", facility);
        form.put("issuer", issuer);
        form.put("client", client);
        form.put("secret", secret);
        form.put("acr", "");
        if (two) {
            form.put("two", "yes");
        }
        return form;
    }

    /// Entered by one operator, agreed to by another; its number.
    long provider(String facility, String issuer, String client, String secret, boolean two) {
        var asked = operator().post("/office/identity-providers", entered(facility, issuer, client, secret, two));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        var id = db.sql("select max(id) from identity_provider")
                .query(Long.class)
                .single();
        var agreed = secondOperator().post("/office/identity-providers/" + id + "/agreement", Map.of());
        assertThat(location(agreed)).contains("done=agreed");
        return id;
    }

    String back() {
        return "http://localhost:" + port + Registrations.BACK;
    }

    /// The provider asked where a browser is sent to it.
    static String asked(HttpResponse<String> leaving) {
        return leaving.statusCode() == 303 ? location(leaving) : RelyingParty.leads(leaving);
    }

    /// From the provider back into the centre, by the page between that leads on by itself.
    HttpResponse<String> comesBack(Browser browser, String address) {
        var hop = browser.get(address.substring(("http://localhost:" + port).length()));
        assertThat(hop.statusCode()).as(hop.body()).isEqualTo(200);
        return browser.get(RelyingParty.leads(hop));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static String query(String address) {
        return URI.create(address).getRawQuery();
    }

    /// Whether a browser is signed in as this person.
    boolean isIn(Browser browser, AtScreen who) {
        return browser.get("/sample/me").body().equals(who.login());
    }
}
