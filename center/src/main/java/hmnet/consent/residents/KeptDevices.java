package hmnet.consent.residents;

import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyLine;
import hmnet.consent.residents.OwnSessions.OwnSession;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.ResidentCaller.Representation;
import hmnet.ground.signin.Token;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Devices that keep a copy of a handbook (控えのある端末): known by a cookie of their own, so that a session that idles out
/// does not take the copy away, and a lost card, a protection, a death or another resident does.
@Component
public class KeptDevices {
    /// Of one account; the one that asked longest ago goes first.
    private static final int DEVICES_MAX = 10;

    private final JdbcClient db;
    private final OwnSessions sessions;
    private final Proxies proxies;
    private final ResidentAccountSettings settings;
    private final Clock clock;

    KeptDevices(JdbcClient db, OwnSessions sessions, Proxies proxies, ResidentAccountSettings settings, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.proxies = proxies;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a device is told of its copies.
    ///
    /// @param stands false where everything that lies on the device is to be destroyed
    /// @param open whose page the session has open, as in `ResidentCaller.whose`; null where nobody is signed in
    /// @param copies whose copies may stay; the device destroys all others
    public record DeviceState(boolean stands, @Nullable String open, List<CopyTerm> copies) {}

    /// How the copy of one person's handbook stands (控えの期限).
    ///
    /// @param until when it ends unless the device asks again
    /// @param stale whether its pages go at once: a chart that they may tell of is somebody else's
    public record CopyTerm(String whose, Instant until, boolean stale) {}

    /// Makes this browser a device that keeps a copy, or goes on with it. A device of another account ends.
    ///
    /// @param charts whose records may stand in the copy
    /// @return until when it may stay
    @Transactional
    public Instant keep(
            ResidentCaller resident, List<PatientId> charts, HttpServletRequest request, HttpServletResponse response) {
        var held = DeviceCookie.read(request)
                .filter(token -> standing(token)
                        .filter(device -> device.account() == resident.account())
                        .isPresent());
        held.ifPresent(this::seen);
        var token = held.orElseGet(() -> {
            DeviceCookie.read(request).ifPresent(this::delete);
            return opened(OwnCookie.read(request).flatMap(sessions::peek).orElseThrow());
        });
        var sql = """
                insert into resident_copy (device, whose, person, charts) values (?, ?, ?, ?)
                on conflict (device, whose) do update
                   set person = excluded.person, charts = excluded.charts, kept_at = now()""";
        db.sql(sql)
                .params(
                        token.hash(),
                        resident.whose(),
                        resident.person(),
                        charts.stream().map(PatientId::value).toArray(Long[]::new))
                .update();
        DeviceCookie.write(request, response, token, lasting());
        return until(resident);
    }

    private Token opened(OwnSession session) {
        var account = session.resident().account();
        var token = Token.fresh();
        var oldest = """
                delete from resident_device where token in
                 (select token from resident_device where account = ? order by seen_at desc offset ?)""";
        db.sql(oldest).params(account, DEVICES_MAX - 1).update();
        db.sql("insert into resident_device (token, account, scheme, card) values (?, ?, ?, ?)")
                .params(
                        token.hash(),
                        account,
                        session.card().scheme(),
                        session.card().number())
                .update();
        return token;
    }

    /// Whether this browser keeps a copy for whoever is signed in now. What it wrote without a network is theirs alone:
    /// another resident who came in meanwhile never gets it.
    @Transactional(readOnly = true)
    public boolean isOf(ResidentCaller resident, HttpServletRequest request) {
        return DeviceCookie.read(request)
                .flatMap(this::standing)
                .filter(device -> device.account() == resident.account())
                .isPresent();
    }

    /// Asked by the device whenever a page of ours opens there. It keeps no session awake.
    @Transactional
    public DeviceState state(HttpServletRequest request, HttpServletResponse response) {
        var session = OwnCookie.read(request).flatMap(sessions::peek).filter(one -> !one.mustChoose());
        var token = DeviceCookie.read(request);
        var device = token.flatMap(this::standing)
                .filter(known -> session.isEmpty() || session.get().resident().account() == known.account());
        if (device.isEmpty()) {
            end(request, response);
            return new DeviceState(false, open(session), List.of());
        }
        seen(token.orElseThrow());
        DeviceCookie.write(request, response, token.orElseThrow(), lasting());
        return new DeviceState(true, open(session), terms(token.orElseThrow(), device.get()));
    }

    private @Nullable String open(Optional<OwnSession> session) {
        return session.flatMap(sessions::subject).map(ResidentCaller::whose).orElse(null);
    }

    private List<CopyTerm> terms(Token token, KnownDevice device) {
        var self = new ResidentCaller(device.account(), device.person());
        var represented = proxies.represented(new PersonId(device.person())).stream()
                .map(ProxyLine::id)
                .flatMap(id -> proxies.representing(self, id).stream())
                .filter(ResidentCaller::reads);
        var stale = stale(token);
        return Stream.concat(Stream.of(self), represented)
                .map(one -> new CopyTerm(one.whose(), until(one), stale.contains(one.whose())))
                .toList();
    }

    /// A wrong link was taken back, a merge or a join undone.
    private Set<String> stale(Token token) {
        var sql = """
                select c.whose from resident_copy c where c.device = ?
                   and exists (select from unnest(c.charts) as chart
                                where coalesce(holder_of(chart) <> all (one_with(c.person)), true))""";
        return Set.copyOf(db.sql(sql)
                .param(token.hash())
                .query((row, number) -> row.getString("whose"))
                .list());
    }

    private Instant until(ResidentCaller resident) {
        var end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(lasting());
        var right = Optional.ofNullable(resident.representation()).map(Representation::until);
        return right.filter(until -> until.isBefore(end)).orElse(end);
    }

    /// The device says that it destroyed what it kept, or its resident goes out.
    @Transactional
    public void end(HttpServletRequest request, HttpServletResponse response) {
        DeviceCookie.read(request).ifPresent(token -> {
            delete(token);
            DeviceCookie.write(request, response, null, Duration.ZERO);
        });
    }

    /// Every device of an account destroys what it keeps when it next asks.
    void endAll(ResidentCaller resident) {
        db.sql("delete from resident_device where account = ?")
                .param(resident.account())
                .update();
    }

    private record KnownDevice(long account, UUID person) {}

    private Optional<KnownDevice> standing(Token token) {
        return db.sql("""
                        select a.id, a.person from resident_device s
                          join resident_account a on a.id = s.account
                          join card c on c.number = s.card and c.scheme = s.scheme
                         where s.token = ? and s.seen_at > now() - make_interval(days => ?) and %s
                        """.formatted(OwnSessions.STANDS))
                .params(token.hash(), settings.copyDays())
                .query((row, number) -> new KnownDevice(row.getLong("id"), row.getObject("person", UUID.class)))
                .optional();
    }

    private void seen(Token token) {
        db.sql("update resident_device set seen_at = now() where token = ?")
                .param(token.hash())
                .update();
    }

    private void delete(Token token) {
        db.sql("delete from resident_device where token = ?")
                .param(token.hash())
                .update();
    }

    private Duration lasting() {
        return Duration.ofDays(settings.copyDays());
    }
}
