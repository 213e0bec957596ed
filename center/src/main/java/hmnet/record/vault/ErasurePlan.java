package hmnet.record.vault;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What an erasure reaches, as it is counted before anybody agrees to it (消去の計画).
///
/// @param keys data keys that go whole, and whose key in the ring still stands
/// @param records rows of charts, of whatever version
/// @param charts charts of the facility that these rows are in, and those that have or had the number: more than one
///     where it changed hands, or where rows of before stand under the key of a whole bucket
/// @param others originals that go too and that nobody knows to be of the chart
/// @param othersUnfiled how many of them wait to be filed, or are held
/// @param recordsLeft rows of the chart that stay readable: they stand under the key that files without a chart had
/// @param originalsLeft originals of the chart that stay readable, alike
/// @param which the charts, as one word
public record ErasurePlan(
        long keys,
        long records,
        long charts,
        long others,
        long othersUnfiled,
        long recordsLeft,
        long originalsLeft,
        String which) {
    private static final int NUMBERS = 7;

    /// As it stands in a request.
    String words() {
        return LongStream.of(keys, records, charts, others, othersUnfiled, recordsLeft, originalsLeft)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" "))
                + " " + which;
    }

    /// As `words` wrote it. Those of before counted charts and records, and did not say which charts.
    static ErasurePlan of(String words) {
        var each = words.split(" ", -1);
        if (each.length <= NUMBERS) {
            return new ErasurePlan(0, Long.parseLong(each[1]), Long.parseLong(each[0]), 0, 0, 0, 0, "");
        }
        var counted =
                Arrays.stream(each).limit(NUMBERS).mapToLong(Long::parseLong).toArray();
        return new ErasurePlan(
                counted[0], counted[1], counted[2], counted[3], counted[4], counted[5], counted[6], each[NUMBERS]);
    }
}
