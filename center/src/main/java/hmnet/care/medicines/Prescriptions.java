package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prescriptions and injections as lists show them (処方の並び): by RP, as the sender grouped them.
public final class Prescriptions {
    private Prescriptions() {}

    static Prescription of(ChartEntry entry, String path, Function<FacilityId, String> facilities, Messages m) {
        var extract = (PrescriptionExtract) Extract.read(entry.kind(), entry.extract());
        return new Prescription(
                Timelines.day(entry),
                facilities.apply(entry.facility()),
                Departments.words(entry, m),
                path + "/records/" + entry.id(),
                marks(entry, extract),
                rps(extract.items(), m));
    }

    private static List<Mark> marks(ChartEntry entry, PrescriptionExtract extract) {
        var marks = new ArrayList<Mark>();
        if (entry.kind() == RecordKind.INJECTION) {
            marks.add(Mark.of(MarkKind.INJECTION));
        }
        if (entry.kind() == RecordKind.DISPENSING) {
            marks.add(Mark.of(MarkKind.DISPENSED));
        }
        if (extract.administered()) {
            marks.add(Mark.of(MarkKind.GIVEN));
        }
        marks.addAll(Mark.allOf(entry));
        return marks;
    }

    public static List<Prescription.Rp> rps(List<DrugItem> items, Messages m) {
        var groups =
                items.stream().collect(Collectors.groupingBy(UsageGroup::of, LinkedHashMap::new, Collectors.toList()));
        var rps = new ArrayList<Prescription.Rp>();
        groups.forEach((group, together) -> rps.add(new Prescription.Rp(
                rps.size() + 1,
                together.stream().map(item -> drug(item, m)).toList(),
                group.usage(),
                group.days() == 0 ? null : group.days())));
        return rps;
    }

    /// A supply for days says in its usage how it is taken; an injection or one for need says its route.
    private static Prescription.Drug drug(DrugItem item, Messages m) {
        var dose = words(item.dose(), item.doseUnit());
        var total = words(item.total(), item.totalUnit());
        var note = Stream.of(
                        item.days() == 0 ? item.route() : "",
                        total.isEmpty() ? "" : m.t("viewer.medicines.total", total))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(m.t("viewer.comma")));
        return new Prescription.Drug(item.name(), dose, note.isEmpty() ? null : note);
    }

    public static String words(String amount, String unit) {
        return amount.isEmpty() ? "" : unit.isEmpty() ? amount : amount + " " + unit;
    }

    /// What drugs taken together share.
    private record UsageGroup(@Nullable String rp, String usage, int days) {
        static UsageGroup of(DrugItem item) {
            return new UsageGroup(item.rp(), item.usage(), item.days());
        }
    }
}
