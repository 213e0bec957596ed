package hmnet.care.emergencycode;

import hmnet.formats.base.Sha256;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.database.Recent;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The public keys and the withdrawn codes (公開鍵と失効の一覧), as every device that reads codes keeps them. It names nobody:
/// a withdrawn code is the beginning of a salted hash of its number.
@Component
class PublishedKeys {
    static final String FORMAT = "hmnet-emergency-keys/1";

    /// So many withdrawn codes stand in it, about 0.3 MB. With more the list says that it is not whole.
    static final int WITHDRAWN_MAX = 20_000;

    private static final int HASH_BYTES = 8;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final CodeEpochs epochs;
    private final Clock clock;
    private final Recent<KeyList> list;

    PublishedKeys(JdbcClient db, CodeEpochs epochs, Clock clock) {
        this.db = db;
        this.epochs = epochs;
        this.clock = clock;
        this.list = new Recent<>(this::read, FRESH);
    }

    /// The list (一覧).
    ///
    /// @param at when it was drawn up
    /// @param complete whether every withdrawn code stands in it
    record KeyList(String format, Instant at, boolean complete, List<PublishedKey> keys) {}

    /// A key and what was withdrawn of what it signed (公開鍵).
    ///
    /// @param id by which a code names it, in hexadecimal digits
    /// @param key 32 bytes in base64
    /// @param ended since when none of its codes counts; null while it signs
    /// @param withdrawn the first bytes of SHA-256 over salt and code number, in base64
    record PublishedKey(
            int epoch,
            String id,
            String key,
            Instant from,
            @Nullable Instant ended,
            String salt,
            List<String> withdrawn) {}

    private record WithdrawnCode(int epoch, UUID id) {}

    /// At most five seconds old.
    KeyList now() {
        return list.get();
    }

    /// As it is now, for the office that has just changed it.
    KeyList asked() {
        list.forget();
        return list.get();
    }

    private KeyList read() {
        var withdrawn = withdrawn();
        var complete = withdrawn.size() <= WITHDRAWN_MAX;
        var byEpoch = withdrawn.stream()
                .limit(WITHDRAWN_MAX)
                .collect(Collectors.groupingBy(WithdrawnCode::epoch, LinkedHashMap::new, Collectors.toList()));
        return new KeyList(FORMAT, clock.instant(), complete, published(byEpoch));
    }

    private List<PublishedKey> published(Map<Integer, List<WithdrawnCode>> withdrawn) {
        var keys = new ArrayList<PublishedKey>();
        for (var epoch : epochs.all()) {
            var signer = epochs.signer(epoch.number());
            keys.add(new PublishedKey(
                    epoch.number(),
                    HexFormat.of().formatHex(signer.id()),
                    signer.published(),
                    epoch.began(),
                    epoch.ended(),
                    HexFormat.of().formatHex(epoch.salt()),
                    withdrawn.getOrDefault(epoch.number(), List.of()).stream()
                            .map(code -> hash(epoch.salt(), code.id()))
                            .toList()));
        }
        return List.copyOf(keys);
    }

    /// Of epochs that stand: those of an ended one are all withdrawn. So are a protected person's, which tell where the
    /// person is treated, and a dead one's. What would expire last comes first.
    private List<WithdrawnCode> withdrawn() {
        return db.sql("""
                        with closed as (
                            select k.person from consent k where k.protected_since is not null
                            union select d.person from person_death d where d.taken_back_at is null),
                        gone as (
                            select person from closed
                            union select s.other from closed k join same_person s on s.person = k.person)
                        select c.epoch, c.id
                          from emergency_code c join emergency_code_epoch e on e.epoch = c.epoch and e.ended_at is null
                         where c.until > now()
                           and (c.state in %s or c.person in (select person from gone))
                         order by c.until desc, c.id limit %d""".formatted(ColumnWord.anyOf(CodeState.ENDED, CodeState.PARTED), WITHDRAWN_MAX + 1))
                .query((row, number) -> new WithdrawnCode(row.getInt("epoch"), row.getObject("id", UUID.class)))
                .list();
    }

    static String hash(byte[] salt, UUID code) {
        var salted = ByteBuffer.allocate(salt.length + bytes(code).length)
                .put(salt)
                .put(bytes(code))
                .array();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(Sha256.of(salted), HASH_BYTES));
    }

    /// As the number stands in a code.
    static byte[] bytes(UUID code) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(code.getMostSignificantBits())
                .putLong(code.getLeastSignificantBits())
                .array();
    }
}
