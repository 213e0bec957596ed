package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A drug bought without a prescription (一般用医薬品).
record TcBoughtDrug(TcFile file, LocalDate newest) {
    /// What people buy they enter themselves.
    private static final TcRecorder BY = new TcRecorder("2");

    /// Bought without a prescription: the days are those the person took it. What has a last day was
    /// taken, it is not what they take now.
    void bought(RecordLine line, Map<String, Medicines> bought) {
        var start = JapaneseDate.day(line.at(2));
        var key = "otc/" + PharmacySlip.key(line.at(1), line.at(2), line.at(5));
        var notes = new ArrayList<String>();
        if (line.has(2) || line.has(3)) {
            notes.add("服用 " + TcAbout.day(line.at(2)) + "～" + TcAbout.day(line.at(3)));
        }
        for (var part : file.about()) {
            if (part.tag().equals("31") && part.at(1).equals(line.at(5))) {
                notes.add("成分 " + part.at(2) + code(part) + BY.words(part, 5));
            }
        }
        var by = BY.words(line, 4);
        if (!by.isEmpty()) {
            notes.add("記載" + by);
        }
        var drug = line.has(6) ? Concept.of(CodingSystems.uri("JAN"), line.at(6), line.at(1)) : Concept.of(line.at(1));
        var end = JapaneseDate.day(line.at(3));
        var period = new DosePeriod(start == null ? "" : start.toString(), end == null ? "" : end.toString(), 0, 0);
        var taken = PrescribedDrug.of("1", drug, Dosage.NONE.with(period))
                .withStatus(CareStatus.of(end == null ? CareState.ACTIVE : CareState.ENDED));
        bought.put(
                key,
                new Medicines(
                        key,
                        JapaneseDate.at(start == null ? newest : start),
                        Medicines.MedicineAct.STATED,
                        false,
                        List.of(),
                        OrderSource.NONE,
                        List.of(taken),
                        List.copyOf(notes),
                        false,
                        Set.of()));
    }

    /// Of a list that the standard does not name: as sent.
    private static String code(RecordLine part) {
        return part.has(4) ? "（コード種別 " + part.at(3) + " " + part.at(4) + "）" : "";
    }
}
