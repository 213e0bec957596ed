package hmnet.consent.consents;

import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.links.PersonMade;
import hmnet.people.links.PersonsJoined;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Consents (同意): what holds now, one row a person, and every giving and withdrawing as an event that stays.
@Component
public class Consents {
    private static final String UPDATE =
            "update consent set state = ?, kinds = ?, labels = ?, notice = ?, changed_at = clock_timestamp()"
                    + " where person = ?";

    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final ResidentNotices notices;
    private final Audit audit;

    Consents(JdbcClient db, JdbcTemplate statements, ResidentNotices notices, Audit audit) {
        this.notices = notices;
        this.db = db;
        this.statements = statements;
        this.audit = audit;
    }

    /// Takes down a person who has said nothing yet.
    public void open(PersonId person) {
        db.sql("insert into consent (person) values (?) on conflict do nothing")
                .param(person.value())
                .update();
    }

    /// Takes down many persons whom the matcher made, in the transaction of the caller.
    public static void open(DataSource source, List<PersonId> persons) {
        new JdbcTemplate(source)
                .update("insert into consent (person) select unnest(?::uuid[]) on conflict do nothing", (Object)
                        persons.stream().map(PersonId::toString).toArray(String[]::new));
    }

    /// Takes down a person whom the matcher made.
    @EventListener
    void open(PersonMade made) {
        open(made.person());
    }

    /// Persons who become one, or no longer are, wait here for open charts. What the office chose for them
    /// holds as long as exactly these are one: it ends with a join, and only the undoing of that join brings it
    /// back.
    @EventListener
    void changed(PersonsJoined changed) {
        var persons = changed.persons().stream().map(PersonId::toString).toArray(String[]::new);
        lock(persons);
        if (changed.joined()) {
            db.sql("""
                            update joined_consent_event e set ended_at = clock_timestamp()
                             where e.ended_at is null
                               and e.persons in (select sorted(one_with(p)) from unnest(?::uuid[]) as p)""").param(persons).update();
        }
        db.sql("""
                        update consent c
                           set joins = joins + 1,
                               joined_under = (select e.person from joined_consent_event e
                                                where e.persons = sorted(one_with(c.person)) and e.ended_at is null
                                                  and not exists (select from consent_event k
                                                                   where k.person = any(e.persons) and k.at > e.at)
                                                  and not exists (select from disclosure_consent d
                                                                   where d.person = any(e.persons) and d.since > e.at)
                                                order by e.id desc limit 1)
                         where person = any(?::uuid[])""").param(persons).update();
    }

    /// Lets one person's consent hold for all who are one with them, instead of the narrower of all. It ends
    /// when any of them says something new, and when who is one changes.
    @Transactional
    public void choose(PersonId person, String why, Requester by) {
        var persons = held(person);
        db.sql("update consent set joined_under = ? where person = any(?::uuid[])")
                .params(person.value(), persons)
                .update();
        db.sql("insert into joined_consent_event (person, persons, by) values (?, sorted(one_with(?)), ?)")
                .params(person.value(), person.value(), by.actor().word())
                .update();
        audit.write(by.did(Action.CONSENT_RECORDED, person.value(), "chosen", Map.of("why", why)));
    }

    private String[] oneWith(PersonId person) {
        return db.sql("select one_with(?)::text[] as persons")
                .param(person.value())
                .query((row, number) -> (String[]) row.getArray("persons").getArray())
                .single();
    }

    /// All who are one with a person, held until the transaction ends: asked again for as long as somebody
    /// joined or parted them meanwhile.
    public String[] held(PersonId person) {
        var known = new String[0];
        for (var now = oneWith(person); !Set.of(now).equals(Set.of(known)); now = oneWith(person)) {
            lock(now);
            known = now;
        }
        return known;
    }

    /// One of those who are one has said something new: what the office chose for them ends.
    public void endChoice(String[] held) {
        db.sql("update consent set joined_under = null where person = any(?::uuid[])")
                .param(held)
                .update();
    }

    /// In one order everywhere, so that nobody waits for one another in a circle.
    private void lock(String[] persons) {
        db.sql("select person from consent where person = any(?::uuid[]) order by person for update")
                .param(persons)
                .query(UUID.class)
                .list();
    }

    /// What holds of a person now.
    ///
    /// @param since since when, or null for none
    public record Now(ConsentState state, @Nullable LocalDate since) {}

    public Now of(PersonId person) {
        return db.sql("""
                        select state, case when state <> %s then (changed_at at time zone 'Asia/Tokyo')::date end as since
                          from consent where person = ?""".formatted(ConsentState.NONE.sql()))
                .param(person.value())
                .query((row, number) -> new Now(
                        ColumnWord.read(row, "state", ConsentState.class), row.getObject("since", LocalDate.class)))
                .single();
    }

    /// Records what the person decided, at a counter, on paper or by card. Waits for charts of the person
    /// that are open and holds for everything opened after its commit.
    @Transactional
    public void record(PersonId person, ConsentChoice choice, String how, String noticeVersion, Requester by) {
        store(person, choice, how, noticeVersion, by.actor());
        audit.write(by.did(
                Action.CONSENT_RECORDED,
                person.value(),
                choice.state().word(),
                Map.of("how", how, "notice", noticeVersion, "choice", choice.name())));
        notices.tell(person, ResidentNoticeKind.CONSENT_RECORDED, by.facility());
    }

    /// The resident takes the consent back, in their own account: in effect as if it were said at a counter.
    @Transactional
    public void withdraw(ResidentCaller resident, String noticeVersion) {
        said(resident, ConsentChoice.NOTHING, noticeVersion);
    }

    /// The resident agrees again to what holds, under what is explained now. Nothing new was said: what the office
    /// chose
    /// for those who are one stays.
    ///
    /// @return false where nothing holds that could be said again in one word
    @Transactional
    public boolean renew(ResidentCaller resident, String noticeVersion) {
        var person = new PersonId(resident.person());
        held(person);
        var now = position(person).filter(ConsentChoice::given);
        now.ifPresent(choice -> {
            write(person, choice, "app", noticeVersion, resident.actor());
            trace(resident, choice, noticeVersion);
        });
        return now.isPresent();
    }

    /// The resident agrees, in their own account, under what is explained now.
    @Transactional
    public void agree(ResidentCaller resident, ConsentChoice choice, String noticeVersion) {
        if (!choice.given()) {
            throw new IllegalArgumentException("Whoever takes a consent back withdraws it");
        }
        said(resident, choice, noticeVersion);
    }

    private void said(ResidentCaller resident, ConsentChoice choice, String noticeVersion) {
        store(new PersonId(resident.person()), choice, "app", noticeVersion, resident.actor());
        trace(resident, choice, noticeVersion);
    }

    private void trace(ResidentCaller resident, ConsentChoice choice, String noticeVersion) {
        audit.write(resident.did(Action.CONSENT_RECORDED, choice.state().word())
                .with(Map.of("how", "app", "notice", noticeVersion, "choice", choice.name())));
    }

    /// Under which version what holds of a person was said; empty where nothing was.
    public String under(PersonId person) {
        return db.sql("select notice from consent where person = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    /// How many agree now, by the version under which they said so.
    public Map<String, Long> givenUnder() {
        var counts = new TreeMap<String, Long>();
        db.sql("select notice, count(*) from consent where state = %s group by 1".formatted(ConsentState.GIVEN.sql()))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// What a person said, and from when it held.
    public record SaidConsent(ConsentState state, OffsetDateTime at) {}

    /// What a person said, the newest first, at most `limit`.
    public List<SaidConsent> said(PersonId person, int limit) {
        return db.sql("select state, at from consent_event where person = ? order by id desc limit ?")
                .params(person.value(), limit)
                .query((row, number) -> new SaidConsent(
                        ColumnWord.read(row, "state", ConsentState.class), row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    /// The ready position that holds now, if what holds is one.
    public Optional<ConsentChoice> position(PersonId person) {
        return db.sql("select state, kinds, labels from consent where person = ?")
                .param(person.value())
                .query((row, number) -> ConsentChoice.of(
                        ColumnWord.read(row, "state", ConsentState.class), row.getLong("kinds"), row.getLong("labels")))
                .optional()
                .flatMap(Function.identity());
    }

    /// Takes over people and the consents some of them gave before the centre started.
    public void takeOver(Collection<PersonId> people, Map<PersonId, ConsentChoice> choices, String by) {
        statements.update(
                """
                with decided as (select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
                                            as d(person, state, kinds, labels)),
                     told as (insert into consent_event (person, state, kinds, labels, how, notice_version, by)
                              select person, state, kinds, labels, 'paper', 'take-over', ? from decided)
                insert into consent (person, state, kinds, labels, notice)
                select person, coalesce(state, %s), coalesce(kinds, -1), coalesce(labels, -1),
                       case when state is null then '' else 'take-over' end
                  from unnest(?::uuid[]) as p(person) left join decided using (person)""".formatted(ConsentState.NONE.sql()),
                choices.keySet().stream().map(PersonId::toString).toArray(String[]::new),
                choices.values().stream().map(choice -> choice.state().word()).toArray(String[]::new),
                choices.values().stream().map(ConsentChoice::kinds).toArray(Long[]::new),
                choices.values().stream().map(ConsentChoice::labels).toArray(Long[]::new),
                by,
                people.stream().map(PersonId::toString).toArray(String[]::new));
    }

    private void store(PersonId person, ConsentChoice choice, String how, String noticeVersion, Actor by) {
        endChoice(held(person));
        write(person, choice, how, noticeVersion, by);
        if (!choice.given()) {
            endForEmergencies(person, how, noticeVersion, by);
        }
    }

    private void write(PersonId person, ConsentChoice choice, String how, String noticeVersion, Actor by) {
        var state = choice.state().word();
        db.sql(UPDATE)
                .params(state, choice.kinds(), choice.labels(), noticeVersion, person.value())
                .update();
        db.sql("""
                        insert into consent_event (person, state, kinds, labels, how, notice_version, by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(person.value(), state, choice.kinds(), choice.labels(), how, noticeVersion, by.word())
                .update();
    }

    /// Whoever shows nothing any more does not show it in an emergency either, unless they say so again.
    private void endForEmergencies(PersonId person, String how, String noticeVersion, Actor by) {
        var ended = db.sql("update consent set emergency_since = null where person = ? and emergency_since is not null")
                        .param(person.value())
                        .update()
                == 1;
        if (ended) {
            EmergencyConsents.event(db, person, false, how, noticeVersion, by);
        }
    }
}
