package hmnet.formats.hl7v2.item;

import hmnet.formats.base.Table;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.util.List;

/// Which observations are vital signs (バイタルサイン), from `vital-signs.csv`.
final class VitalSigns {
    private static final List<List<String>> CODES = Table.read(VitalSigns.class, "vital-signs.csv");

    private VitalSigns() {}

    static boolean is(Segment obx) {
        return is(obx.text(3, 1), obx.text(3, 3)) || is(obx.text(3, 4), obx.text(3, 6));
    }

    private static boolean is(String code, String system) {
        return CODES.stream().anyMatch(row -> system.equals(row.get(1)) && code.startsWith(row.get(0)));
    }

    static boolean any(Message message) {
        return message.all("OBX").stream().anyMatch(VitalSigns::is);
    }

    static boolean all(Message message) {
        var observations = message.all("OBX");
        return !observations.isEmpty() && observations.stream().allMatch(VitalSigns::is);
    }
}
