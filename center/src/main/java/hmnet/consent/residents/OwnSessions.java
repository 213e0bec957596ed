package hmnet.consent.residents;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.CardLife;
import hmnet.consent.proxies.Proxies;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.gate.ResidentSessions;
import hmnet.ground.signin.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Residents' sessions (本人のセッション): a row each, known by the hash of its token. It ends with the card it began with, and
/// with a protection or the death of the person: each is asked with each request.
@Component
class OwnSessions implements ResidentSessions {
    private static final String STANDING = OwnSessions.class.getName();

    /// Of a row `s` that names a card `c` and an account `a`: whether what was done with the card still counts.
    static final String STANDS = """
            c.state = %s
               and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
               and not exists (select from consent k
                                where k.person = any(one_with(a.person)) and k.protected_since is not null)
               and not is_dead(a.person)
            """.formatted(CardLife.ACTIVE.sql());

    private static final String CURRENT = """
            select a.id, a.person, s.scheme, s.card, s.must_choose, s.proxy,
                   s.last_seen < now() - interval '1 minute' as unseen
              from resident_session s
              join resident_account a on a.id = s.account
              join card c on c.number = s.card and c.scheme = s.scheme
             where s.token = ? and s.ends_at > now() and s.last_seen > now() - make_interval(secs => ?)
               and %s
            """.formatted(STANDS);

    private final JdbcClient db;
    private final Proxies proxies;
    private final ResidentAccountSettings settings;

    OwnSessions(JdbcClient db, Proxies proxies, ResidentAccountSettings settings) {
        this.db = db;
        this.proxies = proxies;
        this.settings = settings;
    }

    /// A session that stands.
    record OwnSession(
            ResidentCaller resident,
            CardCode card,
            boolean mustChoose,
            @Nullable Long proxy,
            boolean unseen) {}

    @Override
    public Duration idle() {
        return settings.idle();
    }

    @Override
    public ResidentState of(HttpServletRequest request) {
        if (request.getAttribute(STANDING) instanceof ResidentState known) {
            return known;
        }
        var state = OwnCookie.read(request).flatMap(this::current).map(this::state);
        request.setAttribute(STANDING, state.orElseGet(ResidentState.NotSignedIn::new));
        return state.orElseGet(ResidentState.NotSignedIn::new);
    }

    private ResidentState state(OwnSession session) {
        return session.mustChoose()
                ? new ResidentState.FirstSignIn(session.resident())
                : new ResidentState.SignedInResident(session.resident(), subject(session));
    }

    /// Whose page is open, asked anew with each request: nothing where the right to it has ended.
    Optional<ResidentCaller> subject(OwnSession session) {
        var proxy = session.proxy();
        return proxy == null ? Optional.of(session.resident()) : proxies.representing(session.resident(), proxy);
    }

    /// Opens another's page in this session, or with null one's own again.
    void turnTo(Token token, @Nullable Long proxy) {
        db.sql("update resident_session set proxy = ? where token = ?")
                .params(Arrays.asList(proxy, token.hash()))
                .update();
    }

    Optional<OwnSession> current(Token token) {
        var session = peek(token);
        if (session.filter(OwnSession::unseen).isPresent()) {
            db.sql("update resident_session set last_seen = now() where token = ?")
                    .param(token.hash())
                    .update();
        }
        return session;
    }

    /// The same without keeping it awake.
    Optional<OwnSession> peek(Token token) {
        return db.sql(CURRENT)
                .params(token.hash(), settings.idle().toSeconds())
                .query((row, number) -> new OwnSession(
                        new ResidentCaller(row.getLong("id"), row.getObject("person", UUID.class)),
                        new CardCode(row.getString("scheme"), row.getString("card")),
                        row.getBoolean("must_choose"),
                        row.getObject("proxy", Long.class),
                        row.getBoolean("unseen")))
                .optional();
    }

    Token open(ResidentCaller resident, CardCode card, boolean mustChoose) {
        var token = Token.fresh();
        db.sql("""
                        insert into resident_session (token, account, scheme, card, must_choose, ends_at)
                        values (?, ?, ?, ?, ?, now() + make_interval(secs => ?))""")
                .params(
                        token.hash(),
                        resident.account(),
                        card.scheme(),
                        card.number(),
                        mustChoose,
                        settings.longest().toSeconds())
                .update();
        return token;
    }

    void end(Token token) {
        db.sql("delete from resident_session where token = ?")
                .param(token.hash())
                .update();
    }

    void endAll(ResidentCaller resident) {
        db.sql("delete from resident_session where account = ?")
                .param(resident.account())
                .update();
    }

    /// Nothing depends on it: what has ended counts no more before it is swept.
    @Scheduled(initialDelay = 90_000, fixedDelay = 600_000)
    void sweep() {
        db.sql("delete from resident_session where ends_at < now()").update();
        db.sql("delete from resident_device where seen_at < now() - make_interval(days => ?)")
                .param(settings.copyDays())
                .update();
    }
}
