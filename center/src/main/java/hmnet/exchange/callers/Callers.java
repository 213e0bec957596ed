package hmnet.exchange.callers;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.Recent;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which facilities' machines may use which transactions (外部連携の権限). Known by certificate; without a right, refused.
@Component
public class Callers {
    private record RightKey(long facility, TransactionGroup errand) {}

    private final JdbcClient db;
    private final Facilities facilities;
    private final Audit audit;
    private final Recent<Map<RightKey, Scope>> rights;

    Callers(JdbcClient db, Facilities facilities, Audit audit) {
        this.db = db;
        this.facilities = facilities;
        this.audit = audit;
        this.rights = new Recent<>(this::all);
    }

    /// A right that was granted.
    public record GrantedRight(FacilityId facility, TransactionGroup errand, Scope scope) {}

    /// By the rights as they stood at most two seconds ago. Who is refused stands in the audit log.
    ///
    /// @param transaction as the profile calls it, such as `ITI-78`
    @Transactional
    public Admission admit(FacilityId facility, TransactionGroup transactionGroup, String transaction) {
        var scope = rights.get().get(new RightKey(facility.value(), transactionGroup));
        if (scope != null) {
            var office = facilities.get(facility).kind() == FacilityKind.OFFICE;
            return new Admission.Admitted(new Caller(facility, transactionGroup, scope, office));
        }
        write(
                Action.QUERY_REFUSED,
                Actor.facility(facility.value()),
                facility,
                "no right",
                Map.of("transaction", transaction));
        return new Admission.Refused();
    }

    /// Whether a facility has a right; asked beside another errand, so that nothing is refused and nothing written.
    public boolean holds(FacilityId facility, TransactionGroup transactionGroup) {
        return rights.get().containsKey(new RightKey(facility.value(), transactionGroup));
    }

    /// Grants a right, or changes its scope.
    ///
    /// @param by who granted it: the centre or a member of staff
    @Transactional
    public void grant(FacilityId facility, TransactionGroup transactionGroup, Scope scope, Actor by) {
        var changed = db.sql("""
                        insert into exchange_right (facility, errand, scope, granted_by) values (?, ?, ?, ?)
                            on conflict (facility, errand) do update
                           set scope = excluded.scope, granted_by = excluded.granted_by, granted_at = now()
                         where exchange_right.scope <> excluded.scope""")
                .params(facility.value(), transactionGroup.word(), scope.word(), by.word())
                .update();
        if (changed == 0) {
            return;
        }
        write(
                Action.EXCHANGE_RIGHT,
                by,
                facility,
                "granted",
                Map.of("errand", transactionGroup.word(), "scope", scope.word()));
        rights.forget();
    }

    @Transactional
    public void withdraw(FacilityId facility, TransactionGroup transactionGroup, Actor by) {
        var ended = db.sql("delete from exchange_right where facility = ? and errand = ?")
                .params(facility.value(), transactionGroup.word())
                .update();
        if (ended == 0) {
            return;
        }
        write(Action.EXCHANGE_RIGHT, by, facility, "withdrawn", Map.of("errand", transactionGroup.word()));
        rights.forget();
    }

    public List<GrantedRight> granted() {
        return all().entrySet().stream()
                .map(right -> new GrantedRight(
                        new FacilityId(right.getKey().facility()),
                        right.getKey().errand(),
                        right.getValue()))
                .toList();
    }

    /// A right as it stands, with who granted it and when.
    public record HeldRight(TransactionGroup errand, Scope scope, OffsetDateTime since, Actor by) {}

    /// All rights by facility, read anew.
    public Map<FacilityId, List<HeldRight>> held() {
        var held = new LinkedHashMap<FacilityId, List<HeldRight>>();
        db.sql("select * from exchange_right order by facility, errand limit 5000")
                .query(row -> {
                    held.computeIfAbsent(new FacilityId(row.getLong("facility")), facility -> new ArrayList<>())
                            .add(new HeldRight(
                                    TransactionGroup.of(row.getString("errand")),
                                    Scope.of(row.getString("scope")),
                                    row.getObject("granted_at", OffsetDateTime.class),
                                    grantedBy(row.getString("granted_by"))));
                });
        return held;
    }

    private static Actor grantedBy(String word) {
        return Actor.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("Column granted_by names no actor: " + word));
    }

    private Map<RightKey, Scope> all() {
        var all = new HashMap<RightKey, Scope>();
        db.sql("select facility, errand, scope from exchange_right").query(row -> {
            all.put(
                    new RightKey(row.getLong("facility"), TransactionGroup.of(row.getString("errand"))),
                    Scope.of(row.getString("scope")));
        });
        return all;
    }

    private void write(Action action, Actor by, FacilityId about, String outcome, Map<String, String> detail) {
        audit.write(Trace.of(action, by, outcome).at(about.value()).with(detail));
    }
}
