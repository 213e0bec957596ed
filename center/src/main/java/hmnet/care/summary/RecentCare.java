package hmnet.care.summary;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.VISIT;

import hmnet.care.summary.SummaryScreen.VisitLine;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Stays;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The last visits and stays (最近の受診・入院): one line for a day at a facility; stays that nobody ended stand first.
record RecentCare(String path, Function<FacilityId, String> facilities, Messages m) {
    private static final String CAME = "visit";

    List<VisitLine> of(List<ChartEntry> entries) {
        var stays = Stays.of(of(entries, ADMISSION.mask()), path, facilities, m).stream()
                .map(stay -> new VisitLine(
                        true,
                        stay.from(),
                        stay.to(),
                        stay.days(),
                        stay.facility(),
                        stay.department(),
                        stay.outcome(),
                        stay.path(),
                        stay.marks()));
        var visits = of(entries, VISIT.mask()).stream()
                .filter(RecentCare::came)
                .collect(Collectors.groupingBy(VisitDay::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::visit);
        return Stream.concat(stays, visits)
                .sorted(Comparator.comparing((VisitLine line) -> line.stay() && line.to() == null)
                        .thenComparing(line -> Optional.ofNullable(line.to() == null ? line.from() : line.to())
                                .orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }

    /// The last day on which somebody came to this facility, as far as it sent it.
    static Optional<LocalDate> last(List<ChartEntry> entries, FacilityId facility) {
        return entries.stream()
                .filter(entry -> entry.facility().equals(facility)
                        && (entry.kind() == VISIT && came(entry) || entry.kind() == ADMISSION))
                .map(Timelines::day)
                .max(Comparator.naturalOrder());
    }

    private static List<ChartEntry> of(List<ChartEntry> entries, long kinds) {
        return entries.stream()
                .filter(entry -> (entry.kind().mask() & kinds) != 0)
                .toList();
    }

    /// What is booked or was called off is no visit.
    private static boolean came(ChartEntry entry) {
        return ((StayExtract) entry.extract().read()).event().equals(CAME);
    }

    private VisitLine visit(List<ChartEntry> together) {
        var newest = together.getFirst();
        return new VisitLine(
                false,
                Timelines.day(newest),
                null,
                0,
                facilities.apply(newest.facility()),
                together.stream()
                        .flatMap(entry -> Stream.ofNullable(Departments.words(entry, m)))
                        .distinct()
                        .collect(Collectors.joining(m.t("viewer.comma"))),
                null,
                path + "/records/" + newest.id(),
                together.stream()
                        .flatMap(entry -> Mark.allOf(entry).stream())
                        .distinct()
                        .toList());
    }

    private record VisitDay(LocalDate day, FacilityId facility) {
        static VisitDay of(ChartEntry entry) {
            return new VisitDay(Timelines.day(entry), entry.facility());
        }
    }
}
