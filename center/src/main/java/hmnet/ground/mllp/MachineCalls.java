package hmnet.ground.mllp;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Limits;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import hmnet.ground.mtls.MachineSockets;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Lines on which the centre itself calls a facility's machine (発信): the same TLS, the centre's own
/// certificate.
@Component
public class MachineCalls {
    private static final int ANSWER_MAX = 65_536;
    private static final Limits LIMITS = new Limits(ANSWER_MAX + 1, 100, 200, 200, 200);
    private final MachineSockets tls;

    MachineCalls(MachineSockets tls) {
        this.tls = tls;
    }

    /// @param patience how long the machine may take to answer, and to acknowledge each message
    public MachineLine call(String host, int port, Duration patience) throws IOException {
        return new MachineLine(tls.call(host, port, patience), patience);
    }

    /// One call; message after message.
    public static final class MachineLine implements AutoCloseable {
        private final Socket socket;
        private final Duration patience;
        private final Blocks blocks;
        private long until;

        MachineLine(Socket socket, Duration patience) throws IOException {
            this.socket = socket;
            this.patience = patience;
            this.blocks = new Blocks(new InTime(socket.getInputStream()), ANSWER_MAX, () -> {});
        }

        /// A whole answer has the time that its first byte has, however it drips.
        private final class InTime extends FilterInputStream {
            InTime(InputStream in) {
                super(in);
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left < 1) {
                    throw new SocketTimeoutException("no answer in time");
                }
                socket.setSoTimeout(Math.toIntExact(left));
                return super.read(buffer, from, length);
            }
        }

        /// Sends a message and waits for its own acknowledgement: whether that says AA.
        ///
        /// @throws IOException when the line is no use any more: no answer, or none that can be read
        public boolean accepted(byte[] message, String controlId) throws IOException {
            socket.getOutputStream().write(Blocks.framed(message));
            socket.getOutputStream().flush();
            until = System.nanoTime() + patience.toNanos();
            return switch (blocks.next()) {
                case Block.Whole(var bytes) -> says(bytes, controlId);
                case Block.Bad(var head, var why, var ends) -> throw new IOException("unreadable answer: " + why);
                case Block.Ended(var why) -> throw new IOException("no answer: " + why);
            };
        }

        private static boolean says(byte[] bytes, String controlId) throws IOException {
            try {
                var answer = Message.parse(bytes, LIMITS).first("MSA");
                if (answer == null || !answer.text(2).equals(controlId)) {
                    throw new IOException("the answer is to another message");
                }
                return answer.text(1).equals("AA") || answer.text(1).equals("CA");
            } catch (BadMessage e) {
                throw new IOException("unreadable answer: " + e.code(), e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
