package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartTest extends Centre {
    @Autowired
    JdbcClient db;

    @Test
    void theDatabaseFlushesWhatItAcknowledges() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(db.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void theCentreWorksUnderARoleThatOwnsNothing() {
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("hmnet_app");
        assertThat(db.sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
