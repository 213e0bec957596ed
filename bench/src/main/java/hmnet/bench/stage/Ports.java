package hmnet.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/// The ports of this process's centres and gateways (訓練用ポート): a hundred that no other drill of this machine takes.
///
/// A port that was free a moment ago may be another's before a centre has started and opened it. So a process
/// holds a lock on its hundred for as long as it lives; the lock ends with the process, however that ends.
/// The ports lie below the range the system gives to outgoing connections.
public final class Ports {
    private static final int FIRST = 28_000;
    private static final int BLOCK = 100;
    private static final int BLOCKS = 30;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final PortBlock HELD = hold();

    /// The lock is kept here: a channel that is collected would end it.
    private record PortBlock(int first, FileLock lock) {}

    private Ports() {}

    /// A port where nobody listens now. Throws when all of this process's are taken.
    public static synchronized int free() {
        for (var tried = 0; tried < BLOCK; tried++) {
            var port = HELD.first() + Math.floorMod(NEXT.getAndIncrement(), BLOCK);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("No port is free from " + HELD.first() + " to " + (HELD.first() + BLOCK - 1));
    }

    private static PortBlock hold() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "hmnet-ports-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(folder);
            for (var block = 0; block < BLOCKS; block++) {
                var first = FIRST + block * BLOCK;
                var channel = FileChannel.open(
                        folder.resolve(first + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock();
                if (lock != null) {
                    return new PortBlock(first, lock);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ports of the drills cannot be shared out in " + folder, e);
        }
        throw new IllegalStateException(BLOCKS + " drills run on this machine already");
    }
}
