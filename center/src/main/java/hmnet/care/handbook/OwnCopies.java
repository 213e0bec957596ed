package hmnet.care.handbook;

import hmnet.care.handbook.OwnCopy.CopyState;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.vault.DataKeys;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes copies of residents' own records (自分の記録の書き出しの作成): the chart is opened once, read row by
/// row into a ZIP, and that is sealed into the file store as it is written. Nothing leaves before the look
/// stands in the log. A copy belongs to the session that asked for it, and goes by itself after a quarter of an
/// hour.
@Component
class OwnCopies {
    static final Duration KEPT = Duration.ofMinutes(15);
    /// So often in an hour for one person.
    static final int MOST = 6;

    private static final Logger LOG = LoggerFactory.getLogger(OwnCopies.class);
    private static final int AT_ONCE = 2;
    private static final int PIPE = 64 << 10;

    private final Map<CopyKey, OwnCopy> copies = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Charts charts;
    private final CopyWriter writer;
    private final StoredObjects objects;
    private final DataKeys keys;
    private final Facilities facilities;
    private final TransactionOperations transaction;
    private final Clock clock;

    OwnCopies(
            Charts charts,
            CopyWriter writer,
            StoredObjects objects,
            DataKeys keys,
            Facilities facilities,
            TransactionOperations transaction,
            Clock clock) {
        this.charts = charts;
        this.writer = writer;
        this.objects = objects;
        this.keys = keys;
        this.facilities = facilities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whose copy it is, made in which session, the how manieth.
    ///
    /// @param whose as `ResidentCaller.whose`: a proxy's copy is never another's
    private record CopyKey(String session, UUID person, String whose, UUID copy) {}

    /// The newest of this session for whose page is open.
    Optional<OwnCopy> newest(ResidentCaller resident, byte[] session) {
        var of = HexFormat.of().formatHex(session);
        return copies.entrySet().stream()
                .filter(one -> one.getKey().session().equals(of)
                        && one.getKey().person().equals(resident.person())
                        && one.getKey().whose().equals(resident.whose()))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(OwnCopy::begun));
    }

    /// Begins one. While one is made, that one is it.
    ///
    /// @return false where there were too many for this person within the hour
    synchronized boolean begin(ResidentCaller resident, byte[] session, Frame frame) {
        var now = clock.instant();
        copies.values().removeIf(copy -> copy.begun().isBefore(now.minus(Duration.ofHours(1))) && !copy.isBeingMade());
        if (newest(resident, session).filter(OwnCopy::isBeingMade).isPresent()) {
            return true;
        }
        var asked = copies.keySet().stream()
                .filter(key -> key.person().equals(resident.person()))
                .count();
        if (asked >= MOST) {
            return false;
        }
        var copy = new OwnCopy(now);
        copies.put(
                new CopyKey(HexFormat.of().formatHex(session), resident.person(), resident.whose(), UUID.randomUUID()),
                copy);
        threads.execute(() -> inTurn(copy, resident, frame));
        return true;
    }

    private void inTurn(OwnCopy copy, ResidentCaller resident, Frame frame) {
        try {
            turns.acquire();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            copy.is(new CopyState.CopyFailed());
            return;
        }
        try {
            copy.is(made(copy, resident, frame));
        } catch (IOException | RuntimeException | ExecutionException e) {
            LOG.error("A copy of a resident's own records could not be made", e);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            // Nothing where it is ready.
            copy.is(new CopyState.CopyFailed());
            turns.release();
        }
    }

    /// One thread reads the chart and writes the ZIP, this one seals what comes out: keys are made outside a
    /// transaction.
    private CopyState made(OwnCopy copy, ResidentCaller resident, Frame frame)
            throws IOException, ExecutionException, InterruptedException {
        FreshObject fresh;
        Future<Boolean> written;
        try (var in = new PipedInputStream(PIPE)) {
            var out = new PipedOutputStream(in);
            written = threads.submit((Callable<Boolean>) () -> written(copy, resident, frame, out));
            fresh = objects.put(office(), "", in);
        }
        var whole = false;
        try {
            whole = written.get();
        } finally {
            if (!whole) {
                objects.discard(fresh.id());
            }
        }
        if (!whole) {
            return new CopyState.CopyFailed();
        }
        var until = clock.instant().plus(KEPT);
        var named = Objects.requireNonNull(transaction.execute(status -> {
            keys.hold(fresh.facility());
            if (keys.stands(fresh.moment())) {
                objects.name(fresh, until.atOffset(ZoneOffset.UTC));
                return true;
            }
            return false;
        }));
        if (!named) {
            objects.discard(fresh.id());
            return new CopyState.CopyFailed();
        }
        return new CopyState.CopyReady(fresh.id(), fresh.length(), until);
    }

    /// False where the chart does not open. What fails takes the look back with it: then nothing was disclosed.
    private boolean written(OwnCopy copy, ResidentCaller resident, Frame frame, OutputStream out) throws IOException {
        try (out) {
            return charts.openOwn(resident, ChartView.OWN_COPY, opening -> switch (opening) {
                case Opening.Opened(var chart) -> {
                    try {
                        writer.write(chart, resident, frame, copy, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    yield true;
                }
                case Opening.Closed closed -> false;
            });
        }
    }

    /// Under whose key it lies for its quarter of an hour.
    private FacilityId office() {
        return facilities.all().stream()
                .filter(facility -> facility.kind() == FacilityKind.OFFICE)
                .findFirst()
                .map(Facility::id)
                .orElseThrow(() -> new IllegalStateException("There is no office"));
    }

    InputStream open(CopyState.CopyReady ready) throws IOException {
        return objects.open(ready.object(), 0);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
