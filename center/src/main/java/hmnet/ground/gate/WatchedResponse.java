package hmnet.ground.gate;

import hmnet.ground.routes.RightWatch;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An answer whose bytes go out only as long as the rights behind it stand (送信中の権利の確認).
final class WatchedResponse extends HttpServletResponseWrapper {
    /// So many bytes go out after one question: an array of megabytes is many writes.
    private static final int SLICE = 1 << 16;

    private final RightWatch watch;
    private @Nullable ServletOutputStream body;

    WatchedResponse(HttpServletResponse response, RightWatch watch) {
        super(response);
        this.watch = watch;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        var known = body;
        if (known == null) {
            known = new WatchedOutput(super.getOutputStream(), watch);
            body = known;
        }
        return known;
    }

    private static final class WatchedOutput extends ServletOutputStream {
        private final ServletOutputStream out;
        private final RightWatch watch;

        WatchedOutput(ServletOutputStream out, RightWatch watch) {
            this.out = out;
            this.watch = watch;
        }

        @Override
        public void write(int one) throws IOException {
            watch.ask();
            out.write(one);
            watch.count(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var gone = 0; gone < length; ) {
                var slice = Math.min(SLICE, length - gone);
                watch.ask();
                out.write(bytes, from + gone, slice);
                watch.count(slice);
                gone += slice;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
