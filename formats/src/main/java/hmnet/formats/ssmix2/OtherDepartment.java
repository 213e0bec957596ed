package hmnet.formats.ssmix2;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.ssmix2.storage.StorageName;
import java.util.EnumSet;
import java.util.Set;

/// A department that an order names and its file does not (ファイル名と違う診療科): its name is not taken for
/// the file's own, and what it gives away stays labelled.
final class OtherDepartment {
    private OtherDepartment() {}

    static Entry unnamed(Entry entry, StorageName name) {
        if (entry instanceof Medicines told && differs(told.from(), name)) {
            return told.from(without(told.from()), labels(told.labels(), told.from()));
        }
        if (entry instanceof Results told && differs(told.from(), name)) {
            return told.from(without(told.from()), labels(told.labels(), told.from()));
        }
        if (entry instanceof Problem told && differs(told.from(), name)) {
            return told.from(without(told.from()), labels(told.labels(), told.from()));
        }
        return entry;
    }

    private static boolean differs(OrderSource from, StorageName name) {
        var code = from.department().first().code();
        return !code.isBlank()
                && !name.department().equals("-")
                && !name.department().equals(code);
    }

    private static OrderSource without(OrderSource from) {
        return new OrderSource(Concept.NONE, from.doctor(), from.facility(), from.setting());
    }

    private static Set<Label> labels(Set<Label> sent, OrderSource from) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(sent);
        labels.addAll(LabelRules.ofDepartment(from.department().shown()));
        return labels;
    }
}
