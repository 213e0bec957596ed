package hmnet.formats.base.hl7;

import hmnet.formats.base.hl7.Message.Repair;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Times written as the end of a day or of a minute (24時・60秒の読み替え), each of them a repair.
final class EndTimes {
    /// The fields that hold a moment, of the segments a chart rests on.
    private static final Map<String, List<Integer>> MOMENTS = Map.ofEntries(
            Map.entry("MSH", List.of(7)),
            Map.entry("EVN", List.of(2, 3, 6)),
            Map.entry("PV1", List.of(44, 45)),
            Map.entry("PV2", List.of(8, 9)),
            Map.entry("ORC", List.of(9, 15)),
            Map.entry("TQ1", List.of(7, 8)),
            Map.entry("RXA", List.of(3, 4)),
            Map.entry("RXD", List.of(3)),
            Map.entry("RXE", List.of(32)),
            Map.entry("OBR", List.of(6, 7, 8, 14, 22)),
            Map.entry("OBX", List.of(14, 19)),
            Map.entry("SPM", List.of(17, 18)),
            Map.entry("PRB", List.of(2, 7, 8, 9, 15, 16)),
            Map.entry("AIS", List.of(4)),
            Map.entry("TXA", List.of(4, 6, 7, 8)));

    private EndTimes() {}

    static void repair(DecodedText decoded, List<Segment> segments, Set<Repair> repairs) {
        if (!mayHold(decoded)) {
            return;
        }
        for (var segment : segments) {
            for (int field : MOMENTS.getOrDefault(segment.name(), List.of())) {
                if (Hl7Time.isEnd(segment.text(field))) {
                    repairs.add(new Repair("time-end", segment.name() + "-" + field, segment.text(field)));
                }
            }
        }
    }

    /// One pass over the text: few messages hold digits that end in such a way, and the others are not split here.
    private static boolean mayHold(DecodedText decoded) {
        var text = decoded.text();
        int run = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char c = text[i];
            run = c >= '0' && c <= '9' ? run + 1 : 0;
            if (run == 10 && c == '4' && text[i - 1] == '2' || run == 14 && c == '0' && text[i - 1] == '6') {
                return true;
            }
        }
        return false;
    }
}
