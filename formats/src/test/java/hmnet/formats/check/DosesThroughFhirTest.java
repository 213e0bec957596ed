package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Prescriptions of any shape through FHIR: which elements do not come back as they went. The list names every one, and
/// each is named by a note; who mends one takes it out, and nobody adds one unseen.
class DosesThroughFhirTest {
    private static final int SEEDS = 300;
    private static final Set<String> FHIR = Set.of(
            "ADMINISTERED at",
            "ADMINISTERED drugs.dosages.amounts.once",
            "ADMINISTERED drugs.dosages.usage.supplements",
            "ADMINISTERED drugs.dosages.usage.usage.codes",
            "ADMINISTERED drugs.total",
            "DISPENSED drugs.dosages.amounts.once",
            "DISPENSED drugs.dosages.rhythm.timesADay",
            "ORDERED drugs.dosages.amounts.once",
            "ORDERED drugs.dosages.rhythm.timesADay",
            "STATED at",
            "STATED drugs.dosages.amounts.once",
            "STATED drugs.dosages.rhythm.timesADay",
            "STATED drugs.total");

    /// An administration and a statement have no place for a total, an administration none for a usage code
    /// and what is beside it, and their own time is that of the order. All else that is lost here is at odds
    /// with itself: one time that is not the least of uneven ones, clock times that are not as many as the
    /// usage says.
    @Test
    void whatFhirDoesNotBringBackIsNamed() throws Unreadable {
        var named = new TreeSet<String>();
        for (var act : MedicineAct.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                var sent = RandomMedicines.of(new Random(seed), act);
                var notes = LeftOutOfFhir.of(List.of(RandomMedicines.sheet(sent)));
                var names = notes.stream().map(Note::field).toList();
                names.forEach(name -> named.add(act + " " + name.replaceAll("\\[\\d+]", "")));
                var file = FhirFile.read(
                        OneBundle.of(new OnlySheets(List.of(RandomMedicines.sheet(sent))), CheckedFile.ids("x")));
                var read = RandomMedicines.drugs(file.plainSheets());
                assertThat(read).hasSameSizeAs(sent.drugs());
                for (int n = 0; n < sent.drugs().size(); n++) {
                    var drug = sent.drugs().get(n);
                    var left = ElementsLeftOut.of("drugs[" + n + "]", drug, RandomMedicines.same(drug, read));
                    assertThat(names)
                            .containsAll(left.stream()
                                    .map(ElementsLeftOut.Element::path)
                                    .toList());
                }
            }
        }
        assertThat(named).isSubsetOf(FHIR);
    }
}
