package hmnet.people.patients;

import hmnet.formats.model.chart.InsuredNumber;
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
    private final SealedInsurance sealed;

    Insurances(JdbcTemplate db, InsuranceSettings settings, SealedInsurance sealed) {
        this.sealed = sealed;
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
        var patients = new Long[said.size()];
        var shown = new byte[said.size()][];
        var keys = new Long[said.size()];
        var row = 0;
        for (var one : said.entrySet()) {
            patients[row] = one.getKey();
            shown[row] = sealed.seal(one.getKey(), one.getValue());
            keys[row++] = sealed.key(one.getKey(), one.getValue());
        }
        return db.query("""
                insert into patient_insurance (patient, shown, said_key)
                select * from unnest(?::bigint[], ?::bytea[], ?::bigint[])
                    on conflict (patient) do update set shown = excluded.shown, said_key = excluded.said_key
                 where patient_insurance.said_key <> excluded.said_key
                returning patient""", (line, number) -> line.getLong("patient"), patients, shown, keys);
    }
}
