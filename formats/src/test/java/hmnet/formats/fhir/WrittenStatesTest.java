package hmnet.formats.fhir;

import static hmnet.formats.fhir.SheetRow.AT;
import static hmnet.formats.fhir.SheetRow.tablets;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import hmnet.formats.model.chart.PerformedActs.PerformedKind;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CareState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What became of papers, diagnoses, acts and stays, in the words FHIR R4 has for it.
class WrittenStatesTest {
    private static JsonValue paper(Paper.PaperKind kind, CareStatus status) throws Unreadable {
        var paper = new Paper(
                "d1",
                AT,
                kind,
                Concept.of("胸部CT"),
                "胸部CT報告",
                "架空 医師",
                "",
                List.of(new Paper.PaperSection("所見", "結節"), new Paper.PaperSection("", "要経過観察")),
                "",
                new byte[0],
                status,
                Set.of());
        return SheetRow.of(paper).resource(kind == Paper.PaperKind.REPORT ? "DiagnosticReport" : "DocumentReference");
    }

    @Test
    void aReportThatWasNeverMadeIsNotFinal() throws Unreadable {
        var words = Map.of(
                CareState.ACTIVE, "final",
                CareState.ENDED, "final",
                CareState.DRAFT, "preliminary",
                CareState.PARTIAL, "partial",
                CareState.PLANNED, "registered",
                CareState.CANCELLED, "cancelled",
                CareState.NOT_DONE, "cancelled",
                CareState.REFUSED, "cancelled",
                CareState.STOPPED, "cancelled",
                CareState.UNKNOWN, "unknown");
        for (var word : words.entrySet()) {
            assertThat(paper(Paper.PaperKind.REPORT, CareStatus.of(word.getKey()))
                            .text("status"))
                    .as(word.getKey().name())
                    .isEqualTo(word.getValue());
        }
    }

    @Test
    void aLetterThatWasReplacedIsNotTheCurrentOne() throws Unreadable {
        assertThat(paper(Paper.PaperKind.DOCUMENT, CareStatus.of(CareState.ENDED))
                        .text("status"))
                .isEqualTo("superseded");
        var draft = paper(Paper.PaperKind.DOCUMENT, CareStatus.of(CareState.DRAFT));
        assertThat(draft.text("status")).isEqualTo("current");
        assertThat(draft.text("docStatus")).isEqualTo("preliminary");
        var letter = paper(Paper.PaperKind.DOCUMENT, CareStatus.ACTIVE);
        assertThat(letter.text("status")).isEqualTo("current");
        assertThat(letter.at("docStatus").exists()).isFalse();
        assertThat(letter.text("description")).isEqualTo("胸部CT報告");
        assertThat(letter.text("author.display")).isEqualTo("架空 医師");
        assertThat(letter.text("content.attachment.contentType")).isEqualTo("text/plain; charset=utf-8");
        assertThat(new String(
                        Base64.getDecoder().decode(letter.text("content.attachment.data")), StandardCharsets.UTF_8))
                .isEqualTo("所見\n結節\n\n要経過観察");
    }

    @Test
    void aReportHoldsItsWordsAndNoFileWhereThereIsNone() throws Unreadable {
        var report = paper(Paper.PaperKind.REPORT, CareStatus.ACTIVE);
        assertThat(report.text("conclusion")).isEqualTo("所見\n結節\n\n要経過観察");
        assertThat(report.text("performer.display")).isEqualTo("架空 医師");
        assertThat(report.text("code.text")).isEqualTo("胸部CT");
        assertThat(report.at("presentedForm").exists()).isFalse();
    }

    private static JsonValue condition(String ended, String outcome, boolean suspected, CareState state)
            throws Unreadable {
        return SheetRow.of(new Problem(
                        "c1",
                        AT,
                        Concept.of("架空病"),
                        "2026-01",
                        ended,
                        outcome,
                        suspected,
                        false,
                        OrderSource.NONE,
                        CareStatus.of(state),
                        false,
                        "",
                        List.of("要観察"),
                        Set.of()))
                .resource("Condition");
    }

    /// con-4 of R4: what is over is inactive, in remission or resolved.
    @Test
    void aDiagnosisThatIsOverIsNeverActive() throws Unreadable {
        assertThat(condition("", "", false, CareState.ACTIVE).text("clinicalStatus.coding.code"))
                .isEqualTo("active");
        assertThat(condition("", "", false, CareState.ENDED).text("clinicalStatus.coding.code"))
                .as("only its state says that it is over")
                .isEqualTo("inactive");
        assertThat(condition("2026-03-01", "", false, CareState.ACTIVE).text("clinicalStatus.coding.code"))
                .isEqualTo("inactive");
        assertThat(condition("", "中止", false, CareState.ACTIVE).text("clinicalStatus.coding.code"))
                .isEqualTo("inactive");
        assertThat(condition("", "軽快", false, CareState.ACTIVE).text("clinicalStatus.coding.code"))
                .as("who fares better is still ill")
                .isEqualTo("active");
        assertThat(condition("", "寛解", false, CareState.ACTIVE).text("clinicalStatus.coding.code"))
                .isEqualTo("remission");
        assertThat(condition("2026-03-01", "治ゆ", false, CareState.ENDED).text("clinicalStatus.coding.code"))
                .isEqualTo("resolved");
        var refuted = condition("", "", false, CareState.REFUTED);
        assertThat(refuted.at("clinicalStatus").exists()).isFalse();
        assertThat(refuted.text("verificationStatus.coding.code")).isEqualTo("refuted");
    }

    @Test
    void aSuspicionIsProvisionalAndDatesStayAsPrecise() throws Unreadable {
        var suspected = condition("", "", true, CareState.ACTIVE);
        assertThat(suspected.text("verificationStatus.coding.code")).isEqualTo("provisional");
        assertThat(suspected.text("onsetDateTime")).isEqualTo("2026-01");
        assertThat(suspected.at("abatementDateTime").exists()).isFalse();
        assertThat(suspected.text("recordedDate")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(suspected.text("note.text")).isEqualTo("要観察");
        assertThat(condition("", "", false, CareState.ACTIVE).text("verificationStatus.coding.code"))
                .isEqualTo("confirmed");
    }

    private static PerformedActs acts(boolean ordered, CareStatus whole, PerformedAct... acts) {
        var by = OrderSource.of("", "架空 外科");
        return new PerformedActs("p1", AT, PerformedKind.PROCEDURE, "", by, ordered, whole, List.of(acts), Set.of());
    }

    private static PerformedAct act(CareStatus status) {
        return new PerformedAct("1", Concept.of("創傷処置"), new Amount("2", "", "TIME", ""), "左膝", status);
    }

    @Test
    void anActSaysItsAmountItsPlaceAndWhoDidIt() throws Unreadable {
        var done = SheetRow.of(acts(false, CareStatus.ACTIVE, act(CareStatus.ACTIVE)))
                .resource("Procedure");
        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(done.at("statusReason").exists()).isFalse();
        assertThat(done.all("note.text")).extracting(JsonValue::text).containsExactly("2TIME", "左膝");
        assertThat(done.text("performer.actor.display")).isEqualTo("架空 外科");
        assertThat(done.text("performedDateTime")).isEqualTo("2026-04-06T09:30:00+09:00");
    }

    @Test
    void anActThatWasNotDoneSaysSoByItselfOrByTheWhole() throws Unreadable {
        var refused = new CareStatus(CareState.REFUSED, "本人希望");
        var own = SheetRow.of(acts(false, CareStatus.ACTIVE, act(refused))).resource("Procedure");
        assertThat(own.text("status")).isEqualTo("not-done");
        assertThat(own.text("statusReason.text")).isEqualTo("拒否（本人希望）");
        var whole = SheetRow.of(acts(false, refused, act(CareStatus.ACTIVE)));
        assertThat(whole.resource("Procedure").text("status")).isEqualTo("not-done");
        assertThat(whole.row().title()).isEqualTo("（拒否）創傷処置");
    }

    @Test
    void anOrderNotToDoSomethingForbidsIt() throws Unreadable {
        var forbidden = SheetRow.of(acts(true, CareStatus.of(CareState.PROHIBITED), act(CareStatus.ACTIVE)))
                .resource("ServiceRequest");
        assertThat(forbidden.text("doNotPerform")).isEqualTo("true");
        assertThat(forbidden.text("status")).isEqualTo("active");
        assertThat(forbidden.all("note.text")).extracting(JsonValue::text).containsExactly("禁止", "左膝");
        var asked = SheetRow.of(acts(true, CareStatus.ACTIVE, act(CareStatus.ACTIVE)))
                .resource("ServiceRequest");
        assertThat(asked.at("doNotPerform").exists()).isFalse();
        assertThat(asked.text("quantityQuantity.value")).isEqualTo("2");
        assertThat(asked.text("requester.display")).isEqualTo("架空 外科");
    }

    @Test
    void severalActsAreCountedInTheirRow() throws Unreadable {
        var row = SheetRow.of(acts(
                        false,
                        CareStatus.ACTIVE,
                        act(CareStatus.ACTIVE),
                        new PerformedAct("2", Concept.of("湿布"), tablets("1"), "", CareStatus.ACTIVE)))
                .row();
        assertThat(row.title()).isEqualTo("創傷処置 ほか1件");
    }

    private static JsonValue stay(String event, String former, String doctor) throws Unreadable {
        return SheetRow.of(new Stay(
                        "s1",
                        AT,
                        event,
                        "01",
                        "5西",
                        former,
                        doctor,
                        event.equals("discharged") ? AT.minusDays(7) : null,
                        event.equals("discharged") ? AT : null,
                        Concept.NONE,
                        OrderSource.CareSetting.UNKNOWN,
                        List.of()))
                .resource("Encounter");
    }

    @Test
    void aStepWithinAStayDoesNotBeginIt() throws Unreadable {
        var moved = stay("moved", "3東", "架空 主治医");
        assertThat(moved.text("status")).isEqualTo("in-progress");
        assertThat(moved.text("class.code")).isEqualTo("IMP");
        assertThat(moved.at("period").exists()).isFalse();
        assertThat(moved.all("location.location.display"))
                .extracting(JsonValue::text)
                .containsExactly("3東", "5西");
        assertThat(moved.all("location").getFirst().text("period.end")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(moved.all("location").getLast().text("period.start")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(moved.text("participant.individual.display")).isEqualTo("架空 主治医");
        assertThat(stay("leave", "", "").at("period").exists()).isFalse();
        assertThat(stay("admitted", "", "").text("period.start")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(stay("admitted", "", "").at("participant").exists()).isFalse();
        assertThat(stay("admitted", "", "").at("location.period").exists()).isFalse();
    }

    @Test
    void aDischargeEndsTheStayAndAVisitHasNoBed() throws Unreadable {
        var home = stay("discharged", "", "");
        assertThat(home.text("status")).isEqualTo("finished");
        assertThat(home.text("period.start")).isEqualTo("2026-03-30T09:30:00+09:00");
        assertThat(home.text("period.end")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(home.at("hospitalization").exists()).isFalse();
        var visit = stay("visit", "", "");
        assertThat(visit.text("class.code")).isEqualTo("AMB");
        assertThat(visit.text("status")).isEqualTo("arrived");
        assertThat(stay("booked", "", "").text("status")).isEqualTo("planned");
        assertThat(stay("not-come", "", "").text("type.text")).isEqualTo("来院せず");
    }
}
