package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.SentFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// A practice without a gateway sends its files by hand.
class FilesPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/files");
    private static final Frame ENGLISH = Preview.frame(Language.ENGLISH, Preview.DESK, "/files");
    private static final String UNKNOWN = "nobody knows\r\nwhat this is\r\n";

    @Autowired
    FilesPage page;

    @Autowired
    FilePage one;

    @Autowired
    SentFiles files;

    @Autowired
    Quarantine quarantine;

    private static SentForm form(String act, String name, String content) {
        return new SentForm(List.of(
                new SentForm.FormPart("act", "", act.getBytes(StandardCharsets.UTF_8)),
                new SentForm.FormPart("file", name, content.getBytes(StandardCharsets.UTF_8))));
    }

    private Requester desk() {
        return at(hospital(), Profession.RECEPTION);
    }

    private long held(Requester by, String name, String content) {
        page.take(form("send", name, content), by, FRAME);
        settle(by.facility());
        return files.newest(by.facility(), true).getFirst().state().id();
    }

    @Test
    void aFileIsLookedAtWithoutBeingKept() {
        var by = desk();
        var answer = page.take(form("check", "x.txt", UNKNOWN), by, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("受け入れられません", "unknown-format");
        assertThat(files.newest(by.facility(), false)).isEmpty();
    }

    @Test
    void whatIsToldOfAFileThatIsTakenIsReadInJapaneseWithTheColumnsName() {
        var receipts =
                "IR,2,34,1,9999999,,x,202605,00,\r\nRE,1,1112,202604,x,2,3300101,70,,,,,,77,\r\nSY,2500013,20240401,1,,,01,\r\n";
        assertThat(page.take(form("check", "a.UKE", receipts + "GO,140,1,99\r\n"), desk(), FRAME)
                        .getBody())
                .contains("受け入れます", "GO[1] 件数", "記載は 140、実際は 1");
        assertThat(page.take(form("check", "b.txt", "JAHISTC08,1\r\n1,x,1,S330303\r\n"), desk(), FRAME)
                        .getBody())
                .contains("読めますが、カルテに入る内容がありません", "nothing-told");
    }

    @Test
    void whatNobodyCanReadWaitsWithItsReasonAndTheFacilitySeesIt() {
        var by = desk();
        var id = held(by, "x.txt", UNKNOWN);
        assertThat(page.show(null, by, FRAME).getBody()).contains("どの形式のファイルか分かりません", "x.txt");
        assertThat(one.show(id, by, FRAME).getBody()).contains("nobody knows", "unknown-format");
    }

    @Test
    void theLastLineSaysInBothLanguagesWhatToDoNext() {
        var by = desk();
        var held = held(by, "x.txt", UNKNOWN);
        assertThat(one.show(held, by, FRAME).getBody())
                .contains("次にすること: まだ取り込まれていません。直したファイルを、もう一度送ってください。最初の箇所: x.txt");
        assertThat(one.show(held, by, ENGLISH).getBody())
                .contains("What to do next: It was not taken in. Put it right and send it again. First place: x.txt")
                .doesNotContain("次にすること");
        one.withdraw(held, by);
        assertThat(one.show(held, by, FRAME).getBody()).contains("次にすること: ありません。取り下げたファイルです。");
        var handbook =
                "JAHISTC08,1\r\n1,見本 花子,2,S330303,,,,,,,\r\n5,20261120,1\r\n201,1,見本錠,1,錠,1,,1\r\n301,1,分1,3,日分,1,1,,1\r\n";
        var nobody = held(by, "okusuri.csv", handbook);
        assertThat(one.show(nobody, by, FRAME).getBody()).contains("次にすること: どなたのカルテに入れるかを選ぶか、");
        assertThat(page.take(form("check", "x.txt", UNKNOWN), by, FRAME).getBody())
                .contains("次にすること: 受け入れられないファイルが 1 件あります。");
    }

    @Test
    void whyAFileIsHeldIsSaidInJapaneseThroughout() {
        var by = desk();
        var id = held(by, "x.hl7", "MSH|^~\\&|LIS||GW||20261120||ORU^R01|1|P|2.5\rPID|||1\rOBX|1|NM|3H0");
        var shown = one.show(id, by, FRAME).getBody();
        assertThat(shown).contains("最後の行 OBX が閉じておらず").doesNotContain("the last segment");
        assertThat(one.show(id, by, ENGLISH).getBody()).contains("the last segment OBX");
    }

    @Test
    void anotherFacilitysFileIsAsIfItWereNotThere() {
        var by = desk();
        var id = held(by, "x.txt", UNKNOWN);
        var stranger = desk();
        assertThat(one.show(id, stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(one.mend(id, 1, "x", stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        one.withdraw(id, stranger);
        one.retry(id, stranger);
        settle(by.facility());
        assertThat(files.newest(by.facility(), true)).hasSize(1);
    }

    @Test
    void aMendedFileIsSentAndTheFirstOneStaysAsItCame() {
        var by = desk();
        var id = held(by, "x.txt", UNKNOWN);
        var mended = one.mend(id, 2, "still nobody knows", by, FRAME);
        assertThat(String.valueOf(mended.getHeaders().getLocation())).isEqualTo("/files?done=mended");
        settle(by.facility());
        assertThat(files.newest(by.facility(), false)).hasSize(2);
        var first = files.open(id, by).orElseThrow();
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo(UNKNOWN);
        assertThat(first.sent().withdrawn()).isTrue();
        var next = files.open(
                        files.newest(by.facility(), true).getFirst().state().id(), by)
                .orElseThrow();
        assertThat(new String(next.body(), StandardCharsets.UTF_8)).isEqualTo("nobody knows\r\nstill nobody knows\r\n");
    }

    @Test
    void withdrawnFilesLeaveTheDeskAndStayKept() {
        var by = desk();
        var id = held(by, "x.txt", UNKNOWN);
        one.withdraw(id, by);
        assertThat(files.newest(by.facility(), true)).isEmpty();
        assertThat(files.newest(by.facility(), false)).hasSize(1);
        assertThat(one.show(id, by, FRAME).getBody()).contains("取り下げ");
    }

    @Test
    void theSameFileTwiceIsToldAndKeptOnce() {
        var by = desk();
        page.take(form("send", "x.txt", UNKNOWN), by, FRAME);
        var again = page.take(form("send", "x.txt", UNKNOWN), by, FRAME);
        assertThat(Objects.requireNonNull(again.getHeaders().getLocation())).hasToString("/files?done=known");
        assertThat(files.newest(by.facility(), false)).hasSize(1);
    }

    @Test
    void anEmptyFormIsToldSo() {
        var answer = page.take(new SentForm(List.of()), desk(), FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains("ファイルを選んでください");
    }

    @Test
    void whatWasTakenInIsOpenedInChartsAloneAndNotAtTheDesk() {
        var by = desk();
        var visit = Papers.of(number()).visit();
        var id = sent(by.facility(), visit).getFirst().id();
        settle(by.facility());
        var screen = one.show(id, by, FRAME);
        assertThat(screen.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(screen.getBody()).contains("取り込んだ内容はカルテの画面で").doesNotContain("MSH|", "PID|");
        assertThat(files.open(id, by)).isEmpty();
        assertThat(events(id)).noneMatch(event -> event.contains("file-opened"));
    }

    /// Whichever door it comes through: it is filed as what its path says, and once.
    @Test
    void aFileOfTheStorageIsOneByEitherDoor() {
        var by = desk();
        var visit = Papers.of(number()).visit();
        filed(by.facility(), visit);
        var again = files.send(List.of(ReceivedFile.named(visit.path(), visit.body())), by);
        assertThat(again.getFirst().duplicate()).isTrue();
        assertThat(ReceivedFile.named("x.txt", new byte[] {1}).door()).isEqualTo(ReceivedFile.Door.FILES);
    }

    @Test
    void whoSentOpenedAndMendedAFileIsWrittenDown() {
        var by = desk();
        var id = held(by, "x.txt", UNKNOWN);
        one.show(id, by, FRAME);
        one.mend(id, 2, "still nobody knows", by, FRAME);
        var next = files.newest(by.facility(), false).getFirst().state().id();
        assertThat(events(id)).anyMatch(event -> event.contains("file-sent"));
        assertThat(events(id)).anyMatch(event -> event.contains("file-opened"));
        assertThat(events(next))
                .anyMatch(event -> event.contains("file-mended") && event.contains("\"of\":\"" + id + "\""));
        assertThat(events(id))
                .allMatch(event -> event.contains("staff:" + by.staff().value()));
    }

    private List<String> events(long file) {
        return logged("\"inbox\":\"" + file + "\"");
    }

    @Test
    void allThatIsHeldForOneReasonIsReadAgainAndNothingElse() {
        var by = desk();
        held(by, "x.txt", UNKNOWN);
        held(by, "y.txt", UNKNOWN + "more");
        held(by, "z.txt", "IR,2,34,1,9999999,,x,202605,00,\r\nRE,1");
        var operator = office();
        assertThat(quarantine.retryAll(by.facility(), "unknown-format", operator))
                .isEqualTo(2);
        assertThat(files.newest(by.facility(), true)).hasSize(1);
        settle(by.facility());
        assertThat(files.newest(by.facility(), true)).hasSize(3);
        assertThat(quarantine.retryAll(hospital(), "unknown-format", operator)).isZero();
    }

    @Test
    void aCodeThatContradictsItsNameIsToldBeforeSendingAndOfAHeldFile() {
        var by = desk();
        var nameless =
                "\"KENSA\",\"1234567890\",\"x\",\"\",\"\",\"20260401\",\"\",\"11111111111\",\"ﾐﾎﾝﾊﾅｺ\",\"19600401\",\"2\",\"\",\"\","
                        + "\"3B035000002327101\",\"見本抗体\",\"1\",\"\",\"\",\"55\",\"\",\"\"\r\n";
        assertThat(page.take(form("check", "kensa.txt", nameless), by, FRAME).getBody())
                .contains("code-contradicts-name", "見本抗体", "見本ＡＳＴ");
        var id = held(by, "kensa.txt", nameless);
        assertThat(one.show(id, by, FRAME).getBody()).contains("code-contradicts-name", "見本抗体", "見本ＡＳＴ");
    }
}
