package hmnet.ground.signin;

import hmnet.formats.base.Sha256;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who is signed in (セッション): a row each, known by the hash of its token. People who leave, or whose
/// facility does, are out at their next request, since the directory is asked each time.
@Component
public class Sessions {
    private static final String STANDING = Sessions.class.getName();
    private static final String HELD = HeldSession.class.getName();
    private static final int MISSES = 5;
    private static final int MARK_BYTES = 8;

    private final JdbcClient db;
    private final Cookies cookies;
    private final SignInSettings settings;

    Sessions(JdbcClient db, Cookies cookies, SignInSettings settings) {
        this.db = db;
        this.cookies = cookies;
        this.settings = settings;
    }

    /// By which means somebody signed in (認証の手段). The word in the database never changes.
    public enum SignInMeans implements ColumnWord {
        PASSWORD_AND_CODE("password-code"),
        PASSKEY("passkey"),
        /// The identity provider of the own hospital, which showed two factors itself.
        FEDERATED("federated"),
        /// That provider, and a code of ours behind it.
        FEDERATED_AND_CODE("federated-code"),
        /// An HPKI card, whose key answers to its PIN.
        HPKI_CARD("hpki"),
        /// A registered device of the own facility, and a password.
        DEVICE_AND_PASSWORD("device");

        private final String word;

        SignInMeans(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// A session with both factors that has not ended (有効なサインイン).
    ///
    /// @param mark the same as long as it lasts; it opens nothing
    public record LiveSession(UUID mark, Requester person, SignInMeans means, OffsetDateTime since) {}

    private record SessionRow(
            Requester person, OffsetDateTime since, boolean locked, boolean mustChange, boolean unseen) {}

    /// A session by what no new token changes.
    private record HeldSession(StaffId person, OffsetDateTime since) {}

    /// How a request stands; looked up once for each.
    public SignInState of(HttpServletRequest request) {
        if (request.getAttribute(STANDING) instanceof SignInState known) {
            return known;
        }
        var standing =
                cookies.session(request).map(token -> standing(token, request)).orElseGet(SignInState.Absent::new);
        request.setAttribute(STANDING, standing);
        return standing;
    }

    /// Who holds the session of a request at this moment, whatever its lock or its newest token; empty once it has
    /// ended. For what is under way: `of` says what a request may begin.
    public Optional<Requester> holder(HttpServletRequest request) {
        return request.getAttribute(HELD) instanceof HeldSession held
                ? db.sql("""
                                select r.* from signin_session s join requester r on r.id = s.staff
                                 where s.staff = ? and s.created_at = ? and s.ends_at > now() limit 1""")
                        .params(held.person().value(), held.since())
                        .query(Staff::requester)
                        .optional()
                : Optional.empty();
    }

    /// The mark of the sign-in behind a request for the audit log, `session:` and sixteen digits, the same as long as
    /// the sign-in lasts; it says neither who nor opens anything.
    public Optional<String> mark(HttpServletRequest request) {
        of(request);
        return request.getAttribute(HELD) instanceof HeldSession held
                ? Optional.of("session:" + mark(held))
                : Optional.empty();
    }

    private static String mark(HeldSession held) {
        var words = held.person() + "|" + held.since().toInstant();
        return Sha256.hex(words.getBytes(StandardCharsets.UTF_8), MARK_BYTES);
    }

    /// The session behind a request that may begin something now.
    public Optional<LiveSession> live(HttpServletRequest request) {
        return of(request) instanceof SignInState.Present
                ? cookies.session(request).flatMap(token -> live("s.token = ?", token.hash()))
                : Optional.empty();
    }

    /// The session with this mark, until it ends. A lock hides its screen and ends nothing.
    public Optional<LiveSession> live(UUID mark) {
        return live("s.mark = ?", mark);
    }

    private Optional<LiveSession> live(String which, Object value) {
        return db.sql("""
                        select r.*, s.mark, s.means, s.created_at as held_since
                          from signin_session s join requester r on r.id = s.staff
                         where s.ends_at > now() and not s.must_change and\s""" + which)
                .param(value)
                .query((row, number) -> new LiveSession(
                        row.getObject("mark", UUID.class),
                        Staff.requester(row, number),
                        ColumnWord.read(row, "means", SignInMeans.class),
                        row.getObject("held_since", OffsetDateTime.class)))
                .optional();
    }

    /// Ends the session with this mark; false where there is none.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID mark) {
        return db.sql("delete from signin_session where mark = ?").param(mark).update() == 1;
    }

    /// Ends what somebody has open by the identity provider of their hospital, half a sign-in first: one that is about
    /// to
    /// become a session either finds itself gone or is waited for, and its session goes with the others.
    void endFederated(StaffId person) {
        db.sql("delete from signin_half where staff = ? and federated")
                .param(person.value())
                .update();
        db.sql("delete from signin_session where staff = ? and means in ('federated', 'federated-code')")
                .param(person.value())
                .update();
    }

    private SignInState standing(Token token, HttpServletRequest request) {
        var found = row(token);
        if (found.isEmpty()) {
            return new SignInState.Absent();
        }
        var row = found.get();
        request.setAttribute(HELD, new HeldSession(row.person().staff(), row.since()));
        if (row.locked()) {
            return new SignInState.Locked(row.person());
        }
        if (row.unseen()) {
            seen(token);
        }
        return row.mustChange() ? new SignInState.MustChange(row.person()) : new SignInState.Present(row.person());
    }

    private Optional<SessionRow> row(Token token) {
        return db.sql("""
                        select r.*, s.created_at as held_since, s.must_change, s.last_seen < now() - interval '1 minute' as unseen,
                               s.locked_at is not null or s.last_seen < now() - make_interval(secs => ?) as locked
                          from signin_session s join requester r on r.id = s.staff
                         where s.token = ? and s.ends_at > now()""")
                .params(settings.idleLock().toSeconds(), token.hash())
                .query((row, number) -> new SessionRow(
                        Staff.requester(row, number),
                        row.getObject("held_since", OffsetDateTime.class),
                        row.getBoolean("locked"),
                        row.getBoolean("must_change"),
                        row.getBoolean("unseen")))
                .optional();
    }

    /// Written at most once a minute, so that reading a page writes nothing.
    private void seen(Token token) {
        db.sql("update signin_session set last_seen = now() where token = ?")
                .param(token.hash())
                .update();
    }

    Optional<Requester> owner(Token token) {
        return row(token).map(SessionRow::person);
    }

    Token open(StaffId person, SignInMeans means, boolean mustChange) {
        return open(person, means, mustChange, null, settings.longest());
    }

    /// @param certificate with which it began and without which it ends
    /// @param shift how long it lasts, where the facility says so
    Token open(
            StaffId person,
            SignInMeans means,
            boolean mustChange,
            ProvenCertificate certificate,
            Optional<Duration> shift) {
        return open(person, means, mustChange, certificate, shift.orElse(settings.longest()));
    }

    private Token open(
            StaffId person,
            SignInMeans means,
            boolean mustChange,
            @Nullable ProvenCertificate certificate,
            Duration longest) {
        var token = Token.fresh();
        db.sql("""
                        insert into signin_session (token, staff, means, must_change, certificate, ends_at)
                        values (:token, :staff, :means, :mustChange, :certificate,
                                least(now() + make_interval(secs => :longest), :until))""")
                .param("token", token.hash())
                .param("staff", person.value())
                .param("means", means.word())
                .param("mustChange", mustChange)
                .param("certificate", certificate == null ? null : certificate.fingerprint(), Types.BINARY)
                .param("longest", longest.toSeconds())
                .param("until", certificate == null ? null : certificate.until(), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return token;
    }

    /// A certificate that stands behind a session.
    ///
    /// @param fingerprint SHA-256 of its DER form
    /// @param until its last moment
    public record ProvenCertificate(byte[] fingerprint, OffsetDateTime until) {}

    /// The fingerprints of those behind sessions that stand.
    public List<byte[]> certificates() {
        return db.sql("""
                        select distinct certificate from signin_session
                         where certificate is not null and ends_at > now()""").query((row, number) -> row.getBytes(1)).list();
    }

    /// Ends all that began with a certificate.
    ///
    /// @return how many
    public int endOf(byte[] certificate) {
        return db.sql("delete from signin_session where certificate = ?")
                .param(certificate)
                .update();
    }

    void lock(Token token) {
        db.sql("update signin_session set locked_at = now() where token = ? and locked_at is null")
                .param(token.hash())
                .update();
    }

    /// Opens a lock under a new token; empty when the session has ended meanwhile.
    Optional<Token> unlock(Token token) {
        return renew(token, "locked_at = null, unlock_misses = 0, last_seen = now()");
    }

    /// Marks the own password as chosen, under a new token.
    Optional<Token> chosen(Token token) {
        return renew(token, "must_change = false");
    }

    private Optional<Token> renew(Token token, String change) {
        var fresh = Token.fresh();
        return db.sql("update signin_session set token = ?, " + change + " where token = ? and ends_at > now()")
                                .params(fresh.hash(), token.hash())
                                .update()
                        == 1
                ? Optional.of(fresh)
                : Optional.empty();
    }

    /// Counts a wrong attempt to unlock; too many end the session.
    ///
    /// @return whether another may be made
    boolean missUnlock(Token token) {
        var misses = db.sql(
                        "update signin_session set unlock_misses = unlock_misses + 1 where token = ? returning unlock_misses")
                .param(token.hash())
                .query(Integer.class)
                .optional();
        if (misses.orElse(MISSES) < MISSES) {
            return true;
        }
        end(token);
        return false;
    }

    void end(Token token) {
        db.sql("delete from signin_session where token = ?").param(token.hash()).update();
    }

    void endOthers(StaffId person, Token kept) {
        db.sql("delete from signin_session where staff = ? and token <> ?")
                .params(person.value(), kept.hash())
                .update();
    }
}
