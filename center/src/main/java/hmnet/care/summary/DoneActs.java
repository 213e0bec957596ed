package hmnet.care.summary;

import static hmnet.formats.model.code.RecordKind.PROCEDURE;

import hmnet.care.summary.FirstLooks.FirstLine;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProcedureExtract.ProcedureItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was done and is in the body (手術・処置・体内の機器): each act once, however often it was repeated, so that a
/// dialysis three times a week hides no pacemaker. Operations come first, then the newest. An order says that it is
/// one.
///
/// @param more how many acts are told beyond the lines
/// @param readTo so many of the newest records were read where there may be more, or 0
public record DoneActs(List<FirstLine> lines, int more, int readTo) {
    /// An operation by its code of the fee schedule (診療報酬 K000) or of the claims (レセプト電算 150000000).
    private static final Pattern OPERATION = Pattern.compile("K\\d{3}.*|150\\d{6}");

    private record DoneAct(String words, boolean operation) {}

    static DoneActs of(List<ChartEntry> entries, int listed, int most, Function<FacilityId, String> name, Messages m) {
        var read = entries.stream().filter(entry -> entry.kind() == PROCEDURE).count();
        var newest = new LinkedHashMap<DoneAct, FirstLine>();
        entries.stream()
                .filter(entry -> entry.kind() == PROCEDURE)
                .sorted(Comparator.comparing(Timelines::day).reversed())
                .forEach(entry -> acts(entry, m)
                        .forEach(act -> newest.merge(
                                act,
                                new FirstLine(
                                        Timelines.day(entry),
                                        act.words(),
                                        name.apply(entry.facility()),
                                        1,
                                        Mark.allOf(entry)),
                                DoneActs::again)));
        var lines = newest.entrySet().stream()
                .sorted(Comparator.comparing(act -> !act.getKey().operation()))
                .map(act -> act.getValue())
                .toList();
        return new DoneActs(
                lines.stream().limit(listed).toList(), Math.max(0, lines.size() - listed), read < most ? 0 : most);
    }

    private static FirstLine again(FirstLine newest, FirstLine older) {
        return new FirstLine(
                newest.on(), newest.title(), newest.facility(), newest.times() + older.times(), newest.marks());
    }

    /// The title, where it says more than the first of the acts, and each act.
    private static Stream<DoneAct> acts(ChartEntry entry, Messages m) {
        if (!(entry.extract().read() instanceof ProcedureExtract extract)
                || extract.items().isEmpty()
                || extract.items().stream().anyMatch(item -> item.name().isBlank())) {
            return Stream.of(new DoneAct(entry.title(), false));
        }
        var title = entry.title().contains(extract.items().getFirst().name())
                ? Stream.<DoneAct>empty()
                : Stream.of(new DoneAct(ordered(extract, entry.title(), m), false));
        return Stream.concat(
                title,
                extract.items().stream()
                        .map(item -> new DoneAct(
                                ordered(extract, words(item), m),
                                OPERATION.matcher(item.code()).matches())));
    }

    private static String words(ProcedureItem item) {
        var state = item.state().words();
        return state.isEmpty() ? item.name() : "（" + state + "）" + item.name();
    }

    private static String ordered(ProcedureExtract extract, String words, Messages m) {
        return extract.ordered() ? m.t("emergency.ordered", words) : words;
    }
}
