package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one order number holds (1オーダの実施内容): its acts, and what was observed or remarked with each.
final class PerformedOrder {
    final @Nullable Segment orc;
    final @Nullable Segment obr;
    private final LinkedHashMap<String, PerformedAct> acts = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<String>> words = new LinkedHashMap<>();
    private String last = "";

    PerformedOrder(@Nullable Segment orc, @Nullable Segment obr) {
        this.orc = orc;
        this.obr = obr;
    }

    /// What is told twice, as parent and as itself, is one; what differs in anything is another.
    void add(PerformedAct act) {
        var key = act.key();
        for (int n = 2; acts.containsKey(key) && !isSame(key, act); n++) {
            key = act.key() + "#" + n;
        }
        acts.putIfAbsent(key, new PerformedAct(key, act.act(), act.amount(), act.said(), act.status()));
        last = key;
    }

    private boolean isSame(String key, PerformedAct act) {
        var own = acts.get(key);
        return own != null
                && own.act().equals(act.act())
                && own.amount().equals(act.amount())
                && own.said().equals(act.said());
    }

    /// Words on the act before them.
    void say(String text) {
        var said = words.computeIfAbsent(last, key -> new ArrayList<>());
        if (!text.isBlank() && !said.contains(text)) {
            said.add(text);
        }
    }

    List<PerformedAct> acts() {
        return acts.values().stream()
                .map(act -> new PerformedAct(
                        act.key(),
                        act.act(),
                        act.amount(),
                        SentFields.joined(act.said(), String.join("、", words.getOrDefault(act.key(), List.of()))),
                        act.status()))
                .toList();
    }
}
