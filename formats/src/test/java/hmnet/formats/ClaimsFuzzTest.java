package hmnet.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.careplan.CareplanFile;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.labcsv.LabCsvFile;
import hmnet.formats.life.LifeFile;
import hmnet.formats.mml.MmlFile;
import hmnet.formats.orca.OrcaFile;
import hmnet.formats.uke.UkeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged files of receipts, ORCA, MML, laboratories, LIFE and care plans: read, or refused in words;
/// nothing else.
class ClaimsFuzzTest {
    private static final int CASES = 120;
    private static final String PLAN = "UP2KYO_3499999999_3499999998_20260401102233.CSV";

    @FunctionalInterface
    private interface Reader {
        FacilityFile read(byte[] bytes) throws Unreadable;
    }

    private record Sample(String name, byte[] bytes, Reader reader) {}

    @Test
    void onlyTheTypedRefusalComesOut() throws IOException {
        var random = new Random(20260401);
        int read = 0;
        int refused = 0;
        for (var sample : samples()) {
            for (int i = 0; i < CASES; i++) {
                var damaged = damage(sample.bytes, random);
                try {
                    var file = sample.reader.read(damaged);
                    file.sheets().forEach(sheet -> assertThat(sheet.source()).isNotEmpty());
                    read++;
                } catch (Unreadable e) {
                    assertThat(e.note().code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                    refused++;
                } catch (RuntimeException e) {
                    fail(sample.name + " case " + i, e);
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void lookingAtAFileNeverThrows() throws IOException {
        var random = new Random(7);
        for (var sample : samples()) {
            for (int i = 0; i < 20; i++) {
                var head = damage(sample.bytes, random);
                for (var looks : List.of(
                        UkeFile.looksLike(head, "a"),
                        OrcaFile.looksLike(head, "a"),
                        MmlFile.looksLike(head, "a"),
                        LifeFile.looksLike(head, "a"),
                        CareplanFile.looksLike(head, "a"),
                        LabCsvFile.looksLike(head, "a"))) {
                    assertThat(looks).isNotNull();
                }
            }
        }
    }

    private static List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        own().forEach((name, text) -> samples.add(new Sample(name, text, reader(name))));
        if (Samples.present()) {
            for (var name : List.of(
                    "uke-sosuke/uke/shaho_201901.csv",
                    "uke-sosuke/uke/shika_shaho.csv",
                    "orca-api/spec/fixtures/orca_api_responses/api01rv2_diseasegetv2.json",
                    "orca-api/spec/fixtures/orca_api_responses/api01rv2_prescriptionv2.json",
                    "kaigo-life/SERVICE_USER_INFO_2021_入力サンプル.csv")) {
                samples.add(
                        new Sample(name, Files.readAllBytes(Samples.folder("").resolve(name)), reader(name)));
            }
        }
        return samples;
    }

    private static Map<String, byte[]> own() throws IOException {
        var own = new LinkedHashMap<String, byte[]>();
        try (var mml = ClaimsFuzzTest.class.getResourceAsStream("mml/mml23.xml")) {
            assertThat(mml).isNotNull();
            own.put("mml", mml.readAllBytes());
        }
        own.put("uke", """
                IR,2,34,1,9999999,,見本クリニック,202605,00,
                RE,1,1112,202604,見本花子,2,3300101,70,,,,,,77,
                SY,2500013,20240401,1,,,01,
                CO,21,1,810000001,毎食後
                IY,,1,620000001,3,8,14,,,,,,,,14
                GO,1,1000,99
                """.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS));
        own.put(
                "lab",
                "見本,0001,20260401,見本花子,2,,,,E,P,生化学,,1,,ＡＳＴ,H,10-40,55,U/L,023,血清,,,,\r\n"
                        .getBytes(RecordForm.WINDOWS));
        own.put(
                "plan",
                "202304,999999,0000000001,20260401,20260401,1,課題,1,長期,短期,,,1,内容,1,種別,3,所,週2回,,9,1\r\n"
                        .getBytes(RecordForm.WINDOWS));
        own.put("orca-xml", """
                <xmlio2><disease_infores type="record"><Api_Result type="string">00</Api_Result>
                <Disease_Infores type="record"><Patient_ID type="string">1</Patient_ID></Disease_Infores>
                <Disease_Information type="array"><Disease_Information_child type="record">
                <Disease_Name type="string">糖尿病</Disease_Name></Disease_Information_child></Disease_Information>
                </disease_infores></xmlio2>""".getBytes(StandardCharsets.UTF_8));
        return own;
    }

    private static Reader reader(String name) {
        if (name.startsWith("uke")) {
            return UkeFile::read;
        }
        if (name.startsWith("orca")) {
            return OrcaFile::read;
        }
        if (name.startsWith("mml")) {
            return MmlFile::read;
        }
        if (name.startsWith("lab")) {
            return LabCsvFile::read;
        }
        return name.startsWith("plan") ? bytes -> CareplanFile.read(bytes, PLAN) : LifeFile::read;
    }

    private static byte[] damage(byte[] bytes, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> flipped(bytes, random, 1 + random.nextInt(8));
            case 2 -> lines(bytes, random, true);
            case 3 -> lines(bytes, random, false);
            case 4 -> swapped(bytes, random);
            default -> flipped(Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length), random, 2);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random, int times) {
        var flipped = bytes.clone();
        for (int i = 0; i < times && flipped.length > 0; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /// A line doubled, or all of them in another order.
    private static byte[] lines(byte[] bytes, Random random, boolean doubled) {
        var lines = new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)")));
        if (doubled) {
            int at = random.nextInt(lines.size());
            lines.add(at, lines.get(at));
        } else {
            Collections.shuffle(lines, random);
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Two columns of a line change places.
    private static byte[] swapped(byte[] bytes, Random random) {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        int at = random.nextInt(lines.length);
        var columns = new ArrayList<>(Arrays.asList(lines[at].split(",", -1)));
        Collections.swap(columns, random.nextInt(columns.size()), random.nextInt(columns.size()));
        lines[at] = String.join(",", columns);
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
