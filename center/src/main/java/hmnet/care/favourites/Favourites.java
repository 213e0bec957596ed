package hmnet.care.favourites;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who stands on a professional's own list (お気に入り患者の一覧). Standing there is no right: each is asked like a chart
/// whenever the list is shown.
@Component
class Favourites {
    /// So many at most: each is asked when the list is shown.
    static final int MOST = 40;

    private final JdbcClient db;
    private final KeyedHash hash;
    private final FieldSeal seal;
    private final Audit audit;
    private final Clock clock;

    Favourites(JdbcClient db, Keys keys, Audit audit, Clock clock) {
        this.db = db;
        this.hash = new KeyedHash(keys, "favourites");
        this.seal = new FieldSeal(keys, "favourites");
        this.audit = audit;
        this.clock = clock;
    }

    /// In the order in which they came onto it.
    List<PersonId> of(Requester reader) {
        return db.sql("select mark, person from favourite where list = ? order by at, mark")
                .param(list(reader))
                .query((row, n) -> PersonId.valueOf(new String(
                        seal.open(place(row.getLong("mark")), row.getBytes("person")), StandardCharsets.UTF_8)))
                .list();
    }

    boolean holds(Requester reader, PersonId person) {
        return db.sql("select exists (select from favourite where mark = ?)")
                .param(mark(reader, person))
                .query(Boolean.class)
                .single();
    }

    /// While the person's chart is open to the reader. False where the list is full; somebody who stands there stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Requester reader, PersonId person) {
        db.sql("select pg_advisory_xact_lock(?)").param(list(reader)).query(row -> {});
        if (holds(reader, person)) {
            return true;
        }
        if (of(reader).size() >= MOST) {
            return false;
        }
        var mark = mark(reader, person);
        db.sql("insert into favourite (mark, list, at, person) values (?, ?, ?, ?)")
                .params(
                        mark,
                        list(reader),
                        OffsetDateTime.now(clock),
                        seal.seal(place(mark), person.toString().getBytes(StandardCharsets.UTF_8)))
                .update();
        changed(reader, person, "added", Map.of());
        return true;
    }

    /// By the reader's own hand; needs no chart.
    @Transactional
    public void takeOff(Requester reader, PersonId person) {
        if (gone(reader, person)) {
            changed(reader, person, "taken-off", Map.of());
        }
    }

    /// Since the person's chart opens to the reader no more: a later grant does not bring it back.
    ///
    /// @param why the word of the refusal
    @Transactional
    public void end(Requester reader, PersonId person, String why) {
        if (gone(reader, person)) {
            changed(reader, person, "ended", Map.of("why", why));
        }
    }

    @Transactional
    public void listed(Requester reader, int lines) {
        audit.write(reader.did(Action.FAVOURITES_LISTED, "listed").with("lines", Integer.toString(lines)));
    }

    private boolean gone(Requester reader, PersonId person) {
        return db.sql("delete from favourite where mark = ?")
                        .param(mark(reader, person))
                        .update()
                == 1;
    }

    private void changed(Requester reader, PersonId person, String outcome, Map<String, String> detail) {
        audit.write(reader.did(Action.FAVOURITE_CHANGED, person.value(), outcome, detail));
    }

    private long list(Requester reader) {
        return hash.of("list/" + reader.staff().value());
    }

    private long mark(Requester reader, PersonId person) {
        return hash.of("mark/" + reader.staff().value() + "/" + person.value());
    }

    private static String place(long mark) {
        return "favourite " + mark;
    }
}
