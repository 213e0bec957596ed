package hmnet.gateway.box;

import hmnet.gateway.spool.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/// A watched folder (フォルダ監視). A file is taken when it is whole, never before, and leaves the folder
/// only after the spool has it on disk. Looking again and again works on every kind of network drive.
final class Watch {
    private final FolderSettings settings;
    private final long maxBytes;
    private final Lane lane;
    private final Alarms alarms;
    private final SeenFiles seenFiles;
    private final Names names;
    private final Stillness stillness;
    private final SourceFileDisposal sourceFileDisposal;
    private int passedOver;

    Watch(FolderSettings settings, long maxBytes, Lane lane, Alarms alarms, SeenFiles seenFiles) {
        this.settings = settings;
        this.maxBytes = maxBytes;
        this.lane = lane;
        this.alarms = alarms;
        this.seenFiles = seenFiles;
        this.names = new Names(settings);
        this.stillness = new Stillness(settings.quiet());
        this.sourceFileDisposal = new SourceFileDisposal(settings, names);
    }

    /// A round, and the rest until the next.
    Duration round() {
        round(System.nanoTime());
        return settings.every();
    }

    /// Looks at every file once and takes those that are whole.
    void round(long nowNanos) {
        var unreadable = alarm("folder-unreadable");
        try {
            passedOver = 0;
            stillness.begin();
            Files.walkFileTree(
                    settings.path(),
                    new FolderWalk(settings, maxBytes, names, seenFiles, stillness, this::passOver, nowNanos));
            for (var fileGlance : stillness.still(nowNanos)) {
                take(fileGlance);
            }
            alarms.over(unreadable);
            alarms.over(alarm("spool-full"));
            if (passedOver == 0) {
                alarms.over(alarm("passed-over"));
            }
            sourceFileDisposal.forget(Instant.now());
        } catch (Untaken e) {
            alarms.raise(alarm("spool-full"), e.getMessage() + "; files stay where they are");
        } catch (IOException e) {
            alarms.raise(unreadable, String.valueOf(e));
        }
    }

    private String alarm(String word) {
        return word + " " + settings.name();
    }

    /// The spool could not take a file; the folder keeps it.
    private static final class Untaken extends IOException {
        Untaken(IOException why) {
            super(why.getMessage(), why);
        }
    }

    private void take(FileGlance fileGlance) throws IOException {
        try {
            var bytes = sourceFileDisposal.read(fileGlance);
            if (bytes == null) {
                return; // it changed meanwhile, or somebody holds it
            }
            keep(fileGlance, bytes);
            var later = sourceFileDisposal.clear(fileGlance);
            if (later != null) {
                keep(fileGlance, later);
            }
            if (settings.after() == FileFate.LEAVE) {
                seenFiles.add(fileGlance);
            }
        } catch (Untaken e) {
            throw e;
        } catch (IOException e) {
            passOver(fileGlance.name(), String.valueOf(e));
        }
    }

    private void keep(FileGlance fileGlance, byte[] bytes) throws Untaken {
        var name = switch (settings.door()) {
            case SSMIX2 -> fileGlance.name();
            case FILES -> settings.name() + "/" + fileGlance.name();
        };
        try {
            lane.waiting().keep(new Entry(name, Instant.now(), bytes));
        } catch (IOException e) {
            throw new Untaken(e);
        }
    }

    private void passOver(String name, String why) {
        passedOver++;
        alarms.raise(alarm("passed-over"), name + ": " + why);
    }
}
