package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.filing.Ward;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Large files sealed chunk by chunk: what was changed, cut, moved or exchanged does not open.
class ChunkSealTest extends Ward {
    private static final int WIRE = ChunkSeal.CHUNK + ChunkSeal.TAG;
    private static final int LENGTH = 3 * ChunkSeal.CHUNK + 77;

    @Autowired
    ChunkSeal seal;

    @Autowired
    DataKeys dataKeys;

    @Autowired
    Accounts accounts;

    @Autowired
    ErasureRequests requests;

    @Autowired
    TransactionTemplate transaction;

    private final UUID object = UUID.randomUUID();
    private final byte[] plain = noise(LENGTH);
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
        dataKeys.ready(hospital, List.of("1"));
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private byte[] sealed(UUID as, byte[] bytes) throws IOException {
        try (var in = seal.sealing(hospital, as, dataKeys.of(hospital, "1"), new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private byte[] opened(byte[] sealed, long length, long from) throws IOException {
        try (var in = seal.opened(hospital, object, length, at -> at(sealed, at), from)) {
            return in.readAllBytes();
        }
    }

    private static ByteArrayInputStream at(byte[] sealed, long at) {
        var from = (int) Math.min(at, sealed.length);
        return new ByteArrayInputStream(sealed, from, sealed.length - from);
    }

    private void refused(byte[] sealed, String why) {
        assertThatThrownBy(() -> opened(sealed, LENGTH, 0)).as(why).isInstanceOf(DamagedObject.class);
    }

    @Test
    void filesOfEveryLengthOpenFromAnyPlace() throws IOException {
        for (var length : List.of(0, 1, ChunkSeal.CHUNK - 1, ChunkSeal.CHUNK, ChunkSeal.CHUNK + 1, LENGTH)) {
            var bytes = noise(length);
            var sealed = sealed(object, bytes);
            assertThat(sealed).hasSize((int) ChunkSeal.sealedLength(length));
            for (var from : List.of(0, length / 3, length)) {
                assertThat(opened(sealed, length, from))
                        .as("%d of %d", from, length)
                        .isEqualTo(Arrays.copyOfRange(bytes, from, length));
            }
        }
    }

    @Test
    void skippingReadsNothingOfWhatLiesBetween() throws IOException {
        var sealed = sealed(object, plain);
        sealed[ChunkSeal.HEAD + WIRE + 5] ^= 1; // the second chunk
        try (var in = seal.opened(hospital, object, LENGTH, at -> at(sealed, at), 0)) {
            assertThat(in.skip(2L * ChunkSeal.CHUNK + 10)).isEqualTo(2L * ChunkSeal.CHUNK + 10);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(plain, 2 * ChunkSeal.CHUNK + 10, LENGTH));
        }
    }

    @Test
    void whatWasChangedCutMovedOrExchangedIsRefused() throws IOException {
        var sealed = sealed(object, plain);
        for (var place : List.of(0, 1, 8, ChunkSeal.HEAD, ChunkSeal.HEAD + WIRE + 9, sealed.length - 1)) {
            var flipped = sealed.clone();
            flipped[place] ^= 1;
            assertThatThrownBy(() -> opened(flipped, LENGTH, 0))
                    .as("a bit of byte %d", place)
                    .isInstanceOfAny(DamagedObject.class, ErasedKey.class);
        }
        refused(Arrays.copyOf(sealed, sealed.length - 1), "its last byte cut");
        refused(Arrays.copyOf(sealed, ChunkSeal.HEAD + 3 * WIRE), "its last chunk cut");
        refused(Arrays.copyOf(sealed, ChunkSeal.HEAD), "all chunks cut");
        refused(Arrays.copyOf(sealed, sealed.length + 1), "a byte added");
        var swapped = sealed.clone();
        System.arraycopy(sealed, ChunkSeal.HEAD, swapped, ChunkSeal.HEAD + WIRE, WIRE);
        System.arraycopy(sealed, ChunkSeal.HEAD + WIRE, swapped, ChunkSeal.HEAD, WIRE);
        refused(swapped, "two chunks in each other's place");
        var other = sealed(object, plain);
        var mixed = sealed.clone();
        System.arraycopy(other, ChunkSeal.HEAD + WIRE, mixed, ChunkSeal.HEAD + WIRE, WIRE);
        refused(mixed, "a chunk of another sealing of the same object");
        refused(sealed(UUID.randomUUID(), plain), "another object");
        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, ChunkSeal.HEAD + 2 * WIRE), 2L * ChunkSeal.CHUNK, 0))
                .as("cut between chunks, and its row with it")
                .isInstanceOf(DamagedObject.class);
        var elsewhere = hospital();
        assertThatThrownBy(() -> seal.opened(elsewhere, object, LENGTH, at -> at(sealed, at), 0))
                .as("another hospital's")
                .isInstanceOf(DamagedObject.class);
    }

    @Test
    void whatWasErasedDoesNotOpen() throws IOException {
        var sealed = sealed(object, plain);
        var source = new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        var owner = new TransactionTemplate(new JdbcTransactionManager(source));
        var erasure = new Erasure(JdbcClient.create(source), owner, keys(), ring);
        var all = ErasureTarget.all(hospital);
        AgreedErasures.agreed(requests, transaction, all, office(), office());
        assertThat(erasure.erase(all, () -> {})).isPositive();
        assertThatThrownBy(() -> opened(sealed, LENGTH, 0)).isInstanceOf(ErasedKey.class);
    }
}
