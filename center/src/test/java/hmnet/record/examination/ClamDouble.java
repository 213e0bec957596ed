package hmnet.record.examination;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A scanner that speaks as clamd does (検査役の代わり): it knows one harmful text, and falls silent over files that hold
/// a word it was told.
public final class ClamDouble {
    /// The test file that every scanner knows; cut in two, so that this source is none.
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /// What it looks for stands in front of a large file, or it does not find it.
    private static final int ENOUGH = 4 << 20;

    private static final Set<String> SILENT_OVER = ConcurrentHashMap.newKeySet();
    private static final Map<String, CountDownLatch> THINKS_ABOUT = new ConcurrentHashMap<>();
    private static final AtomicInteger WAITING = new AtomicInteger();
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

    /// From now on it takes files that hold the word and says nothing, as one that hangs does.
    static void thinksAbout(String word) {
        THINKS_ABOUT.put(word, new CountDownLatch(1));
    }

    /// It answers all that wait, and speaks again.
    static void thoughtAbout(String word) {
        var thinking = THINKS_ABOUT.remove(word);
        if (thinking != null) {
            thinking.countDown();
        }
    }

    /// How many files it has taken and says nothing of.
    static int waiting() {
        return WAITING.get();
    }

    private static void think(String text) throws InterruptedException {
        for (var thinking : THINKS_ABOUT.entrySet()) {
            if (text.contains(thinking.getKey())) {
                WAITING.incrementAndGet();
                thinking.getValue().await();
                WAITING.decrementAndGet();
            }
        }
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
            think(text);
            if (SILENT_OVER.stream().noneMatch(text::contains)) {
                var said = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND\0"
                        : text.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                asking.getOutputStream().write(said.getBytes(ISO_8859_1));
            }
        } catch (IOException | InterruptedException e) {
            // Whoever asked has gone.
        }
    }
}
