package hmnet.formats.life;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// A record of a LIFE file with the ids of its columns (LIFE の1行).
record LifeRow(String form, List<String> columns, RecordLine line) {
    String at(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : line.at(index);
    }

    /// Values that are the Japanese names of their columns: the line below the ids in the ministry's blank
    /// forms.
    boolean isHeading() {
        int index = columns.indexOf("insured_no");
        return LifeItem.of(form, "insured_no")
                .map(item -> item.name().equals(line.at(index)))
                .orElse(line.at(index).equals("被保険者番号"));
    }

    /// The insured's number under their insurer's: what joins the files of one provider.
    String patient() {
        var insurer = at("insurer_no");
        return insurer.isEmpty() ? at("insured_no") : insurer + "-" + at("insured_no");
    }

    /// LIFE replaces a record by its provider, service and the provider's own number for it.
    String source() {
        return String.join(
                "/",
                "life",
                form,
                at("care_facility_id"),
                at("service_code"),
                patient(),
                at("external_system_management_number"));
    }
}
