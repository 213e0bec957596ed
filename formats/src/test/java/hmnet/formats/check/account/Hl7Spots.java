package hmnet.formats.check.account;

import hmnet.formats.base.Table;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every field that a message's segments may have (電文の項目), filled or not, first and repeated.
final class Hl7Spots {
    private static final Map<String, List<List<String>>> FIELDS =
            Table.read(Hl7Spots.class, "hl7-fields.csv").stream().collect(Collectors.groupingBy(List::getFirst));

    /// What stands in a field of a type before one of its values is changed; a component for each that is tried.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("CWE", "ZB1^基語^99ZB^ZC1^別語^99ZC"),
            Map.entry("CNE", "ZB1^基語^99ZB^ZC1^別語^99ZC"),
            Map.entry("XCN", "ZD1^姓名^名姓^^^^^^L^^^^^I"),
            Map.entry("PPN", "ZD1^姓名^名姓"),
            Map.entry("XPN", "姓名^名姓^^^^^L^I"),
            Map.entry("CX", "Z123^^^ZZ^PI"),
            Map.entry("XAD", "番地^町名^市名^県名^730-0001^JPN^H^広島県架空市"),
            Map.entry("XTN", "082-000-0001^PRN^PH^a@example.jp^81^82^0000001^9^^^^082-000-0002"),
            Map.entry("XON", "組織^L^Z1^^^ZZ^^^^Z2"),
            Map.entry("PL", "棟^室^床^施設^^N^館^階^説明"),
            Map.entry("LA1", "棟^室^床^施設"),
            Map.entry("LA2", "棟^室^床^施設"),
            Map.entry("EI", "Z123^ZN^1.2.3^ISO"),
            Map.entry("EIP", "Z123&ZN^Z124&ZN"),
            Map.entry("HD", "ZN^1.2.3^ISO"),
            Map.entry("CQ", "3^TAB&錠&MR9P"),
            Map.entry("MOC", "3^ZB1"),
            Map.entry("RPT", "ZB1&基語&99ZB^A^1^2^8^HL^1^1^W^1^^"),
            Map.entry("TQ", "3^ZB1^D3^20260401^20260402^R^^語"),
            Map.entry("DR", "20260401^20260402"),
            Map.entry("JCC", "ZB1^基語^語"),
            Map.entry("ZRD", "ZB1&基語&99ZB^3^TAB&錠&MR9P^語^語"),
            Map.entry("NDL", "ZD1&姓名&名姓^20260401^20260402"),
            Map.entry("SPS", "ZB1&基語&99ZB^^語"),
            Map.entry("PRL", "ZB1&基語&99ZB^1^語"),
            Map.entry("DLD", "ZB1^20260401"),
            Map.entry("FC", "ZB1^20260401"),
            Map.entry("NM", "3"),
            Map.entry("TS", "20260402"),
            Map.entry("DT", "20260402"),
            Map.entry("TM", "0800"));

    private Hl7Spots() {}

    static List<Spot> of(byte[] bytes) {
        var segments = segments(bytes);
        var spots = new ArrayList<Spot>();
        for (int i = 0; i < segments.size(); i++) {
            for (var field : FIELDS.getOrDefault(segments.get(i).getFirst(), List.of())) {
                spots(segments, i, Integer.parseInt(field.get(1)), field, spots);
            }
        }
        return spots;
    }

    /// Segments as their fields, the name the first; in UTF-8, so that any marker can be said.
    private static List<List<String>> segments(byte[] bytes) {
        try {
            var segments = Message.parse(bytes).segments().stream()
                    .map(Segment::toString)
                    .map(text -> (List<String>) new ArrayList<>(Arrays.asList(text.split("\\|", -1))))
                    .toList();
            put(segments.getFirst(), 17, "UNICODE UTF-8");
            return segments;
        } catch (BadMessage e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spots(List<List<String>> segments, int at, int field, List<String> row, List<Spot> spots) {
        boolean header = row.getFirst().equals("MSH");
        if (header && (field < 3 || field == 18)) {
            return;
        }
        int index = header ? field - 1 : field;
        var old = index < segments.get(at).size() ? segments.get(at).get(index) : "";
        var form = TYPES.getOrDefault(row.get(2), Spot.CODE.equals(old) ? "" : "ZB1");
        var first = old.isEmpty() ? form : merged(old.split("~", -1)[0], form);
        var markers = markers(row);
        var sent = old.split("~", -1);
        var second = sent.length > 1 ? merged(sent[1], form) : form;
        for (int repetition = 1; repetition <= 2; repetition++) {
            var before = repetition == 1 ? "" : first + "~";
            var parts = (repetition == 1 ? first : second).split("\\^", -1);
            var base = bytes(segments, at, index, before + String.join("^", parts));
            for (int c = 0; c < parts.length; c++) {
                var subs = parts[c].split("&", -1);
                for (int s = 0; s < subs.length; s++) {
                    int component = c;
                    int sub = s;
                    spots.add(new Spot(base, markers, marker -> {
                        var changed = subs.clone();
                        changed[sub] = marker;
                        var all = parts.clone();
                        all[component] = String.join("&", changed);
                        return bytes(segments, at, index, before + String.join("^", all));
                    }));
                }
            }
        }
    }

    /// What was sent, with what its type may hold beside it.
    private static String merged(String sent, String form) {
        var said = sent.split("\\^", -1);
        var may = form.split("\\^", -1);
        var merged = Arrays.copyOf(said, Math.max(said.length, may.length));
        for (int i = 0; i < merged.length; i++) {
            merged[i] = i < said.length && !said[i].isEmpty() ? said[i] : i < may.length ? may[i] : "";
        }
        return String.join("^", merged);
    }

    private static List<String> markers(List<String> row) {
        var markers = new ArrayList<String>();
        switch (row.get(2)) {
            case "NM", "CQ", "SI" -> markers.addAll(List.of(Spot.NUMBER, Spot.WHOLE, Spot.CODE, Spot.WORDS));
            case "TS", "DT", "DR" -> markers.addAll(List.of(Spot.TIME, Spot.DAY));
            case "TM" -> markers.addAll(List.of("0931", Spot.NUMBER));
            default -> markers.addAll(List.of(Spot.CODE, Spot.WORDS, Spot.NUMBER, Spot.DAY));
        }
        if (!row.get(3).isEmpty()) {
            markers.addAll(List.of(row.get(3).split(" ")));
        }
        return markers;
    }

    private static byte[] bytes(List<List<String>> segments, int at, int index, String value) {
        var out = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            var fields = segments.get(i);
            if (i == at) {
                fields = new ArrayList<>(fields);
                put(fields, index, value);
            }
            out.append(String.join("|", fields)).append('\r');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(List<String> fields, int index, String value) {
        while (fields.size() <= index) {
            fields.add("");
        }
        fields.set(index, value);
    }
}
