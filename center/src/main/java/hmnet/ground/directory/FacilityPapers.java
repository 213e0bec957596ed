package hmnet.ground.directory;

import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.figures.PapersWithEnd;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Until when each facility's newest certificate counts (施設の証明書の期限): one that is not replaced in time shuts its
/// facility out.
@Component
class FacilityPapers implements PapersWithEnd {
    private final JdbcClient db;

    FacilityPapers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<PaperWithEnd> now() {
        return db.sql("""
                        select f.code, max(c.not_after) as ends
                          from facility_certificate c join facility f on f.id = c.facility
                         where c.ended_at is null and not c.waits
                         group by f.code
                         order by ends limit 1000""")
                .query((row, number) -> new PaperWithEnd(
                        "certificate",
                        "facility",
                        row.getString("code"),
                        row.getObject("ends", OffsetDateTime.class).toInstant()))
                .list();
    }
}
