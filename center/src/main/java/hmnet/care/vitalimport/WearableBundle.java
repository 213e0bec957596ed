package hmnet.care.vitalimport;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.ownrecords.OwnMeasure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A bundle of Observations of FHIR R4 as apps for wearables export it (ウェアラブルのFHIRファイル), laid out as lines of our own
/// file. What cannot be taken stands in its line as it was sent, so that it is named as unreadable.
final class WearableBundle {
    private static final Set<String> SETTLED = Set.of("final", "amended", "corrected");

    /// Other codes of LOINC for what residents measure. Steps of an unknown time (55423-8) are not those of a day.
    private static final Map<String, OwnMeasure> OTHERS = Map.of(
            "2708-6", OwnMeasure.OXYGEN,
            "41653-7", OwnMeasure.GLUCOSE,
            "3141-9", OwnMeasure.WEIGHT);

    /// Spellings of units beside those of the handbook.
    private static final Map<OwnMeasure, Set<String>> UNITS = Map.of(
            OwnMeasure.PULSE, Set.of("/min", "{beats}/min", "bpm", "beats/minute"),
            OwnMeasure.SYSTOLIC, Set.of("mm[Hg]"),
            OwnMeasure.DIASTOLIC, Set.of("mm[Hg]"),
            OwnMeasure.TEMPERATURE, Set.of("Cel", "°C", "degC"),
            OwnMeasure.STEPS, Set.of("{steps}", "1", "steps", "/d"));

    private static final RecordLine HEAD = new RecordLine(
            1,
            Stream.concat(
                            Stream.of("measured"),
                            Stream.concat(Arrays.stream(OwnMeasure.values()).map(OwnMeasure::word), Stream.of("sent")))
                    .toList());

    private final Map<String, BundleLine> lines = new LinkedHashMap<>();
    private final List<BundleLine> all = new ArrayList<>();

    /// One moment of the bundle (一時点の測定).
    private static final class BundleLine {
        private final int number;
        private final String moment;
        private final Map<OwnMeasure, String> values = new LinkedHashMap<>();
        private final List<String> others = new ArrayList<>();

        BundleLine(int number, String moment) {
            this.number = number;
            this.moment = moment;
        }

        RecordLine record() {
            return new RecordLine(
                    number,
                    Stream.concat(
                                    Stream.of(moment),
                                    Stream.concat(
                                            Arrays.stream(OwnMeasure.values())
                                                    .map(measure -> values.getOrDefault(measure, "")),
                                            Stream.of(String.join(" ", others))))
                            .toList());
        }
    }

    /// Whether a file is JSON at all.
    static boolean is(byte[] bytes) {
        for (var b : bytes) {
            if (b == '{') {
                return true;
            }
            if (b != ' '
                    && b != '\n'
                    && b != '\r'
                    && b != '\t'
                    && b != (byte) 0xEF
                    && b != (byte) 0xBB
                    && b != (byte) 0xBF) {
                return false;
            }
        }
        return false;
    }

    /// Lines are numbered by the place of their first Observation in the bundle, counted from one.
    ///
    /// @throws Unreadable for what is no JSON, `empty` where no Observation is in it, `too-many-lines`
    static MeasurementFile read(byte[] bytes) throws Unreadable {
        if (bytes.length > MeasurementFile.BYTES) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var bundle = JsonDocument.read(bytes).getFirst();
        var reading = new WearableBundle();
        var place = 0;
        for (var resource : bundle.all("entry.resource")) {
            place++;
            if (resource.text("resourceType").equals("Observation")) {
                reading.add(resource, place);
            }
        }
        if (reading.all.isEmpty()) {
            throw new Unreadable("empty", 1, "", "no Observation");
        }
        if (reading.all.size() > MeasurementFile.LINES) {
            throw new Unreadable("too-many-lines", 1, "", reading.all.size() + " lines");
        }
        return new MeasurementFile(
                HEAD, reading.all.stream().map(BundleLine::record).toList(), birth(bundle));
    }

    private static @Nullable LocalDate birth(JsonValue bundle) {
        try {
            var day = bundle.all("entry.resource").stream()
                    .filter(resource -> resource.text("resourceType").equals("Patient"))
                    .map(patient -> patient.text("birthDate"))
                    .filter(said -> said.length() == 10)
                    .findFirst();
            return day.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private void add(JsonValue observation, int place) {
        var moment = Stream.of("effectiveDateTime", "effectiveInstant", "effectivePeriod.start")
                .map(observation::text)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
        var parts = Stream.concat(Stream.of(observation), observation.all("component").stream())
                .filter(part -> part.at("valueQuantity").exists())
                .toList();
        var settled = SETTLED.contains(observation.text("status"));
        var values = new LinkedHashMap<OwnMeasure, String>();
        var others = new ArrayList<String>();
        for (var part : parts) {
            var measure = measure(part);
            if (measure == null || !settled) {
                others.add(shown(part) + (settled ? "" : " (" + observation.text("status") + ")"));
            } else {
                values.put(measure, value(measure, part));
            }
        }
        if (parts.isEmpty()) {
            others.add(shown(observation));
        }
        var line = line(moment, values, place);
        line.values.putAll(values);
        line.others.addAll(others);
    }

    /// Of one moment one line, as long as nothing stands in it twice; what we take none of has a line of its own.
    private BundleLine line(String moment, Map<OwnMeasure, String> values, int place) {
        var standing = lines.get(moment);
        if (standing != null && !values.isEmpty() && values.keySet().stream().noneMatch(standing.values::containsKey)) {
            return standing;
        }
        var line = new BundleLine(place, moment);
        all.add(line);
        if (!values.isEmpty()) {
            lines.put(moment, line);
        }
        return line;
    }

    private static @Nullable OwnMeasure measure(JsonValue part) {
        return part.all("code.coding").stream()
                .filter(coding -> coding.text("system").equals("http://loinc.org"))
                .map(coding -> coding.text("code"))
                .flatMap(code -> OwnMeasure.coded(code).or(() -> Optional.ofNullable(OTHERS.get(code))).stream())
                .findFirst()
                .orElse(null);
    }

    /// The number alone where its unit is ours, else with its unit, which no field takes.
    private static String value(OwnMeasure measure, JsonValue part) {
        var quantity = part.at("valueQuantity");
        var unit = quantity.text("code").isEmpty() ? quantity.text("unit") : quantity.text("code");
        var ours = unit.equals(measure.unit())
                || UNITS.getOrDefault(measure, Set.of()).contains(unit);
        var comparator = quantity.text("comparator");
        return comparator + quantity.text("value") + (ours ? "" : " " + (unit.isEmpty() ? "(no unit)" : unit));
    }

    private static String shown(JsonValue part) {
        var code = part.text("code.text").isEmpty()
                ? part.all("code.coding.code").stream().map(JsonValue::text).collect(Collectors.joining(" "))
                : part.text("code.text");
        return (code + " " + part.text("valueQuantity.value") + part.text("valueQuantity.unit")).strip();
    }
}
