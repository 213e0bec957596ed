package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.nsips.NsipsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A prescription of any shape, written in a format and read again, says the same; or a note names the very
/// element that the format has no place for.
class DosesInEveryFormatTest {
    private static final Facility CLINIC = new Facility("見本医院", "34", "1", "9999999");
    private static final Facility PHARMACY = new Facility("見本薬局", "34", "4", "9999998");

    @Property(tries = 400)
    void aPrescriptionAsQrSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = RandomMedicines.of(new Random(seed), MedicineAct.ORDERED);
        written(sent, () -> RxFile.write(RandomMedicines.sheet(sent), CLINIC), RxFile::read);
    }

    @Property(tries = 400)
    void aHandbookSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = RandomMedicines.of(new Random(seed), MedicineAct.DISPENSED);
        written(sent, () -> TcFile.write(List.of(RandomMedicines.sheet(sent)), PHARMACY), TcFile::read);
    }

    @Property(tries = 400)
    void aDispensingInNsipsSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = RandomMedicines.of(new Random(seed), MedicineAct.DISPENSED);
        written(sent, () -> NsipsFile.write(RandomMedicines.sheet(sent), PHARMACY), NsipsFile::read);
    }

    @FunctionalInterface
    private interface Writes {
        WrittenFile write() throws Unreadable;
    }

    @FunctionalInterface
    private interface Reads {
        FacilityFile read(byte[] bytes) throws Unreadable;
    }

    private static void written(Medicines sent, Writes writes, Reads reads) throws Unreadable {
        WrittenFile file;
        try {
            file = writes.write();
        } catch (Unreadable refused) {
            assertThat(refused.note().code()).isEqualTo("not-writable");
            assertThat(sent.drugs()).anyMatch(DosesInEveryFormatTest::hasNoAmount);
            return;
        }
        var read = (Medicines)
                reads.read(file.bytes()).sheets().getFirst().entries().getFirst();
        assertThat(read.drugs())
                .as("nothing stopped or not given is written as taken")
                .hasSize((int) sent.drugs().stream()
                        .filter(drug -> drug.status().state().isCurrent())
                        .mapToLong(drug -> drug.dosages().size())
                        .sum());
        var named = new TreeSet<String>();
        file.notes().stream()
                .filter(note -> note.code().equals("element-left-out"))
                .map(Note::field)
                .forEach(named::add);
        int n = 0;
        for (int i = 0; i < sent.drugs().size(); i++) {
            var drug = sent.drugs().get(i);
            if (!drug.status().state().isCurrent()) {
                assertThat(named)
                        .anyMatch(startsWith("drugs[" + i + "] " + drug.status().state()));
            } else if (drug.dosages().size() > 1) {
                assertThat(named).contains("drugs[" + i + "].dosages");
                n += drug.dosages().size();
            } else if (sent.drugs().stream().map(PrescribedDrug::rp).distinct().count()
                    == sent.drugs().size()) {
                same(drug, read.drugs().get(n++), named);
            }
        }
    }

    private static Predicate<String> startsWith(String path) {
        return name -> name.startsWith(path);
    }

    private static boolean hasNoAmount(PrescribedDrug drug) {
        return !drug.status().state().isCurrent()
                || drug.total().isNone()
                || drug.dosages().size() > 1;
    }

    /// Element by element, with the model's own equality; codes of units and what a reader reckons left
    /// aside.
    private static void same(PrescribedDrug sent, PrescribedDrug read, Set<String> named) {
        var dosage = sent.dosage();
        var other = read.dosage();
        equal("rp", sent.rp(), read.rp(), named);
        equal("drug", sent.drug().shown(), read.drug().shown(), named);
        equal(
                "amounts.once",
                dosage.amounts().once().shown(),
                other.amounts().once().shown(),
                named);
        equal(
                "amounts.most",
                dosage.amounts().most().shown(),
                other.amounts().most().shown(),
                named);
        equal(
                "amounts.daily",
                dosage.amounts().daily().shown(),
                other.amounts().daily().shown(),
                named);
        equal(
                "amounts.rate",
                dosage.amounts().rate().shown(),
                other.amounts().rate().shown(),
                named);
        equal("amounts.uneven", dosage.amounts().uneven(), other.amounts().uneven(), named);
        equal("amounts.substance", dosage.amounts().substance(), other.amounts().substance(), named);
        var rhythm = dosage.rhythm();
        var again = other.rhythm();
        equal("rhythm.everyDays", rhythm.everyDays(), again.everyDays(), named);
        equal("rhythm.everyWeeks", rhythm.everyWeeks(), again.everyWeeks(), named);
        equal("rhythm.timesAWeek", rhythm.timesAWeek(), again.timesAWeek(), named);
        equal("rhythm.weekdays", rhythm.weekdays(), again.weekdays(), named);
        equal("rhythm.monthDays", rhythm.monthDays(), again.monthDays(), named);
        equal("rhythm.hoursApart", rhythm.hoursApart(), again.hoursApart(), named);
        equal("rhythm.clock", rhythm.clock(), again.clock(), named);
        equal("rhythm.asNeeded", rhythm.asNeeded(), again.asNeeded(), named);
        equal("rhythm.condition", rhythm.condition(), again.condition(), named);
        equal("rhythm.limit", rhythm.limit(), again.limit(), named);
        if (rhythm.timesADay() > 0) {
            equal("rhythm.timesADay", rhythm.timesADay(), again.timesADay(), named);
        }
        equal(
                "usage.supplements",
                true,
                words(other)
                        .containsAll(dosage.usage().supplements().stream()
                                .map(Concept::shown)
                                .toList()),
                named);
        equal(
                "usage.usage",
                dosage.usage().usage().shown(),
                other.usage().usage().shown(),
                named);
        equal("period", dosage.period(), other.period(), named);
        equal("way.site", dosage.way().site().shown(), other.way().site().shown(), named);
        equal("way.method", dosage.way().method().shown(), other.way().method().shown(), named);
        equal("way.route", dosage.way().route().shown(), other.way().route().shown(), named);
        equal("].notes", true, other.notes().containsAll(dosage.notes()), named);
        equal("pack", sent.pack().shown(), read.pack().shown(), named);
        equal("instructions", Set.copyOf(sent.instructions()), Set.copyOf(read.instructions()), named);
        equal("notes", true, read.notes().containsAll(sent.notes()), named);
        if (!sent.total().isNone()) {
            equal("total", sent.total().shown(), read.total().shown(), named);
        }
    }

    /// All that stands beside an instruction in words.
    private static List<String> words(Dosage dosage) {
        var words = new ArrayList<String>(dosage.notes());
        dosage.usage().supplements().stream().map(Concept::shown).forEach(words::add);
        words.add(String.join(" ", words));
        return words;
    }

    private static void equal(String path, Object sent, Object read, Set<String> named) {
        if (!sent.equals(read)) {
            assertThat(named).as("%s: %s is read as %s", path, sent, read).anyMatch(name -> name.contains(path));
        }
    }
}
