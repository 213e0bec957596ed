package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What one order number holds (1オーダの実施内容).
final class PerformedOrder {
    final @Nullable Segment orc;
    final @Nullable Segment obr;
    final LinkedHashMap<String, PerformedAct> acts = new LinkedHashMap<>();

    PerformedOrder(@Nullable Segment orc, @Nullable Segment obr) {
        this.orc = orc;
        this.obr = obr;
    }

    /// An examination told twice, as parent and as itself, is one; a meal twice at one time too.
    void add(PerformedAct act) {
        acts.putIfAbsent(act.key(), act);
    }
}
