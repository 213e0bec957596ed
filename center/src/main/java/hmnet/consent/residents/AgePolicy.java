package hmnet.consent.residents;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// From which age a person signs in alone (年齢の決まり): dated data, no constant.
@Component
class AgePolicy {
    private final JdbcClient db;

    AgePolicy(JdbcClient db) {
        this.db = db;
    }

    boolean allows(LocalDate born, LocalDate today) {
        var from = db.sql("select signs_alone_from from age_policy where since <= ? order by since desc limit 1")
                .param(today)
                .query(Integer.class)
                .single();
        return !born.plusYears(from).isAfter(today);
    }
}
