package hmnet.office.stops;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.consent.consents.Purpose;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Papers;
import hmnet.record.filing.ReadElsewhere;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// A hospital's desk stops what others see, and two of it start again.
class StopPageTest extends ReadElsewhere {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/disclosure-stop");

    @Autowired
    StopPage page;

    @Autowired
    DisclosureStops stops;

    @Autowired
    ChartFrames frames;

    @BeforeEach
    void aDoctorElsewhereReads() {
        var number = number();
        treatedElsewhere(number, Papers.of(number).visit());
        assertThat(shown(reader(), person)).isNotEmpty();
    }

    private Requester deskPerson() {
        return at(hospital, Profession.RECEPTION);
    }

    private static String place(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getHeaders().getLocation(), HttpHeaders.LOCATION)
                .toString();
    }

    private List<ClosedKindLine> told(Requester who) {
        return charts.open(who, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                frames.frame(chart, ChartTab.TIMELINE, Messages.in(Language.JAPANESE))
                        .person()
                        .closed();
            case Opening.Closed closed -> throw new AssertionError(closed);
        });
    }

    private long traces(String action) {
        return logged("\"" + action + "\"", "\"facility\":\"" + hospital.value() + "\"")
                .size();
    }

    @Test
    void oneOfTheDeskStopsAtOnceAndReadersAreToldSo() {
        var first = deskPerson();
        assertThat(page.look("見本の理由", first, FRAME).getBody()).contains("2 秒以内", "見本の理由");
        assertThat(shown(reader(), person)).isNotEmpty();
        assertThat(place(page.stop("見本の理由", first, FRAME))).endsWith("done=stopped");
        assertThat(shown(reader(), person)).isEmpty();
        assertThat(shown(at(hospital, Profession.DOCTOR), person)).isNotEmpty();
        assertThat(told(reader()))
                .singleElement()
                .satisfies(line -> assertThat(line.stopped()).isTrue());
        assertThat(traces("disclosure-stopped")).isEqualTo(1);
        assertThat(place(page.stop("もう一度", first, FRAME))).endsWith("problem=already");
    }

    @Test
    void twoOfTheDeskStartAgainAndNeverOneAlone() {
        var first = deskPerson();
        var second = deskPerson();
        page.stop("見本の理由", first, FRAME);
        assertThat(place(page.propose("調べ終わった", first, FRAME))).endsWith("done=proposed");
        assertThat(place(page.agree(first))).endsWith("problem=second-person");
        assertThat(shown(reader(), person)).isEmpty();
        assertThat(place(page.agree(second))).endsWith("done=resumed");
        assertThat(shown(reader(), person)).isNotEmpty();
        assertThat(traces("disclosure-resumed")).isEqualTo(1);
        assertThat(page.show(null, null, second, FRAME).getBody()).contains("これまでの停止", "見本の理由");
    }

    @Test
    void anotherFacilitysDeskNeitherStopsNorStarts() {
        var stranger = at(hospital(), Profession.RECEPTION);
        page.stop("自院だけ", stranger, FRAME);
        assertThat(shown(reader(), person)).isNotEmpty();
        page.stop("見本の理由", deskPerson(), FRAME);
        page.propose("調べ終わった", deskPerson(), FRAME);
        assertThat(place(page.agree(stranger))).endsWith("problem=gone");
        assertThat(place(page.refuse(stranger))).endsWith("problem=gone");
        assertThat(shown(reader(), person)).isEmpty();
    }

    @Test
    void whatWasAskedForAnEarlierStopStartsNoLaterOne() {
        var first = deskPerson();
        page.stop("一度目", first, FRAME);
        page.propose("調べ終わった", first, FRAME);
        db.sql("update disclosure_stop set resumed_by = stopped_by, resumed_at = now() where facility = ?")
                .param(hospital.value())
                .update();
        page.stop("二度目", first, FRAME);
        assertThat(stops.waiting(hospital)).isEmpty();
        assertThat(place(page.agree(deskPerson()))).endsWith("problem=gone");
        assertThat(shown(reader(), person)).isEmpty();
    }

    @Test
    void withoutAReasonNothingStops() {
        var first = deskPerson();
        assertThat(page.stop(" ", first, FRAME).getStatusCode().value()).isEqualTo(422);
        assertThat(page.look("あ".repeat(201), first, FRAME).getStatusCode().value())
                .isEqualTo(422);
        assertThat(stops.now(hospital)).isEmpty();
    }
}
