package hmnet.formats.hl7v2.item;

import hmnet.formats.base.Table;
import hmnet.formats.base.hl7.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What each trigger says happened, and which fields say when (来院・入退院の事象), from `stay-events.csv`.
final class StayEvents {
    /// @param times such as `PV1-44`, in the order they are asked
    record Event(String word, List<String> times, boolean deletes) {
        /// The texts of the fields that tell when.
        String[] texts(Message message) {
            return times.stream().map(field -> text(message, field)).toArray(String[]::new);
        }

        private static String text(Message message, String field) {
            var segment = message.first(field.substring(0, 3));
            return segment == null ? "" : segment.text(Integer.parseInt(field.substring(4)));
        }
    }

    private static final Map<String, Event> EVENTS = Table.read(StayEvents.class, "stay-events.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), StayEvents::event));

    private StayEvents() {}

    private static Event event(List<String> row) {
        var times =
                row.get(2).isEmpty() ? List.<String>of() : List.of(row.get(2).split(" "));
        return new Event(row.get(1), times, row.get(3).equals("deletes"));
    }

    static @Nullable Event of(String trigger) {
        return EVENTS.get(trigger);
    }
}
