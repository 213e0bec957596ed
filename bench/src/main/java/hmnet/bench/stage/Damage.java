package hmnet.bench.stage;

import hmnet.gateway.StorageFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// What goes wrong with files on disks, lines and in programs (損傷の種類). Each makes a file of its own, an
/// order that no other file tells of, so that the charts must come out as if it had never been sent.
public enum Damage {
    TRUNCATED {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            var cut = 20 + random.nextInt(60);
            return new StorageFile(path, Arrays.copyOf(file.bytes(), Math.min(cut, file.bytes().length)));
        }
    },
    FLIPPED {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            var bytes = file.bytes().clone();
            for (var n = 0; n < 16; n++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) 0x80;
            }
            return new StorageFile(path, bytes);
        }
    },
    EMPTY {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            return new StorageFile(path, new byte[0]);
        }
    },
    TILDES {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            return new StorageFile(path, "~".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
        }
    },
    WRONG_CHARSET {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            var text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
            return new StorageFile(path, text.getBytes(StandardCharsets.UTF_16));
        }
    },
    PATH_TRICK {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            return new StorageFile("../../../" + path, file.bytes());
        }
    },
    OTHER_FOLDER {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            var steps = path.split("/", -1);
            steps[2] = "7" + steps[2].substring(1);
            return new StorageFile(String.join("/", steps), file.bytes());
        }
    },
    UNKNOWN_KIND {
        @Override
        StorageFile of(StorageFile file, String path, Random random) {
            return new StorageFile(path.replaceAll("O[A-Z]{2}-[0-9]{2}", "XYZ-99"), file.bytes());
        }
    };

    private static final int ORDER = 3;

    /// A copy of an order's file, made a file of an order that was never given, and damaged in this way.
    public StorageFile copy(StorageFile file, int number, Random random) {
        var slash = file.path().lastIndexOf('/') + 1;
        var parts = file.path().substring(slash).split("_", -1);
        parts[ORDER] = String.format(Locale.ROOT, "9%014d", number);
        return of(file, file.path().substring(0, slash) + String.join("_", parts), random);
    }

    public static boolean fits(StorageFile file) {
        return file.path().matches(".*_(OML|OMP)-[0-9]{2}_.*");
    }

    abstract StorageFile of(StorageFile file, String path, Random random);
}
