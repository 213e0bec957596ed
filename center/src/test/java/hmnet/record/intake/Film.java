package hmnet.record.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// An invented film of any length (見本の動画): its boxes are right, what is in them is noise, made as it is read.
public record Film(long length, long seed) {
    private static final byte[] HEAD = ByteBuffer.allocate(32)
            .putInt(16)
            .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
            .putInt(512)
            .putInt(8)
            .put("moov".getBytes(StandardCharsets.US_ASCII))
            .putLong(0)
            .array();

    InputStream open() {
        var box = ByteBuffer.wrap(HEAD.clone()).putInt(24, (int) (length - 24)).put(28, (byte) 'm');
        box.put(29, (byte) 'd').put(30, (byte) 'a').put(31, (byte) 't');
        return new SequenceInputStream(new ByteArrayInputStream(box.array()), new Noise(length - HEAD.length, seed));
    }

    public byte[] piece(long from, int length) throws IOException {
        try (var in = open()) {
            in.skipNBytes(from);
            return in.readNBytes(length);
        }
    }

    byte[] digest() throws IOException {
        try (var in = open()) {
            return digest(in);
        }
    }

    static byte[] digest(InputStream in) throws IOException {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha.update(buffer, 0, count);
            }
            return sha.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a sender says of it.
    static String metadata(String name, String descriptor, byte[] digest) {
        return "filename " + base64(name) + ",descriptor " + base64(descriptor) + ",sha256 "
                + base64(HexFormat.of().formatHex(digest));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Noise extends InputStream {
        private final RandomGenerator random;
        private final byte[] block = new byte[1 << 16];
        private long left;
        private int at = block.length;

        Noise(long length, long seed) {
            this.left = length;
            this.random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (left == 0) {
                return -1;
            }
            if (at == block.length) {
                random.nextBytes(block);
                at = 0;
            }
            var given = (int) Math.min(left, Math.min(count, block.length - at));
            System.arraycopy(block, at, into, from, given);
            at += given;
            left -= given;
            return given;
        }
    }
}
