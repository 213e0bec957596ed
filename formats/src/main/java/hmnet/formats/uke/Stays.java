package hmnet.formats.uke;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Admission and discharge as a receipt names them (入院日・退院日): RE, of DPC BU.
final class Stays {
    private Stays() {}

    static List<Entry> of(Receipt receipt) {
        var entries = new ArrayList<Entry>();
        var admitted = time(receipt.head().at("入院日"));
        if (admitted != null && receipt.all("BU").isEmpty()) {
            entries.add(stay(receipt, "admitted", admitted, admitted, null, List.of()));
        }
        for (var group : receipt.all("BU")) {
            var from = time(group.at("今回入院日"));
            var to = time(group.at("今回退院日"));
            if (from != null && entries.stream().noneMatch(entry -> entry.at().equals(from))) {
                entries.add(stay(receipt, "admitted", from, from, null, notes(group)));
            }
            if (to != null
                    && entries.stream().noneMatch(entry -> entry.key().equals("discharged/" + to.toLocalDate()))) {
                entries.add(stay(receipt, "discharged", to, from, to, notes(group)));
            }
        }
        return entries;
    }

    /// 診断群分類番号, 14 digits: what the stay was counted under.
    private static List<String> notes(ReceiptRow group) {
        return group.has("診断群分類番号") ? List.of("診断群分類番号 " + group.at("診断群分類番号")) : List.of();
    }

    private static Stay stay(
            Receipt receipt,
            String event,
            OffsetDateTime at,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            List<String> notes) {
        return new Stay(
                event + "/" + at.toLocalDate(),
                at,
                event,
                receipt.source().department().shown(),
                "",
                "",
                "",
                from,
                to,
                Concept.NONE,
                CareSetting.INPATIENT,
                notes);
    }

    private static @Nullable OffsetDateTime time(String text) {
        var day = JapaneseDate.day(text);
        return day == null ? null : ReceiptSheet.at(day);
    }
}
