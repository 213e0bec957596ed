package hmnet.care.viewer;

import static hmnet.care.viewer.Sample.COLLEGE;
import static hmnet.care.viewer.Sample.HOSPITAL;
import static hmnet.care.viewer.Sample.PATH;
import static hmnet.care.viewer.Sample.chart;

import hmnet.care.bloodbank.BloodBankScreen;
import hmnet.care.bloodbank.BloodBankScreen.BloodResult;
import hmnet.care.bloodbank.BloodBankScreen.BloodSection;
import hmnet.care.bloodbank.BloodBankScreen.BloodTest;
import hmnet.care.microbiology.Culture;
import hmnet.care.microbiology.Culture.Antibiogram;
import hmnet.care.microbiology.Culture.CultureState;
import hmnet.care.microbiology.Culture.Organism;
import hmnet.care.microbiology.Culture.OtherFinding;
import hmnet.care.microbiology.Culture.Susceptibility;
import hmnet.care.microbiology.Culture.SusceptibilityRow;
import hmnet.care.microbiology.MicrobiologyScreen;
import hmnet.care.microbiology.MicrobiologyScreen.AwaitedOrder;
import hmnet.care.viewer.ChartFrame.ChartTab;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cultures and the blood bank of the invented resident (見本の微生物と輸血検査).
final class LaboratoryPages {
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-11-18T08:00:00+09:00");
    private static final String RECORD = PATH + "/records/r1";

    private LaboratoryPages() {}

    static MicrobiologyScreen microbiology() {
        var sputum = new Culture(
                DAY,
                HOSPITAL,
                "喀痰",
                CultureState.PRELIMINARY,
                List.of(
                        new Organism("塗抹菌名", "グラム陽性球菌", "3+", "", false, List.of()),
                        new Organism("培養同定菌名", "Staphylococcus aureus (MRSA)", "3+", "暫定", false, List.of()),
                        new Organism("培養同定菌名", "Klebsiella pneumoniae", "1+", "", false, List.of("ESBL産生菌の疑い"))),
                new Antibiogram(
                        List.of("Staphylococcus aureus (MRSA)", "Klebsiella pneumoniae"),
                        List.of(
                                drug("PIPC(ピペラシリン)", verdict("R", "32 μg/mL"), verdict("I", "16 μg/mL")),
                                drug("VCM(バンコマイシン)", verdict("S", "≤ 1 μg/mL"), null),
                                drug("CAZ(セフタジジム)", null, verdict("S", "4 μg/mL")))),
                List.of(new OtherFinding("白血球貪食像", "あり", "", false, List.of())),
                List.of("口腔内常在菌を認める"),
                List.of(),
                RECORD);
        var blood = new Culture(
                DAY.minusDays(3),
                COLLEGE,
                "血液",
                CultureState.NO_GROWTH,
                List.of(),
                null,
                List.of(new OtherFinding("一般細菌培養", "発育なし", "", false, List.of())),
                List.of(),
                List.of(),
                RECORD);
        return new MicrobiologyScreen(
                chart(ChartTab.LABORATORY),
                Period.THREE_YEARS,
                List.of(sputum, blood),
                List.of(new AwaitedOrder(DAY.plusDays(2), HOSPITAL, "培養同定(一般細菌)、薬剤感受性検査", "尿", "", RECORD)),
                null,
                null,
                List.of());
    }

    private static SusceptibilityRow drug(String name, @Nullable Susceptibility... cells) {
        return new SusceptibilityRow(name, Arrays.asList(cells));
    }

    private static Susceptibility verdict(String letter, String mic) {
        return new Susceptibility(letter, mic, "", false, List.of());
    }

    static BloodBankScreen bloodBank() {
        return new BloodBankScreen(
                chart(ChartTab.LABORATORY),
                List.of("血液型が一致していません。どれも信用せず、必ず検査で確かめてください: " + HOSPITAL + " A型、" + COLLEGE + " O型 Rh(+)"),
                List.of(
                        new BloodSection(
                                BloodTest.ABO,
                                List.of(result(HOSPITAL, "血液型", "A型"), result(COLLEGE, "ABO", "O型 Rh(+)"))),
                        new BloodSection(BloodTest.ANTIBODIES, List.of(result(HOSPITAL, "不規則抗体", "陰性"))),
                        new BloodSection(BloodTest.CROSS_MATCH, List.of(result(HOSPITAL, "交差適合試験（主）", "適合")))),
                null,
                null,
                List.of());
    }

    private static BloodResult result(String facility, String test, String value) {
        return new BloodResult(DAY, facility, test, value, "", "", false, List.of(), List.of(), RECORD);
    }
}
