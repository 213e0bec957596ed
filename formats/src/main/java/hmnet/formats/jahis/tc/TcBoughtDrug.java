package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A drug bought without a prescription (一般用医薬品).
record TcBoughtDrug(TcFile file, LocalDate newest) {
    /// Bought without a prescription: the days are those the person took it.
    void bought(RecordLine line, Map<String, Medicines> bought) {
        var start = JapaneseDate.day(line.at(2));
        var key = "otc/" + PharmacySlip.key(line.at(1), line.at(2), line.at(5));
        var notes = new ArrayList<String>();
        if (line.has(2) || line.has(3)) {
            notes.add("服用 " + TcAbout.day(line.at(2)) + "～" + TcAbout.day(line.at(3)));
        }
        for (var part : file.about()) {
            if (part.tag().equals("31") && part.at(1).equals(line.at(5))) {
                notes.add("成分 " + part.at(2));
            }
        }
        var drug = line.has(6) ? Concept.of(CodingSystems.uri("JAN"), line.at(6), line.at(1)) : Concept.of(line.at(1));
        bought.put(
                key,
                Medicines.of(
                        key,
                        JapaneseDate.at(start == null ? newest : start),
                        Medicines.MedicineAct.STATED,
                        false,
                        "",
                        "",
                        "",
                        "",
                        List.of(PrescribedDrug.of(
                                "1",
                                drug,
                                Amount.NONE,
                                Amount.NONE,
                                "",
                                "",
                                0,
                                false,
                                start,
                                Amount.NONE,
                                Concept.NONE,
                                List.of())),
                        List.copyOf(notes),
                        false,
                        Set.of()));
    }
}
