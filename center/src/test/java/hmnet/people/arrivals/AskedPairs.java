package hmnet.people.arrivals;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.NumberWord;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.Patients;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Charts of invented people that the review desk is asked about, for tests in front of a browser (確認待ちの組).
public final class AskedPairs {
    private AskedPairs() {}

    /// Two charts that look like one person's, at one facility each.
    public static void likely(ApplicationContext centre, FacilityId here, FacilityId there, String number) {
        var one = Human.named("確認", "要子", "カクニン", "ヨウコ").insured();
        arrive(centre, there, number, one);
        arrive(
                centre,
                here,
                number,
                one.called("確認", "葉子", "ヨウコ")
                        .born(one.born().plusYears(7).plusMonths(4).plusDays(11)));
    }

    private static void arrive(ApplicationContext centre, FacilityId facility, String number, Human human) {
        var transaction = new TransactionTemplate(centre.getBean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            var at = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");
            var patientClaim = new PatientClaim(number, human.said(), at, true, human.insurance(), null, null);
            var patient = NumberWord.patient(centre.getBean(Patients.class), facility, patientClaim);
            var lookalikes = centre.getBean(Lookalikes.class);
            lookalikes.patient(patient.value()).ifPresent(centre.getBean(ArrivalMatcher.class)::match);
        });
    }
}
