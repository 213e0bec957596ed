package hmnet.directory;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.database.Recent;
import hmnet.directory.FacilityScreen.Called;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What facilities are called from which day on (施設の属性の履歴): 医療機関コード, name and owner change
/// while the facility stays the same one. Nothing is overwritten; a former code goes on naming it.
@Component
public class Attributes {
    private final JdbcClient db;
    private final Facilities facilities;
    private final Audit audit;
    private final Recent<Map<FacilityId, Set<String>>> codes;

    Attributes(JdbcClient db, Facilities facilities, Audit audit) {
        this.db = db;
        this.facilities = facilities;
        this.audit = audit;
        this.codes = new Recent<>(this::readCodes);
    }

    /// The latest first.
    List<Called> of(FacilityId facility) {
        return db.sql("select since, code, name, owner from facility_attributes where facility = ? order by since desc")
                .param(facility.value())
                .query((row, number) -> new Called(
                        row.getObject("since", LocalDate.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("owner")))
                .list();
    }

    /// All codes a facility has had until today, as they were known at most two seconds ago.
    public Set<String> codesOf(FacilityId facility) {
        return codes.get().getOrDefault(facility, Set.of());
    }

    private Map<FacilityId, Set<String>> readCodes() {
        var all = new HashMap<FacilityId, Set<String>>();
        db.sql("""
                        select facility, code from facility_attributes
                         where since <= (now() at time zone 'Asia/Tokyo')::date""").query(row -> {
            all.computeIfAbsent(new FacilityId(row.getLong("facility")), f -> new HashSet<>())
                    .add(row.getString("code"));
        });
        return all;
    }

    /// Another code, name or owner from a day on. False when the code is or was another facility's, or
    /// something is said of that day already.
    @Transactional
    public boolean add(FacilityId facility, Called called, Requester by) {
        var added = db.sql("""
                        insert into facility_attributes (facility, since, code, name, owner)
                        select ?, ?, ?, ?, ?
                         where not exists (select from facility_attributes where code = ? and facility <> ?)
                            on conflict do nothing""")
                        .params(
                                facility.value(),
                                called.since(),
                                called.code(),
                                called.name(),
                                called.owner(),
                                called.code(),
                                facility.value())
                        .update()
                == 1;
        if (added) {
            audit.write(new Trace(
                    Action.FACILITY_DESCRIBED,
                    "staff:" + by.staff().value(),
                    by.facility().value(),
                    by.profession().word(),
                    null,
                    "",
                    "described",
                    new TreeMap<>(Map.of(
                            "facility",
                            Long.toString(facility.value()),
                            "since",
                            called.since().toString(),
                            "code",
                            called.code()))));
            turn();
            codes.forget();
        }
        return added;
    }

    /// What is to hold from today on holds.
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    @Transactional
    public void turn() {
        var turned = db.sql("""
                        update facility f set code = a.code, name = a.name
                          from (select distinct on (facility) facility, code, name from facility_attributes
                                 where since <= (now() at time zone 'Asia/Tokyo')::date order by facility, since desc) a
                         where a.facility = f.id and (f.code, f.name) is distinct from (a.code, a.name)""").update();
        if (turned > 0) {
            facilities.forget();
        }
    }
}
