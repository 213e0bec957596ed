package hmnet.record.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Conversion;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.intake.Film;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Files of every format that gives a chart number (取込の経路), each of one human under one number.
final class WaysIn {
    private static final Charset MS932 = Charset.forName("windows-31j");

    /// Whom a file tells of.
    record ToldHuman(PersonName name, @Nullable LocalDate born, String sex) {
        String whole() {
            return name.family() + "　" + name.given();
        }

        String kana() {
            return name.familyKana() + "　" + name.givenKana();
        }

        String word() {
            return sex.equals("M") ? "male" : "female";
        }

        String digit() {
            return sex.equals("M") ? "1" : "2";
        }

        /// `yyyyMMdd`, empty where it is not told.
        String birth() {
            return day().replace("-", "");
        }

        String day() {
            return Objects.toString(born, "");
        }

        Papers papers(String number) {
            return Papers.of(number).of(name, born, sex);
        }
    }

    private WaysIn() {}

    /// By what a way is called.
    static Map<String, BiFunction<String, ToldHuman, ReceivedFile>> all() {
        var ways = new LinkedHashMap<String, BiFunction<String, ToldHuman, ReceivedFile>>();
        ways.put("storage, a visit", (number, human) -> human.papers(number).visit());
        ways.put("storage, results", WaysIn::results);
        ways.put(
                "storage, deletion",
                (number, human) -> Papers.flagged(human.papers(number).visit(), '0'));
        ways.put("storage file among files", (number, human) -> asFile(results(number, human)));
        ways.put("transactions", WaysIn::transaction);
        ways.put("extended storage, CDA", WaysIn::extendedCda);
        ways.put("extended storage, FHIR", WaysIn::extendedFhir);
        ways.put("HL7 messages", (number, human) -> file("night.hl7", result(number, human)));
        ways.put("HL7 registration in a file", (number, human) -> file("adt.hl7", registration(number, human)));
        ways.put("FHIR bundle", (number, human) -> converted(results(number, human), Format.FHIR, "x.json"));
        ways.put("FHIR lines", WaysIn::lines);
        ways.put("FHIR resource with its patient within", WaysIn::resource);
        ways.put("CDA", (number, human) -> file("letter.xml", cda(number, human)));
        ways.put("MML", WaysIn::mml);
        ways.put("ORCA, patient", WaysIn::orca);
        ways.put("receipt", WaysIn::receipt);
        ways.put("dental receipt", WaysIn::dental);
        ways.put("laboratory's table", (number, human) -> converted(results(number, human), Format.LAB_CSV, "lab.csv"));
        ways.put("check-up table", WaysIn::checkups);
        ways.put("NSIPS", WaysIn::nsips);
        ways.put(
                "prescription QR",
                (number, human) -> converted(
                        human.papers(number).prescription("000000000000007", "見本錠"), Format.JAHIS_RX, "rx.csv"));
        ways.put("film with descriptor", WaysIn::film);
        return ways;
    }

    /// Of those who are insured for long-term care, whose number the file gives.
    static Map<String, BiFunction<String, ToldHuman, ReceivedFile>> ofCare() {
        var ways = new LinkedHashMap<String, BiFunction<String, ToldHuman, ReceivedFile>>();
        ways.put("LIFE", WaysIn::life);
        ways.put("care plan", WaysIn::plan);
        return ways;
    }

    private static ReceivedFile results(String number, ToldHuman human) {
        return human.papers(number).results("000000000000001", Papers.ast("31", "F"));
    }

    private static ReceivedFile asFile(ReceivedFile stored) {
        return new ReceivedFile(stored.path(), stored.body(), Door.FILES);
    }

    private static ReceivedFile file(String name, String text) {
        return new ReceivedFile(name, text.getBytes(UTF_8), Door.FILES);
    }

    private static ReceivedFile converted(ReceivedFile from, Format to, String name) {
        try {
            return new ReceivedFile(
                    name, Conversion.of(from.path(), from.body(), to).bytes(), Door.FILES);
        } catch (Unreadable e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static ReceivedFile transaction(String number, ToldHuman human) {
        var stored = results(number, human);
        var name = stored.path().substring(stored.path().lastIndexOf('/') + 1);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("INS," + name + ",20260401\r\n").getBytes(UTF_8));
        bytes.writeBytes(stored.body());
        return new ReceivedFile("TR_20260401102030456_00001.DAT", bytes.toByteArray(), Door.FILES);
    }

    private static String extended(String number, String file) {
        return "%s/%s/%s/20260401/L1^入院サマリー^99ZZZ^18842-5^退院時サマリー^LN/%s_20260401_L1_20260401_20260401102030456_01_1/%s"
                .formatted(number.substring(0, 3), number.substring(3, 6), number, number, file);
    }

    private static ReceivedFile extendedCda(String number, ToldHuman human) {
        return file(extended(number, "main.xml"), cda(number, human));
    }

    private static ReceivedFile extendedFhir(String number, ToldHuman human) {
        var bundle = converted(results(number, human), Format.FHIR, "x.json");
        return new ReceivedFile(extended(number, "main.json"), bundle.body(), Door.FILES);
    }

    /// `PID` without the number's giver.
    private static String pid(String number, ToldHuman human) {
        return "PID|1||%s^^^^PI||%s^%s^^^^^L^I~%s^%s^^^^^L^P||%s|%s"
                .formatted(
                        number,
                        human.name().family(),
                        human.name().given(),
                        human.name().familyKana(),
                        human.name().givenKana(),
                        human.birth(),
                        human.sex());
    }

    static String result(String number, ToldHuman human) {
        return String.join(
                "\r",
                "MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|R" + number + human.hashCode()
                        + "|P|2.5||||||UNICODE UTF-8",
                pid(number, human),
                "OBR|1|H1||3H015000002327101^カリウム^JC10|||20260401",
                "OBX|1|NM|3H015000002327101^カリウム^JC10||4.9|mmol/L|||||F",
                "");
    }

    static String registration(String number, ToldHuman human) {
        return String.join(
                "\r",
                "MSH|^~\\&|HIS||GW||20260401101112||ADT^A04^ADT_A01|A" + number + human.hashCode()
                        + "|P|2.5||||||UNICODE UTF-8",
                "EVN|A04|20260401101112",
                pid(number, human),
                "PV1|1|O|01",
                "");
    }

    private static ReceivedFile lines(String number, ToldHuman human) {
        var patient = patient(number, human, "p1");
        var first = observation("o1", "{\"reference\":\"Patient/p1\"}", "");
        var second = observation("o2", "{\"reference\":\"Patient/p1\"}", "");
        return file("lines.ndjson", patient + "\n" + first + "\n" + second + "\n");
    }

    private static ReceivedFile resource(String number, ToldHuman human) {
        var within = ",\"contained\":[" + patient(number, human, "p1") + "]";
        return file("one.json", observation("o3", "{\"reference\":\"#p1\"}", within));
    }

    private static String patient(String number, ToldHuman human, String id) {
        return """
                {"resourceType":"Patient","id":"%s","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"%s"}],\
                "name":[{"text":"%s","family":"%s","given":["%s"]}],"gender":"%s"%s}""".formatted(
                        id,
                        number,
                        human.whole(),
                        human.name().family(),
                        human.name().given(),
                        human.word(),
                        human.born() == null ? "" : ",\"birthDate\":\"" + human.day() + "\"");
    }

    static String observation(String id, String subject, String more) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","subject":%s,\
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],\
                "code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"3H015000002327101","display":"カリウム"}],"text":"カリウム"},\
                "effectiveDateTime":"2026-04-01","valueQuantity":{"value":4.2,"unit":"mmol/L"}%s}""".formatted(id, subject, more);
    }

    private static String cda(String number, ToldHuman human) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3">
                  <id root="1.2.392.999" extension="L-1"/>
                  <code code="MD0020730" codeSystem="1.2.392.200119.5.3.1" displayName="診療情報提供書"/>
                  <title>診療情報提供書</title>
                  <effectiveTime value="20260401103000+0900"/>
                  <setId root="1.2.392.999" extension="S-1"/>
                  <recordTarget><patientRole>
                    <id root="1.2.392.100495.20.3.51.13419999999" extension="%s"/>
                    <patient><name use="IDE"><family>%s</family><given>%s</given></name>
                      <administrativeGenderCode code="%s"/>%s</patient>
                  </patientRole></recordTarget>
                  <component><structuredBody><component><section><title>紹介目的</title><text>精査</text></section></component>
                  </structuredBody></component>
                </ClinicalDocument>
                """.formatted(
                        number,
                        human.name().family(),
                        human.name().given(),
                        human.sex(),
                        human.born() == null ? "" : "<birthTime value=\"" + human.birth() + "\"/>");
    }

    private static ReceivedFile mml(String number, ToldHuman human) {
        return file("mml.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Mml version="2.3" createDate="2026-04-01T10:00:00" xmlns:mmlCm="c" xmlns:mmlNm="n" xmlns:mmlPi="p" xmlns:mmlRd="r">
                  <MmlHeader><masterId><mmlCm:Id mmlCm:type="facility">%1$s</mmlCm:Id></masterId></MmlHeader>
                  <MmlBody>
                    <MmlModuleItem><docInfo contentModuleType="patientInfo"><docId><uid>u1</uid></docId><confirmDate>2026-04-01</confirmDate></docInfo>
                      <content><mmlPi:PatientModule>
                        <mmlPi:uniqueInfo><mmlPi:masterId><mmlCm:Id mmlCm:type="facility">%1$s</mmlCm:Id></mmlPi:masterId></mmlPi:uniqueInfo>
                        <mmlPi:personName><mmlNm:Name mmlNm:repCode="I"><mmlNm:family>%2$s</mmlNm:family><mmlNm:given>%3$s</mmlNm:given></mmlNm:Name></mmlPi:personName>
                        <mmlPi:birthday>%4$s</mmlPi:birthday><mmlPi:sex>%5$s</mmlPi:sex>
                      </mmlPi:PatientModule></content></MmlModuleItem>
                    <MmlModuleItem><docInfo contentModuleType="registeredDiagnosis"><docId><uid>u2</uid></docId><confirmDate start="2026-03-01"/></docInfo>
                      <content><mmlRd:RegisteredDiagnosisModule><mmlRd:diagnosis mmlRd:code="J189">肺炎</mmlRd:diagnosis><mmlRd:startDate>2026-03-01</mmlRd:startDate></mmlRd:RegisteredDiagnosisModule></content></MmlModuleItem>
                  </MmlBody>
                </Mml>
                """.formatted(
                        number, human.name().family(), human.name().given(), human.day(), human.word()));
    }

    private static ReceivedFile orca(String number, ToldHuman human) {
        return file("orca.json", """
                {"medicalget02res": {"Information_Date": "2026-04-01", "Information_Time": "10:00:00", "Api_Result": "00",
                 "Patient_Information": {"Patient_ID": "%s", "WholeName": "%s", "WholeName_inKana": "%s", "BirthDate": "%s", "Sex": "%s"},
                 "Medical_List_Information": [{"Perform_Date": "2026-04-01", "Department_Code": "02", "Sequential_Number": "1",
                  "Medical_Information": [{"Medical_Class": "120", "Medical_Class_Number": "1",
                   "Medication_info": [{"Medication_Code": "112007410", "Medication_Name": "再診料"}]}]}]}}
                """.formatted(number, human.whole(), human.kana(), human.day(), human.digit()));
    }

    private static ReceivedFile receipt(String number, ToldHuman human) {
        return receipt("""
                IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000
                RE,1,1112,202604,%s,%s,%s,70,,,,,,%s,,,,,,,,,,,,,,,,,,,,,,,%s,
                HO,  999999,見本,１,1,1000,,,,,,,,,
                SY,2500013,20260401,1,,,01,
                GO,1,1000,99
                """.formatted(human.whole(), human.digit(), human.birth(), number, human.kana()));
    }

    private static ReceivedFile dental(String number, ToldHuman human) {
        return receipt("""
                UK,2,34,3,8888888,,見本歯科,202605,,00
                IR,2,34,3,8888888,,202605,000-000-0000,
                RE,1,3112,202604,%s,%s,%s,70,,20260410,1,,,,,%s,,,,,,,,,,%s,
                HO,  999999,見本,１,1,1000,,,,,,,,
                HS,20260401,1,101600,5234009,8002,歯周炎,3,2,01
                GO,1,1000,99
                """.formatted(human.whole(), human.digit(), human.birth(), number, human.kana()));
    }

    private static ReceivedFile receipt(String text) {
        return new ReceivedFile("RECEIPTC.UKE", text.replace("\n", "\r\n").getBytes(MS932), Door.FILES);
    }

    private static ReceivedFile checkups(String number, ToldHuman human) {
        var text = """
                受診者キー,カナ氏名,生年月日,性別,健診実施年月日,9N001000000000001,9N006000000000001,9N011000000000001
                %s,%s,%s,%s,20260401,170.5,60.1,20.7
                """.formatted(number, human.kana(), human.birth(), human.digit());
        return new ReceivedFile("kenshin.csv", text.getBytes(MS932), Door.FILES);
    }

    private static ReceivedFile nsips(String number, ToldHuman human) {
        var text = """
                VER010603,20260401103000,,PC1,34,4,9999999,試験薬局,7300000,試験市試験町1,0820000000,
                1,%s,%s,%s,%s,%s,,,,,,,,2,349999,,７０,0012345,1,30,70,0,,,,,,,,,,,,,,,,,,,,,,,,,,,
                2,RX9,41,U,20260401,,,20260401,0,0,0,206,9999998,34,試験病院,,,,01,内科,,,7,ｼｹﾝ ｲｼ,試験　医師,0,,,,,,,,,0,0,0,0,0,0,0,0
                3,1,*1000,１日２回　朝夕食後,,,,,2,1,14,0,,1,0,0,,,,,,
                4,1,1,1,3969010F2030,621951001,,ｼｹﾝ50,試験錠５０ｍｇ,試験成分,0,1,0,0.5,0,0,1.5,1,錠,0,0,0,0,1,82.1,,,,,,,,0,,,,,,,,
                """.formatted(number, human.kana(), human.whole(), human.digit(), human.birth());
        return new ReceivedFile("n.txt", text.replace("\n", "\r\n").getBytes(MS932), Door.FILES);
    }

    /// It gives no number: a desk says whose it is.
    static ReceivedFile handbook(ToldHuman human) {
        var text = """
                JAHISTC08,1
                1,%s,%s,%s,,,,,,,%s
                5,R080401,1
                11,見本薬局,34,4,9999999,,,,1
                51,見本病院,34,1,9999998,1
                55,架空 一郎,内科,1
                201,1,架空錠5mg,2,錠,2,620004992,1
                301,1,【分１ 朝食後服用】,14,日分,1,1,,1
                """.formatted(human.whole(), human.digit(), human.birth(), human.kana());
        return new ReceivedFile("handbook.csv", text.replace("\n", "\r\n").getBytes(MS932), Door.FILES);
    }

    private static ReceivedFile film(String number, ToldHuman human) {
        var descriptor = """
                {"patient":"%s","date":"2026-04-01","title":"見本の動画","name":"%s","kana":"%s","sex":"%s"%s}""".formatted(
                        number,
                        human.whole(),
                        human.kana(),
                        human.word(),
                        human.born() == null ? "" : ",\"birthDate\":\"" + human.day() + "\"");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write(descriptor.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("film.mp4"));
            zip.write(new Film(4096, number.hashCode()).piece(0, 4096));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReceivedFile("film.zip", bytes.toByteArray(), Door.FILES);
    }

    private static ReceivedFile life(String number, ToldHuman human) {
        var parts = number.split("-", 2);
        return file("life.csv", """
                SERVICE_USER_INFO
                care_facility_id,service_code,external_system_management_number,insurer_no,insured_no,last_name,first_name,gender,birthday,care_level
                "3499999999","15","U1","%s","%s","%s","%s",%s,"%s","23"
                """.formatted(
                        parts[0], parts[1], human.name().family(), human.name().given(), human.digit(), human.birth()));
    }

    private static ReceivedFile plan(String number, ToldHuman human) {
        var parts = number.split("-", 2);
        var text = "202304,%s,%s,20260401,%s,%s,%s,%s\r\n"
                .formatted(parts[0], parts[1], human.kana(), human.whole(), human.digit(), human.birth());
        return new ReceivedFile("UPHOSOKU_3499999999_3499999998_20260401102233.CSV", text.getBytes(MS932), Door.FILES);
    }
}
