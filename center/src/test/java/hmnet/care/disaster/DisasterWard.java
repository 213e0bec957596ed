package hmnet.care.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.ShownCodes;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A ward in a town that a disaster may strike (災害時モードの試験の場). One mode holds in the whole centre: each test ends its
/// own.
public abstract class DisasterWard extends EmergencyWard {
    protected static final String TOWN = "架空市";

    @Autowired
    protected Disasters disasters;

    @AfterEach
    void allIsWell() {
        if (disasters.standing().isPresent()) {
            operator().post("/office/disaster/end", Map.of());
        }
    }

    protected Browser operator() {
        return member(facility(FacilityKind.OFFICE, Direction.NONE), Profession.OPERATOR, false)
                .browser();
    }

    protected FacilityId at(String address, FacilityKind kind, Direction direction) {
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        number(),
                        kind,
                        "避難所の隣の" + kind.word(),
                        "ヒナンジョ",
                        "082-000-0000",
                        address,
                        direction,
                        "HM",
                        false,
                        null),
                "見本会");
    }

    /// Somebody of a facility in the town.
    protected Browser inTown(FacilityKind kind, Profession profession) {
        return inTown(at("広島県架空市潮見台１−１", kind, Direction.DISCLOSE_AND_VIEW), profession);
    }

    protected Browser inTown(FacilityId facility, Profession profession) {
        return member(facility, profession, false).browser();
    }

    /// The municipality that the settings name.
    protected FacilityId townHall() {
        return facilities
                .byCode(NAMED_MUNICIPALITY)
                .map(Facility::id)
                .orElseGet(() -> facilities.register(
                        new Facility(
                                new FacilityId(0),
                                NAMED_MUNICIPALITY,
                                FacilityKind.MUNICIPALITY,
                                "架空市役所",
                                "カクウシヤクショ",
                                "",
                                "広島県架空市役所前１",
                                Direction.MUNICIPALITY,
                                "HM",
                                false,
                                null),
                        "架空市"));
    }

    /// The desk of a municipality.
    protected Browser desk(FacilityId facility) {
        var login = "hall" + number();
        var id = staff.register(facility, login, "市役所 花子", "シヤクショ ハナコ", Profession.RECEPTION, true);
        return SignedIn.browser(port, signInAccounts, id, login);
    }

    /// Two of the office declare it for the town.
    protected Disaster declared() {
        at("広島県架空市潮見台１−１", FacilityKind.CLINIC, Direction.VIEW);
        assertThat(leads(operator().post("/office/disaster", asked("towns", TOWN, "72"))))
                .isEqualTo("/office/disaster?done=asked");
        assertThat(leads(operator().post("/office/disaster/agreement", Map.of())))
                .isEqualTo("/office/disaster?done=begun");
        return disasters.standing().orElseThrow();
    }

    protected static Map<String, String> asked(String area, String towns, String hours) {
        return new HashMap<>(Map.of("area", area, "towns", towns, "hours", hours, "why", "試験の地震"));
    }

    protected String disasterTicket(Browser browser, Carried whom) {
        var page = browser.post(
                "/disaster/search", Map.of("who", cards.qrOf(whom.card().number())));
        assertThat(page.statusCode()).isEqualTo(200);
        return ticket(page);
    }

    /// What the telephone of somebody showed, read after its time.
    protected String passedCode(Carried whom) {
        var telephone = signedIn(whom.card());
        telephone.post("/my/card", Map.of());
        assertThat(telephone.get("/my/card").statusCode()).isEqualTo(200);
        db.sql("update app_card_code set ends_at = now() - interval '1 second' where person = ?")
                .param(whom.person().value())
                .update();
        return ShownCodes.last(whom.person(), keys(), db);
    }

    /// Where the opened view leads.
    protected String looked(Browser browser, Carried whom) {
        var answer = browser.post("/disaster/openings", Map.of("card", disasterTicket(browser, whom)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return leads(answer);
    }

    /// As if the mode had been declared so many minutes earlier.
    protected void earlierMode(int minutes) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update disaster set since = since - make_interval(mins => %1$d), until = until - make_interval(mins => %1$d)
                     where ended_at is null""".formatted(minutes));
            connection.commit();
        }
    }
}
