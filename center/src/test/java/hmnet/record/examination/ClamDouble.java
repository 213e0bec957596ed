package hmnet.record.examination;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A scanner that speaks as clamd does (検査役の代わり): it knows one harmful text, and falls silent over files that hold
/// a word it was told.
public final class ClamDouble {
    /// The test file that every scanner knows; cut in two, so that this source is none.
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /// What it looks for stands in front of a large file, or it does not find it.
    private static final int ENOUGH = 4 << 20;

    private static final Set<String> SILENT_OVER = ConcurrentHashMap.newKeySet();
    private static final ServerSocket DOOR = open();

    private ClamDouble() {}

    public static String address() {
        return "127.0.0.1:" + DOOR.getLocalPort();
    }

    /// From now on nothing is said of files that hold the word.
    static void silentOver(String word) {
        SILENT_OVER.add(word);
    }

    static void speaksAgainOver(String word) {
        SILENT_OVER.remove(word);
    }

    private static ServerSocket open() {
        try {
            var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (true) {
                    try {
                        var asking = door.accept();
                        Thread.ofVirtual().start(() -> answer(asking));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Socket asking) {
        try (asking) {
            var in = new DataInputStream(asking.getInputStream());
            var command = new String(in.readNBytes("zINSTREAM\0".length()), ISO_8859_1);
            var file = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                var chunk = in.readNBytes(length);
                if (file.size() < ENOUGH) {
                    file.writeBytes(chunk);
                }
            }
            var text = file.toString(ISO_8859_1);
            if (SILENT_OVER.stream().noneMatch(text::contains)) {
                var said = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND\0"
                        : text.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                asking.getOutputStream().write(said.getBytes(ISO_8859_1));
            }
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }
}
