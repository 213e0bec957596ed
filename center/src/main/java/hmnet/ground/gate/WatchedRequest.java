package hmnet.ground.gate;

import hmnet.ground.routes.RightWatch;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request whose body is read only as long as its caller's right stands (受信中の権利の確認): what comes after the end
/// reaches nobody.
final class WatchedRequest extends HttpServletRequestWrapper {
    private final RightWatch watch;
    private @Nullable ServletInputStream body;

    WatchedRequest(HttpServletRequest request, RightWatch watch) {
        super(request);
        this.watch = watch;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var known = body;
        if (known == null) {
            known = new WatchedInput(super.getInputStream(), watch);
            body = known;
        }
        return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var charset = Optional.ofNullable(getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.ISO_8859_1);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class WatchedInput extends ServletInputStream {
        private final ServletInputStream in;
        private final RightWatch watch;

        WatchedInput(ServletInputStream in, RightWatch watch) {
            this.in = in;
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            watch.ask();
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = in.read(into, from, length);
            watch.ask();
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
