package hmnet.formats.hl7v2.drug;

import hmnet.formats.model.chart.Medicines.MedicineAct;
import java.util.List;

/// In which field of which segment a drug, its amounts and its words stand (薬剤の項目の位置); 0 for none.
///
/// @param most the greatest amount of one time
/// @param daily a CQ
/// @param rate and `rateUnit` how fast it runs
/// @param pack and `packUnit` what one package holds
/// @param form dosage form (剤形)
/// @param strength and `strengthUnit` 力価
/// @param substitution HL70161 of what is ordered by RXO, else HL70167
/// @param instructions to those who dispense or give it
/// @param by who dispensed or gave it
public record DrugFields(
        String segment,
        MedicineAct act,
        int code,
        int dose,
        int most,
        int unit,
        int daily,
        int total,
        int totalUnit,
        int rate,
        int rateUnit,
        int pack,
        int packUnit,
        int form,
        int strength,
        int strengthUnit,
        int substitution,
        List<Integer> instructions,
        int by) {
    public static final List<DrugFields> ALL = List.of(
            new DrugFields(
                    "RXA", MedicineAct.ADMINISTERED, 5, 6, 0, 7, 0, 0, 0, 0, 0, 0, 0, 8, 13, 14, 0, List.of(), 10),
            new DrugFields(
                    "RXD",
                    MedicineAct.DISPENSED,
                    2,
                    0,
                    0,
                    0,
                    12,
                    4,
                    5,
                    0,
                    0,
                    22,
                    23,
                    6,
                    16,
                    17,
                    11,
                    List.of(9, 15),
                    10),
            new DrugFields(
                    "RXE", MedicineAct.ORDERED, 2, 3, 4, 5, 19, 10, 11, 23, 24, 28, 29, 6, 25, 26, 9, List.of(27), 0),
            new DrugFields(
                    "RXO",
                    MedicineAct.ORDERED,
                    1,
                    2,
                    3,
                    4,
                    23,
                    11,
                    12,
                    21,
                    22,
                    0,
                    0,
                    5,
                    18,
                    19,
                    9,
                    List.of(6, 7, 20),
                    0));
}
