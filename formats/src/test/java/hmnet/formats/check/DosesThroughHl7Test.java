package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.Storages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// Prescriptions of any shape through HL7 and SS-MIX2 (処方の往復): each element comes back as it went, or a note of
/// the writer names it.
class DosesThroughHl7Test {
    private static final int SEEDS = 300;

    /// What has no place in a message beside others that have it: named by a note, listed in formats.md.
    private static final Set<String> NAMED =
            Set.of("department.code", "drugs.dosages.rhythm.timesADay", "drugs.dosages.way.method.codes");

    @FunctionalInterface
    private interface DoseReading {
        List<Sheet> of(WrittenFile written) throws Unreadable;
    }

    @FunctionalInterface
    private interface DoseWriting {
        WrittenFile of(List<Sheet> sheets) throws Unreadable;
    }

    @Test
    void everyElementComesBackFromHl7OrIsNamed() throws Unreadable {
        var named = new TreeSet<String>();
        assertThat(silent(Hl7File::write, DosesThroughHl7Test::messages, named)).isEmpty();
        assertThat(named).isSubsetOf(NAMED);
    }

    @Test
    void everyElementComesBackFromAStorageOrIsNamed() throws Unreadable {
        var named = new TreeSet<String>();
        assertThat(silent(Storages::write, DosesThroughHl7Test::stored, named)).isEmpty();
        assertThat(named).isSubsetOf(NAMED);
    }

    private static List<Sheet> messages(WrittenFile written) throws Unreadable {
        return Hl7File.read(written.bytes()).sheets();
    }

    private static List<Sheet> stored(WrittenFile written) throws Unreadable {
        var sheets = new ArrayList<Sheet>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(written.bytes()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                sheets.addAll(
                        Readers.read(entry.getName(), archive.readAllBytes()).sheets());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }

    /// @param named gets what the writer names
    private static Set<String> silent(DoseWriting writing, DoseReading reading, Set<String> named) throws Unreadable {
        var silent = new TreeSet<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var sent = RandomMedicines.of(new Random(seed), MedicineAct.ORDERED);
            var written = writing.of(List.of(sheet(sent)));
            var told = written.notes().stream()
                    .filter(note -> note.code().equals("element-left-out"))
                    .map(note -> note.field())
                    .collect(Collectors.toSet());
            told.forEach(path -> named.add(plain(path)));
            var read = RandomMedicines.drugs(reading.of(written));
            assertThat(read).hasSameSizeAs(sent.drugs());
            for (int n = 0; n < sent.drugs().size(); n++) {
                var path = "drugs[" + n + "]";
                var drug = sent.drugs().get(n);
                ElementsLeftOut.of(path, drug, RandomMedicines.same(drug, read)).stream()
                        .map(ElementsLeftOut.Element::path)
                        .filter(element -> !told.contains(element))
                        .forEach(silent::add);
            }
        }
        return silent;
    }

    private static String plain(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static Sheet sheet(Medicines sent) {
        var sheet = RandomMedicines.sheet(sent);
        return new Sheet(
                "0000001",
                sheet.person(),
                null,
                sheet.source(),
                sheet.version(),
                sheet.at(),
                false,
                false,
                sheet.entries());
    }
}
