package hmnet.bench;

import com.github.luben.zstd.ZstdDictTrainer;
import hmnet.formats.ssmix2.StorageFile;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StoragePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;

/// Trains the numbered zstd dictionaries (圧縮辞書の学習) from storage trees on disk: 1 content, 2 extract, 3
/// inbox body. Train on other data than the bench measures: `region tree` with a seed of its own.
final class TrainDictionaries {
    private static final int DICTIONARY_BYTES = 112_640;
    private static final int SAMPLE_BYTES = 16 << 20;
    private static final int FILES = 6_000;

    private TrainDictionaries() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: TrainDictionaries TREE OUT");
            System.exit(64);
        }
        var contents = new ZstdDictTrainer(SAMPLE_BYTES, DICTIONARY_BYTES);
        var extracts = new ZstdDictTrainer(SAMPLE_BYTES, DICTIONARY_BYTES);
        var bodies = new ZstdDictTrainer(SAMPLE_BYTES, DICTIONARY_BYTES);
        try (var walk = Files.walk(Path.of(arguments[0]))) {
            var files = new java.util.ArrayList<>(
                    walk.filter(Files::isRegularFile).sorted().toList());
            Collections.shuffle(files, new Random(1));
            for (var file : files.subList(0, Math.min(FILES, files.size()))) {
                var body = Files.readAllBytes(file);
                bodies.addSample(body);
                add(file, body, contents, extracts);
            }
        }
        var out = Path.of(arguments[1]);
        Files.write(out.resolve("1.zdict"), contents.trainSamples());
        Files.write(out.resolve("2.zdict"), extracts.trainSamples());
        Files.write(out.resolve("3.zdict"), bodies.trainSamples());
    }

    private static void add(Path file, byte[] body, ZstdDictTrainer contents, ZstdDictTrainer extracts) {
        try {
            var read = StorageFile.read(StoragePath.parse(file.getFileName().toString()), body);
            for (var part : read.parts((type, item) -> Integer.toHexString((type + item).hashCode()))) {
                contents.addSample(part.bundle());
                var title = part.title().getBytes(StandardCharsets.UTF_8);
                extracts.addSample(ByteBuffer.allocate(2 + title.length + part.extract().length)
                        .putShort((short) title.length)
                        .put(title)
                        .put(part.extract())
                        .array());
            }
        } catch (BadStorage e) {
            System.err.println(file + ": " + e.getMessage());
        }
    }
}
