package hmnet.care.drughistory;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.coded;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.drughistory.HistoryRows.RowEntries;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What was prescribed and what was dispensed stand side by side.
class DispensingLinksTest {
    private static final FacilityId PHARMACY = new FacilityId(3);
    private static final DrugItem DRUG =
            coded(CodingSystems.YJ, "2171022F2029", "アムロジピン錠5mg", "1", 28, CareState.ACTIVE);
    private static final DrugItem GENERIC =
            coded(CodingSystems.YJ, "2171022F2150", "アムロジピン錠5mg「例示」", "1", 28, CareState.ACTIVE);
    private static final DrugItem OTHER = coded("", "", "試験散", "1", 7, CareState.ACTIVE);

    private static ChartEntry prescribed(FacilityId facility, String day, DrugItem... items) {
        return Filed.medicines(PRESCRIPTION, facility, day + "T09:00", "", items);
    }

    private static ChartEntry dispensed(String day, String place, DrugItem... items) {
        return Filed.medicines(DISPENSING, PHARMACY, day + "T15:00", place, items);
    }

    private static Map<UUID, ChartEntry> links(ChartEntry... entries) {
        return DispensingLinks.of(List.of(entries), Map.of(), Filed::name);
    }

    @Test
    void aDispensingAnswersThePrescriptionOfTheDaysBeforeWithADrugInCommon() {
        var older = prescribed(HOSPITAL, "2026-10-23", DRUG);
        var order = prescribed(HOSPITAL, "2026-11-20", DRUG, OTHER);
        var answer = dispensed("2026-11-21", "", GENERIC);
        assertThat(links(answer, order, older)).containsExactly(Map.entry(answer.id(), order));
        var late = dispensed("2026-11-28", "", GENERIC);
        assertThat(links(late, order, older)).isEmpty();
        assertThat(links(dispensed("2026-11-21", "", coded("", "", "別の薬", "1", 7, CareState.ACTIVE)), order))
                .isEmpty();
    }

    @Test
    void whereADispenserNamesAnotherFacilityItAnswersNoneOfThisOne() {
        var order = prescribed(HOSPITAL, "2026-11-20", DRUG);
        assertThat(links(dispensed("2026-11-20", "ひな形診療所", DRUG), order)).isEmpty();
        assertThat(links(dispensed("2026-11-20", "見本病院", DRUG), order)).hasSize(1);
    }

    @Test
    void aNumberThatBothBearOutweighsTheDays() {
        var order = prescribed(HOSPITAL, "2026-10-01", DRUG);
        var nearer = prescribed(CLINIC, "2026-11-20", DRUG);
        var answer = dispensed("2026-11-21", "", DRUG);
        assertThat(DispensingLinks.of(
                        List.of(order, nearer, answer), Map.of(answer.id(), Set.of(order.id())), Filed::name))
                .containsExactly(Map.entry(answer.id(), order));
    }

    @Test
    void eachEntryOfAPageStandsInARow() {
        var order = prescribed(HOSPITAL, "2026-11-20", DRUG);
        var answer = dispensed("2026-11-21", "", GENERIC);
        var alone = dispensed("2026-11-10", "", OTHER);
        var late = dispensed("2026-10-24", "", GENERIC);
        var onNextPage = prescribed(HOSPITAL, "2026-10-23", DRUG);
        var all = List.of(answer, order, alone, late, onNextPage);
        var rows = HistoryRows.of(
                List.of(answer, order, alone, late), all, DispensingLinks.of(all, Map.of(), Filed::name));
        assertThat(rows)
                .extracting(RowEntries::prescribed, RowEntries::dispensed)
                .containsExactly(
                        tuple(order, List.of(answer)), tuple(null, List.of(alone)), tuple(onNextPage, List.of(late)));
    }
}
