package hmnet.region;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A hospital's line to the centre's HL7 port (電文の回線, MLLP over mutual TLS), message after message. One that broke is
/// opened anew; the centre knows what it had.
final class TelegramLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int ANSWER_MAX = 1 << 20;

    /// So often in a row the centre may ask for patience.
    private static final int REFUSALS = 10;

    private final String host;
    private final int port;
    private final SSLContext tls;
    private @Nullable SSLSocket socket;
    private int refusals;

    /// @param address host and port, `localhost:2575`
    TelegramLine(String address, SSLContext tls) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, Math.max(0, colon));
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.tls = tls;
    }

    /// Whether the message was taken; if not, it is to be sent again.
    ///
    /// @throws Refusal when that would not help
    boolean take(byte[] message) throws IOException {
        var answer = answer(message);
        var acknowledgement = answer.first("MSA");
        var code = acknowledgement == null ? "" : acknowledgement.text(1);
        if (code.equals("AA")) {
            refusals = 0;
            return true;
        }
        var error = answer.first("ERR");
        var why = code + " " + (error == null ? "" : error.text(2) + " " + error.text(8));
        if (!code.equals("AR") || ++refusals >= REFUSALS) {
            throw new Refusal("the centre does not take " + answer.controlId() + ": " + why);
        }
        return false;
    }

    private Message answer(byte[] message) throws IOException {
        var line = socket == null ? opened() : socket;
        socket = line;
        try {
            line.getOutputStream().write(Blocks.framed(message));
            line.getOutputStream().flush();
            if (new Blocks(line.getInputStream(), ANSWER_MAX, () -> {}).next() instanceof Block.Whole(var bytes)) {
                return Message.parse(bytes);
            }
            throw new IOException("no answer on the HL7 port");
        } catch (BadMessage e) {
            close();
            throw new IOException("an answer that cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private SSLSocket opened() throws IOException {
        var fresh = (SSLSocket) tls.getSocketFactory().createSocket(host, port);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        fresh.startHandshake();
        return fresh;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is not used any more.
        }
        socket = null;
    }
}
