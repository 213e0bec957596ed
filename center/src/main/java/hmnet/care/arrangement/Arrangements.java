package hmnet.care.arrangement;

import hmnet.care.viewer.PageWishes;
import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps how users want pages to open (表示の設定の保管): of each user their own alone, on whatever computer they sign in.
@Component
class Arrangements implements PageWishes {
    private static final String BREAK = "\u001F";

    private final JdbcClient db;
    private final KeyedHash hash;
    private final FieldSeal seal;
    private final Clock clock;

    Arrangements(JdbcClient db, Keys keys, Clock clock) {
        this.db = db;
        this.hash = new KeyedHash(keys, "arrangements");
        this.seal = new FieldSeal(keys, "arrangements");
        this.clock = clock;
    }

    @Override
    public ReaderWishes of(Requester reader) {
        var key = key(reader);
        return db.sql("select wishes from arrangement where reader = ?")
                .param(key)
                .query((row, n) ->
                        read(new String(seal.open(place(key), row.getBytes("wishes")), StandardCharsets.UTF_8)))
                .optional()
                .orElse(ReaderWishes.NONE);
    }

    void keep(Requester reader, ReaderWishes wishes) {
        var key = key(reader);
        var text = String.join(
                BREAK,
                wishes.keys() ? "on" : "off",
                String.join(" ", wishes.panels()),
                wishes.timeline(),
                wishes.laboratory());
        db.sql("""
                        insert into arrangement (reader, at, wishes) values (?, ?, ?)
                        on conflict (reader) do update set at = excluded.at, wishes = excluded.wishes""")
                .params(key, OffsetDateTime.now(clock), seal.seal(place(key), text.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /// As for somebody who never chose.
    void reset(Requester reader) {
        db.sql("delete from arrangement where reader = ?").param(key(reader)).update();
    }

    private static ReaderWishes read(String text) {
        var fields = text.split(BREAK, -1);
        return new ReaderWishes(
                fields[0].equals("on"),
                Stream.of(fields[1].split(" ")).filter(word -> !word.isEmpty()).toList(),
                fields[2],
                fields[3]);
    }

    private long key(Requester reader) {
        return hash.of(Long.toString(reader.staff().value()));
    }

    private static String place(long key) {
        return "arrangement " + key;
    }

    /// What a form sent, without words that nobody knows.
    static List<String> known(List<String> sent, List<String> known) {
        return sent.stream().filter(known::contains).distinct().toList();
    }
}
