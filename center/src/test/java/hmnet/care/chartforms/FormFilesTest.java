package hmnet.care.chartforms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.record.inbox.ReceivedFile;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/// Responses leave as files and come in as files, and none brings what its sheet has no place for.
class FormFilesTest extends FormBedside {
    @Test
    void aResponseIsHandedOutAndTakenInElsewhere() throws Exception {
        signedOff(nurse, "72");
        var file = signed.handOut(person, paper(nurse), nurse, FRAME);
        assertThat(file.getHeaders().getContentDisposition().isAttachment()).isTrue();
        var json = new String((byte[]) Objects.requireNonNull(file.getBody()), StandardCharsets.UTF_8);
        assertThat(json).contains("\"resourceType\":\"QuestionnaireResponse\"", VITALS);
        var taken = draft(list.take(person, upload(json), nurse, FRAME));
        assertThat(String.valueOf(fill.show(person, taken, 0, nurse, FRAME).getBody()))
                .contains("value=\"72\"", "value=\"62.4\"");
        var odd = list.take(person, upload(json.replace("\"linkId\":\"pulse\"", "\"linkId\":\"odd\"")), nurse, FRAME);
        assertThat(String.valueOf(odd.getBody())).contains("失われる回答が出るため");
        assertThat(String.valueOf(list.take(person, upload("{}"), nurse, FRAME).getBody()))
                .contains("読み取れるファイルではありません");
    }

    private static MockHttpServletRequest upload(String json) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.json\"\r\n\r\n" + json
                + "\r\n--x--";
        var request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    @Test
    void aFileBringsNoIndividualNumberAndNothingUnseen() throws Exception {
        signedOff(nurse, "72");
        var json = new String(
                (byte[]) Objects.requireNonNull(
                        signed.handOut(person, paper(nurse), nurse, FRAME).getBody()),
                StandardCharsets.UTF_8);
        var noted = json.substring(0, json.length() - 2)
                + ",{\"linkId\":\"seen\",\"item\":[{\"linkId\":\"note\",\"answer\":[{\"valueString\":\"番号 1234 5678 9018\"}]}]}]}";
        assertThat(String.valueOf(list.take(person, upload(noted), nurse, FRAME).getBody()))
                .contains("個人番号は受け取れません");
        var computed = json.replace(
                "{\"linkId\":\"pulse\"",
                "{\"linkId\":\"bmi\",\"answer\":[{\"valueDecimal\":99}]},{\"linkId\":\"pulse\"");
        assertThat(computed).contains("bmi");
        var draft = draft(list.take(person, upload(computed), nurse, FRAME));
        assertThat(String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody()))
                .as("what the sheet computes, no file says")
                .doesNotContain(">99<");
    }

    /// As another program of the facility may send it.
    @Test
    void answersThatTheSheetHasNoPlaceForAreShownInWords() {
        filed(nurse.facility(), ReceivedFile.named("r.json", """
                {"resourceType":"QuestionnaireResponse","status":"completed","authored":"2026-11-20T10:00:00+09:00",
                "questionnaire":"%s","_questionnaire":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/display",
                "valueString":"バイタル・観察記録"}]},"identifier":{"system":"urn:other","value":"%s"},
                "subject":{"identifier":{"value":"%s"}},"item":[{"linkId":"measured","text":"測定値","item":[
                {"linkId":"pulse","text":"脈拍","answer":[{"valueString":"触れず"}]},
                {"linkId":"pupil","text":"瞳孔","answer":[{"valueString":"3mm"}]}]}]}""".formatted(VITALS, UUID.randomUUID(), chart)
                .getBytes(StandardCharsets.UTF_8)));
        var read =
                String.valueOf(signed.show(person, paper(nurse), nurse, FRAME).getBody());
        assertThat(read).contains("脈拍: 触れず", "瞳孔: 3mm").doesNotContain("訂正する");
    }
}
