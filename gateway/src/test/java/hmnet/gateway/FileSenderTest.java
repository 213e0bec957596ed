package hmnet.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSenderTest {
    @TempDir
    static Path folder;

    static Keys centre;
    static Keys hospital;
    static Keys stranger;
    static Desk desk;

    @BeforeAll
    static void opens() throws Exception {
        centre = Keys.make(folder, "centre", "EC");
        hospital = Keys.make(folder, "hospital", "EC");
        stranger = Keys.make(folder, "stranger", "RSA");
        desk = new Desk(MutualTls.of(hospital.certificate(), centre.certificate(), centre.key()));
    }

    @AfterAll
    static void closes() {
        desk.close();
    }

    @BeforeEach
    void freshDesk() {
        desk.known.clear();
        desk.status = 200;
    }

    static FileSender sending(Keys own, Limits limits, Compression compression) throws Exception {
        var tls = MutualTls.of(centre.certificate(), own.certificate(), own.key());
        return new FileSender(desk.url(), tls, limits, compression);
    }

    static Iterator<StorageFile> files(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StorageFile(
                        "123/456/12345678/20260401/OML-11/12345678_20260401_OML-11_%015d_20260401090000000_01_1"
                                .formatted(i),
                        "MSH|sample\r".getBytes(US_ASCII)))
                .iterator();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyFileIsAnsweredOnALineOfItsOwn(Compression compression) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var fileSender = sending(hospital, new Limits(10, 1 << 20), compression)) {
            var sent = fileSender.send(files(25), answers::add);
            assertThat(sent).isEqualTo(new SendResult.Complete(new Tally(25, 25, 0, 0)));
        }
        assertThat(answers).hasSize(25);
        assertThat(answers.getFirst().path()).endsWith("000000000000000_20260401090000000_01_1");
        assertThat(desk.senders).contains("CN=hospital");
    }

    @Test
    void sendingTwiceDoublesNothing() throws Exception {
        try (var fileSender = sending(hospital, Limits.USUAL, Compression.ZSTD)) {
            fileSender.send(files(30), answer -> {});
            var again = fileSender.send(files(30), answer -> {});
            assertThat(again).isEqualTo(new SendResult.Complete(new Tally(30, 0, 30, 0)));
        }
    }

    /// R020.
    @Test
    void aCutConnectionIsAnOutcomeAndTheNextRunCompletesIt() throws Exception {
        desk.cutAfter = 12;
        try (var fileSender = sending(hospital, new Limits(10, 1 << 20), Compression.GZIP)) {
            desk.cutAfter = 7;
            var sent = fileSender.send(files(25), answer -> {});
            assertThat(sent).isInstanceOf(SendResult.CutOff.class);
            assertThat(sent.tally().files()).isLessThan(25);
            assertThat(fileSender.send(files(25), answer -> {})).isInstanceOf(SendResult.Complete.class);
            assertThat(desk.known).hasSize(25);
        }
    }

    @Test
    @Timeout(60)
    void fourTimesAUsualBatchStillDoesNotStallOnAnswersNobodyReadsYet() throws Exception {
        try (var fileSender = sending(hospital, new Limits(4_000, 64 << 20), Compression.PLAIN)) {
            assertThat(fileSender.send(files(4_000), answer -> {}))
                    .isEqualTo(new SendResult.Complete(new Tally(4_000, 4_000, 0, 0)));
        }
    }

    @Test
    void aStrangersCertificateGetsNothingIn() throws Exception {
        try (var fileSender = sending(stranger, Limits.USUAL, Compression.ZSTD)) {
            assertThat(fileSender.send(files(3), answer -> {})).isInstanceOf(SendResult.CutOff.class);
        }
        assertThat(desk.known).isEmpty();
    }

    @Test
    void aRefusedSenderIsNotToldToTryAgainButABusyCentreIs() throws Exception {
        try (var fileSender = sending(hospital, Limits.USUAL, Compression.ZSTD)) {
            desk.status = 403;
            assertThat(fileSender.send(files(3), answer -> {}))
                    .isInstanceOfSatisfying(
                            SendResult.TurnedAway.class,
                            away -> assertThat(away.status()).isEqualTo(403));
            desk.status = 503;
            assertThat(fileSender.send(files(3), answer -> {})).isInstanceOf(SendResult.CutOff.class);
        }
    }

    /// R018.
    @Test
    void whoIsToldWhenToComeAgainComesThenAndNothingIsCut() throws Exception {
        try (var fileSender = sending(hospital, new Limits(10, 1 << 20), Compression.ZSTD)) {
            desk.full.set(2);
            assertThat(fileSender.send(files(25), answer -> {}))
                    .isEqualTo(new SendResult.Complete(new Tally(25, 25, 0, 0)));
            desk.full.set(1);
            var large = new StorageFile("large.pdf", new byte[] {'%'});
            assertThat(fileSender.send(Door.FILES, large, answer -> {}))
                    .isEqualTo(new SendResult.Complete(new Tally(1, 1, 0, 0)));
            assertThat(desk.full).hasValue(0);
        }
    }

    /// R020: nothing is sent again but the piece that was cut, by another process either.
    @Test
    void aLargeFileThatIsCutAgainAndAgainGoesOnWhereItWas() throws Exception {
        var bytes = new byte[5 * Pieces.PIECE + 321];
        Arrays.fill(bytes, (byte) 'x');
        var film = new StorageFile("film.mp4", bytes);
        var answers = new ArrayList<Answer>();
        try (var fileSender = sending(hospital, Limits.USUAL, Compression.ZSTD)) {
            desk.cutPieces.set(2);
            assertThat(fileSender.send(Door.FILES, film, answers::add))
                    .as("two cuts without a byte between them")
                    .isInstanceOf(SendResult.CutOff.class);
        }
        assertThat(answers).isEmpty();
        try (var restarted = sending(hospital, Limits.USUAL, Compression.ZSTD)) {
            desk.cutPieces.set(1);
            assertThat(restarted.send(Door.FILES, film, answers::add)).isInstanceOf(SendResult.Complete.class);
        }
        assertThat(answers).singleElement().isEqualTo(new Answer("7", "film.mp4", Answer.Outcome.KEPT, ""));
        assertThat(desk.kept.get("files:film.mp4")).hasSize(bytes.length);
        assertThat(desk.pieceBytes.get()).isLessThanOrEqualTo(bytes.length + 3L * Pieces.PIECE);
    }

    @Test
    void theCountsOfTheInboxAreReadAsTheCentreSaysThem() throws Exception {
        try (var fileSender = sending(hospital, Limits.USUAL, Compression.ZSTD)) {
            assertThat(fileSender.counts()).isEqualTo(new Counts(0, 1, 2, 3, 4, 6));
        }
    }
}
