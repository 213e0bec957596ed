package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import hmnet.consent.cards.Cards;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.signin.SignInAccounts;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The office's own pages, walked through without scripts; those without the right are turned away.
class OfficeInBrowserTest extends RegionInBrowser {
    private static final String LIST = String.join(
            "\r\n", "氏名,カナ氏名,生年月日,性別,住所,前住所", "架空　移子,カクウ　ウツルコ,1901-03-04,女,広島県架空市移動町1-2-3,広島県見本市移動前町4-5-6", "架空", "");
    private static final List<String> OFFICE_ALONE = List.of(
            "/office/joined",
            "/office/schemes",
            "/office/designs",
            "/office/machines",
            "/office/witnesses",
            "/office/residents",
            "/office/my-number-cards");

    @Test
    void theOfficeFindsItsPagesByTheHeadingsOfTheMenu() {
        try (var office = signedIn("operator1")) {
            office.visit("/");
            assertThat(office.reads()).contains("カード・同意", "住民・紐付け", "受信・データ", "施設・設定");
            office.clean();
            office.picture("office-home");
            office.follow("結合した人物");
            office.clean();
            office.follow("開示カードの登録");
            office.clean();
            office.follow("番号体系");
            office.clean();
            office.picture("schemes");
            office.follow("券面と番号の範囲");
            office.clean();
            office.picture("stock");
            office.follow("外部連携の権利");
            office.clean();
            office.follow("監査証跡の立会い");
            office.clean();
            office.picture("witnesses");
            office.follow("マイナンバーカード");
            office.clean();
            office.follow("住民情報の受入");
            office.clean();
            office.write("市町村", "架空市");
            office.page()
                    .getByLabel("CSV ファイル")
                    .setInputFiles(new FilePayload("r.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
            office.press("受け入れる");
            assertThat(office.reads()).contains("受け入れました", "列の数が見出しと違います");
            office.clean();
            office.picture("residents");
        }
    }

    @Test
    void aFileThatIsTooLargeIsAnsweredInWords() throws Exception {
        try (var office = signedIn("operator1");
                var client = HttpClient.newHttpClient()) {
            var cookies = office.page().context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/office/residents"))
                    .header("Cookie", cookies)
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofByteArray(new byte[40 << 20]))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("32 MB 以下の CSV");
        }
    }

    @Test
    void twoPeopleOfTheOfficeSeeWhatAJoinOpens() {
        try (var office = signedIn("operator1")) {
            var one = registered("結子", "ムスビコ");
            var other = registered("結子", "ムスビコ");
            office.visit("/office/joined/" + one + "/with/" + other);
            office.clean();
            office.picture("join");
            office.write("理由", "2 枚のカードを持参、写真付きの証明書で確認");
            office.press("結合を申し出る");
            assertThat(office.reads()).contains("別の 1 人が確認すると結合します");
            assertThat(office.button("2 人目として結合する").count()).isZero();
            try (var second = anybody().signIn(secondOperator())) {
                second.visit("/office/joined");
                assertThat(second.reads()).contains("2 人目の確認を待つ結合", "結子");
                second.visit("/office/joined/" + one + "/with/" + other);
                second.clean();
                second.press("2 人目として結合する");
                assertThat(second.reads()).contains("結合しました", "それぞれの同意のうち狭いほう");
                second.clean();
                second.picture("joined");
            }
        }
    }

    @Test
    void aDeskDescribesALaboratorysFileBesideItsSample() {
        var sample = "番号,採取日,項目,結果,単位\r\n0000123,20261101,血糖,99,mg/dL\r\n".getBytes(Charset.forName("MS932"));
        try (var desk = signedIn("desk1")) {
            desk.visit("/files/layouts");
            var page = desk.page();
            page.locator("#f-file-filled").setInputFiles(new FilePayload("sample.csv", "text/csv", sample));
            desk.press("見本の並びを見る");
            assertThat(desk.reads()).contains("見本の並び（1 行 5 列）", "血糖", "「sample.csv」を使います");
            desk.clean();
            desk.write("取り決めの名前", "見本検査センター");
            desk.write("結果の前にある見出しの行数", "1");
            var column = 1;
            for (var what : List.of("patient", "sampled", "item", "value", "unit")) {
                page.locator("select[name=what]").nth(column - 1).selectOption(what);
                page.locator("input[name=from]").nth(column - 1).fill(String.valueOf(column++));
            }
            var rows = page.locator("select[name=what]").count();
            page.evaluate("document.querySelector('h1').dataset.kept = 'yes'");
            desk.press("行を 3 つ足す");
            page.locator("select[name=what]").nth(rows + 2).waitFor();
            assertThat(page.locator("h1[data-kept=yes]").count())
                    .as("the rows alone are drawn anew")
                    .isEqualTo(1);
            assertThat(page.locator("input[name=from]").nth(4).inputValue()).isEqualTo("5");
            desk.press("試す");
            assertThat(desk.reads()).contains("検査結果 1 件、患者 1 人を読めました", "mg/dL");
            desk.press("この読み方で保存する");
            assertThat(desk.reads()).contains("保存しました", "見本検査センター");
            desk.clean();
        }
    }

    /// Somebody else of the office, who signs in for themselves.
    private JsonNode secondOperator() {
        var staff = centre.getBean(Staff.class);
        var first = staff.byLogin("operator1").orElseThrow();
        if (staff.byLogin("operator2").isEmpty()) {
            staff.register(first.facility(), "operator2", "二見 確", "フタミ タシカ", Profession.OPERATOR, true);
        }
        var secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        var password = "second pair of eyes " + System.nanoTime();
        centre.getBean(SignInAccounts.class)
                .give(staff.byLogin("operator2").orElseThrow().staff(), password, secret, false);
        return JsonMapper.shared()
                .createObjectNode()
                .put("login", "operator2")
                .put("password", password)
                .put("totpSecret", Base32.toBase32String(secret));
    }

    private PersonId registered(String given, String kana) {
        var cards = centre.getBean(Cards.class);
        var applicant = new Person(
                PersonId.fresh(),
                "",
                "架空",
                given,
                "カクウ",
                kana,
                LocalDate.of(1950, 2, 28),
                "female",
                "730-0000",
                "広島県架空市一丁目" + System.nanoTime(),
                "架空市",
                "");
        var operator = centre.getBean(Staff.class).byLogin("operator1").orElseThrow();
        return cards.issueFor(applicant, operator).holder().id();
    }

    @Test
    void aSchemeIsTriedOutAndARightGrantedWithoutScripts() {
        try (var held = signedIn("operator1");
                var office = new Colleague(browser.pageWithoutScripts(), "http://localhost:" + port)) {
            office.page().context().addCookies(held.page().context().cookies());
            office.visit("/office/schemes");
            office.write("カードから読んだ文字", "見本 123");
            office.press("試す");
            assertThat(office.reads()).contains("どのカードの番号でもありません");
            office.visit("/office/machines/3498800009");
            assertThat(office.heading()).isEqualTo("表示できるものがありません");
            office.visit("/office/machines");
            office.press("開く");
            office.choose("患者基本情報の照会（PDQ）");
            office.choose("自院に関わる方");
            office.press("権利を渡す");
            assertThat(office.reads()).contains("権利を渡しました");
            held.page().navigate(office.page().url());
            held.clean();
            held.picture("machines");
        }
    }

    @Test
    void theOfficesPagesAreTheOfficesAlone() {
        try (var doctor = signedIn("doctor1");
                var desk = signedIn("desk1")) {
            for (var path : OFFICE_ALONE) {
                doctor.visit(path);
                assertThat(doctor.heading()).as(path).isEqualTo("表示できるものがありません");
                desk.visit(path);
                assertThat(desk.heading()).as(path).isEqualTo("表示できるものがありません");
            }
            doctor.visit("/disclosure-cards");
            assertThat(doctor.heading()).isEqualTo("表示できるものがありません");
            desk.follow("開示カードの登録");
            assertThat(desk.heading()).isEqualTo("開示カードの登録");
            desk.clean();
        }
    }
}
