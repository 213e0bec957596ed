package hmnet.ground.design;

/// A QR code as one SVG path (QRコードの描画): a unit square for each dark module.
public record QrDrawing(int size, String path) {
    /// The white border a reader needs around the code, in modules (ISO/IEC 18004 §9.1).
    private static final int QUIET = 4;

    /// @param dark rows of modules, true for dark
    public static QrDrawing of(boolean[][] dark) {
        var path = new StringBuilder();
        for (int y = 0; y < dark.length; y++) {
            int x = 0;
            while (x < dark[y].length) {
                int end = x;
                while (end < dark[y].length && dark[y][end]) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return new QrDrawing(dark.length, path.toString());
    }

    public String viewBox() {
        return -QUIET + " " + -QUIET + " " + (size + 2 * QUIET) + " " + (size + 2 * QUIET);
    }
}
