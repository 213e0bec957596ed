package hmnet.region.course;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the FHIR files of one chart share (FHIRの部品): the patient, who wrote it, entries that name them.
record FhirPieces(Chart chart) {
    private static final String NATIONAL = "urn:oid:1.2.392.100495.20.3.51.1";

    String number() {
        return chart.hospital().chartNumber(chart.resident().index());
    }

    /// The same address for the same thing, whenever it is drawn.
    String address(String key) {
        var named = chart.hospital().code() + number() + key;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    }

    static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    /// @param kind `document`, which its first entry leads, or `collection`
    byte[] bundle(String kind, String profile, String key, OffsetDateTime at, List<String> entries) {
        var all = new ArrayList<>(List.of(patient(), hospital()));
        all.addAll(kind.equals("document") ? 0 : all.size(), entries.subList(0, 1));
        all.addAll(entries.subList(1, entries.size()));
        return """
                {"resourceType":"Bundle","id":"%s","meta":{%s"lastUpdated":"%s"},"type":"%s",
                 "identifier":{"system":"urn:ietf:rfc:3986","value":"%s"},"timestamp":"%s","entry":[
                %s]}
                """.formatted(
                        id(key),
                        profile.isEmpty() ? "" : "\"profile\":[\"" + profile + "\"],",
                        time(at),
                        kind,
                        address(key),
                        time(at),
                        String.join(",\n", all))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// @param fields of the resource, besides its type, its id and its subject
    String entry(String type, String key, String fields) {
        return """
                {"fullUrl":"%s","resource":{"resourceType":"%s","id":"%s","subject":{"reference":"%s"},%s}}""".formatted(address(key), type, id(key), address("patient"), fields);
    }

    private String id(String key) {
        return address(key).substring("urn:uuid:".length());
    }

    private String patient() {
        var resident = chart.resident();
        var name = resident.name().inJis();
        return """
                {"fullUrl":"%s","resource":{"resourceType":"Patient","id":"%s",
                 "identifier":[{"system":"%s","value":"%s"}],"name":[{"family":"%s","given":["%s"]}],
                 "birthDate":"%s","gender":"%s"}}""".formatted(
                        address("patient"),
                        id("patient"),
                        NATIONAL + chart.hospital().code(),
                        number(),
                        name.family(),
                        name.given(),
                        resident.birthDate(),
                        resident.sex().equals("F") ? "female" : "male");
    }

    private String hospital() {
        return """
                {"fullUrl":"%s","resource":{"resourceType":"Organization","id":"%s","name":"%s"}}""".formatted(
                        address("hospital"), id("hospital"), chart.hospital().name());
    }

    static String coded(String system, String code, String words) {
        return "{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\",\"display\":\"%s\"}],\"text\":\"%s\"}"
                .formatted(system, code, words, words);
    }

    /// @param unit of UCUM
    static String quantity(String value, String unit) {
        return "{\"value\":%s,\"unit\":\"%s\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}"
                .formatted(value, unit, unit);
    }
}
