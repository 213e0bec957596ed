package hmnet.formats.uke;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Entry;
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
            entries.add(stay("admitted", admitted, admitted, null));
        }
        for (var group : receipt.all("BU")) {
            var from = time(group.at("今回入院日"));
            var to = time(group.at("今回退院日"));
            if (from != null && entries.stream().noneMatch(entry -> entry.at().equals(from))) {
                entries.add(stay("admitted", from, from, null));
            }
            if (to != null
                    && entries.stream().noneMatch(entry -> entry.key().equals("discharged/" + to.toLocalDate()))) {
                entries.add(stay("discharged", to, from, to));
            }
        }
        return entries;
    }

    private static Stay stay(
            String event, OffsetDateTime at, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return Stay.of(event + "/" + at.toLocalDate(), at, event, "", "", "", from, to);
    }

    private static @Nullable OffsetDateTime time(String text) {
        var day = JapaneseDate.day(text);
        return day == null ? null : ReceiptSheet.at(day);
    }
}
