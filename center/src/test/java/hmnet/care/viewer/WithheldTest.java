package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.timeline.DrawnTimeline;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// What a rule keeps back never reads as absent.
class WithheldTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/timeline");

    @Autowired
    private Rules rules;

    @Autowired
    private FeedCoverage feedCoverage;

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private BeanFactory beans;

    private <T> T inChart(Requester doctor, PersonId person, Function<Chart, T> what) {
        return charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> what.apply(chart);
            case Opening.Closed(var reason) -> throw new IllegalStateException(reason.name());
        });
    }

    private PersonId shownTo(Requester doctor, FacilityId hospital, String number) {
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        return person;
    }

    private void delayed(FacilityId hospital, boolean disclosed, int days) {
        rules.add(
                hospital,
                LocalDate.of(2026, 1, 1),
                -1,
                null,
                Audience.PROFESSIONAL,
                disclosed,
                days,
                "agreed in writing");
    }

    @Test
    void whatADelayKeepsBackIsNotSaidToBeMissing() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = shownTo(doctor, hospital, number);
        delayed(hospital, true, 7);
        filed(hospital, Sent.result(number, "20261118101112000", "4.1", "F"));
        var page = chartPages
                .show(doctor, person, FRAME, ChartView.TIMELINE, chart -> DrawnTimeline.of(beans, chart, FRAME))
                .getBody();
        assertThat(page)
                .contains("受領後 7 日間", "届いているかどうかは、この画面では分かりません")
                .doesNotContain("受信していません", "受信した記録はありません", "受信なし");
    }

    @Test
    void receivingBeginsOnTheDayOfTheFirstRecord() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = shownTo(doctor, hospital, number);
        filed(hospital, Sent.result(number, "20261118101112000", "4.1", "F"));
        List<FacilityCoverage> received = inChart(doctor, person, chart -> feedCoverage.of(chart, -1, FRAME.m()));
        assertThat(received)
                .singleElement()
                .satisfies(of -> assertThat(of.since()).isEqualTo(LocalDate.of(2026, 11, 18)));
    }

    @Test
    void aFacilityWhoseRuleClosesAllIsNamedToo() {
        var doctor = doctor();
        var hospital = hospital();
        var person = shownTo(doctor, hospital, number());
        delayed(hospital, false, 0);
        List<FacilityCoverage> received = inChart(doctor, person, chart -> feedCoverage.of(chart, -1, FRAME.m()));
        assertThat(received).singleElement().satisfies(of -> {
            assertThat(of.silent()).isFalse();
            assertThat(of.closed()).isNotEmpty();
        });
    }

    /// U13.
    @Test
    void aTabClosedToAProfessionIsNotOffered() {
        var worker = at(facility(FacilityKind.CLINIC), Profession.CARE_WORKER);
        var person = shownTo(worker, hospital(), number());
        ChartFrame frame = inChart(
                worker, person, chart -> DrawnTimeline.of(beans, chart, FRAME).chart());
        assertThat(frame.tabs())
                .containsExactly(ChartTab.SUMMARY, ChartTab.TIMELINE, ChartTab.MEDICINES, ChartTab.DOCUMENTS);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        ChartFrame whole = inChart(
                doctor, person, chart -> DrawnTimeline.of(beans, chart, FRAME).chart());
        assertThat(whole.tabs()).containsExactly(ChartTab.values());
    }

    @Test
    void anAllergyThatIsWithheldIsAStateOfItsOwn() {
        var doctor = doctor();
        var hospital = hospital();
        var person = shownTo(doctor, hospital, number());
        assertThat(allergies(doctor, person))
                .extracting(AllergyNote::state)
                .containsExactly(AllergyState.NOTHING_RECEIVED);
        delayed(hospital, true, 7);
        assertThat(allergies(doctor, person))
                .as("a delay never holds allergies back")
                .extracting(AllergyNote::state)
                .containsExactly(AllergyState.NOTHING_RECEIVED);
        delayed(hospital, false, 0);
        assertThat(allergies(doctor, person))
                .as("the strip is never empty")
                .extracting(AllergyNote::state)
                .containsExactly(AllergyState.WITHHELD);
    }

    private List<AllergyNote> allergies(Requester doctor, PersonId person) {
        return inChart(
                doctor,
                person,
                chart -> Allergies.notes(
                        chart,
                        Allergies.entries(chart),
                        ChartFrames.linked(chart),
                        facility -> facilities.get(facility).name(),
                        FRAME.m()));
    }
}
