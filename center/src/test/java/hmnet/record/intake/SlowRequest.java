package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/// A request whose body goes on, a little at a time, until somebody answers (長く続く送信).
public final class SlowRequest implements AutoCloseable {
    private static final int LITTLE = 512;
    private static final int PAUSE_MILLIS = 50;
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final String LAST = "\r\n0\r\n\r\n";

    private final Socket socket;

    /// @param head the first line and the headers, one a line
    public SlowRequest(Socket socket, String head) throws IOException {
        this.socket = socket;
        send((head.strip().replace("\n", "\r\n") + "\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
    }

    public void send(byte[] part) throws IOException {
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
    }

    /// Sends on until the answer is whole, or the other side ends, and returns it.
    public String answered() throws IOException {
        socket.setSoTimeout(PAUSE_MILLIS);
        var answer = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        for (var until = System.nanoTime() + PATIENCE; !isWhole(answer) && System.nanoTime() < until; ) {
            try {
                send(new byte[LITTLE]);
                var count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    break;
                }
                answer.write(buffer, 0, count);
            } catch (SocketTimeoutException nothingYet) {
                // more of the body, then
            } catch (IOException closed) {
                break;
            }
        }
        return answer.toString(UTF_8);
    }

    private static boolean isWhole(ByteArrayOutputStream answer) {
        var text = answer.toString(ISO_8859_1);
        var body = text.indexOf("\r\n\r\n") + 4;
        var length = LENGTH.matcher(text);
        return body > 3
                && (length.find() ? text.length() >= body + Integer.parseInt(length.group(1)) : text.endsWith(LAST));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
