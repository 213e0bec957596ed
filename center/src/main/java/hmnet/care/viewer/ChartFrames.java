package hmnet.care.viewer;

import hmnet.care.cautions.BandRows;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.Diagnoses.DiagnosisList;
import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.care.viewer.PersonBanner.ErasedLine;
import hmnet.care.viewer.PersonBanner.FeedNote;
import hmnet.care.viewer.TeamBands.TeamBand;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Feeds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Makes the band above every page of a chart (患者バナーの組立): who it is, what each facility says of
/// allergies, whose feed is silent, and what rules keep closed.
@Component
public class ChartFrames {
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Facilities facilities;
    private final Feeds feeds;
    private final SingletonSupplier<TeamBands> teamBands;
    private final SingletonSupplier<PageWishes> pageWishes;
    private final Clock clock;

    ChartFrames(
            Facilities facilities,
            Feeds feeds,
            ObjectProvider<TeamBands> teamBands,
            ObjectProvider<PageWishes> pageWishes,
            Clock clock) {
        this.teamBands = SingletonSupplier.ofNullable(teamBands::getIfAvailable);
        this.pageWishes = SingletonSupplier.ofNullable(pageWishes::getIfAvailable);
        this.facilities = facilities;
        this.feeds = feeds;
        this.clock = clock;
    }

    public ChartFrame frame(Chart chart, ChartTab tab, Messages m) {
        return frame(chart, BandRows.of(chart, today()), tab, m);
    }

    /// The same for a page that has read what the band needs with its own entries.
    public ChartFrame frame(Chart chart, List<ChartEntry> read, ChartTab tab, Messages m) {
        return frame(chart, read, tab, m, tab == ChartTab.SUMMARY);
    }

    /// Beside a tab, for a page that has none: pinned notes do not stand on it.
    public ChartFrame beside(Chart chart, ChartTab tab, Messages m) {
        return frame(chart, BandRows.of(chart, today()), tab, m, false);
    }

    private ChartFrame frame(Chart chart, List<ChartEntry> read, ChartTab tab, Messages m, boolean pinned) {
        var known = teamBands.get();
        var team = known == null
                ? TeamBand.NONE
                : known.of(chart.requester(), chart.person().id(), pinned);
        return new ChartFrame(
                "/people/" + chart.person().id(), banner(chart, read, m), tab, tabs(chart), team, wishes(chart));
    }

    /// The band alone, for a page that is no page of a chart.
    public PersonBanner person(Chart chart, List<ChartEntry> read, Messages m) {
        return banner(chart, read, m);
    }

    /// How whoever opened the chart wants its pages.
    public ReaderWishes wishes(Chart chart) {
        var known = pageWishes.get();
        return known == null ? ReaderWishes.NONE : known.of(chart.requester());
    }

    private static List<ChartTab> tabs(Chart chart) {
        return ChartTab.without(chart.grant().closed().stream()
                .filter(closed -> closed.why() == ClosingReason.PROFESSION)
                .mapToLong(closed -> closed.kind().mask())
                .reduce(0, (a, b) -> a | b));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    public String name(FacilityId facility) {
        return facilities.get(facility).name();
    }

    public String phone(FacilityId facility) {
        return facilities.get(facility).phone();
    }

    /// What each linked facility says of allergies.
    public AllergyBand allergies(Chart chart, Messages m) {
        return AllergyBand.of(Allergies.notes(chart, Allergies.entries(chart), senders(chart), this::name, m));
    }

    /// The facilities that have a patient of this person, in the order of the grant.
    public static Set<FacilityId> linked(Chart chart) {
        var linked = new LinkedHashSet<FacilityId>();
        chart.grant().lines().forEach(line -> linked.add(line.facility()));
        chart.grant().closed().forEach(closed -> linked.add(closed.facility()));
        return linked;
    }

    /// Those of them that send by themselves: the residents' own notebook is nobody's feed, and its silence says
    /// nothing.
    public Set<FacilityId> senders(Chart chart) {
        var senders = linked(chart);
        senders.removeIf(this::isHandbook);
        return senders;
    }

    /// Whether a facility is the residents' own notebook.
    public boolean isHandbook(FacilityId facility) {
        return facilities.get(facility).kind() == FacilityKind.HANDBOOK;
    }

    private PersonBanner banner(Chart chart, List<ChartEntry> read, Messages m) {
        var allergies = read.stream()
                .filter(entry -> entry.kind() == RecordKind.ALLERGY)
                .toList();
        var person = chart.person();
        return new PersonBanner(
                person.name(),
                person.kana(),
                person.birthDate(),
                (int) ChronoUnit.YEARS.between(person.birthDate(), today()),
                person.sex(),
                Allergies.notes(chart, allergies, senders(chart), this::name, m),
                chart.door().isPresent() ? "emergency." + chart.door().get().word() : "network",
                chart.door().isPresent() ? null : chart.grant().consentedOn(),
                silent(chart),
                new ClosedKindLines(m, this::name).of(chart.grant().closed()),
                OffsetDateTime.now(clock),
                new BandRows(read, today(), this::name, m)
                        .facts(diagnosis -> DiagnosisList.of(diagnosis) == DiagnosisList.OPEN),
                chart::untold,
                () -> erased(chart));
    }

    /// Of which facilities the page would have shown records that are erased; asked once all else has been read.
    public List<ErasedLine> erased(Chart chart) {
        return chart.erased().facilities().stream()
                .map(facility -> new ErasedLine(name(facility), chart.erased().count(facility)))
                .sorted(Comparator.comparing(ErasedLine::facility))
                .toList();
    }

    /// Those whose feed is silent longer than it ever is, and those that never sent.
    public List<FeedNote> silent(Chart chart) {
        var known = feeds.all();
        var now = OffsetDateTime.now(clock);
        var notes = new ArrayList<FeedNote>();
        for (var facility : senders(chart)) {
            var feed = known.get(facility);
            if (feed == null) {
                notes.add(new FeedNote(name(facility), null));
            } else if (feed.isLate(now)) {
                notes.add(new FeedNote(name(facility), feed.last()));
            }
        }
        return notes;
    }
}
