package hmnet.care.recordpage;

import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.filed;
import static hmnet.care.viewer.Filed.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.recordpage.RecordScreen.LineState;
import hmnet.care.recordpage.RecordScreen.RecordLine;
import hmnet.care.recordpage.RecordScreen.Section;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static List<Section> sections(RecordKind kind, Extract extract) {
        return new Sections(Messages.in(Language.JAPANESE)).of(filed(kind, extract));
    }

    private static List<RecordLine> lines(RecordKind kind, Extract extract) {
        return sections(kind, extract).stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    @Test
    void aDrugSaysItsAmountsItsRhythmAndWhatBecameOfIt() {
        var item = drug("1", "2", 28, "8", CareState.STOPPED, "発疹", "毎週 月曜日", "一包化");
        var lines = lines(
                RecordKind.PRESCRIPTION,
                new PrescriptionExtract("", false, "架空 一郎", "例示医院", List.of("次回採血"), List.of(item)));
        assertThat(lines.getFirst())
                .isEqualTo(new RecordLine(
                        "架空錠",
                        "1回 1 錠、1日 2 錠",
                        "一包化、経口、計 8 錠",
                        LabFlag.NONE,
                        List.of("毎週 月曜日"),
                        new LineState("中止（発疹）", true, true)));
        assertThat(lines)
                .extracting(RecordLine::label, RecordLine::value)
                .contains(tuple("医師", "架空 一郎"), tuple("処方元", "例示医院"), tuple("備考", "粉砕"), tuple("備考", "次回採血"));
    }

    @Test
    void aResultSaysItsCommentItsWordsOfRangeAndWhyItIsNone() {
        var lines = lines(
                RecordKind.LABORATORY,
                new LabExtract(
                        List.of(told("5.4", "陰性", "", "F", "溶血 (1+)"), told("", "", "H", "X")),
                        List.of("主治医へ連絡済"),
                        CareState.ACTIVE,
                        ""));
        assertThat(lines.getFirst().stressed()).containsExactly("溶血 (1+)");
        assertThat(lines.getFirst().note()).contains("基準値 陰性");
        assertThat(lines.get(1).state()).isEqualTo(new LineState("検査不能", true, false));
        assertThat(lines.get(1).flag()).isEqualTo(LabFlag.NONE);
        assertThat(lines).extracting(RecordLine::value).contains("主治医へ連絡済");
    }

    @Test
    void anOrderThatWasTakenBackSaysSoAtEachOfItsTests() {
        var lines = lines(
                RecordKind.LAB_ORDER,
                new LabExtract(List.of(told("", "", "", "O")), List.of(), CareState.CANCELLED, "検体不良"));
        assertThat(lines)
                .extracting(RecordLine::state)
                .containsExactly(new LineState("結果待ち、取消（検体不良）", true, false), new LineState("取消（検体不良）", true, true));
    }

    private static AllergyItem allergy(String name, String severity, AllergyStatus status, AllergyType type) {
        return new AllergyItem("DA", name, "", "", severity, "", "", status, type, "", List.of());
    }

    @Test
    void allergiesArePartedByWhetherTheyAreSo() {
        var sections = sections(
                RecordKind.ALLERGY,
                new AllergyExtract(List.of(
                        allergy("ペニシリン", "SV", AllergyStatus.PRESENT, AllergyType.ALLERGY),
                        allergy("セフェム", "", AllergyStatus.PRESENT, AllergyType.ADVERSE_REACTION),
                        allergy("ヨード", "", AllergyStatus.UNCONFIRMED, AllergyType.UNSAID),
                        allergy("アスピリン", "", AllergyStatus.RESOLVED, AllergyType.UNSAID),
                        allergy("卵", "", AllergyStatus.REFUTED, AllergyType.UNSAID),
                        allergy("なし", "", AllergyStatus.DENIED, AllergyType.UNSAID))));
        assertThat(sections)
                .extracting(Section::title)
                .containsExactly("アレルギーあり", "副作用歴あり", "疑い（未確認）", "過去のもの（現在は該当しない）", "否定されたもの", "聴取の結果");
        assertThat(sections.getFirst().lines().getFirst().value()).isEqualTo("重度");
        assertThat(sections.getLast().lines().getFirst())
                .extracting(RecordLine::label, RecordLine::value)
                .containsExactly("薬剤", "聴取で申告なし");
    }

    @Test
    void aDiagnosisSaysWhatBecameOfItFirst() {
        var lines = lines(
                RecordKind.DIAGNOSIS,
                new DiagnosisExtract(
                        "肺結核", "", "", "", "", "死亡", false, false, CareState.REFUTED, "培養陰性", List.of("他院より")));
        assertThat(lines.getFirst().state()).isEqualTo(new LineState("否定（培養陰性）", true, true));
        assertThat(lines).extracting(RecordLine::state).contains(new LineState("死亡", true, false));
        assertThat(lines).extracting(RecordLine::value).contains("他院より");
    }

    @Test
    void aMoveSaysFromWhereAndWhenAndADeathStandsOut() {
        var at = OffsetDateTime.parse("2026-11-20T10:30:00+09:00");
        var moved = new StayExtract("moved", "", "7北", "5東", "", at, null, null, "", List.of("個室"));
        assertThat(lines(RecordKind.ADMISSION, moved))
                .extracting(RecordLine::value)
                .containsExactly("転科・転棟", "2026年11月20日 10:30", "5東", "7北", "個室");
        var died = new StayExtract("discharged", "", "", "", "", at, null, at, "死亡退院", List.of());
        assertThat(lines(RecordKind.ADMISSION, died))
                .extracting(RecordLine::state)
                .contains(new LineState("死亡退院", true, false));
    }

    @Test
    void anActThatWasNotDoneAndADraftSaySo() {
        var act = new ProcedureExtract.ProcedureItem("", "", "胃内視鏡", "", "", "", CareState.NOT_DONE, "絶食不十分");
        assertThat(lines(RecordKind.PROCEDURE, new ProcedureExtract(false, "", List.of(act)))
                        .getFirst()
                        .state())
                .isEqualTo(new LineState("未実施（絶食不十分）", true, true));
        var draft = new DocumentExtract("退院時サマリー", "", "", 0, List.of(), CareState.DRAFT);
        assertThat(lines(RecordKind.DOCUMENT, draft).getFirst().state()).isEqualTo(new LineState("下書き", true, false));
    }
}
