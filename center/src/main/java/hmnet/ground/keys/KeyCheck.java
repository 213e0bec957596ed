package hmnet.ground.keys;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Compares keys with what a database knows of its own (鍵の照合値), before anything is written there.
public final class KeyCheck {
    static final String ROOT = "root";
    static final String RING = "ring";
    private static final int BYTES = 16;
    private static final int NONCE = 12;

    private KeyCheck() {}

    static byte[] value(Keys keys) {
        return Arrays.copyOf(keys.derive("key check value"), BYTES);
    }

    /// Whether something in it was sealed, so that its keys cannot be made anew.
    public static boolean holdsData(Connection database) throws SQLException {
        return known(database).isPresent()
                || there(database, "facility") && any(database, "select exists (select from facility)");
    }

    /// @throws UnusableKey when the database was sealed with others
    public static void demand(Connection database, Keys keys) throws SQLException {
        var known = known(database);
        if (known.isPresent()) {
            demand(known.get(), value(keys), "keys");
        } else if (there(database, "data_key")) {
            demandOfOlder(database, keys);
        }
    }

    /// A database of before it knew its keys: one of its data keys opens under the right root only. Asked before the
    /// first migration, since what follows seals under the root what stood readable.
    private static void demandOfOlder(Connection database, Keys keys) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select wrapped from data_key d where to_jsonb(d) ->> 'ring' is null limit 1")) {
            if (rows.next()) {
                unwrap(keys, rows.getBytes("wrapped"));
            }
        }
    }

    private static void unwrap(Keys keys, byte[] wrapped) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    KeyWrap.aes(keys.derive("wrapping of data keys")),
                    new GCMParameterSpec(128, wrapped, 0, NONCE));
            cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey(
                    "The data keys of the database were wrapped under other keys than this folder's " + "(check value "
                            + shown(value(keys)) + "). Put back those that belong to it; nothing was changed.");
        }
    }

    static void demand(byte[] known, byte[] ours, String what) {
        if (!Arrays.equals(known, ours)) {
            throw new UnusableKey(
                    "The database was sealed with other %s (check value %s) than this folder has (%s). Put back those that belong to it; nothing was changed."
                            .formatted(what, shown(known), shown(ours)));
        }
    }

    private static String shown(byte[] value) {
        return HexFormat.of().formatHex(value, 0, 4);
    }

    private static Optional<byte[]> known(Connection database) throws SQLException {
        if (!there(database, "key_check")) {
            return Optional.empty();
        }
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select value from key_check where what = '" + ROOT + "'")) {
            return rows.next() ? Optional.of(rows.getBytes("value")) : Optional.empty();
        }
    }

    private static boolean there(Connection database, String table) throws SQLException {
        return any(database, "select to_regclass('" + table + "') is not null");
    }

    private static boolean any(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
