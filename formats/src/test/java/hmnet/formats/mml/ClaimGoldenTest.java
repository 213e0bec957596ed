package hmnet.formats.mml;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PerformedActs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What a doctor must see of a claim, written by hand from CLAIM 2.1.
class ClaimGoldenTest {
    private static MmlFile claim(String attributes, String bundles) throws Unreadable {
        return MmlFile.read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Mml version="2.3" createDate="2026-04-01T10:00:00"
                  xmlns:mmlCm="http://www.medxml.net/MML/SharedComponent/Common/1.0"
                  xmlns:claim="http://www.medxml.net/claim/claimModule/2.1">
                <MmlHeader><masterId><mmlCm:Id mmlCm:type="facility" mmlCm:tableId="MML0024">0000123</mmlCm:Id></masterId></MmlHeader>
                <MmlBody><MmlModuleItem type="claim"><docInfo contentModuleType="claim">
                <title>claim</title><docId><uid>u-1</uid></docId><confirmDate>2026-04-01</confirmDate></docInfo>
                <content><claim:ClaimModule><claim:information claim:performTime="2026-04-01T10:00:00" claim:orderTime="2026-04-01T10:00:00" %s/>
                %s</claim:ClaimModule></content></MmlModuleItem></MmlBody></Mml>
                """.formatted(attributes, bundles).getBytes(StandardCharsets.UTF_8));
    }

    private static String bundle(String kind, String number, String usage, String memo, String items) {
        return """
                <claim:bundle claim:classCode="%s" claim:classCodeId="Claim007"><claim:administration>%s</claim:administration>
                <claim:admMemo>%s</claim:admMemo><claim:bundleNumber>%s</claim:bundleNumber>%s</claim:bundle>""".formatted(kind, usage, memo, number, items);
    }

    private static String drug(String code, String name, String number, String unit) {
        return """
                <claim:item claim:subclassCode="2" claim:code="%s" claim:tableId="tbl_tensu"><claim:name>%s</claim:name>
                <claim:number claim:numberCode="10" claim:numberCodeId="Claim004" claim:unit="%s">%s</claim:number></claim:item>""".formatted(code, name, unit, number);
    }

    private static Medicines medicines(MmlFile file) {
        return file.sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(Medicines.class::isInstance)
                .map(Medicines.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDaysAmountAndATimesAmountStandApart() throws Unreadable {
        var file = claim(
                "claim:status=\"perform\" claim:admitFlag=\"false\"",
                bundle("212", "14", "毎食後", "", drug("620000001", "見本錠", "3", "錠"))
                        + bundle("222", "5", "疼痛時", "", drug("620000002", "見本頓服錠", "1", "錠")));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1日 3錠 | 毎食後 | 14日分", "2 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 頓用 | 5回分");
        assertThat(medicines(file).from().setting()).isEqualTo(CareSetting.OUTPATIENT);
    }

    @Test
    void everyOtherDayIsNotDaily() throws Unreadable {
        var file =
                claim("claim:status=\"perform\"", bundle("212", "14", "朝食後", "隔日", drug("620000001", "見本錠", "1", "錠")));
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本錠 | 1日 1錠 | 朝食後 隔日 | 14日分 | 隔日（1日おき）");
        assertThat(medicines(file).from().setting()).isEqualTo(CareSetting.UNKNOWN);
    }

    @Test
    void aUnitThatIsOnlyACodeIsNotSaid() throws Unreadable {
        var file =
                claim("claim:status=\"perform\"", bundle("232", "1", "塗布", "", drug("660000001", "見本軟膏", "10", "033")));
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本軟膏 | 塗布 | 計 10 | ※単位の記載なし");
    }

    @Test
    void anInjectionThatWasDoneWasGivenToAnInpatient() throws Unreadable {
        var file = claim(
                "claim:status=\"perform\" claim:admitFlag=\"true\"",
                bundle("331", "1", "", "", drug("640000001", "見本注", "1", "管")));
        assertThat(medicines(file).act()).isEqualTo(Medicines.MedicineAct.ADMINISTERED);
        assertThat(medicines(file).from().setting()).isEqualTo(CareSetting.INPATIENT);
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本注 | 1回 1管");
    }

    @Test
    void whatIsOnlyOrderedIsNotDone() throws Unreadable {
        var file =
                claim("claim:status=\"regist\"", bundle("331", "1", "", "", drug("640000001", "見本注", "1", "管")) + """
                          <claim:bundle claim:classCode="600"><claim:bundleNumber>1</claim:bundleNumber>
                          <claim:item claim:subclassCode="0" claim:code="160008010"><claim:name>末梢血液一般</claim:name></claim:item></claim:bundle>""");
        assertThat(medicines(file).act()).isEqualTo(Medicines.MedicineAct.ORDERED);
        assertThat(file.sheets().getFirst().entries())
                .filteredOn(PerformedActs.class::isInstance)
                .allSatisfy(
                        entry -> assertThat(((PerformedActs) entry).ordered()).isTrue());
    }
}
