package hmnet.care.summary;

import hmnet.ground.directory.Requester;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a reader was shown of a person before (前回の閲覧). It is written in the transaction that opens the chart, under a
/// keyed hash of reader and person; the rows shown stand in it sealed, as numbers of their ids. A sitting lasts
/// until nobody opened the summary for four hours: within it what was new stays new.
@Component
class SummaryLooks {
    /// So many rows, those that were received last, are remembered.
    static final int REMEMBERED = 100;

    private static final Duration SITTING = Duration.ofHours(4);

    private final JdbcClient db;
    private final Clock clock;
    private final KeyedHash hash;
    private final FieldSeal seal;

    SummaryLooks(JdbcClient db, Clock clock, Keys keys) {
        this.db = db;
        this.clock = clock;
        this.hash = new KeyedHash(keys, "looks at summaries");
        this.seal = new FieldSeal(keys, "looks at summaries");
    }

    /// What the reader was shown before this sitting, and from now on these rows too.
    ///
    /// @param received at most as many as are remembered, those that came last first
    @Transactional(propagation = Propagation.MANDATORY)
    public FormerLook look(Requester reader, PersonId person, List<ChartEntry> received) {
        var key = key(reader, person);
        var now = OffsetDateTime.now(clock);
        var known = read(key);
        var base = known.map(one -> one.at().plus(SITTING).isBefore(now) ? one.ended() : one.before())
                .orElse(FormerLook.NONE);
        write(key, now, new ViewingSession(now, base, FormerLook.of(now, received)));
        return base;
    }

    /// All that this sitting has shown is read (すべて既読): nothing happens where there was none.
    @Transactional
    public void read(Requester reader, PersonId person) {
        var key = key(reader, person);
        read(key)
                .ifPresent(known -> write(key, known.at(), new ViewingSession(known.at(), known.ended(), known.now())));
    }

    private long key(Requester reader, PersonId person) {
        return hash.of(reader.staff().value() + "/" + person.value());
    }

    private Optional<ViewingSession> read(long key) {
        return db.sql("select at, shown from summary_look where look = ?")
                .param(key)
                .query((row, number) -> ViewingSession.of(
                        row.getObject("at", OffsetDateTime.class), seal.open(place(key), row.getBytes("shown"))))
                .optional();
    }

    private void write(long key, OffsetDateTime at, ViewingSession sitting) {
        db.sql("""
                        insert into summary_look (look, at, shown) values (?, ?, ?)
                        on conflict (look) do update set at = excluded.at, shown = excluded.shown""").params(key, at, seal.seal(place(key), sitting.bytes())).update();
    }

    private static String place(long key) {
        return "summary_look " + key;
    }
}
