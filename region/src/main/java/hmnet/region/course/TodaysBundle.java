package hmnet.region.course;

import hmnet.region.plan.Body.BloodPressure;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What the ward of a hospital that speaks FHIR measured and ordered today (当日のBundle): blood pressure, pulse and
/// temperature, and a medicine when needed, as a transaction.
public final class TodaysBundle {
    private static final String NATIONAL = "urn:oid:1.2.392.100495.20.3.51.1";

    private static final int GROWN_UP = 15;

    private TodaysBundle() {}

    /// None of somebody who did not come.
    public static Optional<byte[]> of(Plan plan, Resident resident, Facility hospital) {
        var chart = Chart.of(plan, resident, hospital);
        return TodaysMessages.comes(chart) ? Optional.of(written(chart)) : Optional.empty();
    }

    private static byte[] written(Chart chart) {
        var resident = chart.resident();
        var number = chart.hospital().chartNumber(resident.index());
        var chance = chart.chance("ward today");
        var at = Scribe.at(chart.plan().today(), 10, chance.between(0, 50));
        var name = resident.name().inJis();
        var person = "urn:uuid:"
                + UUID.nameUUIDFromBytes((chart.hospital().code() + number).getBytes(StandardCharsets.UTF_8));
        var patient = """
                {"fullUrl":"%s","request":{"method":"PUT","url":"Patient/p%s"},
                 "resource":{"resourceType":"Patient","id":"p%s","identifier":[{"system":"%s","value":"%s"}],
                  "name":[{"family":"%s","given":["%s"]}],"birthDate":"%s","gender":"%s"}}""".formatted(
                        person,
                        number,
                        number,
                        NATIONAL + chart.hospital().code(),
                        number,
                        name.family(),
                        name.given(),
                        resident.birthDate(),
                        resident.sex().equals("F") ? "female" : "male");
        var text = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                %s,
                %s,
                %s,
                %s,
                %s]}
                """.formatted(
                        patient,
                        pressure(number, person, at, chart.body().pressure(at.toLocalDate(), chance)),
                        measured(
                                "pulse",
                                "8867-4",
                                "心拍数",
                                String.valueOf(chart.body().pulse(at.toLocalDate(), chance)),
                                "/min",
                                number,
                                person,
                                at),
                        measured("temperature", "8310-5", "体温", warmth(chance), "Cel", number, person, at),
                        whenNeeded(number, person, at, resident.ageOn(at.toLocalDate())));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String warmth(Chance chance) {
        return String.format(Locale.ROOT, "36.%d", chance.between(0, 9));
    }

    private static String entry(String type, String id, String person, OffsetDateTime at, String rest) {
        return """
                {"request":{"method":"PUT","url":"%s/%s"},
                 "resource":{"resourceType":"%s","id":"%s","meta":{"lastUpdated":"%s"},"subject":{"reference":"%s"},%s}}""".formatted(type, id, type, id, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at), person, rest);
    }

    private static String observation(
            String key, String code, String words, String value, String number, String person, OffsetDateTime at) {
        return entry("Observation", key + "-" + number, person, at, """
                "status":"final","effectiveDateTime":"%s",
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
                "code":{"coding":[{"system":"http://loinc.org","code":"%s"}],"text":"%s"},%s""".formatted(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at), code, words, value));
    }

    private static String measured(
            String key,
            String code,
            String words,
            String value,
            String unit,
            String number,
            String person,
            OffsetDateTime at) {
        return observation(key, code, words, "\"valueQuantity\":" + quantity(value, unit), number, person, at);
    }

    private static String pressure(String number, String person, OffsetDateTime at, BloodPressure pressure) {
        return observation(
                "pressure",
                "85354-9",
                "血圧",
                "\"component\":[%s,%s]"
                        .formatted(part("8480-6", "収縮期血圧", pressure.high()), part("8462-4", "拡張期血圧", pressure.low())),
                number,
                person,
                at);
    }

    private static String part(String code, String words, int value) {
        return "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}],\"text\":\"%s\"},\"valueQuantity\":%s}"
                .formatted(code, words, quantity(String.valueOf(value), "mm[Hg]"));
    }

    private static String quantity(String value, String unit) {
        return "{\"value\":%s,\"unit\":\"%s\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}"
                .formatted(value, unit, unit);
    }

    /// Tablets for the grown-up, suppositories for children.
    private static String whenNeeded(String number, String person, OffsetDateTime at, int age) {
        return age < GROWN_UP
                ? whenNeeded(number, person, at, "試験解熱坐剤小児用１００ｍｇ", "個", "KO")
                : whenNeeded(number, person, at, "試験解熱鎮痛錠２００ｍｇ", "錠", "TAB");
    }

    private static String whenNeeded(
            String number, String person, OffsetDateTime at, String drug, String unit, String code) {
        return entry("MedicationRequest", "needed-" + number, person, at, """
                "status":"active","intent":"order","authoredOn":"%s",
                "medicationCodeableConcept":{"text":"%s"},
                "dosageInstruction":[{"text":"発熱時 1回1%s 1日3回まで","asNeededCodeableConcept":{"text":"発熱時"},
                 "doseAndRate":[{"doseQuantity":{"value":1,"unit":"%s","system":"urn:oid:1.2.392.100495.20.2.101","code":"%s"}}],
                 "maxDosePerPeriod":{"numerator":{"value":3,"unit":"%s"},"denominator":{"value":1,"unit":"日","system":"http://unitsofmeasure.org","code":"d"}}}],
                "dispenseRequest":{"quantity":{"value":10,"unit":"%s"}}""".formatted(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at), drug, unit, unit, code, unit, unit));
    }
}
