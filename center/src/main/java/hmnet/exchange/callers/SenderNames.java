package hmnet.exchange.callers;

import hmnet.ground.directory.FacilityId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Under which names facilities' systems send messages (送信元の名), beside code and object identifier: MSH-3
/// and MSH-4, or the object identifiers of V3's devices, that a product brings along.
@Component
public class SenderNames {
    private final JdbcClient db;
    private final Domains domains;

    SenderNames(JdbcClient db, Domains domains) {
        this.db = db;
        this.domains = domains;
    }

    /// Whether one of the names is the facility's: its code, its object identifier or one below that, be they
    /// of today or of before, or one it registered.
    ///
    /// @param application the program that sends, by name or object identifier
    public boolean areOf(FacilityId facility, String application, Collection<String> names) {
        var own = domains.namesOf(facility);
        return names.stream()
                        .anyMatch(name -> own.contains(name) || own.stream().anyMatch(one -> isBelow(name, one)))
                || names.stream().anyMatch(name -> registered(facility, application, name));
    }

    private static boolean isBelow(String name, String own) {
        return own.indexOf('.') > 0 && name.startsWith(own + ".");
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

    /// @param application MSH-3, or empty for any
    public record SenderName(String application, String name) {}

    public List<SenderName> of(FacilityId facility) {
        return db.sql(
                        "select application, name from hl7_sender where facility = ? order by name, application limit 200")
                .param(facility.value())
                .query((row, number) -> new SenderName(row.getString("application"), row.getString("name")))
                .list();
    }

    /// The facilities that have a name of their own.
    public Set<FacilityId> facilities() {
        return db.sql("select distinct facility from hl7_sender")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .set();
    }

    /// From now on messages under this name are refused.
    @Transactional
    public boolean remove(FacilityId facility, String application, String name) {
        return db.sql("delete from hl7_sender where facility = ? and application = ? and name = ?")
                        .params(facility.value(), application, name)
                        .update()
                == 1;
    }
}
