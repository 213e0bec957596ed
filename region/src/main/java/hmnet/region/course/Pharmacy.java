package hmnet.region.course;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Injection;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Administration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes prescriptions and infusions (処方・注射の組み立て): what shares usage and days shares an RP.
final class Pharmacy {
    static final CodedText BY_MOUTH = new CodedText("PO", "口", "HL70162");
    static final CodedText INTO_VEIN = new CodedText("IV", "静脈内", "HL70162");
    static final CodedText OUTPATIENT = new CodedText("OHP", "外来処方", "MR9P");
    static final CodedText INPATIENT = new CodedText("IHP", "入院処方", "MR9P");
    /// More than eight medicines on one sheet are rare.
    private static final int MOST = 8;

    private Pharmacy() {}

    static List<Medicine> medicines(List<Sickness> active, int age) {
        return active.stream()
                .flatMap(sickness -> sickness.illness().medicines().stream())
                .flatMap(medicine -> medicine.at(age))
                .distinct()
                .limit(MOST)
                .toList();
    }

    static List<Rp> rps(List<Medicine> medicines, LocalDate start, int days) {
        var rps = new ArrayList<Rp>();
        var bySupply = medicines.stream()
                .collect(groupingBy(
                        medicine -> new SupplyOf(medicine.usage(), medicine.daysWithin(days)),
                        LinkedHashMap::new,
                        toList()));
        bySupply.forEach((supply, together) -> rps.add(new Rp(
                String.valueOf(rps.size() + 1),
                supply.usage(),
                supply.days(),
                start,
                BY_MOUTH,
                together.stream()
                        .map(medicine -> medicine.forDays(supply.days()))
                        .toList())));
        return rps;
    }

    /// What medicines of one RP share.
    private record SupplyOf(CodedText usage, int days) {}

    /// What was taken or handed out.
    static List<Administration> taken(List<Medicine> medicines, OffsetDateTime at, Doctor by) {
        var given = new ArrayList<Administration>();
        for (var medicine : medicines) {
            given.add(new Administration(String.valueOf(given.size() + 1), at, at, medicine.once(), BY_MOUTH, by));
        }
        return given;
    }

    static Injection infusion(List<String> keys, OffsetDateTime start) {
        var drugs = keys.stream().map(Infusion::of).toList();
        return new Injection("1", "500", "125", start, start.plusHours(4), INTO_VEIN, drugs);
    }

    static List<Administration> infused(List<String> keys, OffsetDateTime start, Doctor by) {
        return keys.stream()
                .map(Infusion::of)
                .map(drug -> new Administration("1", start, start.plusHours(4), drug, INTO_VEIN, by))
                .toList();
    }
}
