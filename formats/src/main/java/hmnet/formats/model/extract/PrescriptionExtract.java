package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prescription or an injection (処方・注射の抜粋).
///
/// @param orderClass OHP out-patient, OHI dispensed in the hospital, IHP in-patient (MR9P), or empty
/// @param doctor who prescribed, `place` where it was at another facility; empty when not said
/// @param notes on all of it (備考)
/// @param administered given to the patient, not only ordered
public record PrescriptionExtract(
        String orderClass, boolean administered, String doctor, String place, List<String> notes, List<DrugItem> items)
        implements Extract {
    /// One drug. `rp` groups the drugs that share a usage.
    ///
    /// @param code of the drug
    /// @param dose of one time (1回量); several times of a day with other amounts as `4-2-1`
    /// @param daily of one day (1日量)
    /// @param days days' supply, 0 when there is none
    /// @param end the last day, null when not said
    /// @param state of this drug, not of the others
    /// @param details all else that was said of how it is taken, in words, each to be shown beside the dose
    /// @param notes what else was said of the drug
    public record DrugItem(
            String rp,
            String code,
            String system,
            String name,
            String dose,
            String doseUnit,
            String daily,
            String dailyUnit,
            String usage,
            String usageCode,
            int days,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            String total,
            String totalUnit,
            String route,
            CareState state,
            String reason,
            List<String> details,
            List<String> notes) {
        /// As taken or given as its row says, and for the days it was supplied.
        public boolean isCurrent() {
            return state.isCurrent();
        }
    }

    /// What the row of an order, or of what was given by it, is called.
    public String title(boolean injection) {
        return title((injection ? "注射" : "処方") + (administered ? "実施" : ""));
    }

    /// @param act such as 調剤
    public String title(String act) {
        return items.isEmpty() ? act : named(act + state());
    }

    private String named(String act) {
        var names = items.stream()
                .map(item -> item.rp() + "/" + item.code() + "/" + item.name())
                .distinct()
                .count();
        var what = act + " " + items.getFirst().name();
        return names == 1 ? what : what + " ほか" + (names - 1) + "剤";
    }

    /// What somebody takes or took: 服用中 only while it goes on, 服用終了 where all of it is over.
    ///
    /// @param open nobody said an end
    public String statedTitle(boolean open) {
        if (!items.isEmpty() && items.stream().allMatch(item -> item.state() == CareState.ENDED)) {
            return named("服用終了");
        }
        return title(open && items.stream().allMatch(DrugItem::isCurrent) ? "服用中" : "服用");
    }

    /// What became of all of it, or of some.
    private String state() {
        var states = items.stream()
                .map(item -> item.state().words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
        if (states.isEmpty()) {
            return "";
        }
        boolean all = items.stream().noneMatch(item -> item.state().words().isEmpty());
        return "（" + (all ? "" : "一部") + String.join("・", states) + "）";
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("orderClass", orderClass)
                .put("administered", administered)
                .put("doctor", doctor)
                .put("place", place)
                .put("notes", notes)
                .items(
                        items,
                        (json, item) -> json.put("rp", item.rp)
                                .put("code", item.code)
                                .put("system", item.system)
                                .put("name", item.name)
                                .put("dose", item.dose)
                                .put("doseUnit", item.doseUnit)
                                .put("daily", item.daily)
                                .put("dailyUnit", item.dailyUnit)
                                .put("usage", item.usage)
                                .put("usageCode", item.usageCode)
                                .put("days", item.days)
                                .put("start", item.start)
                                .put("end", item.end)
                                .put("total", item.total)
                                .put("totalUnit", item.totalUnit)
                                .put("route", item.route)
                                .put(item.state, item.reason)
                                .put("details", item.details)
                                .put("notes", item.notes))
                .bytes();
    }

    static PrescriptionExtract of(ExtractFields fields) {
        return new PrescriptionExtract(
                fields.text("orderClass"),
                fields.flag("administered"),
                fields.text("doctor"),
                fields.text("place"),
                fields.list("notes"),
                fields.items().stream()
                        .map(item -> new DrugItem(
                                item.text("rp"),
                                item.text("code"),
                                item.text("system"),
                                item.text("name"),
                                item.text("dose"),
                                item.text("doseUnit"),
                                item.text("daily"),
                                item.text("dailyUnit"),
                                item.text("usage"),
                                item.text("usageCode"),
                                item.number("days"),
                                item.day("start"),
                                item.day("end"),
                                item.text("total"),
                                item.text("totalUnit"),
                                item.text("route"),
                                item.state(),
                                item.text("reason"),
                                item.list("details"),
                                item.list("notes")))
                        .toList());
    }
}
