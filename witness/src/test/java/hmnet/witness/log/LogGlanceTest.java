package hmnet.witness.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.witness.log.LogGlance.GlanceResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What a look from outside finds, at logs in memory.
class LogGlanceTest {
    private static final int LARGEST = 700;
    private static final KeyPair PAIR = pair();
    private static final VerifierKey KEY = new VerifierKey(
            "log.example",
            SignatureLine.LOG,
            Arrays.copyOfRange(PAIR.getPublic().getEncoded(), 12, 44));
    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(n -> Hash.leaf(("event " + n).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private final LogGlance glance = new LogGlance(KEY);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A log that shows these leaves and signs their root.
    private record ShownLog(List<Hash> leaves, List<Hash> signed) implements PublicLog {
        ShownLog(List<Hash> leaves) {
            this(leaves, leaves);
        }

        @Override
        public String checkpoint() {
            return note(head(signed));
        }

        @Override
        public byte[] tile(TileAddress address) {
            var bytes = new ByteArrayOutputStream();
            new TilesInMemory(leaves)
                    .run(address.level(), address.index() * AuditTree.WIDTH, address.width())
                    .forEach(hash -> bytes.writeBytes(hash.bytes()));
            return bytes.toByteArray();
        }
    }

    private static Checkpoint head(List<Hash> leaves) {
        return new Checkpoint("log.example", leaves.size(), ByDefinition.root(leaves));
    }

    private static String note(Checkpoint checkpoint) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(PAIR.getPrivate());
            signer.update(checkpoint.body().getBytes(StandardCharsets.UTF_8));
            return checkpoint.body() + "\n" + new SignatureLine("log.example", KEY.id(), signer.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Hash> changed(List<Hash> leaves, int at) {
        var other = new ArrayList<>(leaves);
        other.set(at, Hash.leaf(new byte[] {9}));
        return other;
    }

    @Property(tries = 100)
    void aLogThatOnlyGrewIsConsistent(
            @ForAll @IntRange(max = LARGEST) int from, @ForAll @IntRange(max = LARGEST) int more) throws IOException {
        var to = Math.min(LARGEST, from + more);
        assertThat(glance.look(new ShownLog(LEAVES.subList(0, to)), head(LEAVES.subList(0, from))))
                .isInstanceOf(GlanceResult.Consistent.class);
    }

    @Property(tries = 100)
    void anotherBeginningIsAForkAndAShorterLogARollBack(
            @ForAll @IntRange(min = 2, max = LARGEST) int from, @ForAll @IntRange(max = LARGEST) int more)
            throws IOException {
        var seen = head(LEAVES.subList(0, from));
        var forked = changed(LEAVES.subList(0, Math.min(LARGEST, from + more)), from / 2);
        assertThat(fault(new ShownLog(forked), seen)).isEqualTo(LogFault.FORK);
        assertThat(fault(new ShownLog(LEAVES.subList(0, from - 1)), seen)).isEqualTo(LogFault.ROLLED_BACK);
    }

    @Example
    void aTileBesideTheSignedRootIsSeenAtTheEdge() throws IOException {
        assertThat(fault(new ShownLog(changed(LEAVES, LARGEST - 1), LEAVES), LogGlance.NOTHING))
                .isEqualTo(LogFault.CHANGED_TILE);
    }

    /// Level 1 says what was signed, so only whoever counts the leaves below sees it.
    @Example
    void aLeafReplacedBelowATileThatStandsIsSeenByTheCountOfAll() throws IOException {
        var log = new PublicLog() {
            private final PublicLog sound = new ShownLog(LEAVES);
            private final PublicLog replaced = new ShownLog(changed(LEAVES, 300));

            @Override
            public String checkpoint() throws IOException {
                return sound.checkpoint();
            }

            @Override
            public byte[] tile(TileAddress address) throws IOException {
                return address.level() == 0 ? replaced.tile(address) : sound.tile(address);
            }
        };
        assertThat(glance.look(log, head(LEAVES.subList(0, 600)))).isInstanceOf(GlanceResult.Consistent.class);
        assertThatThrownBy(() -> new PublicRecount(log, head(LEAVES), List.of()).run())
                .isInstanceOfSatisfying(
                        BrokenLog.class, broken -> assertThat(broken.leaf()).hasValue(256));
    }

    @Example
    void theCountOfAllHoldsHeadsThatWereKeptElsewhere() throws IOException {
        var log = new ShownLog(LEAVES);
        new PublicRecount(log, head(LEAVES), List.of(head(LEAVES.subList(0, 99)))).run();
        var other = head(changed(LEAVES.subList(0, 99), 98));
        assertThatThrownBy(() ->
                        new PublicRecount(log, head(LEAVES), List.of(head(LEAVES.subList(0, 50)), other)).run())
                .isInstanceOfSatisfying(
                        BrokenLog.class, broken -> assertThat(broken.leaf()).hasValue(50));
    }

    @Example
    void anAnswerThatIsNoNoteOrIsSignedByAnotherIsNoCheckpoint() throws IOException {
        for (var answer : List.of("", "<html>", head(LEAVES).body() + "\n— log.example AAAAAAAA\n")) {
            var log = new PublicLog() {
                @Override
                public String checkpoint() {
                    return answer;
                }

                @Override
                public byte[] tile(TileAddress address) throws IOException {
                    throw new IOException("none");
                }
            };
            assertThat(fault(log, LogGlance.NOTHING)).as(answer).isEqualTo(LogFault.WRONG_SIGNATURE);
        }
    }

    @Example
    void aWitnessKeySurvivesItsFileAndSignsWhatItsVerifierBelieves() {
        var made = Cosigner.make("witness.example");
        var read = Cosigner.read(made.text());
        var line = read.line(head(LEAVES), Instant.ofEpochSecond(1_790_000_000L));
        var verifier = VerifierKey.ofWitness(made.verifier().text());
        assertThat(verifier.signed(head(LEAVES), line)).isTrue();
        assertThat(verifier.signed(head(LEAVES.subList(0, 5)), line)).isFalse();
        assertThat(VerifierKey.time(line)).isEqualTo(Instant.ofEpochSecond(1_790_000_000L));
        assertThat(Cosigner.make("witness.example").verifier().signed(head(LEAVES), line))
                .isFalse();
    }

    @Property(tries = 200)
    void aTileIsAddressedAsItIsRead(
            @ForAll @IntRange(max = 7) int level, @ForAll @IntRange(max = 1_999_999_999) int index) {
        for (var width : new int[] {1, 255, 256}) {
            var address = new TileAddress(level, index, width);
            var path = address.path().split("/", 2);
            assertThat(TileAddress.of(path[0], path[1])).contains(address);
        }
    }

    private LogFault fault(PublicLog log, Checkpoint seen) throws IOException {
        return ((GlanceResult.Contradiction) glance.look(log, seen)).fault();
    }
}
