package hmnet.care.notes;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.database.Accounts;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.vault.AgreedErasures;
import hmnet.record.vault.Erasure;
import hmnet.record.vault.ErasureRequests;
import hmnet.record.vault.ErasureTarget;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a facility's staff keep of a person for themselves is theirs alone, and nothing of it vanishes.
class NotesPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/notes");
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Autowired
    NotesPage page;

    @Autowired
    StaffWords words;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SamePersons samePersons;

    @Autowired
    Accounts accounts;

    @Autowired
    ErasureRequests requests;

    private String text(Requester by, PersonId person) {
        return String.valueOf(page.show(person, null, by, FRAME).getBody());
    }

    private ResponseEntity<?> write(Requester by, PersonId person, String text, boolean pinned) {
        return page.write(person, text, pinned ? "yes" : null, by, FRAME);
    }

    private List<KeptSubject> kept(Requester by, PersonId person, StaffWordKind kind) {
        return transaction.execute(status -> KeptSubject.of(words.of(by, person), kind));
    }

    private UUID only(Requester by, PersonId person, StaffWordKind kind) {
        var kept = kept(by, person, kind);
        assertThat(kept).hasSize(1);
        return kept.getFirst().id();
    }

    /// Somebody in the care of a clinic, whose doctor asks.
    private record InCare(Requester doctor, PersonId person, FacilityId hospital) {}

    private InCare inCare() {
        var doctor = doctor();
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        return new InCare(doctor, person, hospital);
    }

    @Test
    void aColleagueReadsTheNoteAndNoOtherFacilityDoes() {
        var one = inCare();
        assertThat(write(one.doctor(), one.person(), "右耳から話しかけると通じやすい", false).getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        var nurse = at(one.doctor().facility(), Profession.NURSE);
        assertThat(text(nurse, one.person())).contains("右耳から話しかける", "見本 花子");
        var hospitals = at(one.hospital(), Profession.DOCTOR);
        assertThat(text(hospitals, one.person()))
                .as("the hospital's own doctor, whose grant is as wide")
                .contains("院内メモはまだありません")
                .doesNotContain("右耳から");
        assertThat(logged("notes-shown", "listed", one.person().toString()))
                .as("each who was shown the page")
                .hasSize(2);
        assertThat(logged("note-changed", "written", one.person().toString()))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event).doesNotContain("右耳"));
    }

    @Test
    void whoHasNoTieGetsTheSameAnswerAsForNobody() {
        var one = inCare();
        write(one.doctor(), one.person(), "家族が付き添う", false);
        var stranger = doctor();
        assertThat(page.show(one.person(), null, stranger, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(write(stranger, one.person(), "書けない", false).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(text(one.doctor(), one.person())).doesNotContain("書けない");
    }

    @Test
    void aGrantThatEndsEndsTheNotesToo() {
        var one = inCare();
        write(one.doctor(), one.person(), "同意がある間のメモ", true);
        consents.record(one.person(), ConsentChoice.NOTHING, "paper", "2026-05", office());
        var closed = page.show(one.person(), null, one.doctor(), FRAME);
        assertThat(closed.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(closed.getBody()).contains("同意を撤回").doesNotContain("同意がある間");
        assertThat(write(one.doctor(), one.person(), "あとから", false).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        consents.record(one.person(), ConsentChoice.EVERYTHING, "paper", "2026-06", office());
        assertThat(text(one.doctor(), one.person())).contains("同意がある間").doesNotContain("あとから");
    }

    @Test
    void aChangeKeepsWhatStoodBeforeAndAWithdrawalSaysWhy() {
        var one = inCare();
        write(one.doctor(), one.person(), "長女が連絡先", false);
        var note = only(one.doctor(), one.person(), StaffWordKind.NOTE);
        assertThat(page.change(one.person(), note, 1, "次女が連絡先", null, one.doctor(), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(text(one.doctor(), one.person())).contains("次女が連絡先", "長女が連絡先", "以前の内容（1 件）");
        var late = page.change(one.person(), note, 1, "三女が連絡先", null, one.doctor(), FRAME);
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(String.valueOf(late.getBody()))
                .as("what was typed is kept beside what is wrong")
                .contains("ほかの職員が先に変更しました", "三女が連絡先");
        assertThat(String.valueOf(page.withdraw(one.person(), note, 2, " ", one.doctor(), FRAME)
                        .getBody()))
                .contains("理由を書いてください");
        page.withdraw(one.person(), note, 2, "本人の希望", one.doctor(), FRAME);
        assertThat(text(one.doctor(), one.person())).contains("取り下げたメモ（1 件）", "本人の希望", "次女が連絡先", "長女が連絡先");
        assertThat(String.valueOf(page.change(one.person(), note, 3, "もう一度", null, one.doctor(), FRAME)
                        .getBody()))
                .contains("すでに取り下げた");
    }

    @Test
    void anotherFacilitysNoteCannotBeChangedByItsNumber() {
        var one = inCare();
        write(one.doctor(), one.person(), "自施設のメモ", false);
        var note = only(one.doctor(), one.person(), StaffWordKind.NOTE);
        var other = at(one.hospital(), Profession.DOCTOR);
        assertThat(page.change(one.person(), note, 1, "書き換え", null, other, FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.withdraw(one.person(), note, 1, "消す", other, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(kept(one.doctor(), one.person(), StaffWordKind.NOTE))
                .singleElement()
                .satisfies(kept -> assertThat(kept.text()).isEqualTo("自施設のメモ"));
    }

    @Test
    void whatIsTooLongEmptyOrAnIndividualNumberIsNotTaken() {
        var one = inCare();
        assertThat(String.valueOf(write(one.doctor(), one.person(), "あ".repeat(1_001), false)
                        .getBody()))
                .contains("1,000 字までです");
        assertThat(String.valueOf(write(one.doctor(), one.person(), "  ", false).getBody()))
                .contains("内容を書いてください");
        assertThat(String.valueOf(write(one.doctor(), one.person(), "番号 123456789018", false)
                        .getBody()))
                .contains("個人番号（マイナンバー）は受け付けません");
        for (var n = 0; n < 3; n++) {
            write(one.doctor(), one.person(), "固定 " + n, true);
        }
        assertThat(String.valueOf(
                        write(one.doctor(), one.person(), "固定 4", true).getBody()))
                .contains("固定できるのは 3 件まで");
        assertThat(kept(one.doctor(), one.person(), StaffWordKind.NOTE)).hasSize(3);
    }

    @Test
    void aFlagStandsInTheBandUntilItEndsAndIsMissedWhenItRunsOut() {
        var one = inCare();
        assertThat(page.set(one.person(), "fall", "", "", one.doctor(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        var nurse = at(one.doctor().facility(), Profession.NURSE);
        assertThat(text(nurse, one.person())).contains("team-flag", "転倒注意");
        assertThat(text(at(one.hospital(), Profession.DOCTOR), one.person())).doesNotContain("team-flag");
        assertThat(String.valueOf(
                        page.set(one.person(), "fall", "", "", nurse, FRAME).getBody()))
                .contains("同じ種類のフラグがすでに");
        var flag = only(one.doctor(), one.person(), StaffWordKind.FLAG);
        assertThat(String.valueOf(page.prolong(
                                one.person(), flag, 1, "", today.plusDays(400).toString(), nurse, FRAME)
                        .getBody()))
                .contains("最長の日数まで");
        page.prolong(one.person(), flag, 1, "夜間のみ", today.plusDays(10).toString(), nurse, FRAME);
        assertThat(text(nurse, one.person())).contains("夜間のみ");
        var number = words.number(nurse, one.person());
        transaction.executeWithoutResult(status -> words.write(
                nurse,
                one.person(),
                number,
                StaffWordKind.FLAG,
                flag,
                3,
                StaffAct.CHANGED,
                List.of("fall", today.minusDays(1).toString(), "")));
        assertThat(text(nurse, one.person()))
                .as("it is not gone: somebody has to say so")
                .contains("期限切れのフラグ 1", "延長するか終了してください")
                .doesNotContain("team-flag");
        page.end(one.person(), flag, 3, "歩行が安定した", nurse, FRAME);
        assertThat(text(nurse, one.person()))
                .contains("終了したフラグ（1 件）", "歩行が安定した")
                .doesNotContain("期限切れのフラグ");
        assertThat(logged("flag-changed", "withdrawn", one.person().toString())).hasSize(1);
    }

    @Test
    void aProfessionSetsOnlyTheFlagsThatItMay() {
        var one = inCare();
        var worker = at(one.doctor().facility(), Profession.CARE_WORKER);
        assertThat(String.valueOf(page.set(one.person(), "airway", "McGrath", "", worker, FRAME)
                        .getBody()))
                .contains("あなたの職種では付けられません")
                .doesNotContain("<option value=\"airway\"");
        assertThat(String.valueOf(page.set(one.person(), "interpreter", "", "", worker, FRAME)
                        .getBody()))
                .contains("補足が必要です");
        assertThat(page.set(one.person(), "interpreter", "手話", "", worker, FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(kept(worker, one.person(), StaffWordKind.FLAG)).hasSize(1);
    }

    @Test
    void ofPersonsFoundToBeOneAllNotesStand() {
        var one = inCare();
        var other = resident(ConsentChoice.EVERYTHING, one.hospital(), number());
        relations.begin(one.doctor(), other, RelationOrigin.CARD);
        write(one.doctor(), one.person(), "一枚目のカードのメモ", false);
        samePersons.join(one.person(), other, office().actor(), "同じ方");
        assertThat(text(one.doctor(), other)).contains("一枚目のカードのメモ");
    }

    @Test
    void anErasedNoteIsSaidToBeErased() {
        var one = inCare();
        write(one.doctor(), one.person(), "消される内容", true);
        AgreedErasures.agreed(
                requests, transaction, ErasureTarget.all(one.doctor().facility()), office(), office());
        var source = new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        new Erasure(
                        JdbcClient.create(source),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        keys(),
                        ring)
                .erase(ErasureTarget.all(one.doctor().facility()), () -> {});
        assertThat(text(one.doctor(), one.person())).contains("消去済み").doesNotContain("消される内容");
        write(one.doctor(), one.person(), "あとのメモ", false);
        assertThat(text(one.doctor(), one.person())).contains("あとのメモ", "消去済み");
    }
}
