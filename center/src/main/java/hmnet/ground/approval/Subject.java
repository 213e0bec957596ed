package hmnet.ground.approval;

import java.util.List;
import java.util.regex.Pattern;

/// What a proposal is about (対象): a kind and a key, which mean something to its owner alone.
///
/// @param key words with one space between them
public record Subject(String kind, String key) {
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern KEY = Pattern.compile("[!-~]+( [!-~]+)*");

    public Subject {
        if (!KIND.matcher(kind).matches() || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A subject is a kind and words of ASCII with one space between them");
        }
    }

    public List<String> words() {
        return List.of(key.split(" ", -1));
    }
}
