package hmnet.record.forms;

import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.when;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Ward;
import hmnet.record.sheets.SheetReader;
import hmnet.record.sheets.SheetSamples;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/// The office lets a sheet in by two, after trying it without storing anything.
class SheetsPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/forms");

    @Autowired
    SheetsPage page;

    @Autowired
    PreviewPage preview;

    @Autowired
    SheetStore sheets;

    @Autowired
    SheetEntry entry;

    @Autowired
    TransactionTemplate transaction;

    private final String url = "urn:test:" + UUID.randomUUID();

    private byte[] file(String version, String... items) {
        return new String(SheetSamples.bytes(version, items), StandardCharsets.UTF_8)
                .replace("urn:hmnet:sheet:sample", url)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest upload(byte[] file) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.json\"\r\n\r\n"
                + new String(file, StandardCharsets.UTF_8) + "\r\n--x--";
        var request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static String told(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    private KeptSheet kept(String version) {
        return sheets.find(url + "|" + version).orElseThrow();
    }

    private boolean offered(String version) {
        return sheets.offered().stream()
                .anyMatch(kept -> kept.sheet().canonical().equals(url + "|" + version));
    }

    @Test
    void aVersionIsOfferedOnceASecondPersonAgrees() throws Exception {
        var first = office();
        var second = office();
        var file = file("1", item("a", "string", ""));
        assertThat(told(page.enter(upload(file), first, FRAME))).endsWith("entered");
        assertThat(offered("1")).isFalse();
        assertThat(told(page.act(kept("1").id(), "agree", first, FRAME))).endsWith("same-person");
        assertThat(told(page.act(kept("1").id(), "agree", second, FRAME))).endsWith("offered");
        assertThat(offered("1")).isTrue();
        assertThat(sheets.bytes(kept("1").id())).as("byte for byte").isEqualTo(file);
        assertThat(told(page.enter(upload(file("1", item("b", "string", ""))), first, FRAME)))
                .as("a version never changes")
                .endsWith("known");
        page.enter(upload(file("2", item("b", "string", ""))), first, FRAME);
        page.act(kept("2").id(), "agree", second, FRAME);
        assertThat(offered("2")).as("the newest version").isTrue();
        assertThat(offered("1")).isFalse();
        assertThat(told(page.act(kept("2").id(), "end", first, FRAME))).endsWith("end-asked");
        assertThat(offered("2")).isTrue();
        assertThat(told(page.act(kept("2").id(), "agree", second, FRAME))).endsWith("ended");
        assertThat(offered("2")).isFalse();
        assertThat(offered("1")).as("an end brings no old version back").isFalse();
        assertThat(sheets.find(url + "|2")).as("old answers need it").isPresent();
        assertThat(logged("sheet-changed", url)).hasSize(6);
    }

    @Test
    void whatASecondPersonRefusesIsForgottenAndMayComeAgain() throws Exception {
        var file = file("1", item("a", "string", ""));
        page.enter(upload(file), office(), FRAME);
        assertThat(told(page.act(kept("1").id(), "refuse", office(), FRAME))).endsWith("refused");
        assertThat(sheets.find(url + "|1")).isEmpty();
        assertThat(told(page.enter(upload(file), office(), FRAME))).endsWith("entered");
    }

    @Test
    void oneVersionTooManyIsNotCalledAKnownOne() {
        var by = office();
        transaction.executeWithoutResult(status -> {
            db.sql(
                            "insert into sheet (url, version, bytes) select ?, n::text, '\\x7b7d'::bytea from generate_series(1, ?) n")
                    .params(url, SheetStore.MOST)
                    .update();
            var bytes = file("new", item("a", "string", ""));
            assertThat(entry.enter(SheetSamples.read(bytes), bytes, by).word()).isEqualTo("too-many");
            status.setRollbackOnly();
        });
    }

    @Test
    void aFileThatCannotBeUsedIsToldLineByLine() throws Exception {
        var answer = page.enter(upload(file("1", item("a", "choice", ""))), office(), FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains("行目 a: 選択肢がありません", "no-options");
        assertThat(sheets.find(url + "|1")).isEmpty();
    }

    @Test
    void aTryStoresNothingAndShowsWhatTheAnswersOpen() throws Exception {
        page.enter(
                upload(file(
                        "1",
                        item("a", "boolean", ""),
                        group(
                                "g",
                                "",
                                item("b", "string", when("a", "=", "\"answerBoolean\":true") + ",\"required\":true")))),
                office(),
                FRAME);
        var id = kept("1").id();
        var shown = Objects.requireNonNull(preview.show(id, FRAME).getBody());
        assertThat(shown).contains("下見です");
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("act", "next");
        sent.add("page", "0");
        sent.add("on", "1");
        sent.add("a-1", "true");
        var next = Objects.requireNonNull(preview.step(id, sent, FRAME).getBody());
        assertThat(next).contains("b?", "2 / 2");
        var carried = next.replaceAll("(?s).*name=\"kept\" value=\"([^\"]*)\".*", "$1");
        var check = new LinkedMultiValueMap<String, String>();
        check.add("act", "sign");
        check.add("page", "1");
        check.add("kept", carried);
        assertThat(preview.step(id, check, FRAME).getBody()).contains("回答してください");
        check.add("a-2.0-3", "答え");
        assertThat(preview.step(id, check, FRAME).getBody()).contains("このまま署名できる");
        assertThat(db.sql("select count(*) from form_draft where sheet = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSheetsOfTheCentreAskNothingThatIsNotDone() {
        for (var file : BuiltInSheets.FILES) {
            assertThat(SheetReader.read(BuiltInSheets.bytes(file)).findings())
                    .as(file)
                    .isEmpty();
        }
        assertThat(sheets.find("urn:hmnet:sheet:vital-observation|1")).isPresent();
    }
}
