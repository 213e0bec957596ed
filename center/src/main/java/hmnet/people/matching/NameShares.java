package hmnet.people.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// By how much each name is rarer than usual in a region (名前の希少度), common ones by name, the rest alike.
final class NameShares {
    private static final double AT_MOST = Math.log(2000);

    /// Which part of a name.
    enum Part {
        SURNAME,
        GIVEN,
        SURNAME_READING,
        GIVEN_READING
    }

    private final Map<Part, Map<String, Float>> rarer = new EnumMap<>(Part.class);
    private final Map<Part, Float> otherwise = new EnumMap<>(Part.class);

    /// Nothing is known: every name is as usual.
    NameShares() {
        for (var part : Part.values()) {
            rarer.put(part, new HashMap<>());
            otherwise.put(part, 0f);
        }
    }

    /// Counted on the charts themselves.
    static NameShares of(Roster roster) {
        var shares = new NameShares();
        shares.count(Part.SURNAME, roster, roster.surname);
        shares.count(Part.GIVEN, roster, roster.given);
        shares.count(Part.SURNAME_READING, roster, roster.surnameReading);
        shares.count(Part.GIVEN_READING, roster, roster.givenReading);
        return shares;
    }

    float rarer(Part part, String name) {
        return known(part).getOrDefault(name, otherwise(part));
    }

    float otherwise(Part part) {
        return otherwise.getOrDefault(part, 0f);
    }

    Map<String, Float> known(Part part) {
        return rarer.getOrDefault(part, Map.of());
    }

    void learn(Part part, String name, float value) {
        rarer.computeIfAbsent(part, any -> new HashMap<>()).put(name, value);
    }

    void learn(Part part, float value) {
        otherwise.put(part, value);
    }

    private void count(Part part, Roster roster, int[] column) {
        var counts = new int[roster.words.count()];
        for (var word : column) {
            counts[word]++;
        }
        counts[0] = 0;
        var size = (double) roster.size();
        var usual = 1e-9;
        for (var count : counts) {
            usual += count / size * (count / size);
        }
        for (var word = 1; word < counts.length; word++) {
            if (counts[word] > 1) {
                learn(part, roster.text(word), rarer(usual, counts[word] / size));
            }
        }
        learn(part, rarer(usual, 1 / Math.max(1, size)));
    }

    private static float rarer(double usual, double share) {
        return (float) Math.max(-AT_MOST, Math.min(AT_MOST, Math.log(usual / share)));
    }
}
