package hmnet.care.vitalimport;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.RecordLine;
import hmnet.record.ownrecords.OwnMeasure;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which column of a file holds what (列の対応): by the names in its first line, or as the person chose.
///
/// @param places of each field, counted from 0
record FileColumns(Map<String, Integer> places) {
    static final String MOMENT = "moment";
    static final String DAY = "day";
    static final String TIME = "time";
    static final String MEAL = "meal";
    static final String NOTE = "note";

    /// All fields, in the order of the form.
    static final List<String> FIELDS = Stream.of(
                    Stream.of(MOMENT, DAY, TIME),
                    Stream.of(OwnMeasure.values()).map(OwnMeasure::word),
                    Stream.of(MEAL, NOTE))
            .flatMap(Function.identity())
            .toList();

    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");

    /// Units in the head of a column under which numbers are taken as they are.
    private static final List<String> UNITS =
            List.of("mmhg", "bpm", "/分", "回/分", "拍/分", "kg", "℃", "°c", "c", "mg/dl", "%", "歩", "spo2");

    private static final Map<String, String> NAMES = Table.read(FileColumns.class, "headers.csv").stream()
            .collect(Collectors.toMap(row -> row.get(1), row -> row.get(0)));

    /// As far as the names of the columns are known; a name in another unit is not.
    static FileColumns named(RecordLine head) {
        var places = new LinkedHashMap<String, Integer>();
        IntStream.range(0, head.size())
                .forEach(place -> field(head.at(place)).ifPresent(field -> places.putIfAbsent(field, place)));
        return new FileColumns(places);
    }

    private static Optional<String> field(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
        var known = BRACKETS.matcher(plain).results().allMatch(unit -> UNITS.contains(unit.group(1)));
        return known ? Optional.ofNullable(NAMES.get(BRACKETS.matcher(plain).replaceAll(""))) : Optional.empty();
    }

    /// As a form says it: the place of each field, or nothing.
    static FileColumns chosen(Function<String, String> form, int width) {
        var places = new LinkedHashMap<String, Integer>();
        FIELDS.forEach(field -> place(form.apply(field), width).ifPresent(place -> places.put(field, place)));
        return new FileColumns(places);
    }

    private static Optional<Integer> place(String word, int width) {
        return word.matches("\\d{1,3}")
                ? Optional.of(Integer.valueOf(word)).filter(place -> place < width)
                : Optional.empty();
    }

    /// As it was kept.
    static FileColumns read(String kept, int width) {
        var words = Arrays.stream(kept.split(",", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, other) -> one));
        return chosen(field -> words.getOrDefault(field, ""), width);
    }

    String kept() {
        return places.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /// Whether a moment and something measured can be read by them.
    boolean suffices() {
        return (places.containsKey(MOMENT) || places.containsKey(DAY))
                && FIELDS.stream()
                        .filter(field -> !List.of(MOMENT, DAY, TIME).contains(field))
                        .anyMatch(places::containsKey);
    }

    /// What a line says in a field; empty where it has none.
    String at(RecordLine line, String field) {
        var place = places.get(field);
        return place == null ? "" : line.at(place);
    }

    boolean is(String field, int place) {
        return Integer.valueOf(place).equals(places.get(field));
    }
}
