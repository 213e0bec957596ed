package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.fhir.Rows;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.StayStep;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Steps of a stay, meals, examinations and their reports as rows.
class StayStepsTest {
    private static Part only(StorageKind kind) throws BadStorage {
        var message = Objects.requireNonNull(Invented.messages().get(kind));
        var parts = Invented.read(kind, message).parts(Invented.IDS);
        assertThat(parts).hasSize(1);
        return parts.getFirst();
    }

    private static StayExtract stay(StorageKind kind) throws BadStorage {
        var part = only(kind);
        assertThat(part.kind()).isEqualTo(RecordKind.ADMISSION);
        return (StayExtract) Extract.read(part.kind(), part.extract());
    }

    @Test
    void eachStepOfAStaySaysWhatItIs() throws BadStorage {
        var words = Map.of(
                StorageKind.ADT_01, "doctor",
                StorageKind.ADT_21, "admission-planned",
                StorageKind.ADT_31, "leave",
                StorageKind.ADT_32, "returned",
                StorageKind.ADT_41, "move-planned",
                StorageKind.ADT_42, "moved",
                StorageKind.ADT_51, "discharge-planned");
        for (var word : words.entrySet()) {
            var stay = stay(word.getKey());
            assertThat(stay.event()).isEqualTo(word.getValue());
            assertThat(stay.at()).isEqualTo(Invented.NOW.withNano(0));
            assertThat(stay.dischargedAt()).isNull();
        }
        assertThat(stay(StorageKind.ADT_41).ward()).isEqualTo("５西");
        assertThat(stay(StorageKind.ADT_42).ward()).isEqualTo("３東-301-1");
    }

    @Test
    void aPlannedDischargeDoesNotBeginAStay() throws BadStorage {
        var encounter = new String(only(StorageKind.ADT_51).bundle(), StandardCharsets.UTF_8);
        assertThat(encounter)
                .contains("\"status\":\"in-progress\"")
                .contains("2026-03-23")
                .doesNotContain("\"end\"");
    }

    @Test
    void aStepTakenBackDeletes() throws BadStorage {
        for (var kind : Map.of(
                        StorageKind.ADT_21,
                        StayStep.StayStepKind.ADMISSION_PLANNED,
                        StorageKind.ADT_31,
                        StayStep.StayStepKind.LEAVE)
                .entrySet()) {
            var step = new StayStep(Invented.STAY, Invented.NOW, "");
            var message = Ssmix2Messages.stayStepDeleted(Invented.HEADER, Invented.PATIENT, step, kind.getValue());
            var file = Invented.read(kind.getKey(), message);
            assertThat(file.deletes()).isTrue();
            assertThat(file.parts(Invented.IDS)).isEmpty();
            assertThat(file.sheet().entries()).isEmpty();
        }
    }

    @Test
    void aMealSaysHowOftenAndUntilWhen() throws BadStorage {
        var part = only(StorageKind.OMD);
        assertThat(part.kind()).isEqualTo(RecordKind.PROCEDURE);
        assertThat(part.title()).isEqualTo("食事 五分粥");
        var extract = (ProcedureExtract) Extract.read(part.kind(), part.extract());
        assertThat(extract.ordered()).isTrue();
        assertThat(extract.items().getFirst().said()).isEqualTo("１日３回 2026/4/1 10:20から2026/4/2 10:20 塩分控えめ");
    }

    @Test
    void anExaminationDoneNamesItsImages() throws BadStorage {
        var part = only(StorageKind.OMG_11);
        var extract = (ProcedureExtract) Extract.read(part.kind(), part.extract());
        assertThat(extract.ordered()).isFalse();
        assertThat(extract.items())
                .extracting(ProcedureExtract.ProcedureItem::name)
                .contains("胸部単純撮影", "胸部正面");
        assertThat(part.codes()).anyMatch(code -> code.code().equals("1.2.392.999999.1.1"));
        assertThat(part.occurredAt()).isEqualTo(Invented.NOW.minusHours(1).withNano(0));
    }

    @Test
    void aPhysiologicalFindingIsAReportInWordsAndNumbers() throws BadStorage {
        var part = only(StorageKind.OMG_13);
        assertThat(part.kind()).isEqualTo(RecordKind.REPORT);
        assertThat(new String(part.extract(), StandardCharsets.UTF_8))
                .contains("洞調律")
                .contains("心拍数: 72 /min");
    }

    @Test
    void theSheetOfAFileBecomesTheSameRowsAsTheFile() throws BadStorage {
        var kinds = new EnumMap<StorageKind, List<RecordKind>>(StorageKind.class);
        for (var message : Invented.messages().entrySet()) {
            var file = Invented.read(message.getKey(), message.getValue());
            var fast = file.parts(Invented.IDS).stream()
                    .filter(part -> part.kind() != RecordKind.PROFILE)
                    .toList();
            var told = Rows.of(file.sheet(), Invented.IDS);
            kinds.put(message.getKey(), told.stream().map(Part::kind).toList());
            for (var part : fast) {
                assertThat(told).as(message.getKey().code()).anySatisfy(other -> {
                    assertThat(other.kind()).isEqualTo(part.kind());
                    assertThat(other.labels()).isEqualTo(part.labels());
                    assertThat(other.occurredAt()).isEqualTo(part.occurredAt());
                    // An allergy in the words of all formats has no coding system.
                    assertThat(part.kind() == RecordKind.ALLERGY
                                    || other.codes().containsAll(part.codes()))
                            .isTrue();
                });
            }
        }
        assertThat(kinds).hasSize(StorageKind.values().length);
    }
}
