package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.StayExtract;
import org.junit.jupiter.api.Test;

/// Encounters as hospitals send them, one file each, value by value as FHIR R4 and JP Core say it.
class StayFhirTest {
    private static final String PEOPLE = """
            {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"77"}],"birthDate":"1950-01-01","gender":"female"}},
            {"fullUrl":"urn:uuid:d","resource":{"resourceType":"Practitioner","id":"d","identifier":[{"value":"D1"}],"name":[{"text":"架空 主治医"}]}},
            {"fullUrl":"urn:uuid:e","resource":{"resourceType":"Location","id":"e","name":"3階東病棟"}},
            {"fullUrl":"urn:uuid:w","resource":{"resourceType":"Location","id":"w","name":"5階西病棟"}},
            {"fullUrl":"urn:uuid:i","resource":{"resourceType":"Location","id":"i","name":"ICU"}},
            {"fullUrl":"urn:uuid:o","resource":{"resourceType":"Organization","id":"o","name":"架空リハビリ病院"}}""";

    /// A file of one stay in bed, with those it names.
    private static ChartOf inpatient(String status, String members) throws Unreadable {
        return ChartOf.file(
                """
                {"resourceType":"Bundle","type":"collection","timestamp":"2026-04-20T12:00:00+09:00","entry":[PEOPLE,
                 {"fullUrl":"urn:uuid:s","resource":{"resourceType":"Encounter","id":"s","identifier":[{"value":"N-1"}],"status":"STATUS",
                  "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP","display":"inpatient encounter"},"subject":{"reference":"urn:uuid:p"},
                  "serviceType":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.2","code":"01","display":"内科"}],"text":"内科"},
                  "participant":[{"type":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"ATND"}]}],"individual":{"reference":"urn:uuid:d"}}],
                  MEMBERS}}]}""".replace("PEOPLE", PEOPLE).replace("STATUS", status).replace("MEMBERS", members));
    }

    private static StayExtract seen(ChartOf chart) {
        return (StayExtract) chart.seen();
    }

    @Test
    void aPlannedAdmissionHasNotBegun() throws Unreadable {
        var chart = inpatient("planned", """
                "period":{"start":"2026-05-10","end":"2026-05-20"},"reasonCode":[{"text":"白内障手術"}],
                "location":[{"location":{"reference":"urn:uuid:e"},"status":"reserved"}]""");
        assertThat(chart.row().kind()).isEqualTo(RecordKind.ADMISSION);
        assertThat(chart.row().title()).isEqualTo("入院予定");
        assertThat(chart.row().at()).hasToString("2026-05-10T00:00+09:00");
        assertThat(chart.row().department()).isEqualTo("内科");
        var stay = seen(chart);
        assertThat(stay.event()).isEqualTo("admission-planned");
        assertThat(stay.admittedAt())
                .as("a day that is planned is none of admission")
                .isNull();
        assertThat(stay.dischargedAt()).isNull();
        assertThat(stay.ward()).isEqualTo("3階東病棟");
        assertThat(stay.doctor()).isEqualTo("架空 主治医");
        assertThat(stay.notes()).containsExactly("終了予定 2026-05-20", "理由 白内障手術");
    }

    @Test
    void aStayThatGoesOnIsWhereThePatientLies() throws Unreadable {
        var chart = inpatient("in-progress", """
                "period":{"start":"2026-04-18T10:00:00+09:00"},
                "location":[{"location":{"reference":"urn:uuid:e"},"status":"active"},{"location":{"reference":"urn:uuid:w"},"status":"planned"}],
                "hospitalization":{"admitSource":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/admit-source","code":"emd","display":"救急外来"}]},"dietPreference":[{"text":"減塩食"}]}""");
        assertThat(chart.row().title()).isEqualTo("入院");
        assertThat(chart.row().at()).hasToString("2026-04-18T10:00+09:00");
        var stay = seen(chart);
        assertThat(stay.admittedAt()).hasToString("2026-04-18T10:00+09:00");
        assertThat(stay.ward()).as("nobody lies in a planned bed").isEqualTo("3階東病棟");
        assertThat(stay.formerWard()).isEmpty();
        assertThat(stay.notes()).containsExactly("転棟予定 5階西病棟", "入院元 救急外来", "減塩食");
    }

    @Test
    void aTransferStandsAtItsOwnTime() throws Unreadable {
        var chart = inpatient("in-progress", """
                "period":{"start":"2026-04-18T10:00:00+09:00"},
                "location":[{"location":{"reference":"urn:uuid:i"},"status":"completed","period":{"start":"2026-04-18T10:00:00+09:00","end":"2026-04-19T15:30:00+09:00"}},
                  {"location":{"reference":"urn:uuid:w"},"status":"active","period":{"start":"2026-04-19T15:30:00+09:00"}}]""");
        assertThat(chart.row().title()).isEqualTo("転科・転棟");
        assertThat(chart.row().at()).hasToString("2026-04-19T15:30+09:00");
        var stay = seen(chart);
        assertThat(stay.at()).hasToString("2026-04-19T15:30+09:00");
        assertThat(stay.formerWard() + " → " + stay.ward()).isEqualTo("ICU → 5階西病棟");
        assertThat(stay.admittedAt()).hasToString("2026-04-18T10:00+09:00");
    }

    @Test
    void aLeaveBeginsWhenItsStatusDid() throws Unreadable {
        var chart = inpatient("onleave", """
                "statusHistory":[{"status":"in-progress","period":{"start":"2026-04-18T10:00:00+09:00","end":"2026-04-25T09:00:00+09:00"}},
                  {"status":"onleave","period":{"start":"2026-04-25T09:00:00+09:00"}}],
                "period":{"start":"2026-04-18T10:00:00+09:00"},"location":[{"location":{"reference":"urn:uuid:e"}}]""");
        assertThat(chart.row().title()).isEqualTo("外出・外泊");
        assertThat(chart.row().at()).hasToString("2026-04-25T09:00+09:00");
        assertThat(seen(chart).admittedAt()).hasToString("2026-04-18T10:00+09:00");
        assertThat(seen(chart).dischargedAt()).isNull();
        assertThat(seen(chart).ward()).isEqualTo("3階東病棟");
    }

    @Test
    void aDischargeStandsAtTheEndWithItsWayOut() throws Unreadable {
        var chart = inpatient("finished", """
                "period":{"start":"2026-04-01T10:00:00+09:00","end":"2026-04-18T11:00:00+09:00"},
                "location":[{"location":{"reference":"urn:uuid:i"},"status":"completed","period":{"end":"2026-04-03T09:00:00+09:00"}},
                  {"location":{"reference":"urn:uuid:w"},"status":"completed","period":{"start":"2026-04-03T09:00:00+09:00","end":"2026-04-18T11:00:00+09:00"}}],
                "hospitalization":{"destination":{"reference":"urn:uuid:o"},"dischargeDisposition":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/discharge-disposition","code":"rehab"}]}}""");
        assertThat(chart.row().title()).isEqualTo("退院");
        assertThat(chart.row().at()).hasToString("2026-04-18T11:00+09:00");
        var stay = seen(chart);
        assertThat(stay.admittedAt()).hasToString("2026-04-01T10:00+09:00");
        assertThat(stay.dischargedAt()).hasToString("2026-04-18T11:00+09:00");
        assertThat(stay.ward()).as("the last ward").isEqualTo("5階西病棟");
        assertThat(stay.outcome()).isEqualTo("リハビリテーション施設");
        assertThat(stay.notes()).containsExactly("退院先 架空リハビリ病院");
        var plain = (Stay) chart.plain();
        assertThat(plain.setting()).isEqualTo(CareSetting.INPATIENT);
        assertThat(plain.at()).hasToString("2026-04-18T11:00+09:00");
        assertThat(plain.outcome().first().code()).isEqualTo("rehab");
    }

    @Test
    void aDeathByItsCodeAloneIsSaid() throws Unreadable {
        var chart = inpatient("finished", """
                "period":{"start":"2026-04-01","end":"2026-04-18"},
                "hospitalization":{"dischargeDisposition":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/discharge-disposition","code":"exp","display":"Expired"}]}}""");
        assertThat(chart.row().title()).isEqualTo("退院（死亡）");
        assertThat(seen(chart).outcome()).isEqualTo("死亡");
    }

    @Test
    void aCancelledAdmissionNeverBegan() throws Unreadable {
        var chart = inpatient("cancelled", "\"period\":{\"start\":\"2026-05-10T10:00:00+09:00\"}");
        assertThat(chart.row().title()).isEqualTo("入院（取消）");
        assertThat(chart.row().kind()).isEqualTo(RecordKind.ADMISSION);
        assertThat(seen(chart).event()).isEqualTo("admission-cancelled");
        assertThat(seen(chart).admittedAt()).isNull();
    }

    @Test
    void aStayEnteredInErrorIsTakenAway() throws Unreadable {
        var chart = ChartOf.one("Encounter", """
                "status":"entered-in-error","class":{"code":"IMP"},"period":{"start":"2026-04-01"}""");
        assertThat(chart.file().sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.deletes()).isTrue();
            assertThat(sheet.entries()).isEmpty();
        });
    }

    @Test
    void aVisitToTheEmergencyRoomIsAVisit() throws Unreadable {
        var chart = ChartOf.one("Encounter", """
                "status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER","display":"救急"},
                "serviceType":{"text":"精神科"},"period":{"start":"2026-04-18T02:10:00+09:00","end":"2026-04-18T05:00:00+09:00"},"reasonCode":[{"text":"過量服薬"}]""");
        KeptFhir row = chart.row();
        assertThat(row.title()).isEqualTo("外来受付");
        assertThat(row.kind()).isEqualTo(RecordKind.VISIT);
        assertThat(row.at()).hasToString("2026-04-18T02:10+09:00");
        assertThat(row.labels()).as("its department gives it away").contains(Label.PSYCHIATRY);
        assertThat(seen(chart).notes()).containsExactly("区分 救急", "終了 2026-04-18T05:00:00+09:00", "理由 過量服薬");
    }
}
