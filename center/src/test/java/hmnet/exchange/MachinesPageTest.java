package hmnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.design.Frame;
import hmnet.design.Language;
import hmnet.design.Preview;
import hmnet.records.Ward;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The operator grants machines their rights and takes them back.
class MachinesPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/machines");

    @Autowired
    MachinesPage page;

    @Autowired
    Callers callers;

    @Autowired
    SenderNames names;

    @Autowired
    Subscribers subscribers;

    private static String body(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    @Test
    void aRightIsGrantedWithItsScopeAndWithdrawn() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        var operator = office();
        assertThat(body(page.show(code, null, FRAME))).contains("権利がありません");
        page.grant(code, "pdq", "own", operator, FRAME);
        assertThat(callers.admit(hospital, Errand.PDQ, "ITI-78")).isInstanceOf(Admission.Admitted.class);
        assertThat(body(page.show(code, null, FRAME))).contains("患者基本情報の照会", "自院に関わる方", operator.name());
        assertThat(body(page.all(null, FRAME))).contains(code);
        page.withdraw(code, "pdq", operator, FRAME);
        assertThat(callers.admit(hospital, Errand.PDQ, "ITI-78")).isInstanceOf(Admission.Refused.class);
        assertThat(body(page.grant(code, "pdq", "everything", operator, FRAME))).contains("用件と範囲を選んでください");
        assertThat(page.grant("no-such", "pdq", "own", operator, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSenderNameHoldsUntilItIsRemoved() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        page.name(code, "", "MIHON-EMR", office(), FRAME);
        assertThat(names.registered(hospital, "ANY", "MIHON-EMR")).isTrue();
        assertThat(body(page.show(code, null, FRAME))).contains("MIHON-EMR", "どのアプリケーションでも");
        page.unname(code, "", "MIHON-EMR", office(), FRAME);
        assertThat(names.registered(hospital, "ANY", "MIHON-EMR")).isFalse();
        assertThat(body(page.name(code, "", "A^B", office(), FRAME))).contains("区切り文字");
    }

    @Test
    void whoHearsOfChangesIsEnteredAndWhatWaitsIsShownAndDroppedWithIt() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        page.hearing(code, "emr.example.jp", 2575, "", "EMR", "MIHON", "", true, office(), FRAME);
        try {
            db.sql(
                            "insert into pix_notice (facility, number, changed_at, due_at, tries) values (?, ?, now(), 'infinity', 3)")
                    .params(hospital.value(), number())
                    .update();
            assertThat(body(page.show(code, null, FRAME))).contains("emr.example.jp", "1 件が待っています", "送り直し 3 回");
        } finally {
            page.hearing(code, "emr.example.jp", 2575, "", "EMR", "MIHON", "", false, office(), FRAME);
        }
        assertThat(subscribers.find(hospital)).isEmpty();
        assertThat(body(page.show(code, null, FRAME))).contains("待っている通知はありません", "通知を止めています");
        assertThat(body(page.hearing(code, "bad host", 2575, "", "EMR", "MIHON", "", true, office(), FRAME)))
                .contains("ホスト名・ポート");
        assertThat(body(page.hearing(code, "emr.example.jp", 2575, "pix?a=b", "1.2", "1.3", "", true, office(), FRAME)))
                .contains("ホスト名・ポート");
    }
}
