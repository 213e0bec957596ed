package hmnet.care.lifebox;

import hmnet.care.lifebox.ShownBox.ShownSection;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Messages;
import hmnet.record.answers.FilledItem;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.SheetFilling;
import hmnet.record.forms.ShownItem;
import hmnet.record.forms.ShownSheet;
import hmnet.record.ownrecords.HandbookCharts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Draws what was signed (命の宝箱の作図): the answers of each group of the sheet, in its own words.
@Component
class BoxDrawing {
    /// A wish older than this is asked again before anybody goes by it.
    private static final int WISH_MONTHS = 12;

    private final ChartFrames chartFrames;
    private final HandbookCharts handbook;

    BoxDrawing(ChartFrames chartFrames, HandbookCharts handbook) {
        this.chartFrames = chartFrames;
        this.handbook = handbook;
    }

    /// All sections, those without a word too.
    ShownBox whole(KeptBox box, Messages m) {
        return shown(box, section -> true, m);
    }

    /// What the person lets crews see, and wrote. What they keep and what they did not write look alike: neither is
    /// there.
    Optional<ShownBox> first(KeptBox box, Messages m) {
        return Optional.of(shown(box, section -> section.answered() && section.crews(), m))
                .filter(shown -> !shown.sections().isEmpty());
    }

    private ShownBox shown(KeptBox box, Predicate<ShownSection> which, Messages m) {
        return new ShownBox(
                box.id(),
                box.response().author(),
                handbook.isHandbook(box.facility()) ? null : chartFrames.name(box.facility()),
                box.signedAt(),
                box.reviewedAt(),
                box.rightAsOf().plusMonths(WISH_MONTHS).isBefore(chartFrames.now()),
                sections(box.response().under(box.kept().sheet()).filled(), box::shows, m)
                        .filter(which)
                        .toList());
    }

    /// @param crews which sections crews may see
    static Stream<ShownSection> sections(FilledSheet filled, Predicate<BoxSection> crews, Messages m) {
        var words = filled.items().stream()
                .collect(Collectors.toMap(FilledItem::path, one -> one.item().linkId()));
        return ShownSheet.whole(SheetFilling.signed(filled), m).items().stream()
                .flatMap(group -> BoxSection.of(words.getOrDefault(group.path(), "")).stream()
                        .map(section -> section(section, group, crews.test(section))))
                .sorted((one, other) -> one.section().compareTo(other.section()));
    }

    private static ShownSection section(BoxSection section, ShownItem group, boolean crews) {
        var items = group.groups().stream()
                .flatMap(List::stream)
                .filter(ShownItem::isAnswered)
                .toList();
        return new ShownSection(section, group.text(), items, !items.isEmpty(), crews);
    }
}
