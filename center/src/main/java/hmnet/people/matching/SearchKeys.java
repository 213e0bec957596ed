package hmnet.people.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The keys of one chart as numbers that a table can hold (検索キー): the same for the same spelling on any
/// machine, so that charts are found among millions. They hide nothing, so no table holds them as they are:
/// [KeyedSearch].
///
/// @param keys what charts of one person share; a chart number is not among them
/// @param telephone the telephone alone, for counting how many charts carry it; 0 where none is known
public record SearchKeys(List<Long> keys, long telephone) {
    public static SearchKeys of(Demographics chart) {
        var roster = new Roster(1);
        roster.put(0, chart);
        var keys = new ArrayList<Long>();
        new BlockingKeys(roster, word -> number(roster.text(word))).of(0, (key, value) -> {
            if (value != 0 && key != BlockingKeys.CHART_NUMBER && !keys.contains(value)) {
                keys.add(value);
            }
        });
        var phone = roster.phone[0];
        return new SearchKeys(List.copyOf(keys), BlockingKeys.of(BlockingKeys.COUNT, phone, phone));
    }

    /// These and those of another spelling of the same chart.
    public SearchKeys with(SearchKeys other) {
        return new SearchKeys(
                Stream.concat(keys.stream(), other.keys.stream()).distinct().toList(), telephone);
    }

    /// All of them, as the table holds them.
    public List<Long> all() {
        var all = new ArrayList<>(keys);
        if (telephone != 0) {
            all.add(telephone);
        }
        return all;
    }

    /// FNV-1a of the text; 0 for none.
    private static long number(String text) {
        var hash = 0xCBF29CE484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return text.isEmpty() ? 0 : hash == 0 ? 1 : hash;
    }
}
