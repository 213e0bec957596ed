package hmnet.exchange.machines;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Ward;
import java.util.List;
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
    LinesPage lines;

    @Autowired
    Callers callers;

    @Autowired
    SenderNames names;

    @Autowired
    RightAgreementPage agreement;

    @Autowired
    Subscribers subscribers;

    private static String body(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private String shown(String code) {
        return body(page.show(code, null, null, office(), FRAME));
    }

    private static String location(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    private List<String> events(FacilityId about) {
        return logged("exchange-", "\"facility\":" + about.value() + ",");
    }

    @Test
    void aRightIsGrantedWithItsScopeAndWithdrawn() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        var operator = office();
        assertThat(shown(code)).contains("権利がありません");
        page.grant(code, "pdq", "own", operator, FRAME);
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78")).isInstanceOf(Admission.Admitted.class);
        assertThat(shown(code)).contains("患者基本情報の照会", "自院に関わる方", operator.name());
        assertThat(body(page.all(null, FRAME))).contains(code);
        page.withdraw(code, "pdq", operator, FRAME);
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78")).isInstanceOf(Admission.Refused.class);
        var wrong = page.grant(code, "pdq", "everything", operator, FRAME);
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong)).contains("範囲を選んでください", "value=\"pdq\" required checked");
        assertThat(page.grant("no-such", "pdq", "own", operator, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(body(page.all("no-such", FRAME))).contains("その施設はありません");
    }

    @Test
    void theRegionIsOpenedByTwo() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        var first = office();
        var second = office();
        assertThat(location(page.grant(code, "pdq", "region", first, FRAME))).endsWith("done=asked");
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78")).isInstanceOf(Admission.Refused.class);
        assertThat(body(page.all(null, FRAME))).contains("2 人目の確認待ち");
        assertThat(body(page.show(code, null, null, first, FRAME))).contains("自分の申請を自分で確かめることはできません");
        assertThat(location(agreement.agree(code, "pdq", first, FRAME))).endsWith("problem=same-person");
        assertThat(location(agreement.agree(code, "pix", second, FRAME))).endsWith("problem=nothing");
        assertThat(body(page.show(code, null, null, second, FRAME))).contains(first.name(), "確かめて権利を渡す");
        assertThat(location(agreement.agree(code, "pdq", second, FRAME))).endsWith("done=granted");
        assertThat(callers.admit(hospital, TransactionGroup.PDQ, "ITI-78"))
                .isEqualTo(new Admission.Admitted(new Caller(hospital, TransactionGroup.PDQ, Scope.REGION, false)));
        page.grant(code, "feed", "region", first, FRAME);
        assertThat(location(agreement.refuse(code, "feed", second, FRAME))).endsWith("done=refused");
        assertThat(callers.admit(hospital, TransactionGroup.FEED, "ITI-8")).isInstanceOf(Admission.Refused.class);
        assertThat(events(hospital))
                .extracting(event -> event.replaceFirst(".*\"outcome\":\"([a-z]+)\".*", "$1"))
                .as("agreeing and granting are one transaction")
                .containsExactlyInAnyOrder("asked", "agreed", "granted", "asked", "refused");
    }

    @Test
    void aSenderNameHoldsUntilItIsRemoved() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        lines.name(code, "", "MIHON-EMR", office(), FRAME);
        assertThat(names.registered(hospital, "ANY", "MIHON-EMR")).isTrue();
        assertThat(shown(code)).contains("MIHON-EMR", "どのアプリケーションでも");
        lines.unname(code, "", "MIHON-EMR", office(), FRAME);
        assertThat(names.registered(hospital, "ANY", "MIHON-EMR")).isFalse();
        var wrong = lines.name(code, "EMR", "A^B", office(), FRAME);
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong)).contains("区切り文字", "value=\"A^B\"", "value=\"EMR\"");
        assertThat(events(hospital))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).contains("MIHON-EMR", "exchange-changed"));
    }

    @Test
    void whoHearsOfChangesIsEnteredAndWhatWaitsIsShownAndDroppedWithIt() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        lines.hearing(code, "emr.example.jp", "2575", "", "EMR", "MIHON", "1.2.392.7", office(), FRAME);
        try {
            db.sql(
                            "insert into pix_notice (facility, number, changed_at, due_at, tries) values (?, ?, now(), 'infinity', 3)")
                    .params(hospital.value(), sealedNumbers.of(hospital, number()))
                    .update();
            assertThat(shown(code)).contains("emr.example.jp", "1 件が待っています", "送り直し 3 回");
        } finally {
            lines.silence(code, office(), FRAME);
        }
        assertThat(subscribers.find(hospital)).isEmpty();
        assertThat(shown(code)).contains("待っている通知はありません", "通知を止めています");
        assertThat(events(hospital).getFirst())
                .contains("emr.example.jp", "2575", "\"EMR\"", "\"MIHON\"", "1.2.392.7", "hears");
        assertThat(events(hospital).getLast()).contains("silent");
    }

    @Test
    void aMachineThatHearsBySoapNeedsNoOrganizationAndIsSwitchedOffAgain() {
        var hospital = hospital();
        var code = facilities.get(hospital).code();
        var entered = lines.hearing(code, "emr.example.jp", "443", "/pix", "1.2.3.4", "", "", office(), FRAME);
        assertThat(location(entered)).endsWith("done=hears");
        assertThat(subscribers.find(hospital))
                .contains(new Subscriber(hospital, "emr.example.jp", 443, "/pix", "1.2.3.4", "", List.of(), true));
        assertThat(location(lines.silence(code, office(), FRAME))).endsWith("done=silent");
        assertThat(subscribers.find(hospital)).isEmpty();
    }

    @Test
    void whatCannotBeUsedStandsAtItsFieldAndNothingIsLost() {
        var code = facilities.get(hospital()).code();
        var wrong =
                body(lines.hearing(code, "bad host", "70000", "pix?a=b", "EMR^1", "", "1.2 nonsense", office(), FRAME));
        assertThat(wrong)
                .contains("ホスト名を確かめて", "65535", "/ で始めます", "OID（例", "50 個以内")
                .contains("value=\"bad host\"", "value=\"70000\"", "value=\"EMR^1\"", "value=\"1.2 nonsense\"");
        var bySoap = body(lines.hearing(code, "emr.example.jp", "443", "/pix", "EMR", "", "", office(), FRAME));
        assertThat(bySoap).contains("OID（例").doesNotContain("区切り文字は使えません");
        var byMllp = body(lines.hearing(code, "emr.example.jp", "x", "", "EMR", "", "", office(), FRAME));
        assertThat(byMllp).contains("区切り文字", "value=\"x\"").doesNotContain("OID（例");
        assertThat(subscribers.find(facilities.byCode(code).orElseThrow().id())).isEmpty();
    }
}
