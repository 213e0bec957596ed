package hmnet.office.incidents;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Downloads of a facility's list of patients (患者一覧の持出し): what left the centre with it, for the incident
/// of a chart that stood there under another human.
@Component
public class ListDownloads {
    private static final int MOST = 500;
    private final JdbcClient db;

    ListDownloads(JdbcClient db) {
        this.db = db;
    }

    /// One download.
    ///
    /// @param rows how many patients stood in it
    record Download(OffsetDateTime at, StaffId staff, int rows) {}

    /// Written down with its trace, before the first byte goes out.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Requester by, int rows) {
        db.sql("insert into patient_list_download (facility, staff, rows) values (?, ?, ?)")
                .params(by.facility().value(), by.staff().value(), rows)
                .update();
    }

    /// Those of a facility in a span of time, the oldest first.
    List<Download> of(FacilityId facility, OffsetDateTime from, OffsetDateTime until) {
        return db.sql("""
                        select at, staff, rows from patient_list_download
                         where facility = ? and at between ? and ? order by at limit ?""")
                .params(facility.value(), from, until, MOST)
                .query((row, number) -> new Download(
                        row.getObject("at", OffsetDateTime.class),
                        new StaffId(row.getLong("staff")),
                        row.getInt("rows")))
                .list();
    }
}
