package hmnet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Rules;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import hmnet.ground.signin.Factors;
import hmnet.ground.signin.SignInAccounts;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Each act of the verb `rights` does what its page does, for those whom the page lets, and for nobody else.
class RightsVerbTest extends Ward {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Rules rules;

    @LocalServerPort
    int port;

    private FacilityId hospital = new FacilityId(0);
    private String code = "";

    @BeforeEach
    void aHospital() {
        hospital = hospital();
        code = facilities.get(hospital).code();
        db.sql("delete from signin_throttle").update();
    }

    private Requester desk() {
        return at(hospital, Profession.RECEPTION);
    }

    private Requester nurse() {
        var login = "nurse" + number();
        staff.register(hospital, login, "例示 花子", "レイジ ハナコ", Profession.NURSE, false);
        return staff.byLogin(login).orElseThrow();
    }

    /// Somebody signs in anew and acts; the words that the shell prints.
    private String rights(Requester who, String... words) {
        var arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(List.of("--as", who.login(), "--centre", "http://localhost:" + port));
        return typed(Factors.of(accounts, who).typed(), arguments);
    }

    private static String typed(String input, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        RightsVerb.run(
                arguments.toArray(String[]::new),
                login -> SignInFactors.from(in),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void refused(String why, Requester who, String... words) {
        assertThatThrownBy(() -> rights(who, words))
                .isInstanceOf(RefusedAct.class)
                .hasMessageContaining(why);
    }

    private boolean works(Requester who) {
        return staff.byLogin(who.login()).isPresent();
    }

    @Test
    void someoneLeavesAtOnceOrOnADayAndTheLogNamesWhoDidIt() {
        var nurse = nurse();
        var desk = desk();
        assertThat(rights(desk, "leave", "--login", nurse.login(), "--why", "退職", "--plan"))
                .contains(nurse.name(), "いますぐ", "nothing was done");
        assertThat(works(nurse)).isTrue();
        refused("見つかりません", at(hospital(), Profession.RECEPTION), "leave", "--login", nurse.login(), "--why", "-");
        refused("looks after no accounts", nurse, "leave", "--login", desk.login(), "--why", "-");
        refused("自分の権利", desk, "leave", "--login", desk.login(), "--why", "退職");
        refused("200 字", desk, "leave", "--login", nurse.login(), "--why", " ");
        var last = LocalDate.now(JAPAN).plusDays(30).toString();
        assertThat(rights(desk, "leave", "--login", nurse.login(), "--why", "月末", "--last", last))
                .contains("最終勤務日を登録しました", "rights: done in");
        assertThat(rights(desk, "show", "staff", "--login", nurse.login())).contains("最終勤務日の登録", "月末");
        assertThat(rights(desk, "stay", "--login", nurse.login())).contains("取り消しました");
        assertThat(rights(desk, "leave", "--login", nurse.login(), "--why", "退職"))
                .contains("終わらせました");
        assertThat(works(nurse)).isFalse();
        var about = "\"staff\":\"" + nurse.staff().value() + "\"";
        assertThat(logged("\"left\"", about, desk.actor().word())).hasSize(1);
    }

    @Test
    void factorsAreGivenAnewByTwoAndTheSlipIsPrintedOnce() {
        var nurse = nurse();
        var first = desk();
        var second = desk();
        assertThat(rights(first, "renew", "--login", nurse.login(), "--checked", "in-person", "--why", "紛失"))
                .contains("2 人目");
        refused("自分の申請", first, "agree", "renewal", "--login", nurse.login());
        assertThat(rights(second, "agree", "renewal", "--login", nurse.login()))
                .contains("初回パスワード: ", "otpauth://totp/hmnet:" + nurse.login() + "?secret=", "まで使えます");
        assertThat(rights(second, "slip-end", "--login", nurse.login(), "--why", "渡せない"))
                .contains("無効にしました");
        refused("待っている申請がありません", second, "agree", "renewal", "--login", nurse.login());
        rights(first, "renew", "--login", nurse.login(), "--checked", "call-back", "--why", "紛失");
        assertThat(rights(second, "refuse", "renewal", "--login", nurse.login()))
                .contains("申請を終わらせました");
    }

    @Test
    void someoneMovesByAnOperatorAndTheNewDesk() {
        var nurse = nurse();
        var elsewhere = hospital();
        var fresh = "moved" + number();
        var operator = office();
        String[] move = {
            "move",
            "--login",
            nurse.login(),
            "--facility",
            facilities.get(elsewhere).code(),
            "--new-login",
            fresh,
            "--profession",
            "nurse",
            "--why",
            "転職"
        };
        refused("no such thing", desk(), move);
        assertThat(rights(operator, Arrays.copyOf(move, move.length))).contains("異動を申請しました");
        refused("自分の申請", operator, "agree", "move", "--new-login", fresh);
        refused("no move to", desk(), "agree", "move", "--new-login", fresh);
        assertThat(rights(at(elsewhere, Profession.RECEPTION), "agree", "move", "--new-login", fresh))
                .contains(fresh, "初回パスワード: ");
        assertThat(works(nurse)).isFalse();
        assertThat(staff.byLogin(fresh).orElseThrow().facility()).isEqualTo(elsewhere);
    }

    @Test
    void anotherProfessionAndTheDeskAreGiven() {
        var nurse = nurse();
        assertThat(rights(
                        desk(),
                        "role",
                        "--login",
                        nurse.login(),
                        "--profession",
                        "reception",
                        "--desk",
                        "yes",
                        "--why",
                        "配置換え"))
                .contains("変更しました");
        assertThat(staff.byLogin(nurse.login()).orElseThrow().desk()).isTrue();
        refused("運用者だけ", desk(), "role", "--login", nurse.login(), "--profession", "operator", "--why", "-");
    }

    @Test
    void aHospitalStopsByOneAndStartsAgainByTwo() {
        var first = desk();
        assertThat(rights(first, "stop", "--why", "障害", "--plan")).contains(first.facilityName(), "nothing was done");
        assertThat(facilities.get(hospital).disclosureStoppedAt()).isNull();
        refused("理由", first, "stop", "--why", " ");
        assertThat(rights(first, "stop", "--why", "障害")).contains("rights: done in");
        assertThat(facilities.get(hospital).disclosureStoppedAt()).isNotNull();
        refused("it is not for you", nurse(), "resume", "--why", "復旧");
        rights(first, "resume", "--why", "復旧");
        refused("自分", first, "agree", "resumption");
        rights(desk(), "refuse", "resumption");
        rights(first, "resume", "--why", "復旧");
        rights(desk(), "agree", "resumption");
        assertThat(facilities.get(hospital).disclosureStoppedAt()).isNull();
        assertThat(logged("\"disclosure-stopped\"", first.actor().word())).isNotEmpty();
    }

    @Test
    void aRuleIsTriedAndChangedByTwo() {
        var number = number();
        filed(hospital, Papers.of(number).visit(), Papers.of(number).diagnoses(Papers.diagnosis("P1", "見本の病", "I10")));
        resident(ConsentChoice.EVERYTHING, hospital, number);
        var today = LocalDate.now(JAPAN).toString();
        String[] rule = {"rule", "--from", today, "--kinds", "DIAGNOSIS", "--shown", "no", "--why", "見直し"};
        var before = rules.of(hospital).size();
        var plan = new ArrayList<>(Arrays.asList(rule));
        plan.add("--plan");
        assertThat(rights(desk(), plan.toArray(String[]::new))).contains("1 件のカルテすべて", number, "nothing was done");
        refused("種別を一つ以上", desk(), "rule", "--from", today, "--kinds", "DIAGNOSES", "--shown", "no", "--why", "-");
        refused("種別を一つ以上", desk(), "rule", "--from", today, "--kinds", "DIAGNOSIS,X", "--shown", "no", "--why", "-");
        assertThat(rights(desk(), rule)).contains("申請しました");
        refused("別の変更", desk(), rule);
        assertThat(rights(desk(), "agree", "rule")).contains("変更を登録しました");
        assertThat(rules.of(hospital)).hasSize(before + 1);
    }

    @Test
    void aCertificateEndsByOneAndAFacilityLeavesByTwoOperators() {
        var issued = facilityCa().issue(Wish.client("verb" + code));
        var print = Machines.fingerprint(issued.certificate());
        var fingerprint = HexFormat.of().formatHex(print);
        facilities.registerCertificate(
                hospital,
                print,
                issued.certificate().getSerialNumber().toString(16),
                Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        assertThat(rights(desk(), "show", "participation")).contains(fingerprint);
        refused("no such thing", at(hospital(), Profession.RECEPTION), certificate(fingerprint));
        assertThat(rights(desk(), certificate(fingerprint))).contains("失効させました");
        var first = office();
        String[] close = {
            "close", "--facility", code, "--day", LocalDate.now(JAPAN).toString(), "--records", "keep", "--why", "届出"
        };
        refused("no such thing", desk(), close);
        assertThat(rights(first, close)).contains("2 人目の運用者");
        refused("自分の申請", first, "agree", "closing", "--facility", code);
        var nurse = nurse();
        rights(office(), "agree", "closing", "--facility", code);
        assertThat(works(nurse)).isFalse();
        rights(first, "reopen", "--facility", code, "--why", "撤回");
        rights(office(), "agree", "closing", "--facility", code);
        assertThat(works(nurse)).isTrue();
    }

    private String[] certificate(String fingerprint) {
        return new String[] {"certificate", "--facility", code, "--fingerprint", fingerprint, "--why", "鍵の紛失"};
    }

    @Test
    void nobodyActsWithoutBothFactors() {
        var nurse = nurse();
        var desk = desk();
        var factors = Factors.of(accounts, desk).typed();
        var act = List.of(
                "leave",
                "--login",
                nurse.login(),
                "--why",
                "退職",
                "--as",
                desk.login(),
                "--centre",
                "http://localhost:" + port);
        assertThatThrownBy(() -> typed("another password 12\n000000\n", act)).hasMessageContaining("違います");
        assertThatThrownBy(() -> typed(factors.lines().findFirst().orElseThrow() + "\nabcdef\n", act))
                .hasMessageContaining("確認コード");
        assertThatThrownBy(() -> typed("one line\n", act)).isInstanceOf(Usage.class);
        assertThat(works(nurse)).isTrue();
    }

    @Test
    void wrongWordsAskForNoFactorAndNoPasswordGoesOutInTheClear() {
        assertThatThrownBy(() -> typed("", List.of("leave", "--as", "a", "--login", "b")))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--why is missing");
        assertThatThrownBy(() -> typed("", List.of("depart", "--as", "a"))).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> typed("", List.of("stop", "--why", "-"))).hasMessageContaining("--as");
        assertThatThrownBy(() -> typed("", List.of("stop", "--why", "-", "--as", "a", "--centre", "http://192.0.2.7")))
                .isInstanceOf(RefusedAct.class)
                .hasMessageContaining("in the clear");
        assertThatThrownBy(() ->
                        typed("p\nc\n", List.of("stop", "--why", "-", "--as", "a", "--centre", "http://localhost:1")))
                .isInstanceOf(RefusedAct.class)
                .extracting(e -> ((RefusedAct) e).code())
                .isEqualTo(RefusedAct.NOT_REACHED);
    }

    /// What a page says is what the shell says, without forms, pictures and tags.
    @Test
    void aPageIsReadAsWords() {
        var page = PageWords.of("""
                <header>menu</header><main id="main"><h1>A &amp; B</h1>
                <div class="notice" role="alert"><svg><path d="M1>2"/></svg><div><strong>Wrong:</strong> x &lt; y</div></div>
                <form><button>Send</button></form><dl><dt>Name</dt><dd>見本</dd></dl>
                <table><tr><th>a</th><td title="1 > 0">b</td></tr></table></main><footer>end</footer>""");
        assertThat(page.answer()).isEqualTo("Wrong: x < y");
        assertThat(page.main()).isEqualTo("A & B\nWrong: x < y\nName: 見本\na | b");
    }
}
