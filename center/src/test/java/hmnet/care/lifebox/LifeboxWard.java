package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.SheetStore;
import hmnet.record.ownrecords.HandbookCharts;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody with a telephone, whom a hospital treats, and the handbook (命の宝箱の試験の場).
abstract class LifeboxWard extends EmergencyWard {
    static final String PAGE = "/my/lifebox";
    static final String SHEET = "urn:hmnet:sheet:lifebox|1";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    @Autowired
    protected HandbookCharts handbook;

    @Autowired
    protected SheetStore sheets;

    @Autowired
    protected Lifeboxes lifeboxes;

    protected Carried whom;
    protected Card card;
    protected PersonId person;
    protected FacilityId notebook;
    protected Browser resident;

    @BeforeEach
    void somebodyWithATelephone() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        whom = carried(ConsentChoice.EVERYTHING);
        card = whom.card();
        person = whom.person();
        resident = signedIn(card);
        emergencyConsents.record(person, true, "paper", office());
    }

    /// @param pairs a linkId and its words, or `linkId=` and the code of an option
    protected Map<String, String> answers(String... pairs) {
        return LifeboxFields.of(sheets.find(SHEET).orElseThrow().sheet(), pairs);
    }

    protected String begun(Browser by, String whose) {
        var place = leads(by.post(PAGE, whose.isEmpty() ? Map.of() : Map.of("whose", whose)));
        assertThat(place).startsWith(PAGE + "/drafts/");
        return place;
    }

    protected HttpResponse<String> step(
            Browser by, String draft, String act, String whose, Map<String, String> answers) {
        var seen = SEEN.matcher(by.get(draft).body());
        assertThat(seen.find()).isTrue();
        var fields = new HashMap<>(answers);
        fields.put("act", act);
        fields.put("seen", seen.group(1));
        fields.put("page", "0");
        if (!whose.isEmpty()) {
            fields.put("whose", whose);
        }
        return by.post(draft, fields);
    }

    /// Writes and signs.
    protected void signed(String... answers) {
        signed(resident, "", answers);
    }

    protected void signed(Browser by, String whose, String... answers) {
        var draft = begun(by, whose);
        var answer = step(by, draft, "sign", whose, answers(answers));
        assertThat(leads(answer)).as(answer.body()).isEqualTo(PAGE + "?told=signed");
        settle(notebook);
    }

    /// As if what stands had been signed so many months ago: nothing in the centre changes that day.
    protected void monthsAgo(int months) throws SQLException {
        try (var owner = owner();
                var older = owner.prepareStatement(
                        "update lifebox set signed_at = signed_at - make_interval(months => ?) where person = ?")) {
            older.setInt(1, months);
            older.setObject(2, person.value());
            older.executeUpdate();
            owner.commit();
        }
    }

    protected String page() {
        return resident.get(PAGE).body();
    }

    /// What a crew reads first under prior consent, without what differs from look to look.
    protected String firstLook() {
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "prior-consent"));
        return crew.get(view).body();
    }
}
