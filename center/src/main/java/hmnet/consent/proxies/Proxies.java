package hmnet.consent.proxies;

import hmnet.consent.consents.Consents;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.ResidentCaller.Representation;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who represents whom (代理人): recorded, agreed, used and ended, each in the log. What stands is one view, asked with
/// each
/// request, so that an age, a day, a death or a protection ends it without anybody's act.
@Component
public class Proxies {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int LISTED = 100;

    private final JdbcClient db;
    private final Consents consents;
    private final Persons persons;
    private final Audit audit;
    private final Clock clock;

    Proxies(JdbcClient db, Consents consents, Persons persons, Audit audit, Clock clock) {
        this.consents = consents;
        this.db = db;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /// One as it is asked for.
    ///
    /// @param reads what they may read of the chart
    /// @param until its last day
    /// @param paper what was seen: `family-register`, `guardian-register`, `letter` or `own-word`
    public record ProxyDraft(
            PersonId person,
            PersonId proxy,
            ProxyKind kind,
            boolean sees,
            boolean decides,
            ProxyReading reads,
            LocalDate until,
            String paper) {}

    /// One that is recorded.
    ///
    /// @param name the other side's: the proxy's, or for the proxy whom they represent
    /// @param until its last day
    /// @param standing whether it holds now
    /// @param waits whether a second officer has still to agree
    public record ProxyLine(
            long id,
            String name,
            ProxyKind kind,
            boolean sees,
            boolean decides,
            ProxyReading reads,
            LocalDate until,
            boolean standing,
            boolean waits) {}

    /// How an act of an officer ended.
    public enum ProxyAct {
        DONE,
        /// The officer is a side of it, or recorded it.
        ONESELF,
        NONE
    }

    /// Records one at the office. An officer of the same name as one of the two leaves it to another.
    @Transactional
    public ProxyAct record(ProxyDraft draft, Requester by) {
        if (isSide(by, draft.person()) || isSide(by, draft.proxy())) {
            return ProxyAct.ONESELF;
        }
        store(draft, by.actor().word())
                .ifPresent(id -> audit.write(by.did(
                        Action.PROXY_RECORDED,
                        draft.person().value(),
                        draft.kind().needsSecond() ? "waits" : "recorded",
                        Map.of("proxy", Long.toString(id), "kind", draft.kind().word(), "paper", draft.paper()))));
        return ProxyAct.DONE;
    }

    /// The person names somebody by their own word.
    @Transactional
    public void name(
            ResidentCaller resident,
            PersonId proxy,
            boolean sees,
            boolean decides,
            ProxyReading reads,
            LocalDate until) {
        var person = new PersonId(resident.person());
        var draft = new ProxyDraft(person, proxy, ProxyKind.CHOSEN, sees, decides, reads, until, "own-word");
        store(draft, resident.actor().word())
                .ifPresent(id -> audit.write(resident.did(Action.PROXY_RECORDED, "recorded")
                        .with(Map.of(
                                "proxy", Long.toString(id), "kind", draft.kind().word(), "paper", draft.paper()))));
    }

    /// Nothing where the same stands recorded already: a form that is sent twice makes one.
    private Optional<Long> store(ProxyDraft draft, String by) {
        consents.held(draft.person());
        return db.sql("""
                        insert into proxy (person, proxy, kind, sees, decides, kinds, since, until, paper, by)
                        select :person, :proxy, :kind, :sees, :decides, :kinds,
                               (now() at time zone 'Asia/Tokyo')::date, :until, :paper, :by
                         where not exists (select from proxy p
                                            where p.person = :person and p.proxy = :proxy and p.kind = :kind
                                              and p.sees = :sees and p.decides = :decides and p.kinds = :kinds
                                              and p.until = :until
                                              and p.ended_at is null)
                        returning id""")
                .param("person", draft.person().value())
                .param("proxy", draft.proxy().value())
                .param("kind", draft.kind().word())
                .param("sees", draft.sees())
                .param("decides", draft.decides())
                .param("kinds", draft.reads().kinds())
                .param("until", draft.until())
                .param("paper", draft.paper())
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    private boolean isSide(Requester by, PersonId person) {
        return persons.find(person)
                .filter(known -> bare(known.name()).equals(bare(by.name())))
                .isPresent();
    }

    private static String bare(String name) {
        return name.replaceAll("[\\s\\u3000]", "");
    }

    /// A second officer has seen the paper, or says no.
    @Transactional
    public ProxyAct agree(long id, boolean agrees, Requester by) {
        var waiting = db.sql("""
                        select person, proxy, by from proxy
                         where id = ? and agreed_by is null and ended_at is null and kind not in ('parent', 'chosen')
                           for update""")
                .param(id)
                .query((row, number) -> new WaitingProxy(row))
                .optional();
        if (waiting.isEmpty()) {
            return ProxyAct.NONE;
        }
        var known = waiting.get();
        if (agrees
                && (known.by().equals(by.actor().word())
                        || isSide(by, new PersonId(known.person()))
                        || isSide(by, new PersonId(known.proxy())))) {
            return ProxyAct.ONESELF;
        }
        if (agrees) {
            db.sql("update proxy set agreed_by = ?, agreed_at = clock_timestamp() where id = ?")
                    .params(by.actor().word(), id)
                    .update();
        } else {
            close(id, "refused", by.actor().word());
        }
        audit.write(by.did(
                Action.PROXY_AGREED,
                known.person(),
                agrees ? "agreed" : "refused",
                Map.of("proxy", Long.toString(id))));
        return ProxyAct.DONE;
    }

    private record WaitingProxy(UUID person, UUID proxy, String by) {
        WaitingProxy(ResultSet row) throws SQLException {
            this(row.getObject("person", UUID.class), row.getObject("proxy", UUID.class), row.getString("by"));
        }
    }

    /// Ends one of a person, at the office.
    ///
    /// @param why a code of the column
    @Transactional
    public boolean end(PersonId person, long id, String why, Requester by) {
        return ended(person, id, why, by.actor().word(), by.did(Action.PROXY_ENDED, why));
    }

    /// The person ends one at once, whether or not the proxy is signed in.
    @Transactional
    public boolean end(ResidentCaller resident, long id) {
        return ended(
                new PersonId(resident.person()),
                id,
                "own-word",
                resident.actor().word(),
                resident.did(Action.PROXY_ENDED, "own-word"));
    }

    private boolean ended(PersonId person, long id, String why, String by, Trace trace) {
        var own = db.sql("select true from proxy where id = ? and person = any(one_with(?)) and ended_at is null")
                .params(id, person.value())
                .query(Boolean.class)
                .optional();
        if (own.isEmpty() || !close(id, why, by)) {
            return false;
        }
        audit.write(trace.about(person.value()).with("proxy", Long.toString(id)));
        return true;
    }

    /// The proxy gives it up: from now on they open that person's page no more.
    @Transactional
    public boolean giveUp(ResidentCaller self, long id) {
        var person = db.sql("select person from proxy where id = ? and proxy = any(one_with(?)) and ended_at is null")
                .params(id, self.person())
                .query(UUID.class)
                .optional();
        if (person.isEmpty() || !close(id, "proxy-word", self.actor().word())) {
            return false;
        }
        audit.write(
                self.did(Action.PROXY_ENDED, "proxy-word").about(person.get()).with("proxy", Long.toString(id)));
        return true;
    }

    private boolean close(long id, String why, String by) {
        return db.sql("""
                                update proxy set ended_at = clock_timestamp(), ended_by = ?, ended_why = ?
                                 where id = ? and ended_at is null""").params(by, why, id).update() == 1;
    }

    /// Whose page an account has open by a proxy: nothing where it does not stand or is another's.
    public Optional<ResidentCaller> representing(ResidentCaller self, long id) {
        return db.sql("""
                        select person, kind, sees, decides, kinds, ends from standing_proxy
                         where id = ? and proxy = any(one_with(?))""")
                .params(id, self.person())
                .query((row, number) -> {
                    var ends = ends(row);
                    return ends.isAfter(today())
                            ? Optional.of(new ResidentCaller(
                                    self.account(),
                                    row.getObject("person", UUID.class),
                                    new Representation(
                                            id,
                                            row.getBoolean("sees"),
                                            row.getBoolean("decides"),
                                            row.getLong("kinds"),
                                            ends.atStartOfDay(JAPAN).toInstant())))
                            : Optional.<ResidentCaller>empty();
                })
                .optional()
                .flatMap(Function.identity());
    }

    /// The first day on which it no longer holds: a minor's age by the policy of today ends it too.
    private LocalDate ends(ResultSet row) throws SQLException {
        var ends = row.getObject("ends", LocalDate.class);
        if (!ColumnWord.read(row, "kind", ProxyKind.class).ofMinor()) {
            return ends;
        }
        var grown = persons.find(new PersonId(row.getObject("person", UUID.class)))
                .map(person -> person.birthDate().plusYears(parentsSeeUntil(today())))
                .orElse(LocalDate.MIN);
        return grown.isBefore(ends) ? grown : ends;
    }

    private int parentsSeeUntil(LocalDate today) {
        return db.sql("select parents_see_until from age_policy where since <= ? order by since desc limit 1")
                .param(today)
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(JAPAN));
    }

    /// Opens the page of whom an account represents, and leaves the trace in that person's log.
    @Transactional
    public boolean opened(ResidentCaller self, long id) {
        var subject = representing(self, id);
        subject.ifPresent(caller -> audit.write(caller.did(Action.PROXY_OPENED, "opened")));
        return subject.isPresent();
    }

    /// Whom a person represents now.
    public List<ProxyLine> represented(PersonId proxy) {
        return db.sql("""
                        select s.id, s.person, s.person as other, s.kind, s.sees, s.decides, s.kinds, s.ends,
                               true as stands, false as waits
                          from standing_proxy s where s.proxy = any(one_with(?)) order by s.id limit ?""").params(proxy.value(), LISTED).query(this::line).list().stream()
                .filter(ProxyLine::standing)
                .toList();
    }

    /// Who represents a person: what stands and what waits for a second officer.
    public List<ProxyLine> of(PersonId person) {
        return db.sql("""
                        select p.id, p.person, p.proxy as other, p.kind, p.sees, p.decides, p.kinds,
                               p.until + 1 as ends, s.id is not null as stands,
                               p.agreed_by is null and p.kind not in ('parent', 'chosen') as waits
                          from proxy p left join standing_proxy s on s.id = p.id
                         where p.person = any(one_with(?)) and p.ended_at is null
                         order by p.id desc limit ?""").params(person.value(), LISTED).query(this::line).list();
    }

    /// What waits for a second officer, with the name of the person.
    public List<ProxyLine> waiting() {
        return db.sql("""
                        select p.id, p.person, p.person as other, p.kind, p.sees, p.decides, p.kinds, p.until + 1 as ends,
                               false as stands,
                               true as waits
                          from proxy p
                         where p.agreed_by is null and p.ended_at is null and p.kind not in ('parent', 'chosen')
                           and not exists (select from consent k where k.person = any(one_with(p.person))
                                                                   and k.protected_since is not null)
                         order by p.id limit ?""").param(LISTED).query(this::line).list();
    }

    /// The name of who acted by a proxy, for the log of whom it was about.
    public Optional<String> nameOf(long id) {
        return db.sql("select proxy from proxy where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(proxy -> persons.find(new PersonId(proxy)))
                .map(Person::name);
    }

    /// Until when one may be recorded at most: a minor's until the day before the age of today's policy.
    public LocalDate longest(Person person, ProxyKind kind, LocalDate today) {
        if (!kind.ofMinor()) {
            return today.plusYears(kind == ProxyKind.CHOSEN ? 1 : 5);
        }
        return person.birthDate().plusYears(parentsSeeUntil(today)).minusDays(1);
    }

    private ProxyLine line(ResultSet row, int number) throws SQLException {
        var ends = ends(row);
        return new ProxyLine(
                row.getLong("id"),
                name(row.getObject("other", UUID.class)),
                ColumnWord.read(row, "kind", ProxyKind.class),
                row.getBoolean("sees"),
                row.getBoolean("decides"),
                ProxyReading.of(row.getLong("kinds")),
                ends.minusDays(1),
                row.getBoolean("stands") && ends.isAfter(today()),
                row.getBoolean("waits"));
    }

    private String name(@Nullable UUID person) {
        return person == null
                ? ""
                : persons.find(new PersonId(person)).map(Person::name).orElse("");
    }
}
