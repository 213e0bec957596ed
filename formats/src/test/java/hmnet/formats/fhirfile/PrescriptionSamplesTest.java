package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.Samples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The examples of the electronic prescription's FHIR (電子処方箋FHIR記述仕様の例), each value as its text says.
class PrescriptionSamplesTest {
    private static ChartOf sample(String name) throws Unreadable {
        var path = Samples.files(name + ".json", "fhir-ePrescription").getFirst();
        return ChartOf.file(new String(Samples.bytes(path), StandardCharsets.UTF_8));
    }

    @Test
    void fourTwoOneInThreePartsKeepsEachTime() throws Unreadable {
        var drug = sample("fukintouByTimes01-rec02").drug();
        assertThat(drug.name()).isEqualTo("プレドニン５ｍｇ錠");
        assertThat(drug.rp()).isEqualTo("7");
        assertThat(drug.dose() + drug.doseUnit()).isEqualTo("2錠");
        assertThat(drug.usage()).contains("１日１回昼食後");
        assertThat(drug.days()).isEqualTo(7);
        assertThat(drug.total() + drug.totalUnit()).isEqualTo("14錠");
        assertThat(drug.notes()).containsExactly("1日３回毎食後（４錠－２錠－１錠）の昼食後分");
    }

    @Test
    void weekdaysAreNotEveryDay() throws Unreadable {
        var drug = sample("youbiShiitei").drug();
        assertThat(drug.details()).containsExactly("毎週 月・木曜日", "月曜日、木曜日", "手技 内服", "内服・経口・１日１回朝食後");
        assertThat(drug.dose() + "/" + drug.daily()).isEqualTo("1/1");
        assertThat(drug.start()).isEqualTo(LocalDate.of(2020, 8, 21));
    }

    @Test
    void aRisingDoseKeepsItsDates() throws Unreadable {
        var first = sample("zenzou01per03").drug();
        var last = sample("zenzou03per03").drug();
        assertThat(first.start()).isEqualTo(LocalDate.of(2020, 4, 1));
        assertThat(last.start()).isEqualTo(LocalDate.of(2020, 4, 6));
        assertThat(first.daily() + last.daily()).isEqualTo("13");
        assertThat(first.days()).isEqualTo(2);
        assertThat(last.notes()).containsExactly("最後の２日間　1日３錠（１日３回　朝昼夕食後　１回１錠）");
    }

    @Test
    void bothEyesHaveTheirOwnDrops() throws Unreadable {
        var drops = sample("gaiyou01").drugs();
        assertThat(drops).extracting(drug -> drug.dose() + drug.doseUnit()).containsExactly("1滴", "2滴");
        assertThat(drops.getFirst().details()).contains("部位 右眼");
        assertThat(drops.get(1).details()).contains("部位 左眼");
        assertThat(drops.getFirst().total() + drops.getFirst().totalUnit()).isEqualTo("2本");
        var suppository = sample("gaiyou03").drug();
        assertThat(suppository.daily() + suppository.dailyUnit()).isEqualTo("2個");
        assertThat(suppository.days()).isEqualTo(14);
    }

    @Test
    void whatMayNotBeSubstitutedSaysSoAndWhy() throws Unreadable {
        var drug = sample("naihuku").drug();
        assertThat(drug.dose() + "/" + drug.daily()).isEqualTo("1/3");
        assertThat(drug.details()).contains("後発品変更不可（患者からの強い要望により）");
        assertThat(drug.notes()).containsExactly("薬剤単位の備考");
        assertThat(drug.total()).isEqualTo("21");
    }
}
