package hmnet.office.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filing.Ward;
import hmnet.record.vault.AgreedErasures;
import hmnet.record.vault.ErasureRequests;
import hmnet.record.vault.ErasureTarget;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/// A second officer agrees before keys are destroyed (消去の承認).
class ErasurePageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/erasures");

    @Autowired
    ErasurePage page;

    @Autowired
    WaitingErasureCount count;

    @Autowired
    ErasureRequests requests;

    @Autowired
    TransactionTemplate transaction;

    private FacilityId hospital = new FacilityId(0);
    private String code = "";
    private ErasureTarget target = ErasureTarget.all(hospital);

    @BeforeEach
    void aHospitalCloses() {
        hospital = hospital();
        code = facilities.get(hospital).code();
        target = ErasureTarget.all(hospital);
    }

    private static String place(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getHeaders().getLocation(), HttpHeaders.LOCATION)
                .toString();
    }

    @Test
    void theSecondOfficerSeesWhatGoesAndAgrees() {
        var first = office();
        var second = office();
        var before = count.waiting(second);
        AgreedErasures.ask(requests, transaction, target, first);
        assertThat(count.waiting(second)).isEqualTo(before + 1);
        assertThat(page.show(null, null, second, FRAME).getBody())
                .contains(code, "カルテ 3 件、記録 12 件", "閉院のため", "/erasures/" + code + "/all/agreement/look");
        assertThat(page.look(code, "all", second, FRAME).getBody())
                .contains("バックアップからも二度と開けません", "/erasures/" + code + "/all/agreement");
        assertThat(requests.confirmed(target)).as("looking is no answer").isEmpty();
        assertThat(place(page.agree(code, "all", second, FRAME))).endsWith("done=agreed");
        assertThat(requests.confirmed(target)).isPresent();
        assertThat(logged("\"key-erasure-answered\"", "\"confirmed\"", "\"" + hospital.value() + "\""))
                .hasSize(1);
    }

    @Test
    void whoAskedDoesNotAgreeAndCanTakeItBack() {
        var first = office();
        AgreedErasures.ask(requests, transaction, target, first);
        assertThat(page.show(null, null, first, FRAME).getBody())
                .contains("自分の申請を自分で承認することはできません")
                .doesNotContain("/erasures/" + code + "/all/agreement/look");
        assertThat(place(page.agree(code, "all", first, FRAME))).endsWith("problem=second-person");
        assertThat(requests.confirmed(target)).isEmpty();
        assertThat(place(page.refuse(code, "all", first, FRAME))).endsWith("done=refused");
        assertThat(place(page.agree(code, "all", office(), FRAME))).endsWith("problem=gone");
        assertThat(logged("\"key-erasure-answered\"", "\"withdrawn\"", "\"" + hospital.value() + "\""))
                .hasSize(1);
    }

    @Test
    void whatWasRefusedErasesNothing() {
        AgreedErasures.ask(requests, transaction, target, office());
        assertThat(place(page.refuse(code, "all", office(), FRAME))).endsWith("done=refused");
        assertThat(requests.confirmed(target)).isEmpty();
        assertThat(logged("\"key-erasure-answered\"", "\"refused\"", "\"" + hospital.value() + "\""))
                .hasSize(1);
    }

    @Test
    void whatNobodyAskedForIsNotFound() {
        var second = office();
        assertThat(page.look(code, "5a".repeat(28), second, FRAME)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(page.agree("nobody", "all", second, FRAME).getStatusCode().value())
                .isEqualTo(404);
        assertThat(page.agree(code, "x", second, FRAME).getStatusCode().value()).isEqualTo(404);
        assertThat(page.agree(code, "17", second, FRAME).getStatusCode().value())
                .isEqualTo(404);
        assertThat(place(page.agree(code, "5a".repeat(28), second, FRAME))).endsWith("problem=gone");
    }

    @Test
    void theSecondOfficerSeesWhoseChartItIsAndWhetherOthersGoWithIt() {
        target = ErasureTarget.chart(hospital, "0000123456", new SealedNumbers(keys()));
        AgreedErasures.ask(requests, transaction, target, office());
        var second = office();
        assertThat(page.show(null, null, second, FRAME).getBody())
                .contains("カルテ番号 0000123456 の 1 人分", "これらのカルテはいっしょに消えます");
        assertThat(page.look(code, target.part(), second, FRAME).getBody())
                .contains(
                        "カルテ番号 0000123456 の 1 人分",
                        "これらのカルテはいっしょに消えます",
                        "受信ファイル 5 件（うち 2 件は取り込み前または保留中）",
                        "記録 0 件と受信ファイル 1 件は読めるまま残ります");
        assertThat(place(page.agree(code, target.part(), second, FRAME))).endsWith("done=agreed");
        assertThat(requests.confirmed(target)).isPresent();
        assertThat(requests.confirmed(ErasureTarget.all(hospital))).isEmpty();
        assertThat(logged("\"key-erasure-answered\"", "\"confirmed\"", "\"0000123456\""))
                .hasSize(1);
    }

    @Test
    void aHospitalsDeskHasNoWorkHere() {
        AgreedErasures.ask(requests, transaction, target, office());
        assertThat(count.waiting(at(hospital, Profession.RECEPTION))).isZero();
    }
}
