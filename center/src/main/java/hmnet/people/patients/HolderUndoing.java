package hmnet.people.patients;

import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What a human said of a chart number's holders, taken back (番号の持ち主の判断の取消).
@Component
public class HolderUndoing {
    private final EpochRows rows;
    private final JdbcTemplate db;
    private final MatchQueue matching;

    HolderUndoing(EpochRows rows, JdbcTemplate db, MatchQueue matching) {
        this.rows = rows;
        this.db = db;
        this.matching = matching;
    }

    /// What is known of a holder now, as one message would tell it.
    public Optional<PatientClaim> known(FacilityId facility, String number, PatientId patient) {
        return epoch(facility, number, patient)
                .map(epoch -> new PatientClaim(number, epoch.shown(), epoch.at(), epoch.rank() == 1));
    }

    /// Lets a holder read as before. A death that was told since stays, unless the words taken back told it.
    ///
    /// @param told what the messages said that were taken for the holder's
    public void restore(FacilityId facility, PatientId patient, PatientClaim before, PatientClaim told) {
        epoch(facility, before.number(), patient).ifPresent(now -> {
            rows.write(facility, now.asBefore(before, told));
            forgetInsurance(patient);
        });
    }

    /// Takes back that there is another human under the number.
    public void takeBack(FacilityId facility, String number, PatientId patient) {
        epoch(facility, number, patient).ifPresent(opened -> {
            rows.write(
                    facility, new Epoch(opened.id(), opened.number(), SealedDemographics.NOBODY, 0, opened.at(), null));
            rows.takeBack(facility, number, patient);
            forgetInsurance(patient);
        });
    }

    /// How the other human is insured is no evidence; the next patient master tells it anew.
    private void forgetInsurance(PatientId patient) {
        db.update("delete from patient_insurance where patient = ?", patient.value());
        matching.add(List.of(patient.value()));
    }

    private Optional<Epoch> epoch(FacilityId facility, String number, PatientId patient) {
        return rows.of(facility, List.of(number)).getOrDefault(number, List.of()).stream()
                .filter(epoch -> epoch.id() == patient.value())
                .findFirst();
    }
}
