package hmnet.care.timeline;

import hmnet.care.timeline.Line.LineValue;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins.Origin;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes lines of the entries of a chart (行の組立).
///
/// @param path of the chart
/// @param name of a facility
public record Lines(String path, Map<UUID, Origin> origins, Function<FacilityId, String> name, Messages m) {
    /// In the order of the entries, what belongs together on one line.
    public List<Line> of(Collection<ChartEntry> entries) {
        var files = new HashMap<UUID, Long>();
        origins.forEach((id, origin) -> files.put(id, origin.file()));
        return Fold.of(entries, files).stream().map(this::line).toList();
    }

    /// Results of one draw that are kept apart for their readers are called results as soon as a reader sees them
    /// whole.
    private static RecordKind kind(Fold fold) {
        return fold.parts().stream()
                .map(ChartEntry::kind)
                .filter(RecordKind.LABORATORY::equals)
                .findFirst()
                .orElse(fold.first().kind());
    }

    private Line line(Fold fold) {
        var first = fold.first();
        var said = new LineWords(m).of(fold);
        return new Line(
                fold.happening(),
                kind(fold),
                address(first),
                fold.parts().stream().skip(1).map(this::address).toList(),
                fold.day(),
                name.apply(fold.facility()),
                said.title(),
                fold.parts().stream()
                        .map(part -> Departments.words(part, m))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                said.saysStates() ? null : states(fold),
                fold.parts().stream()
                        .flatMap(part -> Mark.allOf(part).stream())
                        .distinct()
                        .toList(),
                said.values(),
                said.more(),
                said.abnormal(),
                fold.parts().stream()
                        .map(ChartEntry::receivedAt)
                        .max(OffsetDateTime::compareTo)
                        .orElseThrow(),
                original(fold));
    }

    private @Nullable String states(Fold fold) {
        var words = fold.parts().stream()
                .map(part -> StateWords.of(part, m))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
        return words.isEmpty() ? null : words;
    }

    private @Nullable String original(Fold fold) {
        return fold.parts().stream()
                .filter(part -> origins.containsKey(part.id())
                        && Objects.requireNonNull(origins.get(part.id())).open())
                .findFirst()
                .map(part -> address(part) + "/original")
                .orElse(null);
    }

    private String address(ChartEntry entry) {
        return path + "/records/" + entry.id();
    }

    /// What a line says of its fold.
    ///
    /// @param values as many as a line has room for
    /// @param more how many it leaves out
    /// @param saysStates whether values say themselves what became of them
    record LineContent(String title, List<LineValue> values, int more, int abnormal, boolean saysStates) {}
}
