package hmnet.formats.model.extract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prescription or an injection (処方・注射の抜粋).
///
/// @param orderClass OHP out-patient, OHI dispensed in the hospital, IHP in-patient (MR9P), or empty
/// @param administered given to the patient, not only ordered
public record PrescriptionExtract(String orderClass, boolean administered, List<DrugItem> items) implements Extract {
    /// One drug. `rp` groups the drugs that share a usage.
    ///
    /// @param days days' supply, 0 when there is none
    public record DrugItem(
            String rp,
            String code,
            String system,
            String name,
            String dose,
            String doseUnit,
            String usage,
            String usageCode,
            int days,
            @Nullable LocalDate start,
            String total,
            String totalUnit,
            String route) {}

    /// What the row of an order, or of what was given by it, is called.
    public String title(boolean injection) {
        return title((injection ? "注射" : "処方") + (administered ? "実施" : ""));
    }

    /// @param act such as 調剤
    public String title(String act) {
        if (items.isEmpty()) {
            return act;
        }
        var what = act + " " + items.getFirst().name();
        return items.size() == 1 ? what : what + " ほか" + (items.size() - 1) + "剤";
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("orderClass", orderClass)
                .put("administered", administered)
                .items(
                        items,
                        (json, item) -> json.put("rp", item.rp)
                                .put("code", item.code)
                                .put("system", item.system)
                                .put("name", item.name)
                                .put("dose", item.dose)
                                .put("doseUnit", item.doseUnit)
                                .put("usage", item.usage)
                                .put("usageCode", item.usageCode)
                                .put("days", item.days)
                                .put("start", item.start)
                                .put("total", item.total)
                                .put("totalUnit", item.totalUnit)
                                .put("route", item.route))
                .bytes();
    }

    static PrescriptionExtract of(ExtractFields fields) {
        return new PrescriptionExtract(
                fields.text("orderClass"),
                fields.flag("administered"),
                fields.items().stream()
                        .map(item -> new DrugItem(
                                item.text("rp"),
                                item.text("code"),
                                item.text("system"),
                                item.text("name"),
                                item.text("dose"),
                                item.text("doseUnit"),
                                item.text("usage"),
                                item.text("usageCode"),
                                item.number("days"),
                                item.day("start"),
                                item.text("total"),
                                item.text("totalUnit"),
                                item.text("route")))
                        .toList());
    }
}
