package hmnet.care.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.summary.FirstLooks.FirstLine;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProcedureExtract.ProcedureItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What was done and is in the body, as an emergency reads it first.
class DoneActsTest {
    private static final FacilityId HOSPITAL = new FacilityId(1);

    private static ChartEntry done(String at, boolean ordered, String code, String name, CareState state) {
        return done(at, name, ordered, new ProcedureItem(code, "", name, "", "", "", state, ""));
    }

    private static ChartEntry done(String at, String title, boolean ordered, ProcedureItem item) {
        var moment = OffsetDateTime.parse(at);
        return new ChartEntry(
                UUID.randomUUID(),
                RecordKind.PROCEDURE,
                HOSPITAL,
                "01",
                moment,
                moment,
                Set.of(),
                false,
                false,
                title,
                new ProcedureExtract(ordered, "", List.of(item)).write());
    }

    private static DoneActs acts(List<ChartEntry> entries) {
        return DoneActs.of(
                entries,
                12,
                29,
                facility -> "見本病院",
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/").m());
    }

    @Test
    void aDialysisThreeTimesAWeekHidesNoPacemaker() {
        var entries = new ArrayList<ChartEntry>();
        entries.add(done("2019-05-20T10:00:00+09:00", false, "K597", "ペースメーカー移植術", CareState.ACTIVE));
        IntStream.rangeClosed(1, 28)
                .forEach(day -> entries.add(
                        done("2026-02-%02dT09:00:00+09:00".formatted(day), false, "J038", "人工腎臓", CareState.ACTIVE)));
        assertThat(acts(entries).lines())
                .extracting(
                        FirstLine::title, FirstLine::times, line -> line.on().toString())
                .contains(tuple("ペースメーカー移植術", 1, "2019-05-20"), tuple("人工腎臓", 28, "2026-02-28"))
                .element(0)
                .as("operations first")
                .isEqualTo(tuple("ペースメーカー移植術", 1, "2019-05-20"));
    }

    @Test
    void whereOlderRecordsMayBeItSaysHowFarItRead() {
        var one = done("2026-03-01T10:00:00+09:00", false, "", "人工腎臓", CareState.ACTIVE);
        assertThat(acts(Collections.nCopies(28, one)).readTo()).isZero();
        assertThat(acts(Collections.nCopies(29, one)).readTo()).isEqualTo(29);
    }

    @Test
    void whatHasNoNameStandsByItsTitle() {
        var item = new ProcedureItem("X1", "", "", "", "", "", CareState.ACTIVE, "");
        assertThat(acts(List.of(done("2026-03-01T10:00:00+09:00", "処置（X1）", false, item)))
                        .lines())
                .extracting(FirstLine::title)
                .containsExactly("処置（X1）");
    }

    @Test
    void anOrderAndWhatWasNotDoneNeverLookLikeADeed() {
        var entries = List.of(
                done("2026-03-01T10:00:00+09:00", true, "", "胃瘻造設術", CareState.ACTIVE),
                done("2026-03-02T10:00:00+09:00", false, "", "輸血", CareState.REFUSED),
                done("2026-03-03T10:00:00+09:00", false, "", "輸血", CareState.ACTIVE));
        assertThat(acts(entries).lines())
                .extracting(FirstLine::title)
                .containsExactly("輸血", "（拒否）輸血", "胃瘻造設術（依頼。実施の記録ではありません）");
    }

    @Test
    void whatDoesNotFitIsCounted() {
        var entries = IntStream.rangeClosed(1, 15)
                .mapToObj(n -> done("2026-03-%02dT10:00:00+09:00".formatted(n), false, "", "処置" + n, CareState.ACTIVE))
                .toList();
        assertThat(acts(entries).lines()).hasSize(12);
        assertThat(acts(entries).more()).isEqualTo(3);
    }
}
