package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two ways lead from a message of the standard storage to rows (ADR 0037): straight, as the storage is filed, and
/// over the words of all formats, as HL7 files are. Readers must see the same on both.
class RoadsTest {
    /// Of a patient's own row other formats have no words.
    private static final Set<StorageKind> PROFILE = EnumSet.of(StorageKind.ADT_00);

    /// What was given is a row for each time over the words of all formats, and one for the order on the straight way.
    private static final Set<StorageKind> GIVEN = EnumSet.of(StorageKind.OMP_11, StorageKind.OMP_12);

    @Test
    void eachKindIsKeyedTitledAndDrawnTheSameOnBothRoads() throws BadStorage {
        for (var message : Invented.messages().entrySet()) {
            if (!PROFILE.contains(message.getKey()) && !GIVEN.contains(message.getKey())) {
                same(message.getKey(), message.getValue());
            }
        }
    }

    @Test
    void resultsWithLabelsOfTheirOwnAreTitledTheSame() throws BadStorage {
        same(StorageKind.OML_11, Invented.labResult(Invented.ast("52", "F")));
        same(
                StorageKind.OML_11,
                Invented.labResult(Invented.ast("52", "P"), Invented.protein("7.0", "C"), Invented.hiv()));
    }

    @Test
    void ordersOfSeveralDrugsAreTitledTheSame() throws BadStorage {
        var one = Invented.drug("100000001", "架空錠５ｍｇ");
        var other = Invented.drug("100000002", "架空カプセル");
        same(
                StorageKind.OMP_01,
                Invented.prescription(Invented.ORDER, Invented.rp("1", 7, one, other), Invented.rp("2", 14, one)));
    }

    @Test
    void whatWasGivenIsTitledByItsFirstDrugOnBothRoads() throws BadStorage {
        for (var kind : GIVEN) {
            var file = example(kind);
            var straight = file.parts(Invented.IDS).getFirst();
            assertThat(Rows.of(file.sheet(), Invented.IDS)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.kind()).isEqualTo(straight.kind());
                assertThat(straight.title()).startsWith(row.title());
            });
        }
    }

    @Test
    void allergiesOfThePatientMasterAreTheSame() throws BadStorage {
        for (var kind : PROFILE) {
            var file = example(kind);
            assertThat(told(allergies(file.parts(Invented.IDS))))
                    .isNotEmpty()
                    .isEqualTo(told(allergies(Rows.of(file.sheet(), Invented.IDS))));
        }
    }

    private static StorageFile example(StorageKind kind) throws BadStorage {
        return Invented.read(kind, Objects.requireNonNull(Invented.messages().get(kind)));
    }

    private static void same(StorageKind kind, byte[] message) throws BadStorage {
        var file = Invented.read(kind, message);
        assertThat(told(Rows.of(file.sheet(), Invented.IDS)))
                .as(kind.code())
                .isNotEmpty()
                .isEqualTo(told(file.parts(Invented.IDS)));
    }

    private static List<Part> allergies(List<Part> rows) {
        return rows.stream().filter(row -> row.kind() == RecordKind.ALLERGY).toList();
    }

    /// What a reader of the chart sees of each row before its content.
    private static List<String> told(List<Part> rows) {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        row.kind().name(),
                        row.key(),
                        row.occurredAt().toString(),
                        row.labels().toString(),
                        row.title(),
                        new String(row.extract(), StandardCharsets.UTF_8)))
                .sorted()
                .toList();
    }
}
