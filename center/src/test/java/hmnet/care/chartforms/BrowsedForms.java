package hmnet.care.chartforms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.forms.SheetStore;
import hmnet.record.sheets.SheetSamples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A nurse who signed in, and somebody in care whose sheets they fill in over HTTP (帳票の病棟).
abstract class BrowsedForms extends Ward {
    @Autowired
    private SheetStore sheets;

    @Autowired
    private SignInAccounts accounts;

    @LocalServerPort
    private int port;

    Browser nurse = new Browser(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aNurseSignsIn() {
        db.sql("delete from signin_throttle").update();
        var hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number());
        var login = "forms" + number();
        var id = staff.register(hospital, login, "見本 花子", "ミホン ハナコ", Profession.NURSE, false);
        nurse = SignedIn.browser(port, accounts, id, login);
    }

    /// Begins a sheet of these items.
    ///
    /// @return where its draft is filled in
    String begun(String... items) {
        var bytes = new String(SheetSamples.bytes("1", items), StandardCharsets.UTF_8)
                .replace("urn:hmnet:sheet:sample", "urn:test:" + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        var sheet = SheetSamples.read(bytes);
        sheets.bring(sheet, bytes);
        var id = sheets.find(sheet.canonical()).orElseThrow().id();
        var answer = nurse.post("/people/" + person + "/forms", Map.of("sheet", Long.toString(id)));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// The first page of a draft as its form sends it.
    static Map<String, String> step(int seen, String act, Map<String, String> answers) {
        var form = new HashMap<>(answers);
        form.put("act", act);
        form.put("seen", Integer.toString(seen));
        form.put("page", "0");
        return form;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }
}
