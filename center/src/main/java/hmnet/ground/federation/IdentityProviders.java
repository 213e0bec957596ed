package hmnet.ground.federation;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of hospitals' identity providers (認証基盤の台帳): one operator enters one, another agrees, any ends it.
@Component
class IdentityProviders {
    private static final String KIND = "identity-provider";
    private static final int MOST = 400;
    private static final String SELECT = """
            select p.id, p.facility, p.issuer, p.client_id, p.secret, p.two_factors, p.acr,
                   p.asked_by, p.asked_at, p.agreed_by, p.ended_at
              from identity_provider p""";
    private static final String STANDING =
            " join standing_facility f on f.id = p.facility where p.agreed_at is not null and p.ended_at is null";

    private final JdbcClient db;
    private final Approvals approvals;
    private final Ties ties;
    private final Audit audit;
    private final FieldSeal seal;

    IdentityProviders(JdbcClient db, Approvals approvals, Ties ties, Audit audit, Keys keys) {
        this.db = db;
        this.approvals = approvals;
        this.ties = ties;
        this.audit = audit;
        this.seal = new FieldSeal(keys, "secrets of identity providers");
    }

    /// What an operator enters of one.
    record EnteredProvider(
            FacilityId facility, String issuer, String clientId, String secret, boolean twoFactors, String acr) {}

    /// What came of an act.
    enum ProviderResult {
        DONE,
        /// Whoever entered it cannot be the one who agrees.
        SAME_OPERATOR,
        /// There is nothing that waits, or stands.
        NOTHING
    }

    /// False where the hospital has one already.
    @Transactional
    boolean ask(EnteredProvider entered, Requester by) {
        var id = db.sql("""
                        insert into identity_provider
                               (facility, issuer, client_id, secret, two_factors, acr, asked_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (facility) where ended_at is null do nothing
                        returning id""")
                .params(
                        entered.facility().value(),
                        entered.issuer(),
                        entered.clientId(),
                        seal.seal(place(entered.issuer()), entered.secret().getBytes(StandardCharsets.UTF_8)),
                        entered.twoFactors(),
                        entered.acr(),
                        by.staff().value())
                .query(Long.class)
                .optional();
        id.ifPresent(made -> {
            approvals.propose(subject(made), "", "", 0, by.actor());
            write("asked", find(made).orElseThrow(), by);
        });
        return id.isPresent();
    }

    @Transactional
    ProviderResult agree(long id, Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(id)), by.actor())) {
            case NothingWaits<Approval> nothing -> ProviderResult.NOTHING;
            case Proposer<Approval> asker -> ProviderResult.SAME_OPERATOR;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                db.sql("update identity_provider set agreed_by = ?, agreed_at = now() where id = ?")
                        .params(by.staff().value(), id)
                        .update();
                write("agreed", find(id).orElseThrow(), by);
                yield ProviderResult.DONE;
            }
        };
    }

    /// By another operator, or by whoever entered it.
    @Transactional
    ProviderResult refuse(long id, Requester by) {
        var asked = approvals.held(subject(id));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            end(id, "refused", by);
        });
        return asked.isPresent() ? ProviderResult.DONE : ProviderResult.NOTHING;
    }

    /// Nobody signs in by it from now on, and whoever did is signed out.
    @Transactional
    ProviderResult end(long id, Requester by) {
        if (find(id).filter(IdentityProvider::stands).isEmpty()) {
            return ProviderResult.NOTHING;
        }
        end(id, "ended", by);
        ties.endSessions(id);
        return ProviderResult.DONE;
    }

    private void end(long id, String outcome, Requester by) {
        db.sql("update identity_provider set ended_by = ?, ended_at = now() where id = ? and ended_at is null")
                .params(by.staff().value(), id)
                .update();
        write(outcome, find(id).orElseThrow(), by);
    }

    List<IdentityProvider> all() {
        return db.sql(SELECT + " order by p.ended_at is not null, p.agreed_at is not null, p.id desc limit ?")
                .param(MOST)
                .query(IdentityProviders::read)
                .list();
    }

    List<IdentityProvider> standing() {
        return db.sql(SELECT + STANDING + " order by p.id limit ?")
                .param(MOST)
                .query(IdentityProviders::read)
                .list();
    }

    Optional<IdentityProvider> standing(long id) {
        return db.sql(SELECT + STANDING + " and p.id = ?")
                .param(id)
                .query(IdentityProviders::read)
                .optional();
    }

    Optional<IdentityProvider> standing(FacilityId facility) {
        return db.sql(SELECT + STANDING + " and p.facility = ?")
                .param(facility.value())
                .query(IdentityProviders::read)
                .optional();
    }

    int waiting() {
        return approvals.waiting(KIND).size();
    }

    String secret(IdentityProvider provider) {
        return new String(seal.open(place(provider.issuer()), provider.secret()), StandardCharsets.UTF_8);
    }

    private Optional<IdentityProvider> find(long id) {
        return db.sql(SELECT + " where p.id = ?")
                .param(id)
                .query(IdentityProviders::read)
                .optional();
    }

    private static String place(String issuer) {
        return "identity_provider|secret|" + issuer;
    }

    private static Subject subject(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    private void write(String outcome, IdentityProvider provider, Requester by) {
        audit.write(by.did(Action.IDENTITY_PROVIDER_CHANGED, outcome)
                .at(provider.facility().value())
                .with("issuer", provider.issuer())
                .with("two-factors", Boolean.toString(provider.twoFactors())));
    }

    private static IdentityProvider read(ResultSet row, int number) throws SQLException {
        var agreedBy = row.getObject("agreed_by", Long.class);
        return new IdentityProvider(
                row.getLong("id"),
                new FacilityId(row.getLong("facility")),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getBytes("secret"),
                row.getBoolean("two_factors"),
                row.getString("acr"),
                new StaffId(row.getLong("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class),
                agreedBy == null ? null : new StaffId(agreedBy),
                row.getObject("ended_at", OffsetDateTime.class));
    }
}
