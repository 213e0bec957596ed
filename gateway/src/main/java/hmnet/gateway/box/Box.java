package hmnet.gateway.box;

import hmnet.gateway.Door;
import hmnet.gateway.StandbyFolder;
import hmnet.gateway.spool.Space;
import hmnet.gateway.spool.Spool;
import hmnet.gateway.spool.SpoolKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A gateway at work (常駐ゲートウェイ本体): its sources, each with a lane and a courier, and its housekeeping.
final class Box implements AutoCloseable {
    private static final String MLLP = "mllp";
    private static final String NOT_FETCHED = "standby-not-fetched";
    private final Settings settings;
    private final Alarms alarms;
    private final FileChannel inUse;
    private final Space space;
    private final SpoolKey key;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Courier> couriers = new ArrayList<>();
    private final List<SeenFiles> taken = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Link link;
    private @Nullable Port port;

    private Box(Settings settings, Alarms alarms, FileChannel inUse) throws IOException {
        this.settings = settings;
        this.alarms = alarms;
        this.inUse = inUse;
        this.space = new Space(settings.spool(), settings.mostBytes(), settings.keepFreeBytes());
        this.key = key(settings);
        this.link = Link.of(settings, alarms);
    }

    /// @throws Busy when another gateway holds the spool
    static Box open(Settings settings, Alarms alarms) throws IOException {
        Files.createDirectories(
                settings.spool(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var box = new Box(settings, alarms, hold(settings.spool().resolve("in-use")));
        box.start();
        return box;
    }

    /// The spool is in use by another gateway (使用中).
    static final class Busy extends IOException {
        Busy(Path spool) {
            super(spool + " is in use by another gateway");
        }
    }

    private static FileChannel hold(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new Busy(file);
        }
        return channel;
    }

    /// A new key beside an old spool would open nothing of it: then somebody lost the key and has to know.
    private static SpoolKey key(Settings settings) throws IOException {
        if (Files.notExists(settings.spoolKey())) {
            try (var walk = Files.walk(settings.spool())) {
                if (walk.anyMatch(file -> file.toString().endsWith(".spool"))) {
                    throw new BadSetting(
                            "spool.key " + settings.spoolKey() + " is missing, and the spool is not empty");
                }
            }
        }
        return SpoolKey.at(settings.spoolKey());
    }

    private void start() throws IOException {
        for (var folder : settings.folders()) {
            var lane = lane("folder-" + folder.name(), folder.door());
            var list = new SeenFiles(
                    settings.spool().resolve("folder-" + folder.name()).resolve("taken"));
            taken.add(list);
            var watch = new Watch(folder, settings.messageMaxBytes(), lane, alarms, list);
            threads.add(Rounds.of("watch-" + folder.name(), alarms, watch::round));
        }
        if (settings.port() != null) {
            port = Port.open(settings.port(), lane(MLLP, Door.FILES), alarms);
        }
        for (var i = 0; i < lanes.size(); i++) {
            threads.add(Rounds.of("courier-" + lanes.get(i).name(), alarms, couriers.get(i)::round));
        }
        var renewal = new Renewal(settings, link, alarms);
        threads.add(Rounds.of("renewal", alarms, renewal::round));
        var copies = settings.standby().folder();
        if (copies != null) {
            var mark = settings.spool().resolve("standby-tag");
            var folder = new StandbyFolder(settings.centre(), settings.ca(), copies, mark);
            threads.add(Rounds.of("standby", alarms, () -> standby(folder)));
        }
        var housekeepingRound = new HousekeepingRound(settings, lanes, couriers, link, renewal, space, alarms);
        threads.add(Rounds.of("housekeeping", alarms, housekeepingRound::round));
        threads.forEach(Thread::start);
    }

    private Duration standby(StandbyFolder folder) {
        try {
            folder.look(link.shown()).ifPresent(name -> alarms.say("standby: " + name + " lies in " + folder.folder()));
            alarms.over(NOT_FETCHED);
        } catch (IOException e) {
            alarms.raise(NOT_FETCHED, String.valueOf(e.getMessage()));
        }
        return settings.standby().every();
    }

    private Lane lane(String name, Door door) throws IOException {
        var folder = settings.spool().resolve(name);
        var lane = new Lane(name, door, spool(folder), spool(folder.resolve("aside")));
        lanes.add(lane);
        couriers.add(new Courier(lane, link, alarms, settings.longestRest()));
        return lane;
    }

    private Spool spool(Path folder) throws IOException {
        return Spool.open(folder, key, space, what -> alarms.raise("damaged", what));
    }

    OptionalInt port() {
        var open = port;
        return open == null ? OptionalInt.empty() : OptionalInt.of(open.number());
    }

    /// Stops taking, then sending. What waits stays on disk.
    @Override
    public void close() throws IOException {
        if (port != null) {
            port.close();
        }
        threads.forEach(Thread::interrupt);
        link.close();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var lane : lanes) {
            lane.close();
        }
        for (var list : taken) {
            list.close();
        }
        inUse.close();
    }
}
