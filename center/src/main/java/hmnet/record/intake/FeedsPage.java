package hmnet.record.intake;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Feeds;
import hmnet.record.intake.GatewayHealths.GatewayReport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The operator's page of how facilities send (送信の状況): who fell silent, whose gateway needs a hand, whom
/// to call.
@Controller
class FeedsPage implements WaitingWork {
    private final Feeds feeds;
    private final GatewayHealths healths;
    private final Facilities facilities;
    private final Pages pages;
    private final Clock clock;

    FeedsPage(Feeds feeds, GatewayHealths healths, Facilities facilities, Pages pages, Clock clock) {
        this.feeds = feeds;
        this.healths = healths;
        this.facilities = facilities;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/intake/feeds")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.feeds", icon = "late", group = MenuGroup.DATA, order = 10)
    ResponseEntity<String> show(Frame frame) {
        return Pages.answer(
                HttpStatus.OK, pages.render("record/intake/feeds", frame, Map.of("page", screen(frame.m()))));
    }

    @Override
    public String path() {
        return "/intake/feeds";
    }

    /// How many facilities are to be called.
    @Override
    public long waiting(Requester by) {
        return screen(Messages.in(Language.JAPANESE)).calls();
    }

    private FeedsScreen screen(Messages m) {
        var received = feeds.lastReceived();
        var reported = healths.all();
        var all = facilities.all();
        var lines = all.stream()
                .filter(facility -> facility.kind() != FacilityKind.HANDBOOK && sends(facility, received, reported))
                .map(facility -> line(facility, received.get(facility.id()), reported.get(facility.id()), m))
                .sorted(Comparator.comparing(
                                (FeedsScreen.FeedLine line) -> line.troubles().isEmpty())
                        .thenComparing(FeedsScreen.FeedLine::code))
                .toList();
        var nothingYet = all.stream()
                .filter(facility -> facility.discloses()
                        && facility.kind() != FacilityKind.HANDBOOK
                        && !sends(facility, received, reported))
                .map(Facility::name)
                .toList();
        return new FeedsScreen(lines, nothingYet);
    }

    private static boolean sends(
            Facility facility, Map<FacilityId, OffsetDateTime> received, Map<FacilityId, GatewayReport> reported) {
        return received.containsKey(facility.id()) || reported.containsKey(facility.id());
    }

    private FeedsScreen.FeedLine line(
            Facility facility, @Nullable OffsetDateTime received, @Nullable GatewayReport gateway, Messages m) {
        return new FeedsScreen.FeedLine(
                facility.name(),
                facility.code(),
                facility.phone(),
                received,
                gateway == null
                        ? null
                        : new FeedsScreen.Gateway(
                                gateway.at(),
                                gateway.health().waiting(),
                                LocalDate.ofInstant(gateway.health().certificateEndsAt(), FeedTroubles.JAPAN)),
                FeedTroubles.of(received, gateway, clock.instant(), m));
    }
}
