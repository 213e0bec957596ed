package hmnet.care.microbiology;

import static hmnet.formats.model.code.RecordKind.LAB_ORDER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.KeyResults;
import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.OwnPage;
import hmnet.care.microbiology.MicrobiologyScreen.AwaitedOrder;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws up the cultures of a chart (微生物検査の一覧), newest first.
@Component
class Microbiology {
    private static final Period USUAL = Period.THREE_YEARS;
    /// So many laboratory records of a chart are looked through for cultures at a time.
    private static final int ENTRIES = 1200;

    private static final int ORDERS = 40;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Microbiology(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    MicrobiologyScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.LABORATORY, frame.m());
        var span = query.span(USUAL, chartFrames.today());
        var part = chart.page(KeyResults.KINDS, Optional.empty(), span, ENTRIES);
        var page = part.entries();
        var cultures =
                new Cultures(chartFrames::name, shell.path(), frame.m()).of(OwnPage.MICROBIOLOGY.of(LabValue.of(page)));
        var awaited = query.beforeAsked().isEmpty() ? awaited(chart, span, shell, frame.m()) : List.<AwaitedOrder>of();
        var address = shell.path(ChartTab.LABORATORY) + "/" + OwnPage.MICROBIOLOGY.word() + "?period="
                + query.periodOr(USUAL).word();
        return new MicrobiologyScreen(
                shell,
                query.periodOr(USUAL),
                cultures,
                awaited,
                part.older()
                        ? address + "&before=" + page.getLast().occurredAt().toInstant()
                        : null,
                query.beforeAsked().isPresent() ? address : null,
                cultures.isEmpty() && awaited.isEmpty()
                        ? feedCoverage.of(chart, KeyResults.KINDS, frame.m())
                        : List.of());
    }

    /// A result bears the number of its order; where it bears none, the order stays here, which the page says.
    private List<AwaitedOrder> awaited(Chart chart, CareSpan span, ChartFrame shell, Messages m) {
        var orders = chart.entries(LAB_ORDER.mask(), Optional.empty(), span, ORDERS);
        var values = OwnPage.MICROBIOLOGY.of(LabValue.of(orders));
        return values.stream()
                .collect(groupingBy(value -> value.entry().id(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(order -> !isAnswered(chart, order.getFirst().entry()))
                .map(order -> order(order, shell, m))
                .toList();
    }

    private static boolean isAnswered(Chart chart, ChartEntry order) {
        return chart.ofOneNumber(order.id()).stream()
                .anyMatch(other -> (other.kind().mask() & KeyResults.KINDS) != 0);
    }

    private AwaitedOrder order(List<LabValue> values, ChartFrame shell, Messages m) {
        var first = values.getFirst();
        return new AwaitedOrder(
                first.entry().occurredAt(),
                chartFrames.name(first.entry().facility()),
                values.stream().map(value -> value.item().name()).distinct().collect(joining(m.t("viewer.comma"))),
                first.item().specimen(),
                first.told(m),
                shell.path() + "/records/" + first.entry().id());
    }
}
