package hmnet.office.reviewdesk;

import hmnet.ground.audit.Actor;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.office.reviewdesk.PairScreen.FieldComparison;
import hmnet.office.reviewdesk.Proposals.ReviewProposal;
import hmnet.people.arrivals.Pair;
import hmnet.people.arrivals.ReviewQueue;
import hmnet.people.arrivals.ReviewQueue.QueuePlace;
import hmnet.people.arrivals.ReviewQueue.ReviewQueueQuery;
import hmnet.people.arrivals.ReviewReason;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills the screens of the review desk (名寄せ確認の画面の組み立て).
@Component
class ReviewScreens {
    private static final int PAGE = 50;
    private static final int RECENT = 50;

    private final ReviewQueue queue;
    private final Proposals proposals;
    private final SecondEyes secondEyes;
    private final Facilities facilities;
    private final Staff staff;
    private final Clock clock;

    ReviewScreens(
            ReviewQueue queue,
            Proposals proposals,
            SecondEyes secondEyes,
            Facilities facilities,
            Staff staff,
            Clock clock) {
        this.queue = queue;
        this.proposals = proposals;
        this.secondEyes = secondEyes;
        this.facilities = facilities;
        this.staff = staff;
        this.clock = clock;
    }

    ReviewScreen queue(
            @Nullable String told,
            @Nullable Long last,
            String tab,
            QueueFilter queueFilter,
            @Nullable QueuePlace after,
            Requester requester) {
        var proposed = proposals.waiting();
        var open =
                proposed.stream().filter(one -> one.act() != Proposals.Act.UNDO).toList();
        var wanted = tab.equals("second")
                ? new ReviewQueueQuery(
                        queueFilter.wanted().kind(),
                        queueFilter.wanted().facility(),
                        open.stream().map(ReviewProposal::review).toList())
                : queueFilter.wanted();
        var lines = tab.equals("decided") ? List.<ReviewQueue.QueuedReview>of() : queue.after(after, wanted, PAGE + 1);
        var shown = lines.stream().limit(PAGE).toList();
        var byReview = proposed.stream().collect(Collectors.toMap(ReviewProposal::review, proposal -> proposal));
        var names = names(open.stream().map(ReviewProposal::staff).toList());
        var undoing = queue.decided(proposed.stream()
                .filter(one -> one.act() == Proposals.Act.UNDO)
                .map(ReviewProposal::review)
                .toList());
        return new ReviewScreen(
                told,
                last,
                tab,
                queueFilter.kind(),
                queueFilter.facility(),
                Arrays.stream(ReviewReason.values()).map(ReviewReason::name).toList(),
                facilities.all().stream()
                        .map(facility -> new ReviewScreen.ReviewFacility(
                                Long.toString(facility.id().value()), facility.name()))
                        .toList(),
                queue.count(wanted),
                open.size() + undoing.size(),
                shown.stream()
                        .map(line -> line(line, queueFilter, byReview.get(line.id()), names, requester))
                        .toList(),
                tab.equals("second") ? decided(undoing, byReview, requester) : List.of(),
                tab.equals("decided") ? decided(queue.decided(RECENT), byReview, requester) : List.of(),
                lines.size() > PAGE
                        ? "/reviews?tab=" + tab + "&" + queueFilter.query() + "&after="
                                + cursor(shown.getLast().place())
                        : null,
                after == null);
    }

    private ReviewScreen.ReviewLine line(
            ReviewQueue.QueuedReview line,
            QueueFilter queueFilter,
            @Nullable ReviewProposal proposal,
            Map<StaffId, String> names,
            Requester requester) {
        return new ReviewScreen.ReviewLine(
                "/reviews/" + line.id() + "?" + queueFilter.query(),
                line.id(),
                line.why().name(),
                percent(line.score()),
                line.place().later(),
                days(line.openedAt()),
                named(line.facility(), line.number()),
                named(line.otherFacility(), line.otherNumber()),
                proposal == null ? null : names.getOrDefault(proposal.staff(), ""),
                proposal != null && proposal.by(requester.staff()));
    }

    private String named(@Nullable FacilityId facility, String number) {
        return facility == null ? "" : facilities.get(facility).name() + " " + number;
    }

    private List<ReviewScreen.DecidedReviewLine> decided(
            List<ReviewQueue.DecidedReview> decided, Map<Long, ReviewProposal> proposed, Requester requester) {
        var names = names(Stream.concat(
                        decided.stream().flatMap(one -> staffOf(one.by()).stream()),
                        proposed.values().stream().map(ReviewProposal::staff))
                .toList());
        return decided.stream()
                .map(one -> new ReviewScreen.DecidedReviewLine(
                        one.id(),
                        one.why().name(),
                        one.same(),
                        one.at(),
                        staffOf(one.by())
                                .map(who -> names.getOrDefault(who, ""))
                                .orElse(one.by()),
                        Optional.ofNullable(proposed.get(one.id()))
                                .map(first -> names.getOrDefault(first.staff(), ""))
                                .orElse(null),
                        proposed.containsKey(one.id()) && proposed.get(one.id()).by(requester.staff())))
                .toList();
    }

    PairScreen pair(
            Pair pair,
            @Nullable String told,
            @Nullable Long last,
            QueueFilter queueFilter,
            Requester requester,
            Messages m) {
        var all = proposals.of(pair.id());
        var names = names(all.stream()
                .flatMap(one -> Stream.of(one.staff(), one.second()))
                .filter(Objects::nonNull)
                .toList());
        var open = all.stream().filter(one -> one.waits(pair)).findFirst();
        var needed = secondEyes.of(pair);
        return new PairScreen(
                told,
                last,
                queueFilter.query(),
                pair.id(),
                pair.why().name(),
                pair.state(),
                pair.waits(),
                days(pair.openedAt()),
                percent(pair.score()),
                Long.toString(pair.asOf()),
                FieldComparison.of(
                        pair.one().chart().said(), pair.other().chart().said(), m),
                pair.evidence(),
                party(pair.one()),
                party(pair.other()),
                pair.onSame().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                pair.joined() ? "part" : "stay",
                !pair.waits() && proposals.tookTwo(pair.id()),
                Stream.concat(needed.forSame().stream(), needed.forDifferent().stream())
                        .distinct()
                        .sorted()
                        .map(SecondEyes.Case::name)
                        .toList(),
                open.map(one -> proposed(one, names, requester)).orElse(null),
                all.stream()
                        .filter(ReviewProposal::differed)
                        .map(one -> proposed(one, names, requester))
                        .toList(),
                next(pair.place(), queueFilter)
                        .map(id -> "/reviews/" + id + "?" + queueFilter.query())
                        .orElse(null),
                queue.before(pair.place(), queueFilter.wanted())
                        .map(line -> "/reviews/" + line.id() + "?" + queueFilter.query())
                        .orElse(null));
    }

    /// The question after a place in the queue.
    Optional<Long> next(QueuePlace place, QueueFilter queueFilter) {
        return queue.after(place, queueFilter.wanted(), 1).stream()
                .map(ReviewQueue.QueuedReview::id)
                .findFirst();
    }

    private PairScreen.PairParty party(Pair.Party party) {
        return new PairScreen.PairParty(
                chart(party.chart()),
                party.person() == null ? null : "/office/links/" + party.person(),
                party.person() == null
                        ? List.of()
                        : party.charts().stream().map(this::chart).toList());
    }

    private PairScreen.ChartLine chart(Pair.PairChart chart) {
        return new PairScreen.ChartLine(
                chart.facility() == null
                        ? null
                        : facilities.get(chart.facility()).name(),
                chart.number(),
                chart.said().name(),
                chart.since(),
                chart.source() == null ? "" : chart.source().word());
    }

    private static PairScreen.PairProposal proposed(
            ReviewProposal one, Map<StaffId, String> names, Requester requester) {
        return new PairScreen.PairProposal(
                names.getOrDefault(one.staff(), ""),
                one.act().name(),
                one.at(),
                one.differed() ? "differed" : "open",
                one.second() == null ? null : names.getOrDefault(one.second(), ""),
                one.by(requester.staff()));
    }

    private Map<StaffId, String> names(Collection<StaffId> people) {
        return staff.names(people.stream().distinct().toList());
    }

    static Optional<StaffId> staffOf(String by) {
        return Actor.parse(by)
                .flatMap(actor -> actor instanceof Actor.StaffMember(var number)
                        ? Optional.of(new StaffId(number))
                        : Optional.empty());
    }

    /// Nothing that a human is asked about is certain, and the page must not say so.
    private static int percent(double score) {
        return Math.clamp(Math.round(score * 100), 1, 99);
    }

    private long days(OffsetDateTime since) {
        return Math.max(0, Duration.between(since, OffsetDateTime.now(clock)).toDays());
    }

    static String cursor(QueuePlace place) {
        return place.later() + "_" + place.risk() + "_" + place.id();
    }

    /// A place as it stands in an address; the beginning for anything else.
    static @Nullable QueuePlace place(@Nullable String cursor) {
        if (cursor == null || !cursor.matches("(true|false)_-?\\d{1,9}(\\.\\d{1,9}(E-?\\d{1,2})?)?_\\d{1,18}")) {
            return null;
        }
        var parts = cursor.split("_", -1);
        return new QueuePlace(Boolean.parseBoolean(parts[0]), Float.parseFloat(parts[1]), Long.parseLong(parts[2]));
    }
}
