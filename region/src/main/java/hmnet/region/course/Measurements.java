package hmnet.region.course;

import hmnet.gateway.StorageFile;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is measured at visits and once a year (バイタルサイン・特定健診).
final class Measurements {
    private static final String LOINC = "http://loinc.org";
    private static final String JLAC10 = "urn:oid:1.2.392.200119.4.504";
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String CHECKUP = "http://jpfhir.jp/fhir/eCheckup/StructureDefinition/JP_";
    private static final int YEARS = 3;
    private static final int YOUNGEST = 40;
    private static final int OLDEST = 74;

    private final Chart chart;
    private final FhirPieces pieces;

    Measurements(Chart chart) {
        this.chart = chart;
        this.pieces = new FhirPieces(chart);
    }

    /// One file with what was measured on these days.
    StorageFile vitals(List<LocalDate> days) {
        var entries = new ArrayList<String>();
        for (var day : days) {
            var chance = chart.chance("vitals" + day);
            var at = Scribe.at(day, 8, 30);
            var pressure = chart.body().pressure(day, chance);
            entries.add(vital(
                    day,
                    "pressure",
                    "85354-9",
                    "血圧",
                    at,
                    "\"component\":[%s,%s]"
                            .formatted(
                                    part("8480-6", "収縮期血圧", pressure.high()),
                                    part("8462-4", "拡張期血圧", pressure.low()))));
            entries.add(vital(
                    day, "pulse", "8867-4", "脈拍数", at, value(chart.body().pulse(day, chance) + "", "/min")));
            entries.add(vital(day, "temperature", "8310-5", "体温", at, value("36." + chance.between(0, 9), "Cel")));
            entries.add(vital(day, "oxygen", "2708-6", "SpO2", at, value(chance.between(95, 99) + "", "%")));
        }
        var at = Scribe.at(days.getLast(), 8, 40);
        return new StorageFile(
                "vitals-" + pieces.number() + ".json", pieces.bundle("collection", "", "vitals", at, entries));
    }

    private String vital(LocalDate day, String key, String code, String words, OffsetDateTime at, String value) {
        return pieces.entry("Observation", key + day, """
                "meta":{"lastUpdated":"%s"},"status":"final",
                "category":[{"coding":[{"system":"%s","code":"vital-signs"}]}],
                "code":%s,"effectiveDateTime":"%s",%s""".formatted(
                        FhirPieces.time(at.plusMinutes(10)),
                        CATEGORIES,
                        FhirPieces.coded(LOINC, code, words),
                        FhirPieces.time(at),
                        value));
    }

    private static String value(String value, String unit) {
        return "\"valueQuantity\":" + FhirPieces.quantity(value, unit);
    }

    private static String part(String code, String words, int value) {
        return "{\"code\":%s,\"valueQuantity\":%s}"
                .formatted(FhirPieces.coded(LOINC, code, words), FhirPieces.quantity(String.valueOf(value), "mm[Hg]"));
    }

    /// The check-ups of the last years: of those whose insurance asks for them, at the first of their hospitals.
    List<StorageFile> checkups() {
        var resident = chart.resident();
        var first = Facility.HOSPITALS.get(resident.hospitals().getFirst()).equals(chart.hospital());
        return IntStream.rangeClosed(1, YEARS)
                .mapToObj(ago -> LocalDate.of(chart.plan().today().getYear() + 1 - ago, 6, 12))
                .filter(day -> first && day.isBefore(chart.plan().today()) && day.isAfter(chart.opened()))
                .filter(day -> resident.ageOn(day) >= YOUNGEST && resident.ageOn(day) <= OLDEST)
                .map(this::checkup)
                .toList();
    }

    private StorageFile checkup(LocalDate day) {
        var at = Scribe.at(day, 9, 15);
        var key = "checkup" + day;
        var results = results(day, at, chart.chance(key));
        var composition = pieces.entry("Composition", key + "report", """
                "meta":{"profile":["%sComposition_eCheckupGeneral"]},"status":"final","type":%s,"date":"%s",
                "title":"特定健診結果報告書","author":[{"reference":"%s"}],
                "section":[{"title":"検査結果","code":%s,"entry":[%s]}]""".formatted(
                        CHECKUP,
                        FhirPieces.coded(LOINC, "53576-5", "検診・健診報告書"),
                        FhirPieces.time(at.plusDays(7)),
                        pieces.address("hospital"),
                        FhirPieces.coded("http://jpfhir.jp/fhir/eCheckup/CodeSystem/section-code", "01010", "特定健診検査"),
                        results.stream()
                                .map(result -> "{\"reference\":\"" + pieces.address(result.key()) + "\"}")
                                .collect(Collectors.joining(","))));
        var entries = new ArrayList<>(List.of(composition));
        results.forEach(result -> entries.add(pieces.entry("Observation", result.key(), result.fields())));
        return new StorageFile(
                "checkup-" + pieces.number() + "-" + day + ".json",
                pieces.bundle("document", CHECKUP + "Bundle_eCheckupGeneral", key, at.plusDays(7), entries));
    }

    private record CheckupValue(String key, String fields) {}

    private List<CheckupValue> results(LocalDate day, OffsetDateTime at, Chance year) {
        var body = chart.body();
        var pressure = body.pressure(day, year);
        // About half the height, as long as weight and height fit.
        var waist = body.bmi(day).multiply(new BigDecimal("2.1")).add(new BigDecimal(34 + year.between(-3, 3)));
        return List.of(
                result(day, at, "9N001000000000001", "身長", body.height(day).toString(), "cm"),
                result(day, at, "9N006000000000001", "体重", body.weight(day).toString(), "kg"),
                result(day, at, "9N011000000000001", "BMI", body.bmi(day).toString(), "kg/m2"),
                result(
                        day,
                        at,
                        "9N016160100000001",
                        "腹囲",
                        waist.setScale(1, RoundingMode.HALF_UP).toString(),
                        "cm"),
                result(day, at, "9A751000000000001", "収縮期血圧", String.valueOf(pressure.high()), "mm[Hg]"),
                result(day, at, "9A761000000000001", "拡張期血圧", String.valueOf(pressure.low()), "mm[Hg]"),
                result(day, at, "3F077000002327101", "LDLコレステロール", found("ldl", day), "mg/dL"),
                result(day, at, "3D046000001906202", "HbA1c（NGSP）", found("hba1c", day), "%"));
    }

    /// What the laboratory of the hospital would have found that day.
    private String found(String analyte, LocalDate day) {
        return new Laboratory(chart).found(Analyte.of(analyte), day);
    }

    private static CheckupValue result(
            LocalDate day, OffsetDateTime at, String code, String words, String value, String unit) {
        return new CheckupValue(code + day, """
                "meta":{"profile":["%sObservation_eCheckupGeneral"]},"status":"final",
                "category":[{"coding":[{"system":"%s","code":"exam"}]}],
                "code":%s,"effectiveDateTime":"%s",%s""".formatted(
                CHECKUP, CATEGORIES, FhirPieces.coded(JLAC10, code, words), FhirPieces.time(at), value(value, unit)));
    }
}
