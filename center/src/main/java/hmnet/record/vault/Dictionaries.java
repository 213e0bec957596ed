package hmnet.record.vault;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The numbered zstd dictionaries (圧縮辞書). A number is written into every envelope, so a dictionary is never
/// changed and never deleted; a better one gets the next number.
public final class Dictionaries {
    /// What new envelopes are pressed with, by what they hold.
    public static final int CONTENT = 1;

    public static final int EXTRACT = 2;
    public static final int BODY = 3;
    private static final int LEVEL = 3;
    private static final Map<Integer, ZstdDictCompress> PRESSING = new ConcurrentHashMap<>();
    private static final Map<Integer, ZstdDictDecompress> OPENING = new ConcurrentHashMap<>();

    private Dictionaries() {}

    static ZstdDictCompress pressing(int number) {
        return PRESSING.computeIfAbsent(number, n -> new ZstdDictCompress(bytes(n), LEVEL));
    }

    static ZstdDictDecompress opening(int number) {
        return OPENING.computeIfAbsent(number, n -> new ZstdDictDecompress(bytes(n)));
    }

    private static byte[] bytes(int number) {
        try (var stream = Dictionaries.class.getResourceAsStream("/dictionaries/" + number + ".zdict")) {
            return Objects.requireNonNull(stream, "No zstd dictionary has number " + number)
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
