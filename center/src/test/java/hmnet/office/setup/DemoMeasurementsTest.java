package hmnet.office.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.ownrecords.HandbookCharts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The invented resident of the demonstration has something to look at.
class DemoMeasurementsTest extends ResidentWard {
    @Autowired
    private DemoMeasurements measurements;

    @Autowired
    private HandbookCharts handbook;

    @Test
    void theResidentHasMorningsAndTwoCheckups() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        var resident = signedIn(card);
        var account = db.sql("select id from resident_account where person = ?")
                .param(card.holder().id().value())
                .query(Long.class)
                .single();
        for (var again = 0; again < 2; again++) {
            measurements.write(new ResidentCaller(account, card.holder().id().value()));
        }
        settle(handbook.facility().orElseThrow().id());
        assertThat(resident.get("/my/vitals").body()).contains("本人が記録");
        assertThat(resident.get("/my/checkups").body()).contains("見本健診センター", ">136<", ">128<");
    }
}
