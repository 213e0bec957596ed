package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.proxies.Deaths;
import hmnet.formats.model.code.Label;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// A resident reads what a code would say, makes it, and ends it.
class OwnCodesTest extends CodeWard {
    private static final String PAGE = "/my/emergency-code";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Autowired
    private CodeSweep sweep;

    @Autowired
    private Persons persons;

    @Autowired
    private SamePersons samePersons;

    @Autowired
    private Deaths deaths;

    private Carried carried;
    private Card card;
    private PersonId person;
    private Browser resident;

    @BeforeEach
    void aResidentTakesABloodThinner() {
        carried = carried(ConsentChoice.EVERYTHING);
        card = carried.card();
        person = carried.person();
        resident = signedIn(card);
    }

    private HttpResponse<String> drafted(Browser browser, String months, String... parts) {
        return browser.post(PAGE, form(Map.of("months", months), parts));
    }

    private static Map<String, String> form(Map<String, String> fields, String... parts) {
        var with = new HashMap<>(fields);
        with.put("part", String.join(",", parts));
        return with;
    }

    /// The words that a code would have, and where it is made.
    private String drafted(String... parts) {
        var answer = drafted(resident, "3", parts);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return leads(answer);
    }

    private String text(String path) {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var code = transaction.execute(status -> rows.find(person, id)).orElseThrow();
        return codes.text(code).orElseThrow();
    }

    private ReadCode read(String path) {
        return ReadCode.of(
                text(path),
                JsonMapper.shared()
                        .readTree(browser().get("/emergency/code/keys").body()));
    }

    @Test
    void aResidentMakesACodeOfWhatTheyChoseAndReadBefore() {
        var path = drafted("name", "allergies", "bleeding", "doctor");
        var look = resident.get(path).body();
        assertThat(look)
                .contains("文面の確認", card.holder().name(), "架空ワルファリン錠", "受信なし（あるかどうか不明）")
                .doesNotContain("<h3>主な病気", "<h3>いまの薬", "<path d=");
        assertThat(leads(resident.post(path, Map.of()))).isEqualTo(path);
        var page = resident.get(path).body();
        assertThat(page).contains("<path d=\"M", "架空ワルファリン錠", "この QR を使えなくする");
        var code = read(path);
        assertThat(code.genuine()).isTrue();
        assertThat(code.said()).contains(card.holder().name(), "架空ワルファリン錠");
        code.words()
                .get(0)
                .forEach(section -> section.get(2)
                        .forEach(line -> assertThat(look).as("word for word").contains(escaped(line.asString()))));
        assertThat(code.words()
                        .get(0)
                        .valueStream()
                        .map(section -> section.get(0).asInt()))
                .as("nothing but what was chosen, and how records arrive")
                .containsExactly(3, 4, 9, 11);
        assertThat(page).contains("本人が入れなかった項目（有無は分かりません）: 血液型", "に作成");
        assertThat(LocalDate.ofInstant(Instant.ofEpochSecond(code.until() - 1), JAPAN))
                .isEqualTo(LocalDate.now(JAPAN).plusMonths(3));
        var picture = resident.get(path + "/picture");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(entries(person, Action.OWN_CHART_OPENED))
                .as("one disclosure")
                .hasSize(1);
        assertThat(entries(person, Action.OWN_CHART_OPENED).getFirst().detail())
                .containsEntry("view", "own/emergency-code");
        assertThat(entries(person, Action.EMERGENCY_CODE_MADE)).hasSize(1);
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Test
    void amountsSayOfWhatAndSilenceIsNeverNone() {
        var look = resident.get(drafted("blood", "medicines", "problems", "devices"))
                .body();
        assertThat(look).contains("架空ワルファリン錠 1回 1 錠 1日 3 錠", "QR に入れられる記録は届いていません（1 施設", "医師が「説明済み」とした記録だけ");
        assertThat(look).doesNotContain(">なし", ": なし");
    }

    @Test
    void whatThePersonWasNotToldOfLeavesEqualBytes() throws SQLException {
        released();
        var before = everything();
        var known = recordsNow();
        filed(
                carried.hospital(),
                Papers.of(carried.number()).later(daysAgo()).prescription("E2", "告げられていない錠"),
                Papers.of(carried.number()).diagnoses(Papers.diagnosis("1", "告げられていない病気", "C169")));
        released();
        asOwner("update record set released_at = now() where facility = %d");
        assertThat(everything()).contains("告げられていない錠", "告げられていない病気");
        asOwner("update record set labels = labels # " + Label.UNINFORMED.mask()
                + " where facility = %d and id <> all ('{" + known + "}')");
        assertThat(everything()).as("byte for byte, but for numbers").isEqualTo(before);
        asOwner("update record set labels = labels # "
                + (Label.UNINFORMED.mask() | Label.UNDELIVERED.mask())
                + " where facility = %d and id <> all ('{" + known + "}')");
        assertThat(everything()).isEqualTo(before);
    }

    /// The centre's own account sees no record outside an open chart.
    private String recordsNow() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(id::text, ',') from record where facility = "
                        + carried.hospital().value())) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String everything() {
        var parts = Arrays.stream(CodePart.values()).map(CodePart::word).toArray(String[]::new);
        return IDS.matcher(resident.get(drafted(parts)).body()).replaceAll("");
    }

    private static int daysAgo() {
        return (int) ChronoUnit.DAYS.between(Papers.of("1").at().toLocalDate(), LocalDate.now(JAPAN)) - 3;
    }

    private void released() throws SQLException {
        asOwner(
                "update record set received_at = received_at - interval '9 days', counts_from = counts_from - interval '9 days'"
                        + " where facility = %d");
    }

    private void asOwner(String change) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(change.formatted(carried.hospital().value()));
            connection.commit();
        }
    }

    @Test
    void whatNeedsCareStandsInACodeOnlyIfThePersonSaysSo() throws SQLException {
        asOwner("update record set labels = labels # " + Label.PSYCHIATRY.mask() + " where facility = %d and kind = 4");
        assertThat(resident.get(drafted("name", "medicines")).body()).doesNotContain("架空ワルファリン錠");
        var with = resident.post(PAGE, form(Map.of("months", "3", "sensitive", "yes"), "medicines"));
        assertThat(resident.get(leads(with)).body()).contains("架空ワルファリン錠");
    }

    /// Neither a line nor a warning that comes of such a record stands there.
    @Test
    void aDeviceInTheBodyThatNeedsCareStaysOutToo() throws SQLException {
        filed(carried.hospital(), Papers.of(carried.number()).diagnoses(Papers.diagnosis("1", "心臓ペースメーカ", "Z950")));
        released();
        asOwner("update record set released_at = now() where facility = %d");
        assertThat(resident.get(drafted("devices")).body()).contains("心臓ペースメーカ");
        asOwner("update record set labels = labels # " + Label.PSYCHIATRY.mask() + " where facility = %d");
        assertThat(resident.get(drafted("devices")).body())
                .contains("とくに慎重に扱う記録（精神科など）は、有無にかかわらず入れていません")
                .doesNotContain("心臓ペースメーカ");
    }

    @Test
    void whatThinsTheBloodIsKnownByItsNameAloneAndTheCodeSaysSo() throws SQLException {
        asOwner("update record set labels = labels # " + Label.PSYCHIATRY.mask() + " where facility = %d and kind = 4");
        assertThat(resident.get(drafted("bleeding")).body()).contains("薬の名前で見分けられたものはありません（1 施設");
    }

    @Test
    void aCodeThatTellsOfSomebodyElsesChartEnds() {
        var path = drafted("name", "medicines");
        resident.post(path, Map.of());
        var draft = drafted("name");
        sweep.sweep();
        assertThat(isWithdrawn(codeOf(path))).isFalse();
        var chart = persons.current(carried.hospital(), carried.number()).orElseThrow();
        persons.unlink(chart, person, office().actor(), "wrong link");
        assertThat(leads(resident.post(draft, Map.of())))
                .as("nor is one made of it")
                .isEqualTo(PAGE + "?told=gone");
        sweep.sweep();
        assertThat(isWithdrawn(codeOf(path))).isTrue();
        assertThat(resident.get(PAGE).body()).contains("失効（記録の結び付きが直されました");
        assertThat(leads(resident.get(path))).isEqualTo(PAGE + "?told=gone");
        assertThat(entries(person, Action.EMERGENCY_CODE_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("parted"));
    }

    private static UUID codeOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void whatCannotBeTakenIsSaidBesideItsField() {
        assertThat(drafted(resident, "13", "name").statusCode()).isEqualTo(422);
        assertThat(drafted(resident, "0", "name").body()).contains("1 から 12 までの数字");
        assertThat(drafted(resident, "3", "nothing-known").body()).contains("一つ以上選んで");
        assertThat(entries(person, Action.OWN_CHART_OPENED))
                .as("and opens nothing")
                .isEmpty();
    }

    @Test
    void whatWasReadTooLongAgoIsReadAgain() {
        var path = drafted("name");
        db.sql("update emergency_code set drafted_at = now() - interval '31 minutes' where person = ?")
                .param(person.value())
                .update();
        assertThat(leads(resident.post(path, Map.of()))).isEqualTo(PAGE + "?told=gone");
        assertThat(leads(resident.get(path))).isEqualTo(PAGE + "?told=gone");
        var fresh = drafted("name");
        resident.post(fresh, Map.of());
        assertThat(leads(resident.post(fresh, Map.of()))).as("made once").isEqualTo(PAGE + "?told=gone");
        assertThat(entries(person, Action.EMERGENCY_CODE_MADE)).hasSize(1);
    }

    @Test
    void anEndedCodeIsWithdrawnAndItsWordsAreGone() {
        var path = drafted("name", "medicines");
        resident.post(path, Map.of());
        assertThat(leads(resident.post(path + "/end", Map.of()))).isEqualTo(PAGE + "?told=ended");
        assertThat(leads(resident.get(path))).isEqualTo(PAGE + "?told=gone");
        assertThat(resident.get(path + "/picture").statusCode()).isEqualTo(404);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(isWithdrawn(id)).isTrue();
        assertThat(resident.post(path + "/end", Map.of()).statusCode())
                .as("once")
                .isEqualTo(404);
        assertThat(resident.get(PAGE).body()).contains("使えなくしました");
        assertThat(entries(person, Action.EMERGENCY_CODE_ENDED)).hasSize(1);
    }

    private boolean isWithdrawn(UUID id) {
        var hash = PublishedKeys.hash(epochs.all().getFirst().salt(), id);
        return published.asked().keys().getFirst().withdrawn().contains(hash);
    }

    @Test
    void theCodesOfAProtectedPersonAreWithdrawnAtOnce() throws SQLException {
        var path = drafted("name", "doctor");
        resident.post(path, Map.of());
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(isWithdrawn(id)).isFalse();
        asOwner("update consent set protected_since = now() where person = '" + person + "' and %d > 0");
        assertThat(isWithdrawn(id)).isTrue();
    }

    @Test
    void soAreTheCodesOfWhoeverIsOneWithThemAndOfTheDead() throws SQLException {
        var other = card();
        var code = made(other, CodeSamples.words(), 30);
        var late = card();
        var left = made(late, CodeSamples.words(), 30);
        asOwner("update consent set protected_since = now() where person = '" + person + "' and %d > 0");
        assertThat(isWithdrawn(code.id())).isFalse();
        samePersons.join(person, other.holder().id(), office().actor(), "one human");
        assertThat(isWithdrawn(code.id())).isTrue();
        assertThat(isWithdrawn(left.id())).isFalse();
        deaths.record(late.holder().id(), LocalDate.now(JAPAN), "family", office());
        assertThat(isWithdrawn(left.id())).isTrue();
    }

    @Test
    void tenCodesAtMostCountAtOnce() {
        for (var n = 0; n < EmergencyCodes.CODES_MAX; n++) {
            made(card, CodeSamples.words(), 30);
        }
        var answer = resident.post(drafted("name"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("有効な QR が 10 枚あります");
    }

    @Test
    void nobodyElseComesIn() {
        var path = drafted("name", "medicines");
        resident.post(path, Map.of());
        assertThat(leads(browser().get(PAGE))).startsWith("/my/signin");
        assertThat(leads(browser().get(path))).startsWith("/my/signin");
        var other = signedIn(card());
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.get(path + "/picture").statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/end", Map.of()).statusCode()).isEqualTo(404);
        var doctor = member(hospital(), Profession.DOCTOR, true).browser();
        assertThat(leads(doctor.get(path))).as("staff are nobody here").startsWith("/my/signin");
        var crew = member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC, false);
        assertThat(leads(crew.browser().get(PAGE))).startsWith("/my/signin");
        assertThat(resident.get(path).statusCode()).isEqualTo(200);
    }
}
