package hmnet.care.lifebox;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Opens a resident's own life box (本人の命の宝箱の入口): decided and logged like each look into the own chart, in one
/// transaction with what is done there.
@Component
class OwnBoxes {
    private final Charts charts;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnBoxes(Charts charts, OwnWhoses whoses, Pages pages) {
        this.charts = charts;
        this.whoses = whoses;
        this.pages = pages;
    }

    /// Nothing where the chart does not open, or the act comes to nothing.
    <T> Optional<T> with(ResidentCaller resident, Supplier<Optional<T>> act) {
        return charts.openOwn(resident, ChartView.OWN_LIFEBOX, opening -> switch (opening) {
            case Opening.Opened opened -> act.get();
            case Opening.Closed closed -> Optional.empty();
        });
    }

    /// Who reads and decides for the person writes.
    static boolean writes(ResidentCaller resident) {
        return resident.decides() && resident.reads();
    }

    ResponseEntity<String> answer(
            HttpStatus status, String template, Object screen, ResidentCaller resident, Frame frame) {
        return Pages.answer(status, drawn(template, screen, resident, frame));
    }

    String drawn(String template, Object screen, ResidentCaller resident, Frame frame) {
        return pages.render(template, frame.ofResident(), Map.of("page", screen, "whose", whoses.of(resident)));
    }

    ResponseEntity<String> notFound(Frame frame) {
        return pages.notFound(frame.ofResident());
    }
}
