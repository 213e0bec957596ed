package hmnet.care.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What stands for a life is as often as not the oldest row of its list (長いカルテの一覧; V7).
class LongListsTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/diagnoses");
    private static final int NEWER = 401;

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Diagnoses diagnoses;

    private static String condition(String id, String name, String day) {
        return """
                {"resource":{"resourceType":"Condition","id":"%s","subject":{"reference":"Patient/p"},
                "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical",
                "code":"active"}]},"code":{"text":"%s"},"onsetDateTime":"%s","recordedDate":"%s"}}""".formatted(id, name, day, day);
    }

    private static ReceivedFile conditions(String number) {
        var newer = IntStream.range(0, NEWER)
                .mapToObj(n -> condition("c" + n, "見本の病" + n, "2026-03-01"))
                .collect(Collectors.joining(","));
        var bundle = """
                {"resourceType":"Bundle","type":"collection","timestamp":"2026-06-12T10:00:00+09:00","entry":[
                {"resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"%s"}],
                "name":[{"family":"見本","given":["花子"]}],"gender":"female","birthDate":"1950-02-28"}},
                %s,%s]}""".formatted(number, newer, condition("old", "昔からの見本の病", "1988-04-01"));
        return new ReceivedFile("conditions.json", bundle.getBytes(UTF_8), Door.FILES);
    }

    @Test
    void anOldDiagnosisStandsBesideHundredsOfNewerOnes() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        filed(hospital, conditions(number));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        var page = chartPages.show(doctor, person, FRAME, ChartView.DIAGNOSES, chart -> diagnoses.screen(chart, FRAME));
        assertThat(String.valueOf(page.getBody())).contains("見本の病400", "昔からの見本の病");
    }
}
