package hmnet.ground.directory;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityScreen.FormerName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What facilities are called from which day on (施設の属性の履歴): 医療機関コード, name and owner change
/// while the facility stays the same one. Nothing is overwritten; a former code goes on naming it.
@Component
public class Attributes {
    private static final Logger LOG = LoggerFactory.getLogger(Attributes.class);

    /// What holds today of the facilities that are called otherwise still.
    private static final String DUE = """
             from (select distinct on (facility) facility, code, name from facility_attributes
                    where since <= (now() at time zone 'Asia/Tokyo')::date order by facility, since desc) today
            where exists (select from facility f where f.id = today.facility
                             and (f.code, f.name) is distinct from (today.code, today.name))""";

    private final JdbcClient db;
    private final Facilities facilities;
    private final Audit audit;
    private final FormerCodes codes;

    Attributes(JdbcClient db, Facilities facilities, Audit audit) {
        this.db = db;
        this.facilities = facilities;
        this.audit = audit;
        this.codes = new FormerCodes(db);
    }

    /// The latest first.
    List<FormerName> of(FacilityId facility) {
        return db.sql("select since, code, name, owner from facility_attributes where facility = ? order by since desc")
                .param(facility.value())
                .query((row, number) -> new FormerName(
                        row.getObject("since", LocalDate.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("owner")))
                .list();
    }

    /// Who owns it today (開設者): the one who represents it.
    public String ownerOf(FacilityId facility) {
        return db.sql("""
                        select owner from facility_attributes
                         where facility = ? and since <= (now() at time zone 'Asia/Tokyo')::date
                         order by since desc limit 1""")
                .param(facility.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// All codes a facility has had until today, as they were known at most two seconds ago.
    public Set<String> codesOf(FacilityId facility) {
        return codes.of(facility);
    }

    /// The result (登録の結果).
    public enum AttributeResult {
        DONE,
        /// The code is, was or is to be another facility's.
        CODE_TAKEN,
        /// Something is said of that day already, and nothing is overwritten.
        DAY_TAKEN
    }

    /// Another code, name or owner from a day on.
    @Transactional
    public AttributeResult add(FacilityId facility, FormerName formerName, Requester by) {
        if (facilities.taken(formerName.code(), facility)) {
            return AttributeResult.CODE_TAKEN;
        }
        var added = db.sql("""
                        insert into facility_attributes (facility, since, code, name, owner)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                facility.value(),
                                formerName.since(),
                                formerName.code(),
                                formerName.name(),
                                formerName.owner())
                        .update()
                == 1;
        if (!added) {
            return AttributeResult.DAY_TAKEN;
        }
        trace("described", facility, formerName.since(), Map.of("code", formerName.code()), by);
        turn(facility);
        return AttributeResult.DONE;
    }

    /// Takes out what was entered for a day that has not come yet; false where there is nothing of that kind.
    @Transactional
    boolean withdraw(FacilityId facility, LocalDate since, Requester by) {
        var withdrawn = db.sql("""
                        delete from facility_attributes
                         where facility = ? and since = ? and since > (now() at time zone 'Asia/Tokyo')::date""").params(facility.value(), since).update() == 1;
        if (withdrawn) {
            trace("withdrawn", facility, since, Map.of(), by);
        }
        return withdrawn;
    }

    private void trace(String outcome, FacilityId facility, LocalDate since, Map<String, String> more, Requester by) {
        var detail = new TreeMap<>(more);
        detail.put("facility", Long.toString(facility.value()));
        detail.put("since", since.toString());
        audit.write(by.did(Action.FACILITY_DESCRIBED, null, outcome, detail));
    }

    /// What is to hold from today on holds: one facility after the other, so that one that cannot be turned
    /// holds up no other.
    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    public void turn() {
        db.sql("select facility" + DUE + " order by facility")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .list()
                .forEach(facility -> {
                    try {
                        turn(facility);
                    } catch (DataAccessException e) {
                        LOG.error("What facility {} is called from today on could not be turned", facility.value(), e);
                    }
                });
    }

    private void turn(FacilityId facility) {
        var turned = db.sql("update facility set code = a.code, name = a.name from (select *" + DUE
                        + ") a where id = a.facility and id = ?")
                .param(facility.value())
                .update();
        if (turned > 0) {
            facilities.forget();
        }
        codes.forget();
    }
}
