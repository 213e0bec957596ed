package hmnet.formats.check.account;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.ssmix2.Invented;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Invented messages with a segment of every sort (架空の電文), to be filled field by field.
final class Hl7Seeds {
    /// What may stand behind a segment.
    private static final Map<String, List<String>> BEHIND = Map.of(
            "PID", List.of("NTE|1||患者の注記", "NK1|1|架空^次郎^^^^^L^I|SPO^配偶者^HL70063||^PRN^PH^^^^^^^^^082-000-0002"),
            "PV1",
                    List.of(
                            "PV2|||ZB1^目的^99ZB",
                            "IN1|1|67^国保^JHSD0001|06990001||||||記号|||20250401|20270331||||SEL^本人^HL70063",
                            "AL1|1|DA^薬剤^HL70127|1^架空シリン^99XYZ|MO^中^HL70128|発疹",
                            "DG1|1||I10^高血圧症^I10||20240101"),
            "RXE", List.of("NTE|1||粉砕"),
            "RXA", List.of("NTE|1||注記"),
            "RXR",
                    List.of(
                            "RXC|A|103835402^架空液^HOT9|5|ML^ｍＬ^MR9P",
                            "OBX|9|NM|9N001000000000001^身長^JC10||151.0|cm|||||F"),
            "OBR", List.of("NTE|1||検査の注記"),
            "OBX", List.of("NTE|1||結果の注記"),
            "ODS", List.of("NTE|1||食事の注記"),
            "PRB", List.of("NTE|1||病名の注記"));

    private static final String PID = "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F";
    private static final String PV1 = "PV1|1|O|01^^^^^C||||D1^架空^一郎|||01";
    private static final String ORC = "ORC|NW|20260401001||||||20260401||||D1^架空^一郎|||||01^内科^99XY1";
    private static final String DRUG = "103835401^架空錠５ｍｇ^HOT9";
    private static final String TIMES = "TQ1|1||1013044400000000&内服・経口・１日３回朝昼夕食後&JAMISDP01|||14^d|20260401";

    private Hl7Seeds() {}

    /// A file of the storage for every kind, by its name.
    static Map<String, byte[]> stored() {
        var seeds = new LinkedHashMap<String, byte[]>();
        Invented.messages().forEach((kind, bytes) -> {
            var day = kind.name().matches("ADT_(00|01|61)|PPR_01") ? "-" : "20260401";
            var code = kind.code();
            var name = "000/123/0001234567/" + day + "/" + code + "/0001234567_" + day + "_" + code
                    + "_000000000000123_20260401102030456_01_1";
            seeds.put(name, bytes);
            seeds.put("./" + name, richer(bytes));
        });
        return seeds;
    }

    /// Messages outside of a storage.
    static Map<String, byte[]> messages() {
        var seeds = new LinkedHashMap<String, byte[]>();
        Invented.messages().forEach((kind, bytes) -> {
            seeds.put(kind.code() + ".hl7", bytes);
            seeds.put(kind.code() + "+.hl7", richer(bytes));
        });
        put(
                seeds,
                "RDS^O13",
                ORC,
                "RXE||" + DRUG + "|1||TAB^錠^MR9P|||||42|TAB^錠^MR9P",
                "NTE|1||粉砕",
                TIMES,
                "RXR|PO^口^HL70162",
                "RXD|1|" + DRUG + "|20260401|42|TAB^錠^MR9P||RX1|||D2^架空^薬子",
                "RXR|PO^口^HL70162");
        put(seeds, "OMP^O09", ORC, "RXO|" + DRUG + "|1||TAB^錠^MR9P", "NTE|1||粉砕", TIMES, "RXR|PO^口^HL70162");
        put(
                seeds,
                "ORU^R01",
                ORC,
                "OBR|1|20260401001||E002^生化学的検査^99O03|||20260401082030|||||||||D1^架空^一郎||||||20260401102030|||F",
                "NTE|1||検査の注記",
                "OBX|1|NM|3B035000002327201^AST(GOT)^JC10||31|U/L^U/L^ISO+|13-30|H|||F|||20260401082030",
                "NTE|1||結果の注記",
                "SPM|1|S1||023^血清^JC10");
        put(
                seeds,
                "MDM^T02",
                "TXA|1|PN^記録^HL70270|TX|20260401|D1^架空^一郎|20260401||||||DOC1||||文書|AU",
                "OBX|1|TX|NOTE^記録^99ZZ||経過は良好||||||F");
        put(
                seeds,
                "SIU^S12",
                "SCH|A1||||||外来^再診^99ZZ||||^^^20260410093000",
                "RGS|1",
                "AIS|1||01^内科^99XY1|20260410093000",
                "AIP|1||D1^架空^一郎",
                "AIL|1||01^^^^^C");
        put(seeds, "ORM^O01", ORC, "OBR|1|20260401001||9A110^心電図^99EC1|||20260401092030");
        return seeds;
    }

    private static void put(Map<String, byte[]> seeds, String type, String... lines) {
        var message = new ArrayList<>(List.of(
                "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||UNICODE UTF-8", PID, PV1));
        message.addAll(List.of(lines));
        var bytes = String.join("\r", message).concat("\r").getBytes(StandardCharsets.UTF_8);
        seeds.put(type + ".hl7", bytes);
    }

    private static byte[] richer(byte[] bytes) {
        try {
            var out = new StringBuilder();
            for (var segment : Message.parse(bytes).segments()) {
                var text = segment.is("MSH")
                        ? segment.toString().replace("~ISO IR87||ISO 2022-1994", "UNICODE UTF-8")
                        : segment.toString();
                out.append(text).append('\r');
                BEHIND.getOrDefault(segment.name(), List.of())
                        .forEach(more -> out.append(more).append('\r'));
            }
            return out.toString().getBytes(StandardCharsets.UTF_8);
        } catch (BadMessage e) {
            throw new IllegalStateException(e);
        }
    }
}
