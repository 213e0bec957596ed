package hmnet.office.membership;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignInSlip;
import hmnet.ground.signin.SignedIn;
import hmnet.office.membership.Moves.Destination;
import hmnet.record.filing.Ward;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// People leave, move, change and get factors anew; nobody does it for themselves, no desk for another's people.
class MembersTest extends Ward {
    @Autowired
    Members members;

    @Autowired
    Moves moves;

    @Autowired
    SignInRenewals renewals;

    @Autowired
    AccountNotices notices;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Protections protections;

    @LocalServerPort
    int port;

    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
        db.sql("delete from signin_throttle").update();
    }

    private Requester desk() {
        return at(hospital, Profession.RECEPTION);
    }

    private Requester nurse() {
        var login = "nurse" + number();
        staff.register(hospital, login, "見本 花子", "ミホン ハナコ", Profession.NURSE, false);
        return staff.byLogin(login).orElseThrow();
    }

    private Browser signedIn(Requester who) {
        return SignedIn.browser(port, accounts, who.staff(), who.login());
    }

    private long traces(String outcome, StaffId about) {
        return logged("\"" + outcome + "\"", "\"staff\":\"" + about.value() + "\"")
                .size();
    }

    @Test
    void whoLeavesIsOutAtTheirNextStepAndCannotComeBack() {
        var nurse = nurse();
        var browser = signedIn(nurse);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(members.leave(nurse.staff(), null, "退職", desk())).isEqualTo(MemberAnswer.DONE);
        var next = browser.get("/");
        assertThat(next.statusCode()).isEqualTo(303);
        assertThat(next.headers().firstValue("Location").orElse("")).contains("/signin");
        assertThat(staff.byLogin(nurse.login())).isEmpty();
        assertThat(db.sql("select password is null and totp_secret is null from signin_account where staff = ?")
                        .param(nurse.staff().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(traces("left", nurse.staff())).isEqualTo(1);
        assertThat(members.leave(nurse.staff(), null, "もう一度", desk())).isEqualTo(MemberAnswer.GONE);
    }

    @Test
    void theDeskSaysWhoWorksInTheEmergencyRoomAndNobodySaysSoOfThemselves() {
        var nurse = nurse();
        var page = "/staff/" + nurse.staff().value() + "/emergency";
        var form = Map.of("there", "true", "why", "救急外来へ");
        assertThat(signedIn(nurse).post(page, form).statusCode()).as("no desk").isEqualTo(404);
        var desk = desk();
        var there = signedIn(desk);
        assertThat(there.post(page, Map.of("there", "true", "why", " ")).statusCode())
                .as("no reason")
                .isEqualTo(422);
        assertThat(staff.byLogin(nurse.login()).orElseThrow().may(Right.EMERGENCY))
                .isFalse();
        assertThat(there.post(page, form).statusCode()).isEqualTo(303);
        assertThat(staff.byLogin(nurse.login()).orElseThrow().may(Right.EMERGENCY))
                .isTrue();
        assertThat(there.get("/staff/" + nurse.staff().value()).body())
                .as("who, when, why")
                .contains("救急外来へ", desk.name());
        assertThat(members.worksInEmergencies(desk.staff(), true, "自分", desk)).isEqualTo(MemberAnswer.OWN);
        var pharmacist = at(hospital, Profession.PHARMACIST).staff();
        assertThat(members.worksInEmergencies(pharmacist, true, "薬剤部", desk)).isEqualTo(MemberAnswer.GONE);
        var elsewhere = at(hospital(), Profession.NURSE).staff();
        assertThat(members.worksInEmergencies(elsewhere, true, "ほかの病院", desk)).isEqualTo(MemberAnswer.UNKNOWN);
        there.post(page, Map.of("there", "false", "why", "病棟へ"));
        assertThat(staff.byLogin(nurse.login()).orElseThrow().may(Right.EMERGENCY))
                .isFalse();
    }

    @Test
    void aLastDayIsWorkedToItsEndAndCanBeTakenBack() {
        var nurse = nurse();
        members.leave(nurse.staff(), members.today(), "今日まで", desk());
        assertThat(staff.byLogin(nurse.login())).isPresent();
        assertThat(members.stay(nurse.staff(), desk())).isEqualTo(MemberAnswer.DONE);
        members.leave(nurse.staff(), members.today().plusDays(30), "月末", desk());
        db.sql("update staff set until = ? where id = ?")
                .params(members.today().minusDays(1), nurse.staff().value())
                .update();
        assertThat(staff.byLogin(nurse.login())).isEmpty();
        assertThat(members.stay(nurse.staff(), desk())).isEqualTo(MemberAnswer.GONE);
    }

    @Test
    void nobodyActsOnThemselvesAndNoDeskOnOthersPeople() {
        var own = desk();
        var nurse = nurse();
        var stranger = at(hospital(), Profession.RECEPTION);
        assertThat(members.leave(own.staff(), null, "-", own)).isEqualTo(MemberAnswer.OWN);
        assertThat(members.become(own.staff(), Profession.DOCTOR, true, "-", own))
                .isEqualTo(MemberAnswer.OWN);
        assertThat(renewals.propose(own.staff(), "in-person", "-", own)).isEqualTo(MemberAnswer.OWN);
        assertThat(members.leave(nurse.staff(), null, "-", stranger)).isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(members.become(nurse.staff(), Profession.DOCTOR, true, "-", stranger))
                .isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(renewals.propose(nurse.staff(), "in-person", "-", stranger)).isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(members.leave(nurse.staff(), null, "-", nurse)).isEqualTo(MemberAnswer.UNKNOWN);
        var operator = office();
        assertThat(members.leave(operator.staff(), null, "-", operator)).isEqualTo(MemberAnswer.OWN);
        assertThat(members.become(nurse.staff(), Profession.DENTIST, false, "-", operator))
                .isEqualTo(MemberAnswer.DONE);
    }

    @Test
    void aDeskMakesNoOperatorAndTouchesNone() {
        var desk = desk();
        var nurse = nurse();
        assertThat(members.become(nurse.staff(), Profession.OPERATOR, false, "-", desk))
                .isEqualTo(MemberAnswer.OFFICE_ONLY);
        var operator = at(hospital, Profession.OPERATOR);
        assertThat(members.leave(operator.staff(), null, "-", desk)).isEqualTo(MemberAnswer.OFFICE_ONLY);
        assertThat(renewals.propose(operator.staff(), "in-person", "-", desk)).isEqualTo(MemberAnswer.OFFICE_ONLY);
        assertThat(renewals.propose(operator.staff(), "in-person", "-", office()))
                .isEqualTo(MemberAnswer.DONE);
    }

    @Test
    void anotherProfessionHoldsAtTheNextRequest() {
        var nurse = nurse();
        assertThat(members.become(nurse.staff(), Profession.RECEPTION, true, "配置換え", desk()))
                .isEqualTo(MemberAnswer.DONE);
        var now = staff.byId(nurse.staff()).orElseThrow();
        assertThat(now.profession()).isEqualTo(Profession.RECEPTION);
        assertThat(now.desk()).isTrue();
        assertThat(notices.of(now, Messages.in(Language.JAPANESE)))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("職種"));
    }

    @Test
    void factorsAreGivenAnewByTwoAndTheOldOnesDieAtOnce() {
        var nurse = nurse();
        var browser = signedIn(nurse);
        var first = desk();
        var second = desk();
        assertThat(renewals.propose(nurse.staff(), "in-person", "端末の紛失", first)).isEqualTo(MemberAnswer.DONE);
        assertThat(renewals.agree(nurse.staff(), first).answer()).isEqualTo(MemberAnswer.SECOND_PERSON);
        assertThat(browser.get("/").body()).contains("再発行を申請しました", "頼んでいないので止める");
        var slip = renewals.agree(nurse.staff(), second).slip().orElseThrow();
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        var old = new Browser(port);
        old.post("/signin", Map.of("login", nurse.login(), "password", "correct horse battery " + nurse.login()));
        assertThat(old.get("/signin/code").statusCode()).isEqualTo(302);
        var fresh = new Browser(port);
        assertThat(fresh.post("/signin", Map.of("login", nurse.login(), "password", slip.password()))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/signin/code");
        assertThat(slip.toString()).doesNotContain(slip.password(), slip.totpSecret());
        assertThat(traces("renewed", nurse.staff())).isEqualTo(1);
        assertThat(signedIn(second).get("/staff/" + nurse.staff().value()).body())
                .as("in words of people")
                .contains("対面（顔を知っている）")
                .doesNotContain("<small>in-person");
        assertThat(renewals.agree(nurse.staff(), second).answer()).isEqualTo(MemberAnswer.GONE);
    }

    private SignInSlip slip(Requester who) {
        renewals.propose(who.staff(), "in-person", "端末の紛失", desk());
        return renewals.agree(who.staff(), desk()).slip().orElseThrow();
    }

    private String answer(Requester who, String password) {
        return new Browser(port)
                .post("/signin", Map.of("login", who.login(), "password", password))
                .body();
    }

    @Test
    void aSlipSignsNobodyInAfterItsLastDayAndSaysWhy() {
        var nurse = nurse();
        var slip = slip(nurse);
        assertThat(slip.lastDay()).isEqualTo(members.today().plusDays(14));
        assertThat(renewals.unusedSlip(nurse.staff()))
                .hasValueSatisfying(one -> assertThat(one.over()).isFalse());
        db.sql("update signin_account set slip_last_day = ? where staff = ?")
                .params(members.today().minusDays(1), nurse.staff().value())
                .update();
        assertThat(answer(nurse, slip.password())).contains("期限を過ぎました");
        assertThat(answer(nurse, "another password 12")).contains("違います").doesNotContain("期限を過ぎました");
        assertThat(renewals.unusedSlip(nurse.staff()))
                .hasValueSatisfying(one -> assertThat(one.over()).isTrue());
        var next = slip(nurse);
        assertThat(answer(nurse, next.password())).doesNotContain("期限を過ぎました", "違います");
    }

    @Test
    void aSlipThatNobodyUsedIsEndedByOneOfTheDesk() {
        var nurse = nurse();
        var slip = slip(nurse);
        assertThat(renewals.endSlip(nurse.staff(), "紛失", at(hospital(), Profession.RECEPTION)))
                .isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(renewals.endSlip(nurse.staff(), "紛失", nurse)).isEqualTo(MemberAnswer.UNKNOWN);
        var desk = signedIn(desk());
        var page = "/staff/" + nurse.staff().value();
        assertThat(desk.get(page).body()).contains("まだ使われていません");
        assertThat(desk.post(page + "/slip/end", Map.of("why", "")).statusCode())
                .isEqualTo(422);
        assertThat(desk.post(page + "/slip/end", Map.of("why", "紛失")).statusCode())
                .isEqualTo(303);
        assertThat(answer(nurse, slip.password())).contains("違います");
        assertThat(traces("slip-ended", nurse.staff())).isEqualTo(1);
        assertThat(renewals.endSlip(nurse.staff(), "もう一度", desk())).isEqualTo(MemberAnswer.GONE);
        var chosen = nurse();
        var open = signedIn(chosen);
        assertThat(renewals.endSlip(chosen.staff(), "誤り", desk())).isEqualTo(MemberAnswer.GONE);
        assertThat(open.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountIsFoundByItsSignInNameOnlyByWhoLooksAfterIt() {
        var nurse = nurse();
        var page = "/staff?login=" + nurse.login();
        assertThat(signedIn(desk()).get(page).headers().firstValue("Location"))
                .hasValue("/staff/" + nurse.staff().value());
        assertThat(signedIn(office()).get(page).statusCode()).isEqualTo(303);
        var stranger = signedIn(at(hospital(), Profession.RECEPTION));
        assertThat(stranger.get(page).statusCode()).isEqualTo(422);
        assertThat(stranger.get(page).body()).contains("見つかりません");
    }

    @Test
    void whoHasLostNothingStopsARenewal() {
        var nurse = nurse();
        renewals.propose(nurse.staff(), "call-back", "電話", desk());
        assertThat(renewals.object(nurse)).isEqualTo(MemberAnswer.DONE);
        assertThat(renewals.agree(nurse.staff(), desk()).answer()).isEqualTo(MemberAnswer.GONE);
        assertThat(renewals.object(nurse)).isEqualTo(MemberAnswer.GONE);
    }

    @Test
    void whatWasCheckedYesterdayIsNotConfirmedToday() {
        var nurse = nurse();
        renewals.propose(nurse.staff(), "in-person", "端末の紛失", desk());
        db.sql("update approval set proposed_at = now() - interval '25 hours' where kind = ? and subject = ?")
                .params(SignInRenewals.KIND, Long.toString(nurse.staff().value()))
                .update();
        assertThat(renewals.waiting(nurse.staff())).isEmpty();
        assertThat(renewals.agree(nurse.staff(), desk()).answer()).isEqualTo(MemberAnswer.GONE);
        assertThat(renewals.propose(nurse.staff(), "in-person", "端末の紛失", desk()))
                .isEqualTo(MemberAnswer.DONE);
    }

    @Test
    void whoMovesHasANewAccountAndStaysShutOut() {
        var nurse = nurse();
        var hiding = resident(ConsentChoice.EVERYTHING, hospital(), number());
        protections.begin(hiding, new ProtectionOrder("person", "photo", Set.of(), Set.of(nurse.staff())), office());
        var elsewhere = hospital();
        var to = new Destination(elsewhere, "moved" + number(), Profession.NURSE, false);
        var first = office();
        assertThat(moves.propose(nurse.staff(), to, "転職", desk())).isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(moves.propose(nurse.staff(), to, "転職", first)).isEqualTo(MemberAnswer.DONE);
        assertThat(moves.agree(nurse.staff(), first).answer()).isEqualTo(MemberAnswer.SECOND_PERSON);
        assertThat(moves.agree(nurse.staff(), desk()).answer()).isEqualTo(MemberAnswer.GONE);
        var slip =
                moves.agree(nurse.staff(), at(elsewhere, Profession.RECEPTION)).slip();
        assertThat(slip).isPresent();
        assertThat(staff.byLogin(nurse.login())).isEmpty();
        var moved = staff.byLogin(to.login()).orElseThrow();
        assertThat(moved.facility()).isEqualTo(elsewhere);
        assertThat(protections.keeps(moved, hiding)).isTrue();
        assertThat(traces("moved", nurse.staff())).isEqualTo(1);
        assertThat(traces("joined", moved.staff())).isEqualTo(1);
    }
}
