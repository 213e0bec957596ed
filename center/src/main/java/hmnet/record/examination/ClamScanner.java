package hmnet.record.examination;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks ClamAV's `clamd` what it thinks of a file (ウイルス検査), by its command INSTREAM: the bytes go to it over its
/// socket and touch no disk of ours.
final class ClamScanner {
    private static final int CHUNK = 64 << 10;
    private static final int ANSWER = 4096;
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final Duration patience;

    /// @param address `unix:/path` or `host:port`
    ClamScanner(String address, Duration patience) {
        this.address = address(address);
        this.patience = patience;
    }

    /// What was found: empty for nothing.
    ///
    /// @throws SocketTimeoutException when it takes too long
    /// @throws IOException when nobody can say
    String find(byte[] bytes) throws IOException {
        return find(new ByteArrayInputStream(bytes), Duration.ZERO);
    }

    /// The same of bytes that are read as they are sent.
    ///
    /// @param more patience, for many of them
    String find(InputStream bytes, Duration more) throws IOException {
        try (var channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            var answer = new FutureTask<>(() -> asked(channel, bytes));
            Thread.ofPlatform().daemon().name("virus-scan").start(answer);
            return verdict(answer.get(patience.plus(more).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new SocketTimeoutException(
                    "clamd did not answer within " + patience.plus(more).toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException("clamd could not be asked: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String asked(SocketChannel channel, InputStream bytes) throws IOException {
        channel.connect(address);
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
        for (var chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
            write(
                    channel,
                    ByteBuffer.allocate(Integer.BYTES).putInt(chunk.length).flip());
            write(channel, ByteBuffer.wrap(chunk));
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES));
        var answer = ByteBuffer.allocate(ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            // Until it has said all.
        }
        return new String(answer.array(), 0, answer.position(), US_ASCII);
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Only "OK" is no finding; what is cut, too large or unheard of is no answer.
    private static String verdict(String answer) throws IOException {
        var said = answer.replace("\0", "").strip();
        if (said.equals("stream: OK")) {
            return "";
        }
        if (said.startsWith("stream: ") && said.endsWith(FOUND)) {
            return said.substring("stream: ".length(), said.length() - FOUND.length());
        }
        throw new IOException("clamd says: " + said);
    }

    private static SocketAddress address(String said) {
        if (said.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(said.substring("unix:".length()));
        }
        int colon = said.lastIndexOf(':');
        if (colon < 1 || !said.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "HMNET_CLAMAV is unix:/path/of/clamd.ctl or host:port, not \"" + said + "\"");
        }
        return new InetSocketAddress(said.substring(0, colon), Integer.parseInt(said.substring(colon + 1)));
    }
}
