package hmnet.consent.residents;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// From which age a person signs in alone and names a representative (年齢の決まり): dated data, no constant.
@Component
class AgePolicy {
    private final JdbcClient db;

    AgePolicy(JdbcClient db) {
        this.db = db;
    }

    boolean allows(LocalDate born, LocalDate today) {
        return reached("signs_alone_from", born, today);
    }

    /// Whether somebody may name a representative by their own word.
    boolean namesProxy(LocalDate born, LocalDate today) {
        return reached("names_proxy_from", born, today);
    }

    private boolean reached(String column, LocalDate born, LocalDate today) {
        var from = db.sql("select " + column + " from age_policy where since <= ? order by since desc limit 1")
                .param(today)
                .query(Integer.class)
                .single();
        return !born.plusYears(from).isAfter(today);
    }
}
