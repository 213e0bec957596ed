package hmnet.bench.fuzz;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// A sample kept as text (本文の見本): what stands between two lines of `%%` may stand in it again and again,
/// with another number for `{n}` each time.
final class TextSample implements IntFunction<byte[]> {
    private static final String MARK = "%%";
    private static final String NUMBER = "{n}";

    private final List<String> parts = new ArrayList<>();
    private final Charset charset;
    private final int most;

    /// @param most how often the block may stand in it
    TextSample(String text, Charset charset, String lineEnd, int most) {
        this.charset = charset;
        this.most = most;
        var part = new StringBuilder();
        for (var line : text.split("\n", 0)) {
            if (line.equals(MARK)) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(line).append(lineEnd);
            }
        }
        parts.add(part.toString());
        if (parts.size() != 1 && parts.size() != 3) {
            throw new IllegalArgumentException("A sample has one block or none");
        }
    }

    @Override
    public byte[] apply(int bytes) {
        if (parts.size() == 1) {
            return parts.getFirst().getBytes(charset);
        }
        int block = Math.max(1, numbered(1).getBytes(charset).length);
        int times = Math.clamp(bytes / block, 1, most);
        var whole = new StringBuilder(parts.getFirst());
        for (int n = 1; n <= times; n++) {
            whole.append(numbered(n));
        }
        return whole.append(parts.getLast()).toString().getBytes(charset);
    }

    private String numbered(int n) {
        return parts.get(1).replace(NUMBER, String.format(Locale.ROOT, "%06d", n));
    }
}
