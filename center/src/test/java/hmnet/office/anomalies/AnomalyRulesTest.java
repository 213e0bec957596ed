package hmnet.office.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.SignedIn;
import hmnet.office.anomalies.AnomalyRules.RuleChange;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Each rule finds what it is for, and nothing in an ordinary look.
class AnomalyRulesTest extends AnomalyWard {
    @Autowired
    private Protections protections;

    @Test
    void anOrdinaryLookIsNoFinding() {
        var reader = reader(clinic(), "ベツ ジロウ", false);
        opens(reader, patient(), RelationOrigin.CARD);
        lookedThrough();
        assertThat(met(reader)).isEmpty();
    }

    @Test
    void namesAreHeldAgainstThoseOfTheReaderAndOfTheFacility() {
        var clinic = clinic();
        var self = reader(clinic, "かくう はなこ", false);
        var relative = reader(clinic(), "ｶｸｳ ﾀﾛｳ", false);
        var colleague = reader(clinic, "ベツ ジロウ", false);
        var unknown = reader(clinic(), "カクウタロウ", false);
        var person = patient();
        for (var reader : new Requester[] {self, relative, colleague, unknown}) {
            opens(reader, person, RelationOrigin.CARD);
        }
        lookedThrough();
        assertThat(met(self)).containsExactly(AnomalyRule.OWN);
        assertThat(met(relative)).containsExactly(AnomalyRule.SURNAME);
        assertThat(met(colleague)).containsExactly(AnomalyRule.COLLEAGUE);
        assertThat(met(unknown)).as("a reading without a gap").isEmpty();
        assertThat(entries(person, Action.ANOMALY_FOUND)).hasSize(3);
    }

    @Test
    void aRuleAsksForSoManyViewsOfADay() {
        rule(AnomalyRule.SURNAME, 3);
        var reader = reader(clinic(), "カクウ タロウ", false);
        var person = patient();
        opens(reader, person, RelationOrigin.CARD);
        shown(reader, person);
        lookedThrough();
        assertThat(met(reader)).isEmpty();
        shown(reader, person);
        lookedThrough();
        assertThat(about(reader))
                .singleElement()
                .satisfies(one -> assertThat(one.times()).isEqualTo(3));
    }

    @Test
    void aRuleThatRestsFindsNothing() {
        rules.set(new RuleChange(AnomalyRule.SURNAME, today(), false, 1, 2, 0, 0), "試験のため", office());
        var reader = reader(clinic(), "カクウ タロウ", false);
        opens(reader, patient(), RelationOrigin.CARD);
        lookedThrough();
        assertThat(met(reader)).isEmpty();
    }

    @Test
    void whoeverOpensAProtectedPersonIsFound() {
        var reader = reader(clinic(), "ベツ ジロウ", false);
        var person = patient();
        relations.begin(reader, person, RelationOrigin.CARD);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        shown(reader, person);
        lookedThrough();
        assertThat(met(reader)).containsExactly(AnomalyRule.PROTECTED);
    }

    @Test
    void moreThanSoManyPersonsInAnHourAreFoundOnce() {
        rule(AnomalyRule.VOLUME, 2);
        var few = reader(clinic(), "ベツ ジロウ", false);
        var many = reader(clinic(), "ベツ サブロウ", false);
        var people = Stream.generate(this::patient).limit(3).toList();
        people.subList(0, 2).forEach(person -> opens(few, person, RelationOrigin.CARD));
        shown(few, people.getFirst());
        people.forEach(person -> opens(many, person, RelationOrigin.CARD));
        lookedThrough();
        assertThat(met(few)).isEmpty();
        assertThat(about(many)).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo(AnomalyRule.VOLUME);
            assertThat(one.times()).isEqualTo(3);
            assertThat(one.person()).isNull();
        });
    }

    @Test
    void aClinicReadsAtNightAndAHospitalIsAwake() {
        night(0);
        var clinic = reader(clinic(), "ベツ ジロウ", false);
        var hospital = reader(hospital(), "ベツ ジロウ", false);
        var person = patient();
        opens(clinic, person, RelationOrigin.CARD);
        opens(hospital, person, RelationOrigin.CARD);
        lookedThrough();
        night(3);
        assertThat(met(clinic)).containsExactly(AnomalyRule.NIGHT);
        assertThat(met(hospital)).isEmpty();
    }

    @Test
    void aTypedNumberWithNothingAfterwardsIsNoRelation() {
        var typed = reader(clinic(), "ベツ ジロウ", false);
        var tied = reader(clinic(), "ベツ ジロウ", false);
        var card = reader(clinic(), "ベツ ジロウ", false);
        var person = patient();
        opens(typed, person, RelationOrigin.TYPED);
        opens(tied, person, RelationOrigin.TYPED);
        opens(card, person, RelationOrigin.CARD);
        relations.tie(at(tied.facility(), Profession.RECEPTION), person, number());
        lookedThrough();
        assertThat(met(typed)).as("something may yet follow").isEmpty();
        rule(AnomalyRule.UNRELATED, 0);
        lookedThrough(WatchPass.LATER);
        assertThat(met(typed)).containsExactly(AnomalyRule.UNRELATED);
        assertThat(met(tied)).isEmpty();
        assertThat(met(card)).isEmpty();
    }

    @Test
    void anEmergencyDoorAfterWhichNothingIsTiedIsNoRelation() {
        var hospital = hospital();
        var login = "an" + number();
        var id = staff.register(hospital, login, "救急 太郎", "ベツ ジロウ", Profession.DOCTOR, false);
        transaction.executeWithoutResult(status -> staff.worksInEmergencies(id, true));
        var doctor = SignedIn.withCodes(port, signInAccounts, id, login);
        var whom = carried(ConsentChoice.NOTHING);
        doctor.browser().get(opened(doctor.browser(), whom, glass(doctor.codes().apply(0))));
        rule(AnomalyRule.UNRELATED, 0);
        lookedThrough(WatchPass.LATER);
        assertThat(met(staff.byLogin(login).orElseThrow())).containsExactly(AnomalyRule.UNRELATED);
    }

    @Test
    void lookingTwiceFindsNothingTwice() throws SQLException {
        var reader = reader(clinic(), "カクウ タロウ", false);
        opens(reader, patient(), RelationOrigin.CARD);
        lookedThrough();
        var before = about(reader);
        forgotten();
        lookedThrough();
        assertThat(before).hasSize(1);
        assertThat(about(reader)).isEqualTo(before);
    }

    @Test
    void theOfficeSetsARuleFromADayOnAndNobodyElseDoes() {
        var office = officer();
        var form = Map.of(
                "rule", "volume",
                "since", today().plusDays(3).toString(),
                "active", "yes",
                "threshold", "55",
                "weight", "4",
                "why", "休日の当番");
        assertThat(office.post("/office/anomalies/rules", form).headers().firstValue("Location"))
                .hasValue("/office/anomalies/rules?done=set");
        assertThat(office.get("/office/anomalies/rules").body())
                .contains("1 時間に 55 人を超えたら", "休日の当番", "1 時間に 40 人を超えたら");
        assertThat(rules.on(today()))
                .filteredOn(line -> line.rule() == AnomalyRule.VOLUME)
                .singleElement()
                .satisfies(line -> assertThat(line.threshold()).isEqualTo(40));
        var past = new HashMap<>(form);
        past.put("since", today().minusDays(1).toString());
        assertThat(office.post("/office/anomalies/rules", past).statusCode()).isEqualTo(422);
        var desk = browser(reader(clinic(), "ベツ ジロウ", true));
        assertThat(desk.get("/office/anomalies/rules").statusCode()).isEqualTo(404);
        assertThat(desk.post("/office/anomalies/rules", form).statusCode()).isEqualTo(404);
    }
}
