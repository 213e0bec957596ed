package hmnet.record.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.labcsv.LabLayout;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.SentFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// A laboratory lays its file out in its own way: the desk says how, tries it, and its files are read.
class LayoutsPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/files/layouts");
    private static final String LAYOUT = """
            layout,mihon,2026-11-01
            form,csv,5,5
            heading,1
            charset,utf-8
            field,patient,1
            field,sampled,2
            field,item,3
            field,value,4
            field,unit,5
            """;

    @Autowired
    LayoutsPage page;

    @Autowired
    LabLayouts layouts;

    @Autowired
    SentFiles files;

    private static String sample(String patient) {
        return "番号,採取日,項目,結果,単位\r\n" + patient + ",20261101,血糖,99,mg/dL\r\n";
    }

    private static SentForm form(String act, String declaration, String sample) {
        return new SentForm(List.of(
                new SentForm.FormPart("act", "", act.getBytes(StandardCharsets.UTF_8)),
                new SentForm.FormPart("declaration", "", declaration.getBytes(StandardCharsets.UTF_8)),
                new SentForm.FormPart("file", "x.csv", sample.getBytes(StandardCharsets.UTF_8))));
    }

    private Requester desk() {
        return at(hospital(), Profession.RECEPTION);
    }

    private InboxState.FileState state(Requester by, String name) {
        return files.newest(by.facility(), false).stream()
                .filter(file -> file.state().path().equals(name))
                .findFirst()
                .orElseThrow()
                .state()
                .state();
    }

    @Test
    void aLayoutIsTriedWithoutBeingKeptAndThenReadsWhatTheLaboratorySends() {
        var by = desk();
        var body = sample(number()).getBytes(StandardCharsets.UTF_8);
        files.send(List.of(ReceivedFile.named("before.csv", body)), by);
        settle(by.facility());
        assertThat(state(by, "before.csv")).isEqualTo(InboxState.FileState.QUARANTINED);
        var tried = page.take(form("try", LAYOUT, sample("0000123")), by, FRAME);
        assertThat(tried.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(tried.getBody()).contains("血糖", "0000123", "mg/dL");
        assertThat(layouts.of(by.facility())).isEmpty();
        var saved = page.take(form("declare", LAYOUT, sample("0000123")), by, FRAME);
        assertThat(String.valueOf(saved.getHeaders().getLocation())).isEqualTo("/files/layouts?done=declared");
        files.send(List.of(ReceivedFile.named("after.csv", sample(number()).getBytes(StandardCharsets.UTF_8))), by);
        settle(by.facility());
        assertThat(state(by, "after.csv")).isNotEqualTo(InboxState.FileState.QUARANTINED);
        assertThat(layouts.of(desk().facility())).isEmpty();
    }

    @Test
    void whatDoesNotReadItsSampleIsNotKept() {
        var by = desk();
        var wrong = page.take(
                form("declare", LAYOUT.replace("field,sampled,2", "field,sampled,3"), sample("1")), by, FRAME);
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(wrong.getBody()).contains("not-of-this-layout");
        var none = page.take(form("declare", LAYOUT.replace("field,item", "field,items"), sample("1")), by, FRAME);
        assertThat(none.getBody()).contains("7 行目", "no such field").doesNotContain("この欄は読み取れません");
        assertThat(page.take(form("declare", LAYOUT, ""), by, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(layouts.all(by.facility())).isEmpty();
    }

    @Test
    void aChangeIsANewVersionAndOnlyItsOwnDeskEndsIt() {
        var by = desk();
        page.take(form("declare", LAYOUT, sample("1")), by, FRAME);
        page.take(form("declare", LAYOUT.replace("2026-11-01", "2026-11-02"), sample("1")), by, FRAME);
        assertThat(layouts.all(by.facility()))
                .extracting(LabLayouts.LayoutVersion::version)
                .containsExactly(2, 1);
        assertThat(layouts.of(by.facility())).extracting(LabLayout::version).containsExactly("2026-11-02");
        var id = layouts.all(by.facility()).getFirst().id();
        page.end(id, desk());
        assertThat(layouts.of(by.facility())).hasSize(1);
        page.end(id, by);
        assertThat(layouts.of(by.facility())).isEmpty();
        assertThat(page.show(null, null, by, FRAME).getBody()).contains("第 2 版", "終了");
    }

    private static SentForm filled(String act, byte[] sample, String... fields) {
        var parts = new ArrayList<SentForm.FormPart>();
        parts.add(new SentForm.FormPart("act", "", act.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(new SentForm.FormPart(fields[i], "", fields[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        parts.add(new SentForm.FormPart("file", "見本.csv", sample));
        return new SentForm(parts);
    }

    private static String[] fields(String sampled) {
        return new String[] {
            "name",
            "見本検査センター",
            "version",
            "",
            "charset",
            "utf-8",
            "shape",
            "csv",
            "headings",
            "１",
            "least",
            "",
            "most",
            "",
            "what",
            "patient",
            "from",
            "1",
            "what",
            "sampled",
            "from",
            sampled,
            "what",
            "item",
            "from",
            "3",
            "what",
            "value",
            "from",
            "４",
            "what",
            "unit",
            "from",
            "",
            "what",
            "",
            "from",
            ""
        };
    }

    @Test
    void aClerkFillsInWhatStandsWhereAndTheFileIsRead() {
        var by = desk();
        var body = sample("0000123").getBytes(StandardCharsets.UTF_8);
        var looked = page.take(filled("look", body, "shape", "csv", "charset", "utf-8"), by, FRAME);
        assertThat(looked.getBody()).contains("1 行 5", "番号", "血糖", "見本.csv");
        var tried = page.take(filled("try", body, fields("2")), by, FRAME);
        assertThat(tried.getBody()).contains("検査結果 1 件", "0000123", "form,csv,5,5", "field,value,4");
        assertThat(layouts.of(by.facility())).isEmpty();
        var carried = Base64.getEncoder().encodeToString(body);
        var again = new ArrayList<>(List.of(fields("2")));
        again.addAll(List.of("carried", carried, "carriedName", "見本.csv"));
        var saved = page.take(filled("declare", new byte[0], again.toArray(String[]::new)), by, FRAME);
        assertThat(String.valueOf(saved.getHeaders().getLocation())).isEqualTo("/files/layouts?done=declared");
        var kept = layouts.all(by.facility()).getFirst();
        assertThat(kept.name()).isEqualTo("見本検査センター");
        assertThat(page.show(null, kept.id(), by, FRAME).getBody()).contains("value=\"見本検査センター\"");
        assertThat(page.show(null, kept.id(), desk(), FRAME).getBody()).doesNotContain("value=\"見本検査センター\"");
    }

    @Test
    void aSlipIsToldBesideItsField() {
        var by = desk();
        var body = sample("1").getBytes(StandardCharsets.UTF_8);
        var letter = page.take(filled("declare", body, fields("二")), by, FRAME);
        assertThat(letter.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(letter.getBody()).contains("id=\"e-from-1\"", "1 から 400 までの数字");
        var elsewhere = page.take(filled("try", body, fields("3")), by, FRAME);
        assertThat(elsewhere.getBody()).contains("id=\"e-from-1\"", "日付になっていません");
        var open = page.take(filled("try", body, fields("")), by, FRAME);
        assertThat(open.getBody()).contains("id=\"e-from-1\"", "この項目は要ります");
        assertThat(layouts.all(by.facility())).isEmpty();
    }

    @Test
    void moreRowsComeAndNothingIsKept() {
        var by = desk();
        var more = page.take(filled("more", new byte[0], fields("2")), by, FRAME);
        assertThat(more.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(more.getBody())
                .contains("id=\"f-what-8\"", "value=\"見本検査センター\"")
                .doesNotContain("id=\"f-what-9\"");
        assertThat(layouts.all(by.facility())).isEmpty();
    }
}
