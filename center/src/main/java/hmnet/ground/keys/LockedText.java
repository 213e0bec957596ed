package hmnet.ground.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a locked file says (施錠ファイルの中身): which key opens it, and the text that opens.
///
/// @param next a key that was about to be made; it opens nothing
/// @param before the key that must still be destroyed
/// @param wrapped the key of the text, under the holder's key
@SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
record LockedText(
        KeyPlace place,
        String key,
        @Nullable KeyName next,
        @Nullable KeyName before,
        byte[] wrapped,
        byte[] text) {
    private static final String FORM = "hmnet locked file 1";

    LockedText with(@Nullable KeyName next, @Nullable KeyName before) {
        return new LockedText(place, key, next, before, wrapped, text);
    }

    static LockedText read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var words = new HashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> words.put(pair[0], pair[1]));
            if (lines.isEmpty() || !lines.getFirst().equals(FORM)) {
                throw new UnusableKey(file + " is no locked file of hmnet");
            }
            var key = name(words, "key");
            if (key == null) {
                throw new UnusableKey(file + " names no key");
            }
            return new LockedText(
                    key.place(),
                    key.name(),
                    name(words, "next"),
                    name(words, "before"),
                    Base64.getDecoder().decode(words.getOrDefault("wrapped", "")),
                    Base64.getDecoder().decode(words.getOrDefault("text", "")));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new UnusableKey(file + " is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static @Nullable KeyName name(Map<String, String> words, String word) {
        var pair = words.getOrDefault(word, "").split(" ", 2);
        return pair.length < 2 ? null : new KeyName(KeyPlace.of(pair[0]), pair[1]);
    }

    @Override
    public String toString() {
        return FORM + "\n" + line("key", new KeyName(place, key)) + line("next", next) + line("before", before)
                + "wrapped: " + Base64.getEncoder().encodeToString(wrapped) + "\ntext: "
                + Base64.getEncoder().encodeToString(text) + "\n";
    }

    private static String line(String word, @Nullable KeyName key) {
        return key == null ? "" : word + ": " + key.place().word() + " " + key.name() + "\n";
    }
}
