package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Part.Ids;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/// The resources of one row of a chart (FHIR Bundle, collection), written one after another.
///
/// Each entry says its address, so that `Type/id` is found within the bundle as FHIR wants it (bdl-7, R4 2.36.4.1).
public final class Bundle {
    /// No server answers here: `.invalid` is nobody's (RFC 6761).
    private static final String BASE = "https://hmnet.invalid/fhir/";

    static final String JP = "http://jpfhir.jp/fhir/core/StructureDefinition/";

    private final FhirJson json;
    private final Ids ids;
    private final String patient;
    private final Map<String, Integer> keys = new HashMap<>();
    private int resources;

    public Bundle(Ids ids) {
        this.json = new FhirJson();
        this.ids = ids;
        this.patient = "Patient/" + ids.of("Patient", "");
        json.open().text("resourceType", "Bundle").text("type", "collection").openList("entry");
    }

    /// Starts a resource; what follows is written into the returned JSON until `end`.
    FhirJson start(String type, String key, String profile) {
        var id = ids.of(type, key);
        json.open().text("fullUrl", BASE + type + "/" + id);
        json.open("resource").text("resourceType", type).text("id", id);
        json.open("meta").openList("profile");
        json.value(profile.startsWith("http") ? profile : JP + profile)
                .closeList()
                .close();
        resources++;
        return json;
    }

    /// Adds a resource that is written already.
    ///
    /// @param name its `Type/id`
    void add(String name, byte[] resource) {
        json.open().text("fullUrl", BASE + name).raw("resource", resource).close();
        resources++;
    }

    Ids ids() {
        return ids;
    }

    void end() {
        json.close().close();
    }

    String reference(String type, String key) {
        return type + "/" + ids.of(type, key);
    }

    /// The key itself, or with the next number behind it where this bundle has it already.
    String distinct(String key) {
        var own = key;
        while (keys.putIfAbsent(own, 1) != null) {
            own = key + "#" + keys.merge(key, 1, Integer::sum);
        }
        return own;
    }

    String patient() {
        return patient;
    }

    /// When it was. Midnight in Japan stands for a day without a time of day, and is written as the day.
    static String time(OffsetDateTime at) {
        var japan = at.withOffsetSameInstant(Hl7Time.JAPAN);
        return japan.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? japan.toLocalDate().toString()
                : Hl7Time.fhir(at);
    }

    /// A moment, where FHIR wants one with its time of day.
    static String instant(OffsetDateTime at) {
        return Hl7Time.fhir(at);
    }

    public int resources() {
        return resources;
    }

    /// Ends the bundle.
    public byte[] bytes() {
        json.closeList().close();
        return json.bytes();
    }
}
