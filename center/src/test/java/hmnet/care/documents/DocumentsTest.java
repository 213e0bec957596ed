package hmnet.care.documents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.Filed;
import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The papers of a chart stand by kind; a rule that closes them is never an empty list.
class DocumentsTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/documents");

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Documents documents;

    @Autowired
    private Rules rules;

    private ResponseEntity<String> page(Requester requester, PersonId person) {
        return page(requester, person, null);
    }

    private ResponseEntity<String> page(Requester requester, PersonId person, @Nullable String kind) {
        return chartPages.show(
                requester,
                person,
                FRAME,
                ChartView.DOCUMENTS,
                chart -> documents.screen(chart, new RangeQuery(null, null), PaperGroup.asked(kind), FRAME));
    }

    @ParameterizedTest
    @CsvSource({
        "退院時サマリー, DOCUMENT, SUMMARY",
        "診療情報提供書, DOCUMENT, LETTER",
        "経過記録, DOCUMENT, NOTE",
        "CT検査報告書, REPORT, IMAGING",
        "病理組織診断, REPORT, PATHOLOGY",
        "上部消化管内視鏡, REPORT, PHYSIOLOGY",
        "見慣れない報告, REPORT, REPORT",
        "同意書, DOCUMENT, OTHER"
    })
    void aPaperStandsUnderItsKind(String type, RecordKind kind, PaperGroup group) {
        var paper = new DocumentExtract(type, "", "", 0, List.of(), CareState.ACTIVE);
        assertThat(PaperGroup.of(Filed.filed(kind, paper))).isEqualTo(group);
    }

    private static ReceivedFile papers(String number) {
        var at = "2026-06-12T09:15:00+09:00";
        return SampleDocuments.papers(
                number,
                SampleDocuments.report("s", "RAD", "CT検査報告書", at) + ","
                        + SampleDocuments.report("t", "SP", "病理組織診断", at));
    }

    /// V7.
    @Test
    void aMomentOfMoreThanAPageOfPapersLeadsToOlderOnes() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        filed(hospital, SampleDocuments.reports(number, 101));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        var first = String.valueOf(page(doctor, person).getBody());
        assertThat(first).contains("見本の報告0<", "見本の報告100<", "before=").doesNotContain("昔の報告");
    }

    @Test
    void oneKindOfPaperIsShownAloneAndAnotherIsSaidNotToBeAmongThem() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        filed(hospital, papers(number));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(String.valueOf(page(doctor, person).getBody())).contains(">CT検査報告書</a>", ">病理組織診断</a>");
        assertThat(String.valueOf(page(doctor, person, "pathology").getBody()))
                .contains(">病理組織診断</a>", "value=\"pathology\" selected")
                .doesNotContain(">CT検査報告書</a>");
        assertThat(String.valueOf(page(doctor, person, "letter").getBody()))
                .contains("この種類に当たる文書は、調べた範囲にはありません")
                .doesNotContain("CT検査報告書");
        assertThat(page(doctor(), person, "letter").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void anEmptyPageSaysFromWhomNothingCameAndWhoKeepsPapersClosed() {
        var doctor = doctor();
        var hospital = hospital();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(String.valueOf(page(doctor, person).getBody())).contains("表示できるものは受信していません");
        rules.add(hospital, LocalDate.of(2026, 1, 1), -1, null, Audience.PROFESSIONAL, false, 0, "agreed in writing");
        assertThat(String.valueOf(page(doctor, person).getBody()))
                .contains("届いているかどうかは、この画面では分かりません")
                .doesNotContain("表示できるものは受信していません");
        assertThat(page(doctor(), person).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
