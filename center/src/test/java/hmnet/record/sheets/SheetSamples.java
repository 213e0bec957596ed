package hmnet.record.sheets;

import java.nio.charset.StandardCharsets;

/// Small sheets for tests (見本の帳票), written in the manner of SDC.
public final class SheetSamples {
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private SheetSamples() {}

    /// A sheet with these items and nothing else.
    public static byte[] bytes(String version, String... items) {
        return with(version, "", items);
    }

    /// @param more members of the Questionnaire, each with a comma behind
    public static byte[] with(String version, String more, String... items) {
        var json = """
                {"resourceType":"Questionnaire","url":"urn:hmnet:sheet:sample","version":"%s","status":"active",
                "title":"見本の帳票",%s"item":[%s]}""".formatted(version, more, String.join(",\n", items));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public static FormSheet sheet(String... items) {
        return read(bytes("1", items));
    }

    public static FormSheet read(byte[] bytes) {
        var read = SheetReader.read(bytes);
        return read.sheet()
                .orElseThrow(() -> new IllegalArgumentException(read.findings().toString()));
    }

    /// @param more members of the item, each with a comma before
    public static String item(String link, String type, String more) {
        return "{\"linkId\":\"" + link + "\",\"type\":\"" + type + "\",\"text\":\"" + link + "?\"" + more + "}";
    }

    public static String group(String link, String more, String... items) {
        return item(link, "group", more + ",\"item\":[" + String.join(",", items) + "]");
    }

    public static String when(String question, String operator, String answer) {
        return ",\"enableWhen\":[{\"question\":\"" + question + "\",\"operator\":\"" + operator + "\"," + answer + "}]";
    }

    public static String expression(String kind, String expression) {
        return "{\"url\":\"" + SDC + kind + "\",\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\""
                + expression + "\"}}";
    }

    public static String extensions(String... extensions) {
        return ",\"extension\":[" + String.join(",", extensions) + "]";
    }

    public static String flag(String kind) {
        return "{\"url\":\"" + SDC + kind + "\",\"valueBoolean\":true}";
    }
}
