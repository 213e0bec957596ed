package hmnet.care.viewer;

import hmnet.care.viewer.AdmissionsScreen.Stay;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pairs admissions and discharges into stays (入院と退院の対応): of one facility, by the time of admission
/// that a discharge repeats; one that repeats none ends the last admission before it.
public final class Stays {
    private Stays() {}

    /// The newest first.
    public static List<Stay> of(
            List<ChartEntry> entries, String path, Function<FacilityId, String> facilities, Messages m) {
        var moves = entries.stream().map(StayMove::of).toList();
        var discharges =
                new ArrayList<>(moves.stream().filter(StayMove::discharged).toList());
        var paired = new ArrayList<StayPair>();
        moves.stream()
                .filter(StayMove::admitted)
                .sorted(Comparator.comparing((StayMove move) -> move.stay().at())
                        .reversed())
                .forEach(in -> {
                    var out = ending(in, discharges);
                    out.ifPresent(discharges::remove);
                    paired.add(new StayPair(in, out.orElse(null)));
                });
        discharges.forEach(out -> paired.add(new StayPair(null, out)));
        return paired.stream()
                .sorted(Comparator.comparing(StayPair::from).reversed())
                .map(pair -> stay(pair, moves, path, facilities, m))
                .toList();
    }

    private static Optional<StayMove> ending(StayMove in, List<StayMove> discharges) {
        var here = discharges.stream()
                .filter(out -> out.entry().facility().equals(in.entry().facility()))
                .toList();
        return here.stream()
                .filter(out -> out.repeats(in.stay().at()))
                .findFirst()
                .or(() -> here.stream()
                        .filter(out -> out.stay().admittedAt() == null
                                && !out.stay().at().isBefore(in.stay().at()))
                        .min(Comparator.comparing(out -> out.stay().at())));
    }

    private static Stay stay(
            StayPair pair, List<StayMove> moves, String path, Function<FacilityId, String> facilities, Messages m) {
        var told = pair.in() == null ? pair.last() : pair.in();
        return new Stay(
                facilities.apply(told.entry().facility()),
                Departments.words(
                        pair.last().stay().department(), pair.last().entry().labels(), m),
                pair.last().stay().ward().isEmpty() ? null : pair.last().stay().ward(),
                pair.in() == null && pair.last().stay().admittedAt() == null ? null : day(pair.from()),
                pair.out() == null ? null : day(pair.out().stay().at()),
                pair.out() == null || pair.out().stay().outcome().isEmpty()
                        ? null
                        : pair.out().stay().outcome(),
                moves.stream()
                        .filter(move -> move.moved() && pair.holds(move))
                        .sorted(Comparator.comparing(move -> move.stay().at()))
                        .map(move -> words(move.stay(), m))
                        .toList(),
                path + "/records/" + pair.last().entry().id(),
                Mark.allOf(pair.last().entry()));
    }

    /// 転科・転棟 2026年11月20日 10:30: 5東 → 7北.
    private static String words(StayExtract move, Messages m) {
        var places = Stream.of(move.formerWard(), move.ward())
                .filter(ward -> !ward.isEmpty())
                .collect(Collectors.joining(" → "));
        return m.t("viewer.admissions.move", move.title(), m.moment(move.at()), places.isEmpty() ? "" : places);
    }

    private static LocalDate day(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), ChartFrames.JAPAN);
    }

    /// An admission or a discharge.
    private record StayMove(ChartEntry entry, StayExtract stay) {
        static StayMove of(ChartEntry entry) {
            return new StayMove(entry, (StayExtract) entry.extract().read());
        }

        boolean admitted() {
            return stay.event().equals("admitted");
        }

        boolean discharged() {
            return stay.event().equals("discharged");
        }

        /// What else happens in a stay (外泊, 予定) stands in the time line alone.
        boolean moved() {
            return stay.event().equals("moved");
        }

        /// Some systems round the time of admission in the discharge to its day.
        boolean repeats(OffsetDateTime admission) {
            var said = stay.admittedAt();
            return said != null && day(said).equals(day(admission));
        }
    }

    /// At least one of the two.
    private record StayPair(@Nullable StayMove in, @Nullable StayMove out) {
        StayMove last() {
            return out == null ? Objects.requireNonNull(in) : out;
        }

        /// Of the same facility, between its admission and its discharge.
        boolean holds(StayMove move) {
            return move.entry().facility().equals(last().entry().facility())
                    && !move.stay().at().isBefore(from())
                    && (out == null || !move.stay().at().isAfter(out.stay().at()));
        }

        OffsetDateTime from() {
            if (in != null) {
                return in.stay().at();
            }
            var said = last().stay().admittedAt();
            return said == null ? last().stay().at() : said;
        }
    }
}
