package hmnet.people.patients;

import hmnet.formats.model.chart.InsuredNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How patients are insured (医療保険), kept as evidence for matching alone. A centre that does without
/// (`HMNET_MATCHING_INSURANCE=false`) keeps none and forgets what it had.
@Component
class Insurances {
    private final JdbcTemplate db;
    private final boolean kept;

    Insurances(JdbcTemplate db, InsuranceSettings settings) {
        this.db = db;
        this.kept = settings.insurance();
    }

    @EventListener(ApplicationReadyEvent.class)
    void forget() {
        if (!kept) {
            db.update("delete from patient_insurance");
        }
    }

    /// Keeps what was said and returns the patients for whom it is new.
    Collection<Long> keep(Map<Long, InsuredNumber> said) {
        if (!kept || said.isEmpty()) {
            return List.of();
        }
        var patients = said.keySet().toArray(Long[]::new);
        var columns = new ArrayList<String[]>();
        for (var column = 0; column < 4; column++) {
            columns.add(new String[patients.length]);
        }
        for (var row = 0; row < patients.length; row++) {
            var insured = said.get(patients[row]);
            if (insured != null) {
                columns.get(0)[row] = insured.insurer();
                columns.get(1)[row] = insured.symbol();
                columns.get(2)[row] = insured.number();
                columns.get(3)[row] = insured.branch();
            }
        }
        return db.query(
                """
                insert into patient_insurance (patient, insurer, symbol, number, branch)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                    on conflict (patient) do update
                   set insurer = excluded.insurer, symbol = excluded.symbol, number = excluded.number,
                       branch = excluded.branch
                 where (patient_insurance.insurer, patient_insurance.symbol, patient_insurance.number,
                        patient_insurance.branch)
                       is distinct from (excluded.insurer, excluded.symbol, excluded.number, excluded.branch)
                returning patient""",
                (row, number) -> row.getLong("patient"),
                patients,
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3));
    }
}
