package hmnet.region;

import hmnet.gateway.Door;
import hmnet.gateway.FileSender;
import hmnet.gateway.MutualTls;
import hmnet.gateway.Progress;
import hmnet.gateway.SendResult;
import hmnet.region.course.ChartFiles;
import hmnet.region.course.TodaysBundle;
import hmnet.region.course.TodaysMessages;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import hmnet.region.plan.Plan;
import hmnet.region.plan.PlanFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// All hospitals sending at once (地域からの送信), each with its own certificate: the featured residents
/// first, then everybody.
final class Delivery {
    /// Residents between two marks; a killed sender repeats at most these.
    private static final int STRIDE = 100;
    private static final int FEATURED = FeaturedResident.first().size();

    private final Plan plan;
    private final Path folder;
    private final URI mtls;
    private final @Nullable String mllp;
    private final Marker marker;
    private final Patience patience;
    private final PrintStream out;
    private final PrintStream err;

    /// Seconds that runs before this one spent sending.
    private final double earlier;

    /// @param mllp host and port of the centre's HL7 port; without it what was said today is not sent
    Delivery(Path folder, URI mtls, @Nullable String mllp, Patience patience, PrintStream out, PrintStream err)
            throws IOException {
        this.mllp = mllp;
        this.plan = PlanFile.read(folder);
        this.folder = folder;
        this.mtls = mtls;
        this.marker = new Marker(folder);
        this.patience = patience;
        this.out = out;
        this.err = err;
        this.earlier = marker.seconds();
    }

    void run() throws IOException {
        RevocationList.reissue(folder.resolve("pki"));
        var loaded = marker.loaded();
        if (loaded.isPresent()) {
            out.println("featured");
            out.println(loaded.get());
            return;
        }
        var progress = new Progress(err, "region: files", 0);
        for (var hospital : Facility.HOSPITALS) {
            send(hospital, 0, FEATURED, progress);
        }
        out.println("featured");
        everybody(progress);
        var line = patience.untilNothingWaits(sendings(), earlier, progress);
        marker.loaded(line);
        out.println(line);
    }

    private void everybody(Progress progress) throws IOException {
        try (var hospitals = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var hospital : Facility.HOSPITALS) {
                running.add(hospitals.submit(() -> {
                    send(hospital, FEATURED, plan.people(), progress);
                    return hospital;
                }));
            }
            for (var hospital : running) {
                hospital.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void send(Facility hospital, int from, int to, Progress progress) throws IOException {
        var storage = new Storage(plan, hospital);
        try (var fileSender = sending(hospital)) {
            for (var next = marker.next(hospital, from); next < to; next = marker.next(hospital, from)) {
                var until = Math.min(to, next + STRIDE);
                var start = next;
                patience.untilComplete(
                        () -> fileSender.send(storage.files(start, until), answer -> progress.one()), this::complain);
                today(hospital, start, until, progress);
                marker.acknowledged(hospital, until, earlier + progress.seconds());
            }
        }
    }

    /// What was said today of these residents, after their storages: files beside the storage, then messages by
    /// HL7 or by FHIR, as the hospital speaks.
    private void today(Facility hospital, int from, int to, Progress progress) throws IOException {
        if (mllp == null) {
            return;
        }
        var known = IntStream.range(from, to)
                .mapToObj(plan::resident)
                .filter(new Storage(plan, hospital)::knows)
                .toList();
        try (var fileSender = sending(hospital)) {
            patience.untilComplete(
                    () -> fileSender.send(
                            Door.FILES,
                            known.stream()
                                    .flatMap(resident -> ChartFiles.of(plan, resident, hospital).stream())
                                    .iterator(),
                            answer -> progress.one()),
                    this::complain);
        }
        var tls = tls(hospital);
        if (hospital.speaksFhir()) {
            try (var line = new BundleLine(mtls, tls)) {
                for (var resident : known) {
                    var bundle = TodaysBundle.of(plan, resident, hospital);
                    if (bundle.isPresent()) {
                        patience.untilTaken(() -> line.take(bundle.get()), this::complain);
                        progress.one();
                    }
                }
            }
            return;
        }
        try (var line = new TelegramLine(mllp, tls)) {
            for (var resident : known) {
                for (var message : TodaysMessages.of(plan, resident, hospital)) {
                    patience.untilTaken(() -> line.take(message), this::complain);
                    progress.one();
                }
            }
        }
    }

    private void complain(SendResult.CutOff cut) {
        complain(cut.why());
    }

    private void complain(String why) {
        err.printf(Locale.ROOT, "region: cut off (%s), trying again%n", why);
    }

    private List<FileSender> sendings() throws IOException {
        var sendings = new ArrayList<FileSender>();
        for (var hospital : Facility.HOSPITALS) {
            sendings.add(sending(hospital));
        }
        return sendings;
    }

    private FileSender sending(Facility hospital) throws IOException {
        return new FileSender(mtls, tls(hospital));
    }

    private SSLContext tls(Facility hospital) throws IOException {
        var pki = folder.resolve("pki");
        var certificate = pki.resolve(hospital.certificate());
        var key = pki.resolve("facilities").resolve(hospital.code() + ".key");
        return MutualTls.of(pki.resolve("ca.pem"), certificate, key);
    }
}
