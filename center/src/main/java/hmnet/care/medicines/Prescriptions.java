package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.MedicinesScreen.Prescription.DrugState;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.care.viewer.StateWords;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
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
    private static final String PERIOD = "期間 ";

    private Prescriptions() {}

    public static Prescription of(ChartEntry entry, String path, Function<FacilityId, String> facilities, Messages m) {
        var extract = (PrescriptionExtract) entry.extract().read();
        return new Prescription(
                Timelines.day(entry),
                facilities.apply(entry.facility()),
                Departments.words(entry, m),
                by(extract, m),
                path + "/records/" + entry.id(),
                marks(entry, extract),
                rps(extract.items(), m),
                extract.notes(),
                List.of());
    }

    private static @Nullable String by(PrescriptionExtract extract, Messages m) {
        var by = Stream.of(
                        extract.doctor().isBlank() ? "" : m.t("viewer.medicines.doctor", extract.doctor()),
                        extract.place().isBlank() ? "" : m.t("viewer.medicines.place", extract.place()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(m.t("viewer.comma")));
        return by.isEmpty() ? null : by;
    }

    /// 実施 and 調剤 are never said of what was not: where none of the drugs was, each says why.
    private static List<Mark> marks(ChartEntry entry, PrescriptionExtract extract) {
        var marks = new ArrayList<Mark>();
        if (entry.kind() == RecordKind.INJECTION) {
            marks.add(Mark.of(MarkKind.INJECTION));
        }
        boolean some = extract.items().isEmpty() || extract.items().stream().anyMatch(DrugItem::isCurrent);
        if (some && entry.kind() == RecordKind.DISPENSING) {
            marks.add(Mark.of(MarkKind.DISPENSED));
        }
        if (some && extract.administered()) {
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
                group.days() == 0 ? null : group.days(),
                rhythm(together, m))));
        return rps;
    }

    /// Several instructions of one drug may fill the week between them, one alone that leaves days out
    /// never does.
    private static @Nullable String rhythm(List<DrugItem> together, Messages m) {
        var skipping = together.stream().filter(DrugRhythm::skipsDays).toList();
        if (skipping.isEmpty()) {
            var periods =
                    together.stream().map(Prescriptions::period).distinct().toList();
            return periods.size() > 1 && !periods.contains("") ? m.t("viewer.medicines.by-period") : null;
        }
        boolean steps =
                skipping.stream().allMatch(item -> item.details().stream().anyMatch(Prescriptions::step));
        return m.t(steps ? "viewer.medicines.by-day" : "viewer.gantt.not-daily");
    }

    /// The days of a step of several; empty where it is none or has none.
    private static String period(DrugItem item) {
        return item.details().stream().noneMatch(Prescriptions::step)
                ? ""
                : item.details().stream()
                        .filter(detail -> detail.startsWith(PERIOD))
                        .findFirst()
                        .orElse("");
    }

    /// The days of a step stand behind its dose, and what is handed over is that of all steps together.
    static Prescription.Drug drug(DrugItem item, Messages m) {
        var step =
                item.details().stream().filter(Prescriptions::step).findFirst().orElse(null);
        var period = period(item);
        return new Prescription.Drug(
                item.name(),
                step,
                amounts(item, m),
                Stream.concat(DrugRhythm.words(item).stream(), Stream.of(period))
                        .filter(words -> !words.isEmpty())
                        .toList(),
                Stream.concat(
                                item.details().stream().filter(detail -> plain(detail) && !detail.equals(period)),
                                Stream.of(
                                        route(item.route(), m),
                                        told(
                                                step == null
                                                        ? "viewer.medicines.total"
                                                        : "viewer.medicines.total-of-steps",
                                                item.total(),
                                                item.totalUnit(),
                                                m),
                                        end(item, m)))
                        .filter(words -> !words.isEmpty())
                        .toList(),
                item.notes(),
                new DrugState(
                        StateWords.of(item.state(), item.reason(), m),
                        !item.state().isCurrent(),
                        StateWords.struck(item.state())));
    }

    /// Steps of one drug are taken one after another or each at its time, never all at once.
    private static boolean step(String detail) {
        return detail.startsWith("用法 ") && detail.contains("／");
    }

    /// 「口」 is the word of HL7 table 0162 for what everybody calls 経口.
    private static String route(String sent, Messages m) {
        if (sent.isBlank()) {
            return "";
        }
        return sent.equals("口") ? m.t("viewer.medicines.by-mouth") : m.t("viewer.medicines.route", sent);
    }

    /// What has no place of its own among steps, amounts and rhythm.
    private static boolean plain(String detail) {
        return !step(detail) && !rate(detail) && !DrugRhythm.stressed(detail);
    }

    private static boolean rate(String detail) {
        return detail.startsWith("速度 ");
    }

    /// One time and one day, each by its name; neither is reckoned from the other. Of an infusion its rate.
    static List<String> amounts(DrugItem item, Messages m) {
        return Stream.concat(
                        Stream.of(
                                told("viewer.medicines.once", item.dose(), item.doseUnit(), m),
                                told("viewer.medicines.daily", item.daily(), item.dailyUnit(), m)),
                        item.details().stream().filter(Prescriptions::rate))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String told(String key, String amount, String unit, Messages m) {
        return amount.isEmpty() ? "" : m.t(key, words(amount, unit));
    }

    /// The last day, unless a detail says the period already.
    private static String end(DrugItem item, Messages m) {
        return item.end() == null || item.details().stream().anyMatch(detail -> detail.startsWith(PERIOD))
                ? ""
                : m.t("viewer.medicines.end", m.shortDay(item.end()));
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
