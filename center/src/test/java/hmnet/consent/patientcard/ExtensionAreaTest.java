package hmnet.consent.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.patientcard.ExtensionArea.AreaResult;
import hmnet.consent.patientcard.ExtensionArea.WriteResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A simulated card in the reader: what is written is read back, and what is not whole is said to be damaged.
class ExtensionAreaTest {
    private static final Area.CardChartNumber HERE = new Area.CardChartNumber("3410000001", "0001234");
    private static final Area.CardChartNumber THERE = new Area.CardChartNumber("3410000002", "A-99");

    private static Area area(Area.CardChartNumber... numbers) {
        return new Area(CommonKey.random(), List.of(numbers));
    }

    private static Area full(int numbers) {
        var area = area();
        for (var n = 0; n < numbers; n++) {
            area = area.with(new Area.CardChartNumber("%010d".formatted(n), "N" + n));
        }
        return area;
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var card = SimulatedCard.of(2048);
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.Blank());
        var area = area(HERE).with(THERE).with(new Area.CardChartNumber(HERE.facility(), "0009999"));
        assertThat(ExtensionArea.write(card, area)).isEqualTo(WriteResult.WRITTEN);
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.Found(area));
        assertThat(area.numberAt(HERE.facility())).contains("0009999");
        assertThat(area.numbers()).hasSize(2);
        var many = full(70);
        assertThat(ExtensionArea.write(card, many))
                .as("longer than one command")
                .isEqualTo(WriteResult.WRITTEN);
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.Found(many));
    }

    @Test
    void theLayoutIsTheOneInTheReference() {
        var bytes = area(THERE).written();
        assertThat(bytes).hasSize(52).startsWith('H', 'M', 'X', 1, 1, 0);
        assertThat(new String(bytes, 26, 10, StandardCharsets.US_ASCII)).isEqualTo("3410000002");
        assertThat(bytes[36]).isEqualTo((byte) 4);
        assertThat(new String(bytes, 37, 4, StandardCharsets.US_ASCII)).isEqualTo("A-99");
        assertThat(bytes[41]).isZero();
    }

    @Test
    void aFullAreaIsLeftAsItWas() throws IOException {
        var card = SimulatedCard.of(26 + 26 * 3);
        var three = full(3);
        assertThat(ExtensionArea.write(card, three)).isEqualTo(WriteResult.WRITTEN);
        assertThat(ExtensionArea.write(card, three.with(HERE))).isEqualTo(WriteResult.FULL);
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.Found(three));
        assertThat(ExtensionArea.write(SimulatedCard.of(10), area())).isEqualTo(WriteResult.FULL);
    }

    @Test
    void anAreaThatIsCutOffOrChangedIsDamaged() throws IOException {
        for (var length : new int[] {0, 5, 25, 26, 27, 51, 77}) {
            var card = SimulatedCard.of(1024);
            ExtensionArea.write(card, area(HERE, THERE));
            card.cutOff(length);
            assertThat(ExtensionArea.read(card)).as("%d bytes", length).isEqualTo(new AreaResult.Damaged());
        }
        for (var at = 0; at < 78; at++) {
            var card = SimulatedCard.of(1024);
            ExtensionArea.write(card, area(HERE, THERE));
            card.area()[at] ^= 1;
            assertThat(ExtensionArea.read(card)).as("byte %d", at).isEqualTo(new AreaResult.Damaged());
        }
    }

    @Test
    void aCardTakenAwayWhileItIsWrittenReadsAsDamagedAndCanBeWrittenAgain() throws IOException {
        var card = SimulatedCard.of(1024);
        ExtensionArea.write(card, area(HERE));
        var next = full(20);
        card.takenAwayAfter(2);
        assertThat(ExtensionArea.write(card, next)).isEqualTo(WriteResult.DAMAGED);
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.Damaged());
        card.takenAwayAfter(Integer.MAX_VALUE);
        assertThat(ExtensionArea.write(card, next)).isEqualTo(WriteResult.WRITTEN);
    }

    @Test
    void aCardOfAnotherKindHasNoArea() throws IOException {
        var card = SimulatedCard.ofAnotherKind();
        assertThat(ExtensionArea.read(card)).isEqualTo(new AreaResult.None());
        assertThat(ExtensionArea.write(card, area(HERE))).isEqualTo(WriteResult.NONE);
        assertThatThrownBy(() -> ExtensionArea.read(command -> new byte[] {0x69, (byte) 0x85}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("6985");
        assertThatThrownBy(() -> ExtensionArea.read(command -> new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void nothingButNumbersFitsOnACard() {
        assertThatThrownBy(() -> new Area.CardChartNumber("3410000001", "見本　花子"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Area.CardChartNumber("34", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(CommonKey.random().toString()).isEqualTo("CommonKey");
    }
}
