package hmnet.care.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.ground.signin.SignedIn.SignedInOwner;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A ward with crews and an emergency room (救急の試験の場).
public abstract class EmergencyWard extends ResidentWard {
    @Autowired
    protected Audit audit;

    @Autowired
    protected EmergencyConsents emergencyConsents;

    @Autowired
    protected EmergencyOpenings openings;

    @Autowired
    protected SignInAccounts signInAccounts;

    @Autowired
    protected TransactionTemplate transaction;

    /// Somebody with a card whom a hospital has sent records of.
    public record Carried(Card card, PersonId person, FacilityId hospital, String number) {}

    protected Carried carried(ConsentChoice choice) {
        return carried(card(), choice);
    }

    protected Carried carried(Card card, ConsentChoice choice) {
        return carried(card, choice, Papers::of);
    }

    /// @param papers by the number of the chart, in the name that the hospital knows
    protected Carried carried(Card card, ConsentChoice choice, Function<String, Papers> papers) {
        var person = card.holder().id();
        var number = number();
        var hospital = hospital();
        consents.record(person, choice, "paper", ConsentNotice.FIRST, office());
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(
                hospital,
                papers.apply(number).visit(),
                papers.apply(number).later(daysAgo()).prescription("E1", "架空ワルファリン錠"));
        return new Carried(card, person, hospital, number);
    }

    /// So that the supply reaches today, whatever day it is.
    private static int daysAgo() {
        return (int) ChronoUnit.DAYS.between(Papers.of("1").at().toLocalDate(), LocalDate.now(ZoneId.of("Asia/Tokyo")))
                - 3;
    }

    protected Browser crew() {
        return member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC, false)
                .browser();
    }

    /// A doctor of an emergency room that has never seen the person.
    protected SignedInOwner emergencyDoctor() {
        return member(hospital(), Profession.DOCTOR, true);
    }

    protected SignedInOwner member(FacilityId facility, Profession profession, boolean emergencyRoom) {
        var login = "er" + number();
        var id = staff.register(
                facility,
                login,
                profession == Profession.OPERATOR ? "審査 花子" : "救急 太郎",
                "キュウキュウ タロウ",
                profession,
                false);
        transaction.executeWithoutResult(status -> staff.worksInEmergencies(id, emergencyRoom));
        return SignedIn.withCodes(port, signInAccounts, id, login);
    }

    protected HttpResponse<String> found(Browser browser, Carried whom) {
        return browser.post(
                "/emergency/search", Map.of("who", cards.qrOf(whom.card().number())));
    }

    protected static String ticket(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*name=\"card\" value=\"([^\"]*)\".*", "$1");
    }

    /// Where the opened door leads.
    protected String opened(Browser browser, Carried whom, Map<String, String> form) {
        var with = new java.util.HashMap<>(form);
        with.put("card", ticket(found(browser, whom)));
        var answer = browser.post("/emergency/openings", with);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return leads(answer);
    }

    protected static Map<String, String> glass(String code) {
        return Map.of("door", "break-glass", "risk", "unconscious", "code", code);
    }

    protected static long id(String view) {
        return Long.parseLong(view.replaceAll("\\D", ""));
    }

    protected List<AccessLogEntry> entries(PersonId person, Action action) {
        return audit.of(person.value(), 500).stream()
                .filter(entry -> entry.action() == action)
                .toList();
    }

    /// As if it had been opened so many minutes earlier.
    protected void earlier(long opening, int minutes) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update emergency_opening
                       set opened_at = opened_at - make_interval(mins => %1$d), until = until - make_interval(mins => %1$d)
                     where id = %2$d""".formatted(minutes, opening));
            connection.commit();
        }
    }
}
