package hmnet.bench.fuzz;

import java.util.function.IntFunction;

/// A file of one format about nobody (架空の見本): small to be damaged, or grown to be measured.
///
/// @param called as a facility would call it; some formats rest on names
/// @param ofSize the file with so many bytes or little more, as far as its format allows; the smallest for 0
public record Sample(String name, String called, IntFunction<byte[]> ofSize) {
    public byte[] small() {
        return ofSize.apply(0);
    }

    public byte[] grown(int bytes) {
        return ofSize.apply(bytes);
    }
}
