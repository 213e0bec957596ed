package hmnet.record.previews;

/// A program that draws what the centre cannot (プレビューのプログラム), and the package of Debian that holds it.
public enum PreviewProgram {
    PDFINFO("pdfinfo", "poppler-utils"),
    PDFTOPPM("pdftoppm", "poppler-utils"),
    HEIF("heif-convert", "libheif-examples"),
    PDFTOTEXT("pdftotext", "poppler-utils"),
    /// Prints pages of our own.
    CHROMIUM("chromium", "chromium fonts-noto-cjk"),
    FFMPEG("ffmpeg", "ffmpeg"),
    OFFICE("soffice", "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"),
    /// Sets the limits of all others.
    LIMITS("prlimit", "util-linux"),
    /// Walls them in.
    WALLS("bwrap", "bubblewrap"),
    /// Takes their network away where they cannot be walled in.
    NAMESPACES("unshare", "util-linux");

    private final String command;
    private final String packages;

    PreviewProgram(String command, String packages) {
        this.command = command;
        this.packages = packages;
    }

    String command() {
        return command;
    }

    /// What is installed to have it.
    public String packages() {
        return packages;
    }
}
