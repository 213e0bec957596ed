package hmnet.office.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.design.SentForm;
import hmnet.record.filing.Ward;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The office takes a list in, gets its bytes back, and forgets it.
class ResidentListsTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/residents");
    private static final String HEADER = "氏名,カナ氏名,生年月日,性別,住所,前住所\r\n";
    private static final String FILE = HEADER
            + String.join(
                    "\r\n",
                    "架空　移子,カクウ　ウツルコ,1901-02-03,女,広島県架空市移動町1-2-3,広島県見本市移動前町4-5-6",
                    "架空　誤子,カクウ　ゴコ,いつか,女,広島県架空市移動町1-2-3,",
                    "");

    @Autowired
    ResidentsPage page;

    @Autowired
    ResidentLists lists;

    private String sent(String validOn, String text) {
        var parts = new HashMap<String, byte[]>();
        parts.put("municipality", "架空市".getBytes(StandardCharsets.UTF_8));
        parts.put("valid-on", validOn.getBytes(StandardCharsets.UTF_8));
        parts.put("file", text.getBytes(StandardCharsets.UTF_8));
        var answer = page.take(
                new SentForm(parts.entrySet().stream()
                        .map(part -> new SentForm.FormPart(part.getKey(), "", part.getValue()))
                        .toList()),
                office(),
                FRAME);
        var to = answer.getHeaders().getLocation();
        return to == null ? Objects.requireNonNull(answer.getBody()) : to.toString();
    }

    private long taken() {
        var to = sent("2026-11-01", FILE);
        return Long.parseLong(to.replaceFirst(".*/", "").replaceFirst("\\?.*", ""));
    }

    private int evidence(long list) {
        return db.sql("select count(*) from resident_entry where list = ?")
                .param(list)
                .query(Integer.class)
                .single();
    }

    @Test
    void theOfficeSeesWhatWasRefusedAndGetsTheBytesBackExactly() {
        var id = taken();
        assertThat(page.show(id, "taken", FRAME).getBody()).contains("架空市", "生年月日を読み取れません", "受け入れました");
        assertThat(page.original(id, office()).getBody()).isEqualTo(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(db.sql("select original from resident_list where id = ?")
                        .param(id)
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .as("sealed in the database")
                .doesNotContain("1901-02-03");
        assertThat(evidence(id)).isEqualTo(1);
    }

    @Test
    void aListForgetsItselfOnItsDayAndKeepsItsCountsOnly() {
        var id = taken();
        var later = taken();
        db.sql("update resident_list set forget_on = ? where id = ?")
                .params(LocalDate.of(2026, 1, 1), id)
                .update();
        lists.forgetDue();
        assertThat(evidence(id)).isZero();
        assertThat(evidence(later)).isEqualTo(1);
        assertThat(page.original(id, office()).getStatusCode().value()).isEqualTo(404);
        assertThat(lists.refusals(id)).isEmpty();
        var left = lists.find(id).orElseThrow();
        assertThat(left.forgottenAt()).isNotNull();
        assertThat(left.lines()).isEqualTo(2);
        assertThat(left.refused()).as("the count stays").isEqualTo(1);
        lists.forget(later, office());
        assertThat(evidence(later)).isZero();
    }

    @Test
    void moreRefusedLinesThanAreKeptAreAllCounted() {
        var to = sent("2026-11-01", HEADER + "架空,誤\r\n".repeat(10_003));
        var id = Long.parseLong(to.replaceFirst(".*/", "").replaceFirst("\\?.*", ""));
        assertThat(lists.find(id).orElseThrow().refused()).isEqualTo(10_003);
        assertThat(db.sql("select count(*) from resident_list_refusal where list = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
        lists.forget(id, office());
        lists.forget(id, office());
        assertThat(lists.find(id).orElseThrow().refused()).isEqualTo(10_003);
    }

    @Test
    void aFileThatIsNoneOrADayToComeIsRefusedWhole() {
        assertThat(sent("2026-11-01", "氏名\r\n")).contains("必要な列");
        assertThat(sent("2026-11-01", "個人番号," + HEADER)).contains("個人番号");
        assertThat(sent("2099-01-01", FILE)).contains("基準日");
        assertThat(sent("someday", FILE)).contains("基準日");
    }
}
