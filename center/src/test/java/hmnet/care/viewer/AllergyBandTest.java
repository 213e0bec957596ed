package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.AllergyBand.AllergyLine;
import hmnet.care.viewer.AllergyBand.AllergySource;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergySeverity;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the band of a chart shows of allergies at once, and what it folds.
class AllergyBandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private static AllergyNote note(AllergyState state, AllergySeverity severity, String facility, String what) {
        return new AllergyNote(state, severity, facility, what, DAY);
    }

    private static AllergyNote present(String facility, String what) {
        return note(AllergyState.PRESENT, AllergySeverity.UNMARKED, facility, what);
    }

    @Test
    void theSameWordsOfTwoFacilitiesStandOnceWithBothOfThem() {
        var band = AllergyBand.of(List.of(present("見本病院", "ソバ（発疹）"), present("ひな形診療所", "ソバ（発疹）")));
        assertThat(band.shown())
                .singleElement()
                .extracting(AllergyLine::sources)
                .isEqualTo(List.of(new AllergySource("見本病院", DAY), new AllergySource("ひな形診療所", DAY)));
    }

    @Test
    void anotherSeverityStateOrReactionIsNeverMerged() {
        var band = AllergyBand.of(List.of(
                present("見本病院", "ソバ"),
                note(AllergyState.PRESENT, AllergySeverity.SEVERE, "ひな形診療所", "ソバ"),
                note(AllergyState.REFUTED, AllergySeverity.UNMARKED, "例示医院", "ソバ"),
                present("架空病院", "ソバ（発疹）")));
        assertThat(band.shown()).hasSize(4).allMatch(line -> line.sources().size() == 1);
        assertThat(band.shown().getFirst().severity()).as("severe first").isEqualTo(AllergySeverity.SEVERE);
    }

    @Test
    void whatIsSevereIsNeverFoldedHoweverManyThereAre() {
        var notes = new ArrayList<AllergyNote>();
        for (int n = 0; n < 12; n++) {
            notes.add(present("見本病院", "食物 " + n));
        }
        for (int n = 0; n < 9; n++) {
            notes.add(note(AllergyState.PRESENT, AllergySeverity.ANAPHYLAXIS, "見本病院", "薬 " + n));
        }
        var band = AllergyBand.of(notes);
        assertThat(band.shown()).filteredOn(line -> line.severity().marked()).hasSize(9);
        assertThat(band.folded()).hasSize(12).noneMatch(line -> line.severity().marked());
        assertThat(Stream.concat(band.shown().stream(), band.folded().stream())).hasSize(21);
    }

    @Test
    void aBandOfNobodysWordsSaysThatNothingCame() {
        assertThat(AllergyBand.of(List.of()).shown())
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(AllergyState.NOTHING_RECEIVED));
    }

    @Test
    void theFoldNamesTheStatesThatItHolds() {
        var band = AllergyBand.of(List.of(
                present("見本病院", "卵"),
                note(AllergyState.PAST, AllergySeverity.UNMARKED, "見本病院", "乳"),
                note(AllergyState.WITHHELD, AllergySeverity.UNMARKED, "ひな形診療所", "規則により非表示"),
                new AllergyNote(AllergyState.DENIED, "例示医院", null, DAY),
                new AllergyNote(AllergyState.NOTHING_RECEIVED, "架空病院", null, null)));
        assertThat(band.shown()).extracting(AllergyLine::what).containsExactly("卵");
        assertThat(band.foldedStates())
                .isEqualTo(Map.of(
                        AllergyState.PAST, 1L,
                        AllergyState.WITHHELD, 1L,
                        AllergyState.DENIED, 1L,
                        AllergyState.NOTHING_RECEIVED, 1L));
        assertThat(band.foldsWithheld()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SV, '', PRESENT, SEVERE",
        "重度, 発疹, UNCONFIRMED, SEVERE",
        "'', アナフィラキシーショック, PRESENT, ANAPHYLAXIS",
        "'', アナフィラキシーなし, PRESENT, UNMARKED",
        "U, '', PRESENT, UNMARKED",
        "重症度不明, '', PRESENT, UNMARKED",
        "SV, アナフィラキシー, REFUTED, UNMARKED",
        "SV, '', RESOLVED, UNMARKED"
    })
    void onlyWhatItsSenderCallsSevereAndWarnsIsMarked(
            String severity, String reaction, AllergyStatus status, AllergySeverity marked) {
        var item =
                new AllergyItem("FA", "ソバ", "", "", severity, reaction, "", status, AllergyType.UNSAID, "", List.of());
        assertThat(AllergyWords.marked(item)).isEqualTo(marked);
    }
}
