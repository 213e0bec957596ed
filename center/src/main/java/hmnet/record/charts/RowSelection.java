package hmnet.record.charts;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which rows of a chart a page of several lists draws (抜き出しの求め): so many of each group, and those that were
/// received last, whatever they are.
///
/// @param groups no two of one kind
/// @param received how many of the rows that came last
public record RowSelection(List<RowGroup> groups, int received) {
    static final String HEAD = ", live as (";

    public RowSelection {
        var kinds = 0L;
        for (var group : groups) {
            if ((kinds & group.kinds()) != 0) {
                throw new IllegalArgumentException("Two groups of a selection ask for one kind");
            }
            kinds |= group.kinds();
        }
    }

    /// Rows of some kinds (種別の組), the newest care first.
    ///
    /// @param kinds mask of record kinds
    /// @param from since which moment of care
    /// @param most how many
    public record RowGroup(long kinds, OffsetDateTime from, int most) {}

    /// What has to be read at all.
    long kinds() {
        return received > 0 ? -1 : groups.stream().mapToLong(RowGroup::kinds).reduce(0, (some, one) -> some | one);
    }

    String tail() {
        var group = groups.stream()
                .map(one -> " when (?::bigint >> kind) & 1 = 1 and occurred_at >= ?::timestamptz then ?::int")
                .collect(Collectors.joining("", "case", " else -1 end"));
        return """
                ), grouped as (select live.*, %s as chosen from live),
                   placed as (
                     select grouped.*,
                            row_number() over (partition by chosen order by occurred_at desc, id desc) as place,
                            row_number() over (order by received_at desc, id desc) as arrival
                       from grouped)
                select * from placed
                 where chosen >= 0 and place <= (?::int[])[chosen + 1] or arrival <= ?
                 order by occurred_at desc, id desc""".formatted(group);
    }

    /// The values of `tail`.
    List<@Nullable Object> arguments() {
        var arguments = new ArrayList<@Nullable Object>();
        for (var at = 0; at < groups.size(); at++) {
            var group = groups.get(at);
            arguments.add(group.kinds());
            arguments.add(group.from().toString());
            arguments.add(at);
        }
        arguments.add(groups.stream().map(RowGroup::most).toArray(Integer[]::new));
        arguments.add(received);
        return arguments;
    }
}
