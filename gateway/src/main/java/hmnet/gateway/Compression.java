package hmnet.gateway;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// How the tar stream is packed (圧縮方式), by its `Content-Encoding`.
public enum Compression {
    ZSTD("zstd"),
    GZIP("gzip"),
    PLAIN("");

    private final String encoding;

    Compression(String encoding) {
        this.encoding = encoding;
    }

    String encoding() {
        return encoding;
    }

    OutputStream over(OutputStream out) throws IOException {
        return switch (this) {
            case ZSTD -> new ZstdOutputStreamNoFinalizer(out, 3);
            case GZIP -> new GZIPOutputStream(out, 1 << 16);
            case PLAIN -> out;
        };
    }
}
