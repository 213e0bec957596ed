package hmnet.exchange;

import hmnet.directory.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Under which names facilities' systems send messages (送信元の名), beside code and object identifier: MSH-3
/// and MSH-4 that a product brings along.
@Component
public class SenderNames {
    private final JdbcClient db;

    SenderNames(JdbcClient db) {
        this.db = db;
    }

    /// @param application MSH-3 it comes with; empty for any
    /// @param name MSH-4
    @Transactional
    public void register(FacilityId facility, String application, String name) {
        db.sql("insert into hl7_sender (facility, application, name) values (?, ?, ?) on conflict do nothing")
                .params(facility.value(), application, name)
                .update();
    }

    public boolean registered(FacilityId facility, String application, String name) {
        return db.sql("""
                        select exists (select from hl7_sender
                                        where facility = ? and name = ? and application in ('', ?))""")
                .params(facility.value(), name, application)
                .query(Boolean.class)
                .single();
    }
}
