package hmnet.ground.openid;

import hmnet.formats.base.Sha256;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.Token;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of sub-systems (サブシステムの台帳): one operator enters one, another agrees and is shown its secret, any ends
/// it.
@Component
class Clients {
    private static final String KIND = "openid-client";
    private static final int MOST = 200;
    private static final String SELECT = """
            select id, client_id, name, redirects, sign_outs, asked_by, asked_at, agreed_by, ended_at
              from openid_client""";

    private final JdbcClient db;
    private final Approvals approvals;
    private final Audit audit;

    Clients(JdbcClient db, Approvals approvals, Audit audit) {
        this.db = db;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// What came of the second operator's answer.
    sealed interface ClientAnswer {
        /// @param secret shown once, and never kept
        record Agreed(OpenIdClient client, String secret) implements ClientAnswer {}

        /// Refused, or taken back.
        record Declined() implements ClientAnswer {}

        record SameOperator() implements ClientAnswer {}

        record NothingToAnswer() implements ClientAnswer {}
    }

    /// A sub-system and the hash of its secret, while it may use the centre.
    record StandingClient(OpenIdClient client, byte[] secret) {}

    /// False where the register is full.
    @Transactional
    boolean ask(String name, List<String> redirects, List<String> signOuts, Requester by) {
        if (db.sql("select count(*) from openid_client where ended_at is null")
                        .query(Integer.class)
                        .single()
                >= MOST) {
            return false;
        }
        var clientId = "hmnet-" + Sha256.hex(Token.fresh().hash(), 8);
        var id = db.sql("""
                        insert into openid_client (client_id, name, redirects, sign_outs, asked_by)
                        values (?, ?, ?, ?, ?) returning id""")
                .params(
                        clientId,
                        name,
                        redirects.toArray(String[]::new),
                        signOuts.toArray(String[]::new),
                        by.staff().value())
                .query(Long.class)
                .single();
        approvals.propose(subject(id), "", "", 0, by.actor());
        write("asked", clientId, name, by);
        return true;
    }

    @Transactional
    ClientAnswer agree(long id, Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(id)), by.actor())) {
            case NothingWaits<Approval> nothing -> new ClientAnswer.NothingToAnswer();
            case Proposer<Approval> asker -> new ClientAnswer.SameOperator();
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                var secret = Token.fresh();
                db.sql("update openid_client set agreed_by = ?, agreed_at = now(), secret = ? where id = ?")
                        .params(by.staff().value(), secret.hash(), id)
                        .update();
                var client = find(id).orElseThrow();
                write("agreed", client.clientId(), client.name(), by);
                yield new ClientAnswer.Agreed(client, secret.value());
            }
        };
    }

    /// By another operator, or by whoever asked.
    @Transactional
    ClientAnswer decline(long id, Requester by) {
        var asked = approvals.held(subject(id));
        if (asked.isEmpty()) {
            return new ClientAnswer.NothingToAnswer();
        }
        approvals.refuse(asked.get(), by.actor());
        end(id, "refused", by);
        return new ClientAnswer.Declined();
    }

    /// What it was handed counts no more from now on. False where it does not stand.
    @Transactional
    boolean end(long id, Requester by) {
        return find(id).filter(OpenIdClient::stands).isPresent() && end(id, "ended", by);
    }

    private boolean end(long id, String outcome, Requester by) {
        var ended = db.sql("update openid_client set ended_by = ?, ended_at = now() where id = ? and ended_at is null")
                        .params(by.staff().value(), id)
                        .update()
                == 1;
        if (ended) {
            var client = find(id).orElseThrow();
            write(outcome, client.clientId(), client.name(), by);
        }
        return ended;
    }

    /// Those that wait, those that stand, those that ended, the newest first.
    List<OpenIdClient> all() {
        return db.sql(SELECT + " order by ended_at is not null, agreed_at is not null, id desc limit ?")
                .param(MOST * 2)
                .query(Clients::read)
                .list();
    }

    int waiting() {
        return approvals.waiting(KIND).size();
    }

    Optional<StandingClient> standing(long id) {
        return standing("id = ?", id);
    }

    Optional<StandingClient> standing(String clientId) {
        return standing("client_id = ?", clientId);
    }

    private Optional<StandingClient> standing(String which, Object value) {
        return db.sql(SELECT.replace("ended_at\n", "ended_at, secret\n")
                        + " where agreed_at is not null and ended_at is null and " + which)
                .param(value)
                .query((row, number) -> new StandingClient(read(row, number), row.getBytes("secret")))
                .optional();
    }

    private Optional<OpenIdClient> find(long id) {
        return db.sql(SELECT + " where id = ?").param(id).query(Clients::read).optional();
    }

    private static Subject subject(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    private void write(String outcome, String clientId, String name, Requester by) {
        audit.write(by.did(Action.OPENID_CLIENT_CHANGED, outcome)
                .with("client", clientId)
                .with("name", name));
    }

    private static OpenIdClient read(ResultSet row, int number) throws SQLException {
        var agreedBy = row.getObject("agreed_by", Long.class);
        return new OpenIdClient(
                row.getLong("id"),
                row.getString("client_id"),
                row.getString("name"),
                words(row.getArray("redirects")),
                words(row.getArray("sign_outs")),
                new StaffId(row.getLong("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class),
                agreedBy == null ? null : new StaffId(agreedBy),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    private static List<String> words(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }
}
