package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change of key that is cut off between any two steps (中断された鍵の交換).
class LockedFileTest {
    private static final byte[] TEXT = {1, 2, 3};

    @TempDir
    Path folder;

    @BeforeEach
    void aFile() {
        file(Integer.MAX_VALUE).create(KeyPlace.FILE, TEXT);
    }

    /// The holder is asked to name, make, wrap and destroy; the file is written in between.
    @Test
    void wheneverItIsCutOffTheFileOpensAndOneKeyIsLeft() throws IOException {
        var cuts = 0;
        for (var step = 1; cutOff(step); step++) {
            cuts++;
            assertThat(file(Integer.MAX_VALUE).read())
                    .as("cut off before step " + step)
                    .isEqualTo(TEXT);
            file(Integer.MAX_VALUE).tidy();
            assertThat(file(Integer.MAX_VALUE).read())
                    .as("tidied after step " + step)
                    .isEqualTo(TEXT);
            assertThat(keys()).as("keys left after step " + step).hasSize(1);
        }
        assertThat(cuts).isGreaterThanOrEqualTo(4);
        assertThat(file(Integer.MAX_VALUE).read()).isEqualTo(TEXT);
    }

    /// A token holds no object more, named or not.
    @Test
    void onATokenOneObjectIsLeftWheneverItIsCutOff() throws Exception {
        var token = SoftToken.get();
        var holder = new TokenKeyHolder(token.settings("cut" + System.nanoTime()));
        var before = token.objects();
        onToken(holder, new Cut(Integer.MAX_VALUE)).create(KeyPlace.PKCS11, TEXT);
        var cuts = 0;
        for (var step = 1; step < 40; step++) {
            var cut = new Cut(step);
            try {
                onToken(holder, cut).changeKey(new CutHolder(holder, cut), text -> text);
                break;
            } catch (CutOff off) {
                cuts++;
            }
            var whole = onToken(holder, new Cut(Integer.MAX_VALUE));
            assertThat(whole.read()).as("cut off before step " + step).isEqualTo(TEXT);
            whole.tidy();
            assertThat(whole.read()).as("tidied after step " + step).isEqualTo(TEXT);
            assertThat(token.objects()).as("objects after step " + step).isEqualTo(before + 1);
            assertThat(token.opens(whole.head().wrapped(), "token")).isEqualTo(1);
        }
        assertThat(cuts).isGreaterThanOrEqualTo(4);
    }

    private LockedFile onToken(KeyHolder holder, Cut cut) {
        return new LockedFile(folder.resolve("token.keys"), "token", place -> new CutHolder(holder, cut));
    }

    @Test
    void aCopyOfTheFileMadeBeforeOpensForNobody() throws IOException {
        var copy = Files.readString(folder.resolve("some.keys"));
        var file = file(Integer.MAX_VALUE);
        file.changeKey(new FileKeyHolder(folder), text -> text);
        assertThat(file.read()).isEqualTo(TEXT);
        Files.writeString(folder.resolve("some.keys"), copy);
        assertThatThrownBy(file::read).isInstanceOf(UnusableKey.class);
    }

    @Test
    void aKeyThatCannotBePutInItsPlaceLeavesNoCopy() throws IOException {
        var place = folder.resolve("x.key");
        Files.createDirectories(place.resolve("full"));
        assertThatThrownBy(() -> KeyFiles.write(place, "a key")).isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
    }

    /// A process that is killed while it writes leaves a file beside, with a key in it perhaps.
    @Test
    void whatWasHalfWrittenIsDestroyed() throws IOException {
        var file = file(Integer.MAX_VALUE);
        Files.writeString(folder.resolve("some.keys17.new"), "half");
        file.tidy();
        assertThat(folder.resolve("some.keys17.new")).doesNotExist();
        assertThatThrownBy(() -> file(3).changeKey(new CutHolder(new FileKeyHolder(folder), new Cut(2)), text -> text))
                .isInstanceOf(CutOff.class);
        var next = Objects.requireNonNull(file.head().next()).name();
        Files.writeString(folder.resolve(next + ".key99.new"), "00".repeat(32));
        file.tidy();
        assertThat(folder.resolve(next + ".key99.new")).doesNotExist();
        assertThat(file.read()).isEqualTo(TEXT);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aFileThatWasChangedDoesNotOpen() throws IOException {
        var text = Files.readString(folder.resolve("some.keys"));
        var at = text.indexOf("text: ") + 20;
        var other = text.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(folder.resolve("some.keys"), text.substring(0, at) + other + text.substring(at + 1));
        assertThatThrownBy(file(Integer.MAX_VALUE)::read).isInstanceOf(UnusableKey.class);
    }

    /// Whether it was cut off there.
    private boolean cutOff(int step) {
        try {
            var cut = new Cut(step);
            file(cut).changeKey(new CutHolder(new FileKeyHolder(folder), cut), text -> text);
            return false;
        } catch (CutOff cut) {
            return true;
        }
    }

    private LockedFile file(int step) {
        return file(new Cut(step));
    }

    private LockedFile file(Cut cut) {
        return new LockedFile(
                folder.resolve("some.keys"), "some", place -> new CutHolder(new FileKeyHolder(folder), cut));
    }

    private List<String> keys() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .toList();
        }
    }

    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Cut {
        private int left;

        Cut(int steps) {
            this.left = steps;
        }

        void step() {
            if (--left == 0) {
                throw new CutOff();
            }
        }
    }

    /// Power fails before the n-th thing that it is asked to do.
    private record CutHolder(KeyHolder holder, Cut cut) implements KeyHolder {
        @Override
        public KeyPlace place() {
            return holder.place();
        }

        @Override
        public String nextName(String use) {
            cut.step();
            return holder.nextName(use);
        }

        @Override
        public void make(String name) {
            cut.step();
            holder.make(name);
        }

        @Override
        public byte[] wrap(String name, byte[] text, String about) {
            cut.step();
            return holder.wrap(name, text, about);
        }

        @Override
        public byte[] unwrap(String name, byte[] wrapped, String about) {
            return holder.unwrap(name, wrapped, about);
        }

        @Override
        public void destroy(String name) {
            cut.step();
            holder.destroy(name);
        }

        @Override
        public String where() {
            return holder.where();
        }
    }
}
