package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Sheets of any format written as SS-MIX2 and as HL7, and read again.
class SheetWriterTest {
    private static final Demographics PERSON = new Demographics(
            "架空", "花子", "カクウ", "ハナコ", LocalDate.of(1950, 2, 28), "female", "730-0000", "広島県架空市", "", null);

    private static Sheet sheet(hmnet.formats.model.chart.Entry... entries) {
        return new Sheet(
                "0001234567", PERSON, null, "S1", "20260401102030", Invented.NOW, false, false, List.of(entries));
    }

    private static List<FacilityFile> written(Sheet sheet) throws Unreadable {
        var read = new ArrayList<FacilityFile>();
        for (var file : SheetWriter.write(List.of(sheet)).files()) {
            var again = Storages.read(file.bytes(), file.path());
            assertThat(again.notes()).as(file.path()).isEmpty();
            read.add(again);
        }
        return read;
    }

    @Test
    void whatAStorageTellsIsWrittenAsTheSameKindsOfRowsAgain() throws Exception {
        var unsaid = new EnumMap<StorageKind, String>(StorageKind.class);
        for (var message : Invented.messages().entrySet()) {
            var sheet = Invented.read(message.getKey(), message.getValue()).sheet();
            var writer = SheetWriter.write(List.of(sheet));
            writer.notes().forEach(note -> unsaid.put(message.getKey(), note.code()));
            var before = hmnet.formats.fhir.Rows.of(sheet, Invented.IDS).stream()
                    .map(Part::kind)
                    .toList();
            var after = new ArrayList<RecordKind>();
            for (var file : written(sheet)) {
                for (var again : file.sheets()) {
                    after.addAll(hmnet.formats.fhir.Rows.of(again, Invented.IDS).stream()
                            .map(Part::kind)
                            .toList());
                }
            }
            if (writer.notes().isEmpty()) {
                assertThat(after).as(message.getKey().code()).containsExactlyInAnyOrderElementsOf(before);
            }
        }
        assertThat(unsaid)
                .as("meals have no code that says so; words of orders are named")
                .containsOnlyKeys(StorageKind.OMD, StorageKind.OMG_01, StorageKind.OMG_02, StorageKind.OMG_03);
    }

    @Test
    void aPharmacysDispensingBecomesAnOrderThatWasDone() throws Unreadable {
        var yj = new Concept("架空錠５ｍｇ", List.of(new Code("urn:oid:1.2.392.100495.20.1.73", "1234567F1020", "架空錠５ｍｇ")));
        var drug = PrescribedDrug.of(
                "1",
                yj,
                Amount.NONE,
                Amount.of("3", "錠"),
                "１日３回毎食後",
                "",
                14,
                false,
                LocalDate.of(2026, 4, 1),
                Amount.of("42", "錠"),
                Concept.NONE,
                List.of());
        var told = Medicines.of(
                "RX9",
                Invented.NOW,
                Medicines.MedicineAct.DISPENSED,
                false,
                "",
                "内科",
                "架空一郎",
                "架空医院",
                List.of(drug),
                List.of(),
                false,
                Set.of());
        var file = written(sheet(told)).getFirst();
        assertThat(file.kind()).isEqualTo("OMP-11");
        var again = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(again.drugs().getFirst().drug().code("urn:oid:1.2.392.100495.20.1.73"))
                .isEqualTo("1234567F1020");
        assertThat(again.drugs().getFirst().dose().value()).isEqualTo("42");
    }

    @Test
    void aDocumentGoesIntoTheExtendedStorageWithItsBytes() throws Unreadable {
        var bytes = "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var paper = new Paper(
                "D1",
                Invented.NOW,
                Paper.PaperKind.DOCUMENT,
                Concept.of("http://loinc.org", "57133-1", "紹介状"),
                "紹介状",
                "",
                "",
                List.of(),
                "application/pdf",
                bytes,
                CareStatus.ACTIVE,
                Set.of());
        var file = written(sheet(paper)).getFirst();
        assertThat(file).isInstanceOf(ExtendedFile.class);
        var again = (Paper) file.sheets().getFirst().entries().getFirst();
        assertThat(again.content()).isEqualTo(bytes);
        assertThat(again.type().code("http://loinc.org")).isEqualTo("57133-1");
    }

    @Test
    void whatCannotBeSaidIsSaidSo() throws BadStorage, Unreadable {
        var nobody = new Sheet("", PERSON, null, "S", "1", Invented.NOW, false, true, List.of());
        assertThat(SheetWriter.write(List.of(nobody)).notes())
                .extracting(Note::code)
                .containsExactly("not-written");
        var written = Hl7File.write(List.of(
                Invented.read(StorageKind.OMP_01, Invented.messages().getOrDefault(StorageKind.OMP_01, new byte[0]))
                        .sheet(),
                sheet(new Paper(
                        "D",
                        Invented.NOW,
                        Paper.PaperKind.DOCUMENT,
                        Concept.of("文書"),
                        "文書",
                        "",
                        "",
                        List.of(),
                        "",
                        new byte[0],
                        CareStatus.ACTIVE,
                        Set.of()))));
        assertThat(written.notes()).extracting(Note::code).containsExactly("not-written");
        assertThat(read(written.bytes()).kind()).isEqualTo("RDE^O11");
    }

    private static Hl7File read(byte[] bytes) {
        try {
            return Hl7File.read(bytes);
        } catch (Unreadable bad) {
            throw new AssertionError(bad);
        }
    }
}
