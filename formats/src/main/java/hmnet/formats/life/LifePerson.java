package hmnet.formats.life;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Demographics;
import java.util.Set;

/// The user in a LIFE record (LIFEの利用者).
final class LifePerson {
    static final Set<String> IDENTITY = Set.of(
            "care_facility_id",
            "service_code",
            "insurer_no",
            "insured_no",
            "external_system_management_number",
            "external_system_management_detail_number",
            "last_name",
            "first_name",
            "last_name_kana",
            "first_name_kana",
            "gender",
            "birthday");

    private LifePerson() {}

    static Demographics person(LifeRow row) {
        var split = FullName.of(row.at("last_name"));
        boolean whole = !split.given().isEmpty() && Set.of("", "００", "00").contains(row.at("first_name"));
        return new Demographics(
                whole ? split.family() : row.at("last_name"),
                whole ? split.given() : row.at("first_name"),
                row.at("last_name_kana"),
                row.at("first_name_kana"),
                JapaneseDate.day(row.at("birthday")),
                switch (row.at("gender")) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                "",
                "",
                "",
                JapaneseDate.day(row.at("death_date")));
    }
}
