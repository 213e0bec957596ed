package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import hmnet.office.setup.SampleRegion;
import hmnet.record.inbox.ReceivedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The walks of a working day, with a real browser against a real centre: from card to chart, from
/// application to opened chart, from a held file back to an empty desk.
class WalkInBrowserTest extends RegionInBrowser {
    private static final String FIRST_HOSPITAL = "3419900011";
    private static final String SECOND_HOSPITAL = "3419900029";

    @Test
    void aDoctorReadsACardAndSeesWhatBothHospitalsDisclosed() {
        var resident = region.resident("two-hospitals");
        try (var doctor = anybody()) {
            doctor.visit("/");
            doctor.clean();
            doctor.picture("signin");
            doctor.signIn(region.staff("doctor1"));
            doctor.clean();
            doctor.picture("home");
            doctor.read(region.qr(resident));
            assertThat(doctor.reads()).contains(SampleRegion.name(resident), "目の前の方と同じであること");
            doctor.clean();
            doctor.picture("card");
            doctor.press("この方と連携する");
            assertThat(doctor.page().url()).endsWith("/summary");
            assertThat(doctor.reads())
                    .contains(
                            SampleRegion.name(resident),
                            "この画面は全記録とは限りません",
                            region.facilityName(FIRST_HOSPITAL),
                            region.facilityName(SECOND_HOSPITAL));
            doctor.clean();
            doctor.picture("summary");
            doctor.pictures("summary");
            doctor.follow("時系列");
            doctor.clean();
            doctor.picture("timeline");
            doctor.pictures("timeline");
            filters(doctor);
            anotherCardFromHere(doctor);
        }
    }

    /// The list is swapped in place; the banner stays.
    private static void filters(Colleague doctor) {
        doctor.page().evaluate("document.querySelector('.person').dataset.kept = 'yes'");
        doctor.page().locator("#f-period").selectOption("all");
        doctor.page().waitForURL("**period=all**");
        var all = doctor.page().locator(".item").count();
        doctor.page().locator("#f-kind").selectOption(new SelectOption().setLabel("病名"));
        doctor.page().waitForURL("**kind=DIAGNOSIS**");
        assertThat(doctor.kinds()).containsExactly("病名");
        assertThat(doctor.page().locator(".item").count()).isPositive().isLessThan(all);
        assertThat(doctor.page().locator(".person[data-kept=yes]").count()).isOne();
    }

    private void anotherCardFromHere(Colleague doctor) {
        var other = region.resident("corrected");
        doctor.wedge(region.qr(other));
        doctor.page().waitForURL("**/cards/holder?**");
        assertThat(doctor.reads()).contains(SampleRegion.name(other));
        doctor.press("この方と連携する");
        assertThat(doctor.heading()).isEqualTo("概要");
    }

    @Test
    void everyPageOfTheChartIsReadable() {
        try (var doctor = signedIn("doctor2")) {
            doctor.link(region.qr(region.resident("two-hospitals")));
            for (var tab : Map.of("薬", "medicines", "検査", "laboratory", "病名", "diagnoses", "入退院", "admissions")
                    .entrySet()) {
                doctor.follow(tab.getKey());
                assertThat(doctor.page().url()).endsWith("/" + tab.getValue());
                assertThat(doctor.page().locator("main").innerText()).isNotBlank();
                doctor.picture(tab.getValue());
                doctor.pictures(tab.getValue());
                doctor.clean();
            }
            doctor.follow("時系列");
            doctor.page().locator(".item-title a").first().click();
            assertThat(doctor.reads()).contains("診療日時", "受信日時");
            doctor.clean();
        }
    }

    @Test
    void theWalkNeedsNoScripts() {
        var resident = region.resident("two-hospitals");
        try (var doctor = signedInWithoutScripts("doctor3")) {
            doctor.link(region.qr(resident));
            doctor.follow("時系列");
            doctor.page().locator("#f-kind").selectOption("DRUGS");
            doctor.press("表示");
            assertThat(doctor.page().url()).contains("kind=DRUGS");
            assertThat(doctor.kinds()).containsAnyOf("処方", "調剤").isSubsetOf("処方", "調剤");
            doctor.visit("/");
            doctor.follow(SampleRegion.name(resident));
            assertThat(doctor.reads()).contains(region.facilityName(SECOND_HOSPITAL));
            doctor.press("サインアウト");
            assertThat(doctor.heading()).isEqualTo("サインイン");
        }
    }

    @Test
    void aNewcomersChartOpensOnceCardTieAndConsentAreThere() {
        var newcomer = region.newcomer();
        var chart = newcomer.get("patients").get(0);
        var desk = chart.get("facility").asString().equals(FIRST_HOSPITAL) ? "desk1" : "desk2";
        var birth = newcomer.get("birthDate").asString();
        try (var office = signedIn("operator1");
                var hospital = signedIn(desk);
                var doctor = signedIn("doctor2")) {
            var number = issueCard(office);
            hospital.clean();
            hospital.visit("/desk");
            hospital.clean();
            hospital.write("診察券番号（自院の患者番号）", chart.get("number").asString());
            hospital.write("カードのQRコードまたは番号", number);
            hospital.press("見比べる");
            assertThat(hospital.reads()).contains("一致").doesNotContain("相違");
            hospital.clean();
            hospital.press("同じ方として結び付ける");
            assertThat(hospital.reads()).contains("カードに結び付けました");

            doctor.visit("/cards/typed");
            doctor.clean();
            doctor.write("カード番号", number);
            doctor.write("生年月日", birth);
            doctor.press("確認する");
            doctor.press("この方と連携する");
            assertThat(doctor.reads()).contains("開示への同意がまだ登録されていません");

            recordConsent(office, number);
            doctor.page().reload();
            assertThat(doctor.heading()).isEqualTo("概要");
            assertThat(doctor.reads())
                    .contains(region.facilityName(chart.get("facility").asString()));
        }
    }

    private String issueCard(Colleague office) {
        var newcomer = region.newcomer();
        var name = newcomer.get("name");
        office.follow("カード発行");
        office.clean();
        office.write("氏名", SampleRegion.name(newcomer));
        office.write(
                "カナ氏名",
                name.get("familyKana").asString() + "　" + name.get("givenKana").asString());
        office.write("生年月日", newcomer.get("birthDate").asString());
        office.choose(newcomer.get("sex").asString().equals("F") ? "女" : "男");
        office.write("住所", newcomer.get("address").asString());
        office.press("内容を確かめる");
        office.clean();
        office.picture("issue-look");
        office.press("発行する");
        office.clean();
        office.picture("issued");
        return office.page().locator(".hm-card-number").innerText().replaceAll("[^0-9]", "");
    }

    private static void recordConsent(Colleague office, String number) {
        office.follow("続けて同意を登録");
        office.clean();
        office.write("カードのQRコードまたは番号", number);
        office.press("探す");
        office.clean();
        office.choose("全部見せる");
        office.choose("受け方", "同意書（署名）");
        office.press("登録する");
        assertThat(office.reads()).contains("を登録しました。いまから有効です");
    }

    @Test
    void aDamagedFileWaitsWithItsReasonUntilTheOperatorActs() {
        var resident = region.resident("two-hospitals");
        var number = resident.get("patients").get(0).get("number").asString();
        var file = number + "_20261101_OML-11_000000000900001_20261101101112000_01_1";
        var path = number.substring(0, 3) + "/" + number.substring(3, 6) + "/" + number + "/20261101/OML-11/" + file;
        var damaged = "MSH|^~\\&|HIS|H\rPID|1\r".getBytes(StandardCharsets.US_ASCII);
        region.keep(FIRST_HOSPITAL, List.of(new ReceivedFile(path, damaged)));
        try (var operator = signedIn("operator1")) {
            operator.follow("取込の保留");
            assertThat(operator.reads())
                    .contains(region.facilityName(FIRST_HOSPITAL), "082-000-0101", file, "電話で伝えること");
            operator.clean();
            operator.picture("quarantine");
            operator.press("再処理 " + path);
            assertThat(operator.reads()).contains("再処理しました");
            region.keep(FIRST_HOSPITAL, List.of());
            operator.page().reload();
            operator.page().locator("summary").filter(holding(path)).click();
            operator.press("このファイルを破棄する " + path);
            assertThat(operator.reads()).contains("破棄しました").doesNotContain(file);
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions holding(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }
}
