package hmnet.office.anomalies;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import hmnet.office.anomalies.AnomalyRules.RuleChange;
import hmnet.people.patients.PersonId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A ward whose log is looked through (気づきの試験の場).
abstract class AnomalyWard extends EmergencyWard {
    @Autowired
    protected AnomalyWatch watch;

    @Autowired
    protected AnomalyRules rules;

    @Autowired
    protected AnomalyDesk desk;

    /// Whatever hour the test runs at, it is no night.
    @BeforeEach
    void day() {
        night(3);
        rule(AnomalyRule.VOLUME, 40);
        rule(AnomalyRule.UNRELATED, 7);
        rule(AnomalyRule.SURNAME, 1);
    }

    /// The night begins in so many hours and lasts two.
    protected void night(int inHours) {
        var from = Math.floorMod(LocalTime.now(JapaneseDates.JAPAN).getHour() + inHours, 24);
        rules.set(new RuleChange(AnomalyRule.NIGHT, today(), true, 1, 3, from, (from + 2) % 24), "試験のため", office());
    }

    protected void rule(AnomalyRule rule, int threshold) {
        rules.set(new RuleChange(rule, today(), true, threshold, 5, 0, 0), "試験のため", office());
    }

    protected static LocalDate today() {
        return LocalDate.now(JapaneseDates.JAPAN);
    }

    protected FacilityId clinic() {
        return facility(FacilityKind.CLINIC);
    }

    protected Requester reader(FacilityId facility, String kana, boolean desk) {
        var login = "an" + number();
        staff.register(facility, login, "閲覧 " + login, kana, Profession.DOCTOR, desk);
        return staff.byLogin(login).orElseThrow();
    }

    protected Browser browser(Requester who) {
        return SignedIn.withCodes(port, signInAccounts, who.staff(), who.login())
                .browser();
    }

    protected Browser officer() {
        return member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false).browser();
    }

    /// Somebody called カクウ ハナコ whose records a hospital sends.
    protected PersonId patient() {
        return carried(ConsentChoice.EVERYTHING).person();
    }

    protected void opens(Requester reader, PersonId person, RelationOrigin how) {
        relations.begin(reader, person, how);
        shown(reader, person);
    }

    /// Waits until all that was written is numbered, and looks it through.
    protected void lookedThrough(WatchPass pass) {
        await(() -> one("select count(*) from audit_pending") == 0);
        var last = one("select max(leaf) from audit_leaf");
        await(() -> {
            watch.round(pass);
            return one("select leaf from anomaly_mark where pass = '" + pass.word() + "'") >= last;
        });
    }

    protected void lookedThrough() {
        lookedThrough(WatchPass.NOW);
    }

    /// As if nothing had been looked through yet.
    protected void forgotten() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update anomaly_mark set leaf = greatest(-1, leaf - 1500)");
            connection.commit();
        }
    }

    protected List<AnomalyFinding> about(Requester reader) {
        return desk.report(reader.facility(), today().minusDays(1), today(), office()).stream()
                .filter(one -> one.staff().equals(reader.staff()))
                .toList();
    }

    protected List<AnomalyRule> met(Requester reader) {
        return about(reader).stream().map(AnomalyFinding::rule).toList();
    }

    private long one(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
