package hmnet.bench.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Random;

/// A laboratory system's line to the gateway's port (電文の送信).
record GatewayLine(Socket socket, Blocks answers) {
    private static final int TIMEOUT_MILLIS = 5_000;

    GatewayLine(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private GatewayLine(Socket socket) throws IOException {
        this(socket, new Blocks(socket.getInputStream(), 1 << 16, () -> {}));
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    boolean accepted(byte[] message) throws IOException {
        socket.getOutputStream().write(Blocks.framed(message));
        socket.getOutputStream().flush();
        if (answers.next() instanceof Block.Whole(var answer)) {
            return new String(answer, StandardCharsets.ISO_8859_1).contains("\rMSA|AA|");
        }
        socket.close();
        throw new IOException("cut");
    }

    /// Messages without end, each with a control number of its own.
    static Iterator<byte[]> messages(long seed) {
        return new Random(seed)
                .longs()
                .mapToObj(control -> ("MSH|^~\\&|LIS|LAB|HMNET|HMNET|20261121120000||ADT^A08^ADT_A01|"
                                + Long.toUnsignedString(control, 36) + "|P|2.5\rEVN||20261121120000\rPID|1||"
                                + Math.floorMod(control, 90_000_000L) + "^^^^PI||KAKUU^HANAKO||19700101|F\rPV1|1|O\r")
                        .getBytes(US_ASCII))
                .iterator();
    }
}
