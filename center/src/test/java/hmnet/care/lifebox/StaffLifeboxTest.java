package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Staff read somebody's life box in the chart, and write one for them; it is theirs once they say so.
class StaffLifeboxTest extends LifeboxWard {
    private String path() {
        return "/people/" + person + "/lifebox";
    }

    /// A nurse of the hospital that treats the person.
    private Browser nurse() {
        return member(whom.hospital(), Profession.NURSE, false).browser();
    }

    private Browser written(String... answers) {
        var nurse = nurse();
        var sheet = Long.toString(sheets.find(SHEET).orElseThrow().id());
        var draft = leads(nurse.post("/people/" + person + "/forms", Map.of("sheet", sheet)));
        assertThat(draft).contains("/forms/drafts/");
        var fields = new HashMap<>(answers(answers));
        fields.putAll(Map.of("act", "sign", "seen", "1", "page", "0"));
        assertThat(leads(nurse.post(draft, fields))).contains("told=signed");
        settle(whom.hospital());
        return nurse;
    }

    @Test
    void aDoctorWithATieReadsAllOfItInTheChartAndOneWithoutNothing() {
        signed("self-crew", "犬がいます", "show=", "nothing");
        var doctor = member(hospital(), Profession.DOCTOR, false);
        assertThat(doctor.browser().get(path()).body()).doesNotContain("犬がいます");
        var nurse = nurse();
        assertThat(nurse.get(path()).body()).contains("犬がいます", "本人が記入", "救急隊に見せない", "/lifebox\"");
        assertThat(entries(person, Action.CHART_OPENED).getFirst().detail()).containsEntry("view", "viewer/lifebox");
        var pharmacist = member(whom.hospital(), Profession.PHARMACIST, false).browser();
        assertThat(pharmacist.get(path()).body())
                .as("who reads no documents")
                .contains("貴施設から見られる命の宝箱はありません")
                .doesNotContain("犬がいます");
    }

    @Test
    void whatANurseWritesForHerIsAProposalUntilSheConfirmsIt() {
        var nurse = written("wish-known=", "yes", "wish-want", "家に帰りたい", "self-crew", "右の耳が遠い", "show=", "all");
        assertThat(lifeboxes.standing(person)).isEmpty();
        assertThat(nurse.get(path()).body()).contains("職員の代筆・本人未確認", "右の耳が遠い");
        assertThat(firstLook())
                .contains("職員の代筆・本人未確認", "右の耳が遠い", "家に帰りたい", "本人はまだ確認していません")
                .doesNotContain("本人が記入");
        assertThat(page()).contains("職員の代筆・本人未確認", "右の耳が遠い", "まだ書かれていません");
        var proposal = lifeboxes.proposal(person).orElseThrow();
        assertThat(leads(signedIn(card()).post(PAGE + "/" + proposal.id() + "/confirmation", Map.of())))
                .as("somebody else")
                .isEqualTo(PAGE + "?told=unconfirmed");
        assertThat(leads(resident.post(PAGE + "/" + proposal.id() + "/confirmation", Map.of())))
                .isEqualTo(PAGE + "?told=confirmed");
        assertThat(page()).contains("本人が記入", "右の耳が遠い").doesNotContain("本人未確認");
        assertThat(firstLook()).contains("本人が記入", "右の耳が遠い").doesNotContain("本人未確認");
        assertThat(leads(resident.post(PAGE + "/" + proposal.id() + "/confirmation", Map.of())))
                .as("once")
                .isEqualTo(PAGE + "?told=unconfirmed");
        assertThat(entries(person, Action.LIFEBOX_SETTLED)).hasSize(1);
    }

    @Test
    void whatShePutsAsideIsShownToNobodyAndHerOwnWordsHoldBesideAProposal() {
        signed("self-crew", "犬がいます", "show=", "all");
        written("self-crew", "犬はもういない", "show=", "all");
        assertThat(firstLook()).contains("犬がいます").doesNotContain("犬はもういない");
        var proposal = lifeboxes.proposal(person).orElseThrow();
        assertThat(leads(resident.post(PAGE + "/" + proposal.id() + "/refusal", Map.of())))
                .isEqualTo(PAGE + "?told=refused");
        assertThat(page()).contains("犬がいます").doesNotContain("犬はもういない");
        assertThat(lifeboxes.proposal(person)).isEmpty();
    }

    @Test
    void puttingAProposalRightBeginsFromItAndNeverFromAnOldDraft() {
        var old = begun(resident, "");
        written("self-crew", "右の耳が遠い", "show=", "all");
        var from = Map.of("from", lifeboxes.proposal(person).orElseThrow().id().toString());
        assertThat(leads(resident.post(PAGE, from))).isEqualTo(PAGE + "?told=draft");
        resident.post(old + "/discard", Map.of());
        var draft = leads(resident.post(PAGE, from));
        assertThat(resident.get(draft + "?step=9").body()).contains("右の耳が遠い");
        assertThat(leads(step(resident, draft, "sign", "", answers("self-crew", "左の耳が遠い"))))
                .isEqualTo(PAGE + "?told=signed");
        assertThat(page()).contains("左の耳が遠い", "本人が記入").doesNotContain("本人未確認");
    }

    @Test
    void aRefusalOfTransfusionIsSaidToBeAWish() {
        signed("faith-blood=", "refuses", "show=", "all");
        assertThat(firstLook()).contains("受けたくない", "医師の指示ではありません");
    }

    @Test
    void aPaperThatSheSignedMakesItHersAndOnlyForWhoWroteIt() {
        var nurse = written("self-crew", "右の耳が遠い", "show=", "all");
        var proposal = lifeboxes.proposal(person).orElseThrow();
        var paper = path() + "/" + proposal.id() + "/paper";
        var other = at(hospital(), Profession.DOCTOR);
        relations.begin(other, person, RelationOrigin.CARD);
        var doctor = member(other.facility(), Profession.DOCTOR, false).browser();
        assertThat(doctor.post(paper, Map.of("paper", "yes")).statusCode()).isEqualTo(404);
        assertThat(leads(nurse.post(paper, Map.of()))).endsWith("told=paper-missing");
        assertThat(leads(nurse.post(paper, Map.of("paper", "yes")))).endsWith("told=paper");
        settle(notebook);
        assertThat(page()).contains("紙に署名", "右の耳が遠い").doesNotContain("本人未確認");
        assertThat(resident.get("/my/log").body()).contains("紙の署名により");
        assertThat(nurse.get(path()).body()).contains("紙に署名", "右の耳が遠い");
    }
}
