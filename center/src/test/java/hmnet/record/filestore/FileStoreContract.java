package hmnet.record.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store keeps to (保管庫の約束).
abstract class FileStoreContract {
    abstract FileStore store() throws IOException;

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private List<UUID> names() throws IOException {
        var names = new ArrayList<UUID>();
        store().forEach(found -> names.add(found.name()));
        return names;
    }

    @Test
    void whatIsPutComesBackFromAnyPlace() throws IOException {
        for (var length : List.of(0, 1, 70_000, (17 << 20) + 5)) {
            var bytes = noise(length);
            var name = UUID.randomUUID();
            store().put(name, new ByteArrayInputStream(bytes));
            assertThat(store().size(name)).hasValue(length);
            for (var from : List.of(0, length / 2, length)) {
                try (var in = store().open(name, from)) {
                    assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, length));
                }
            }
            assertThat(names()).contains(name);
        }
    }

    @Test
    void whatIsDeletedIsGoneAndDeletingItAgainIsNoError() throws IOException {
        var name = UUID.randomUUID();
        store().put(name, new ByteArrayInputStream(noise(99)));
        store().delete(name);
        store().delete(name);
        assertThat(store().size(name)).isEmpty();
        assertThat(names()).doesNotContain(name);
        assertThatThrownBy(() -> store().open(name, 0)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatBreaksOffWhileItIsPutIsNotThere() throws IOException {
        for (var length : List.of(99, 17 << 20)) {
            var name = UUID.randomUUID();
            var broken = new InputStream() {
                private int left = length;

                @Override
                public int read(byte[] into, int at, int most) throws IOException {
                    into[at] = (byte) read();
                    return 1;
                }

                @Override
                public int read() throws IOException {
                    if (left-- <= 0) { // and again: who reads blocks hears of the second one alone
                        throw new IOException("broken");
                    }
                    return 7;
                }
            };
            assertThatThrownBy(() -> store().put(name, broken)).hasMessageContaining("broken");
            assertThat(store().size(name)).isEmpty();
            assertThat(names()).doesNotContain(name);
        }
    }
}
