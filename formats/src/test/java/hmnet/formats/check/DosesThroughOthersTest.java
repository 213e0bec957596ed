package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Prescriptions of any shape through HL7 and FHIR: which elements do not come back as they went. The lists name
/// every one; who mends one takes it out, and nobody adds one unseen.
class DosesThroughOthersTest {
    private static final int SEEDS = 300;
    private static final Set<String> HL7 = Set.of(
            "dosages.amounts.daily",
            "dosages.amounts.most",
            "dosages.amounts.rate",
            "dosages.amounts.substance",
            "dosages.amounts.uneven",
            "dosages.amounts.uneven.amount",
            "dosages.amounts.uneven.when",
            "dosages.notes",
            "dosages.rhythm.asNeeded",
            "dosages.rhythm.everyWeeks",
            "dosages.rhythm.limit.amount",
            "dosages.rhythm.limit.per",
            "dosages.rhythm.timesADay",
            "dosages.way.method",
            "dosages.way.method.codes",
            "dosages.way.route",
            "dosages.way.site",
            "instructions",
            "notes");
    private static final Set<String> FHIR = Set.of(
            "dosages.amounts.most",
            "dosages.amounts.once",
            "dosages.amounts.rate",
            "dosages.amounts.substance",
            "dosages.amounts.uneven",
            "dosages.amounts.uneven.amount",
            "dosages.amounts.uneven.when",
            "dosages.notes",
            "dosages.period.times",
            "dosages.rhythm.asNeeded",
            "dosages.rhythm.hoursApart",
            "dosages.rhythm.limit.words",
            "dosages.rhythm.monthDays",
            "instructions",
            "notes",
            "pack");

    /// A file that is nothing but its sheets.
    private record OnlySheets(List<Sheet> sheets) implements FacilityFile {
        @Override
        public Format format() {
            return Format.OTHER;
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public String kind() {
            return "";
        }

        @Override
        public List<Note> notes() {
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Way {
        List<Sheet> there(Sheet sheet) throws Unreadable;
    }

    @Test
    void whatHl7DoesNotBringBackIsKnown() throws Unreadable {
        assertThat(gaps(sheet ->
                        Hl7File.read(Hl7File.write(List.of(sheet)).bytes()).sheets()))
                .isSubsetOf(HL7);
    }

    @Test
    void whatFhirDoesNotBringBackIsKnown() throws Unreadable {
        assertThat(gaps(sheet -> FhirFile.read(OneBundle.of(new OnlySheets(List.of(sheet)), CheckedFile.ids("x")))
                        .plainSheets()))
                .isSubsetOf(FHIR);
    }

    private static Set<String> gaps(Way way) throws Unreadable {
        var gaps = new TreeSet<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var sent = RandomMedicines.of(new Random(seed), MedicineAct.ORDERED);
            var read = drugs(way.there(RandomMedicines.sheet(sent)));
            if (read.size() == sent.drugs().size()) {
                for (var drug : sent.drugs()) {
                    ElementsLeftOut.of("", drug, same(drug, read))
                            .forEach(element -> gaps.add(element.path().replaceAll("\\[\\d+]", "")));
                }
            } else {
                gaps.add("drugs");
            }
        }
        return gaps;
    }

    /// Messages stand in an order of their own.
    private static PrescribedDrug same(PrescribedDrug drug, List<PrescribedDrug> read) {
        return read.stream()
                .filter(other -> other.drug().shown().equals(drug.drug().shown()))
                .findFirst()
                .orElseThrow();
    }

    private static List<PrescribedDrug> drugs(List<Sheet> sheets) {
        var drugs = new ArrayList<PrescribedDrug>();
        sheets.stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(Medicines.class::isInstance)
                .forEach(entry -> drugs.addAll(((Medicines) entry).drugs()));
        return drugs;
    }
}
