package hmnet.formats.file;

import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.util.ArrayList;
import java.util.List;

/// Each line of a medicine list as people read it (お薬一覧の行), for tests that say what a doctor must see.
public final class MedicineLines {
    private MedicineLines() {}

    public static List<String> of(FacilityFile file) {
        return file.sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(Medicines.class::isInstance)
                .flatMap(entry -> ((Medicines) entry).drugs().stream())
                .flatMap(drug -> DrugItems.of(drug).stream())
                .map(MedicineLines::line)
                .toList();
    }

    private static String line(DrugItem item) {
        var line = new ArrayList<String>();
        line.add(item.rp());
        line.add(item.state().words());
        line.add(item.name());
        line.add(item.dose().isEmpty() ? "" : "1回 " + item.dose() + item.doseUnit());
        line.add(item.daily().isEmpty() ? "" : "1日 " + item.daily() + item.dailyUnit());
        line.add(item.usage());
        line.add(item.days() == 0 ? "" : item.days() + "日分");
        line.add(item.total().isEmpty() ? "" : "計 " + item.total() + item.totalUnit());
        line.addAll(item.details());
        item.notes().forEach(note -> line.add("※" + note));
        line.removeIf(String::isBlank);
        return String.join(" | ", line);
    }
}
