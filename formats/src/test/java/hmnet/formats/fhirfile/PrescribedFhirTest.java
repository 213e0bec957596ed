package hmnet.formats.fhirfile;

import static hmnet.formats.fhirfile.ChartOf.DAY;
import static hmnet.formats.fhirfile.ChartOf.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// MedicationRequest, value by value as FHIR R4, JP Core and the electronic prescription say it.
class PrescribedFhirTest {
    @Test
    void weeklyMethotrexateIsWeekly() throws Unreadable {
        var chart = ChartOf.prescribed("""
                {"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"wk","dayOfWeek":["mon"]}},
                 "doseAndRate":[{"doseQuantity":{"value":3,TAB}}]}""".replace("TAB", TAB), "");
        var drug = chart.drug();
        assertThat(drug.dose()).isEqualTo("3");
        assertThat(drug.doseUnit()).isEqualTo("錠");
        assertThat(drug.daily()).isEmpty();
        assertThat(drug.details()).containsExactly("毎週 月曜日");
        var rhythm = ((Medicines) chart.plain()).drugs().getFirst().dosage().rhythm();
        assertThat(rhythm.weekdays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(rhythm.skipsDays()).isTrue();
        assertThat(chart.notes()).doesNotContain("dosing-not-understood");
    }

    @Test
    void everyOtherDayIsNeverDaily() throws Unreadable {
        var byTiming = ChartOf.prescribed(
                "{\"text\":\"朝食後\",\"timing\":{\"repeat\":{\"frequency\":1,\"period\":2,\"periodUnit\":\"d\"}}}", "");
        assertThat(byTiming.drug().details()).containsExactly("隔日（1日おき）");
        var bySupplement = ChartOf.prescribed("""
                {"text":"内服・経口・１日１回朝食後","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"},
                  "code":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.20","code":"1011000400000000"}]}},
                 "additionalInstruction":[{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.22","code":"I1100000","display":"隔日投与"}]}]}""", "");
        assertThat(bySupplement.drug().details()).containsExactly("隔日（1日おき）", "隔日投与");
        var byHours = ChartOf.prescribed(
                "{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":48,\"periodUnit\":\"h\"}}}", "");
        assertThat(byHours.drug().details()).containsExactly("隔日（1日おき）");
        var byCode = ChartOf.prescribed("""
                {"timing":{"code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation","code":"QOD"}]}}}""", "");
        assertThat(byCode.drug().usage()).isEqualTo("隔日");
        assertThat(byCode.drug().details()).containsExactly("隔日（1日おき）");
    }

    @Test
    void unevenDosesStandEachWithItsTime() throws Unreadable {
        var drug = ChartOf.prescribed("""
                {"text":"１日３回毎食後","additionalInstruction":[
                  {"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.22","code":"V14NNNNN","display":"不均等・１回目・４単位量"}]},
                  {"coding":[{"system":"http://jami.jp/CodeSystem/MedicationUsageAdditional","code":"V22NNNNN","display":"不均等・２回目・２単位量"}]},
                  {"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.22","code":"V31NNNNN","display":"不均等・３回目・１単位量"}]}],
                 "doseAndRate":[{"rateRatio":{"numerator":{"value":7,TAB},"denominator":{DAY}}}]}""".replace("TAB", TAB).replace("DAY", DAY), "")
                .drug();
        assertThat(drug.dose()).isEqualTo("4-2-1");
        assertThat(drug.daily()).isEqualTo("7");
        assertThat(drug.dailyUnit()).isEqualTo("錠");
        assertThat(drug.details()).first().asString().startsWith("不均等 1回目 4");
    }

    @Test
    void taperingShowsEveryStep() throws Unreadable {
        var drugs = ChartOf.prescribed(
                        """
                {"sequence":2,"text":"朝食後","timing":{"repeat":{"boundsDuration":{"value":7,"unit":"日","code":"d"}}},"doseAndRate":[{"doseQuantity":{"value":1,TAB}}]},
                {"sequence":1,"text":"朝食後","timing":{"repeat":{"boundsDuration":{"value":3,"unit":"日","code":"d"}}},"doseAndRate":[{"doseQuantity":{"value":2,TAB}}]}""".replace("TAB", TAB), ",\"dispenseRequest\":{\"quantity\":{\"value\":13," + TAB + "}}")
                .drugs();
        assertThat(drugs).extracting(drug -> drug.dose() + "/" + drug.days()).containsExactly("2/3", "1/7");
        assertThat(drugs.getFirst().details()).contains("用法 1／2");
        assertThat(drugs.get(1).details()).contains("用法 2／2");
        assertThat(drugs.getFirst().total()).isEqualTo("13");
        assertThat(drugs.get(1).total()).isEmpty();
    }

    @Test
    void whatIsTakenWhenNeededHasItsReasonAndItsLimit() throws Unreadable {
        var chart = ChartOf.prescribed(
                """
                {"text":"疼痛時","asNeededCodeableConcept":{"text":"疼痛時"},"patientInstruction":"6時間以上あけてください",
                 "doseAndRate":[{"doseRange":{"low":{"value":1,TAB},"high":{"value":2,TAB}}}],
                 "maxDosePerPeriod":{"numerator":{"value":6,TAB},"denominator":{"value":24,"unit":"hour","system":"http://unitsofmeasure.org","code":"h"}},
                 "maxDosePerAdministration":{"value":2,TAB}}""".replace("TAB", TAB),
                ",\"dispenseRequest\":{\"extension\":[{\"url\":\"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationRequest_DispenseRequest_ExpectedRepeatCount\",\"valueInteger\":10}]}");
        var drug = chart.drug();
        assertThat(drug.dose()).isEqualTo("1");
        assertThat(drug.details())
                .containsExactly("1回最大 2錠", "頓用 疼痛時", "上限 1回 2錠 まで 24時間に 6錠 まで", "10回分", "6時間以上あけてください");
        assertThat(drug.days()).isZero();
    }

    @Test
    void theElectronicPrescriptionKeepsSitesAndBothEyes() throws Unreadable {
        var drugs = ChartOf.prescribed("""
                {"text":"１回１滴（右眼）","site":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.32","code":"26R","display":"右眼"}]},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"滴"}}]},
                {"text":"１回２滴（左眼）","site":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.32","code":"26L","display":"左眼"}]},"doseAndRate":[{"doseQuantity":{"value":2,"unit":"滴"}}]}""", """
                ,"substitution":{"allowedCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.100495.20.2.41","code":"1","display":"変更不可"}]},"reason":{"text":"患者の希望"}}
                ,"dispenseRequest":{"extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationRequest_DispenseRequest_InstructionForDispense","valueCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.30.10","code":"C","display":"粉砕指示"}]}}]}""").drugs();
        assertThat(drugs).extracting(drug -> drug.dose()).containsExactly("1", "2");
        assertThat(drugs.getFirst().details()).containsExactly("用法 1／2", "部位 右眼", "後発品変更不可（患者の希望）", "粉砕指示");
        assertThat(drugs.get(1).details()).contains("部位 左眼");
    }

    @Test
    void daysSuppliedAndDaysOfTheCourseAreToldApart() throws Unreadable {
        var drug = ChartOf.prescribed(
                        """
                {"text":"夕食後","timing":{"repeat":{"boundsDuration":{"value":8,"unit":"日","code":"d"},"count":7}}}""",
                        ",\"dispenseRequest\":{\"expectedSupplyDuration\":{\"value\":7,\"unit\":\"日\",\"code\":\"d\"}}")
                .drug();
        assertThat(drug.days()).isEqualTo(7);
        assertThat(drug.details()).containsExactly("7回分", "投与期間 8日");
        assertThat(drug.start()).as("nobody said when it begins").isNull();
    }

    @Test
    void whatIsNotUnderstoodStandsBesideTheDoseAndInANote() throws Unreadable {
        var chart = ChartOf.prescribed("""
                {"timing":{"event":["2026-04-07T08:00:00+09:00","2026-04-10T08:00:00+09:00"],
                  "repeat":{"boundsRange":{"low":{"value":7,"code":"d"},"high":{"value":10,"code":"d"}},"frequency":1,"frequencyMax":2,"period":1,"periodUnit":"mo","when":["XX"]}},
                 "modifierExtension":[{"url":"http://example.org/taken-otherwise","valueString":"胃瘻から"}]}""", "");
        assertThat(chart.drug().details())
                .containsExactly(
                        "1か月に 1～2回",
                        "XX",
                        "投与日時 2026-04-07 08:00・2026-04-10 08:00",
                        "期間 7～10日",
                        "taken-otherwise 胃瘻から");
        assertThat(chart.notes().stream().filter("dosing-not-understood"::equals))
                .hasSize(5);
    }

    @Test
    void timesOfTheDayAreSaidInWords() throws Unreadable {
        var drug = ChartOf.prescribed("""
                {"timing":{"repeat":{"frequency":3,"period":1,"periodUnit":"d","when":["PCM","PCD","PCV"],"offset":30,"timeOfDay":["08:00:00"],"duration":30,"durationUnit":"min"}}}""", "").drug();
        assertThat(drug.usage()).isEqualTo("1日3回");
        assertThat(drug.details()).containsExactly("時刻 08:00", "1回に 30分 かけて", "朝食後（30分）・昼食後（30分）・夕食後（30分）");
    }

    @Test
    void aCodeThatContradictsItsTextStandsBesideIt() throws Unreadable {
        var drug = ChartOf.prescribed("""
                {"text":"1日2回 朝夕食後","timing":{"code":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.20.20","code":"1012010100000000","display":"１日２回朝夕食前"}],"text":"1日2回 朝夕食後"}}}""", "").drug();
        assertThat(drug.usage()).isEqualTo("1日2回 朝夕食後");
        assertThat(drug.details()).containsExactly("１日２回朝夕食前");
    }

    @Test
    void amountsOfTheSubstanceNeverStandForThoseOfThePreparation() throws Unreadable {
        var both = ChartOf.prescribed("""
                {"doseAndRate":[{"type":{"coding":[{"system":"urn:oid:1.2.392.100495.20.2.22","code":"2","display":"原薬量"}]},"doseQuantity":{"value":50,MG}},
                 {"type":{"coding":[{"system":"urn:oid:1.2.392.100495.20.2.22","code":"1","display":"製剤量"}]},"doseQuantity":{"value":0.5,"unit":"g"}}]}""".replace("MG", ChartOf.MG), "").drug();
        assertThat(both.dose() + both.doseUnit()).isEqualTo("0.5g");
        assertThat(both.details()).containsExactly("原薬量 1回 50mg");
    }

    @Test
    void statesOfOrdersAreSaidWithTheirReason() throws Unreadable {
        for (var state : new String[][] {
            {"stopped", "処方（中止） 架空錠"},
            {"cancelled", "処方（取消） 架空錠"},
            {"on-hold", "処方（保留） 架空錠"},
            {"draft", "処方（下書き） 架空錠"},
            {"completed", "処方（終了） 架空錠"},
            {"unknown", "処方（状態不明） 架空錠"},
            {"active", "処方 架空錠"}
        }) {
            var chart = ChartOf.one("MedicationRequest", """
                    "status":"STATE","statusReason":{"text":"発疹"},"intent":"order","medicationCodeableConcept":{"text":"架空錠"}""".replace("STATE", state[0]));
            assertThat(chart.row().title()).isEqualTo(state[1]);
            assertThat(chart.drug().reason()).isEqualTo("発疹");
            assertThat(chart.drug().isCurrent()).isEqualTo(state[0].equals("active"));
        }
        var forbidden = ChartOf.one("MedicationRequest", """
                "status":"active","doNotPerform":true,"intent":"order","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(forbidden.drug().state()).isEqualTo(CareState.PROHIBITED);
        assertThat(forbidden.row().title()).isEqualTo("処方（禁止） 架空錠");
        var proposed = ChartOf.one("MedicationRequest", """
                "status":"active","intent":"proposal","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(proposed.drug().state()).isEqualTo(CareState.PLANNED);
    }

    /// JP-CLINS fixes `completed` for prescriptions that were issued.
    @Test
    void aPrescriptionSharedAsCompletedIsNotOver() throws Unreadable {
        var chart = ChartOf.one("MedicationRequest", """
                "meta":{"profile":["http://jpfhir.jp/fhir/eCS/StructureDefinition/JP_MedicationRequest_eCS"]},
                "status":"completed","intent":"order","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(chart.row().title()).isEqualTo("処方 架空錠");
        assertThat(chart.drug().isCurrent()).isTrue();
    }

    @Test
    void whoAskedIsFoundByReference() throws Unreadable {
        var chart = ChartOf.file("""
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"77"}]}},
                 {"fullUrl":"urn:uuid:2","resource":{"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"urn:uuid:3"},"organization":{"reference":"urn:uuid:4"}}},
                 {"fullUrl":"urn:uuid:3","resource":{"resourceType":"Practitioner","id":"d","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.41.1","value":"D9"}],"name":[{"family":"架空","given":["医子"]}]}},
                 {"fullUrl":"urn:uuid:4","resource":{"resourceType":"Organization","id":"k","name":"架空科","identifier":[{"system":"urn:oid:1.2.392.200250.2.2.2","value":"01"}],"partOf":{"reference":"urn:uuid:5"}}},
                 {"fullUrl":"urn:uuid:5","resource":{"resourceType":"Organization","id":"o","name":"架空病院","identifier":[{"system":"http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no","value":"3419999999"}]}},
                 {"fullUrl":"urn:uuid:6","resource":{"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","subject":{"reference":"urn:uuid:1"},"requester":{"reference":"urn:uuid:2"},
                   "category":[{"coding":[{"system":"http://jpfhir.jp/fhir/core/CodeSystem/JP_MedicationCategoryMERIT9_CS","code":"IHP"}]}],"medicationCodeableConcept":{"text":"架空錠"}}}]}""");
        var extract = (PrescriptionExtract) chart.seen();
        assertThat(extract.doctor()).isEqualTo("架空 医子");
        assertThat(extract.place()).isEqualTo("架空病院");
        assertThat(extract.orderClass()).isEqualTo("IHP");
        var from = ((Medicines) chart.plain()).from();
        assertThat(from.doctor().first().code()).isEqualTo("D9");
        assertThat(from.department().first().code()).isEqualTo("01");
        assertThat(from.department().shown()).isEqualTo("架空科");
        assertThat(from.facility().first().code()).isEqualTo("3419999999");
        assertThat(from.setting()).isEqualTo(CareSetting.INPATIENT);
    }

    @Test
    void aDrugThatNobodyNamesIsNamedInANote() throws Unreadable {
        var chart = ChartOf.one("MedicationRequest", """
                "status":"active","intent":"order","medicationReference":{"reference":"Medication/elsewhere"}""");
        assertThat(chart.notes()).contains("drug-name-missing");
        assertThat(chart.drug().name()).isEqualTo("薬剤名なし Medication/elsewhere");
    }

    @Test
    void aPeriodSaidByTheProfileIsShown() throws Unreadable {
        var drug = ChartOf.prescribed("""
                {"extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationDosage_PeriodOfUse","valuePeriod":{"start":"2026-04-07","end":"2026-04-20"}},
                  {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationDosage_UsageDuration","valueDuration":{"value":7,"unit":"日","code":"d"}}],"text":"朝食後"}""", "").drug();
        assertThat(drug.start()).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(drug.end()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(drug.days()).isEqualTo(7);
    }
}
