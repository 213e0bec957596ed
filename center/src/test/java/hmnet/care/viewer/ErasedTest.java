package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.timeline.DrawnTimeline;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.database.Accounts;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.charts.ViewRequest;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.vault.AgreedErasures;
import hmnet.record.vault.Erasure;
import hmnet.record.vault.ErasureRequests;
import hmnet.record.vault.ErasureTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was erased is said to be erased (消去済み): neither absent nor withheld, and no fault.
class ErasedTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/timeline");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Keys keys;

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private BeanFactory beans;

    @Test
    void aChartNamesTheFacilityWhoseRecordsAreErased() {
        var hospital = hospital();
        var other = hospital();
        var number = number();
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var second = number();
        relations.tie(at(other, hmnet.ground.directory.Profession.RECEPTION), person, second);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(number).visit(), Papers.of(number).diagnoses(Papers.diagnosis("P1", "高血圧症", "I10")));
        filed(other, Papers.of(second).visit());
        var record = shown(doctor, person).stream()
                .filter(entry -> entry.facility().equals(hospital))
                .findFirst()
                .orElseThrow()
                .id();
        erase(hospital);
        assertThat(shown(doctor, person))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.facility()).isEqualTo(other));
        var page = chartPages.show(
                doctor, person, FRAME, ChartView.TIMELINE, chart -> DrawnTimeline.of(beans, chart, FRAME));
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("消去済み").doesNotContain("高血圧症");
        assertThat(of(doctor, person, record)).isEqualTo(410);
        assertThat(of(doctor, person, UUID.randomUUID())).isEqualTo(404);
    }

    /// Erased rows are read over; what lies before them is not.
    @Test
    void aPageThatMeetsErasedRowsStillLeadsToWhatIsOlder() {
        var hospital = hospital();
        var other = hospital();
        var number = number();
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var second = number();
        relations.tie(at(other, hmnet.ground.directory.Profession.RECEPTION), person, second);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(number).later(9).visit());
        for (var day = 1; day <= 3; day++) {
            filed(other, Papers.of(second).later(day).prescription("00000000000040" + day, "架空錠" + day));
        }
        erase(hospital);
        var read = charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> {
                var titles = new ArrayList<String>();
                var span = CareSpan.all();
                for (var more = true; more; ) {
                    var page = chart.page(-1, Optional.empty(), span, 2);
                    page.entries().forEach(entry -> titles.add(entry.title()));
                    more = page.older();
                    if (more && !page.entries().isEmpty()) {
                        span = new CareSpan(
                                span.from(), page.entries().getLast().occurredAt());
                    }
                }
                yield titles;
            }
            case Opening.Closed closed -> List.<String>of();
        });
        assertThat(read).hasSize(3);
    }

    /// A strip without them would read as no allergy.
    @Test
    void anErasedAllergyIsNamedLikeOneThatIsWithheld() {
        assertThat(AllergyState.ERASED.rank()).isEqualTo(AllergyState.WITHHELD.rank());
        assertThat(FRAME.m().t("viewer.allergy." + AllergyState.ERASED.word())).contains("消去済み");
    }

    @Autowired
    private ErasureRequests requests;

    @Autowired
    private TransactionTemplate transaction;

    private int of(hmnet.ground.directory.Requester doctor, hmnet.people.patients.PersonId person, UUID record) {
        return chartPages
                .find(
                        doctor,
                        person,
                        FRAME,
                        new ViewRequest(ChartView.TIMELINE, Optional.of(record)),
                        chart -> chart.document(record))
                .getStatusCode()
                .value();
    }

    private void erase(FacilityId facility) {
        AgreedErasures.agreed(requests, transaction, ErasureTarget.all(facility), office(), office());
        var source = new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        new Erasure(JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)), keys, ring)
                .erase(ErasureTarget.all(facility), () -> {});
    }
}
