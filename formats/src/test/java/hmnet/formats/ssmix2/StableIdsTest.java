package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.model.chart.Part;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Ids that survive a new version of their source.
class StableIdsTest {
    private static final Pattern ID = Pattern.compile("\"fullUrl\":\"[^\"]*/([^\"/]+)\"");

    /// The ids of all resources in all rows, sorted.
    private static List<String> ids(List<Part> parts) {
        var ids = new ArrayList<String>();
        for (var part : parts) {
            var matcher = ID.matcher(new String(part.bundle(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids.stream().sorted().toList();
    }

    private static List<String> diagnoses(Diagnosis... diagnoses) throws BadStorage {
        var message = Ssmix2Messages.diagnoses(Invented.HEADER, Invented.PATIENT, List.of(diagnoses));
        return ids(Invented.read(StorageKind.PPR_01, message).parts(Invented.IDS));
    }

    private static List<String> results(LabItem... items) throws BadStorage {
        return ids(Invented.read(StorageKind.OML_11, Invented.labResult(items)).parts(Invented.IDS));
    }

    private static List<String> drugs(Rp rp) throws BadStorage {
        return ids(Invented.read(StorageKind.OMP_01, Invented.prescription(Invented.ORDER, rp))
                .parts(Invented.IDS));
    }

    @Test
    void aNewVersionThatReordersItsItemsKeepsTheirIds() throws BadStorage {
        var one = Invented.diagnosis("P1", "高血圧症", "I10");
        var two = Invented.diagnosis("P2", "糖尿病", "E14");
        assertThat(diagnoses(two, one)).isEqualTo(diagnoses(one, two)).hasSize(2);
        assertThat(results(Invented.protein("7", "F"), Invented.ast("1", "F")))
                .isEqualTo(results(Invented.ast("2", "C"), Invented.protein("8", "F")))
                .hasSize(6);
        var first = Invented.rp("1", 14, Invented.drug("1", "甲錠"), Invented.drug("2", "乙錠"));
        var second = Invented.rp("1", 28, Invented.drug("2", "乙錠"), Invented.drug("1", "甲錠"));
        assertThat(drugs(second)).isEqualTo(drugs(first)).hasSize(2);
    }

    @Test
    void aNewVersionWithMoreItemsKeepsTheIdsOfTheOldOnes() throws BadStorage {
        var one = Invented.diagnosis("P1", "高血圧症", "I10");
        assertThat(diagnoses(Invented.diagnosis("P0", "糖尿病", "E14"), one)).containsAll(diagnoses(one));
        assertThat(results(Invented.hiv(), Invented.ast("1", "F"))).containsAll(results(Invented.ast("1", "F")));
    }

    @Test
    void oneKeyForSeveralItemsLosesNone() throws BadStorage {
        var stomach = Invented.diagnosis("SAME", "胃炎", "K297");
        var heart = Invented.diagnosis("SAME", "狭心症", "I209");
        assertThat(diagnoses(stomach, heart, stomach)).hasSize(3).doesNotHaveDuplicates();
        assertThat(results(Invented.ast("1", "F"), Invented.ast("2", "F")))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }
}
