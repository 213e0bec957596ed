package hmnet.ground.figures;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import hmnet.ground.database.DurabilityWatch;
import hmnet.ground.keys.DataFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// All figures of this centre, taken when somebody reads them (稼働の数値). Their names stand in
/// `docs/reference/figures.md`.
@Component
class CentreFigures {
    private static final Logger LOG = LoggerFactory.getLogger(CentreFigures.class);
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DatabaseWatch watch;
    private final List<PapersWithEnd> papers;
    private final Clock clock;
    private final MultiGauge days;
    private volatile DatabaseLook look = DatabaseLook.DOWN;

    CentreFigures(
            DatabaseWatch watch,
            DurabilityWatch durability,
            List<PapersWithEnd> papers,
            DataFolder folder,
            HikariDataSource pool,
            Clock clock) {
        this.watch = watch;
        this.papers = List.copyOf(papers);
        this.clock = clock;
        this.days = MultiGauge.builder("hmnet.certificate.left")
                .baseUnit("days")
                .description("days until a certificate or revocation list counts no more")
                .register(registry);
        database();
        Gauge.builder("hmnet.database.durable", () -> durability.unsafe().isEmpty() ? 1 : 0)
                .description("0 while PostgreSQL acknowledges what it may lose")
                .register(registry);
        disk(folder.data().toAbsolutePath().toFile());
        machine();
        if (pool.getMetricsTrackerFactory() == null) {
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        }
    }

    /// As Prometheus reads them. Two who read at once share no half of a look.
    synchronized String text() {
        look = watch.look();
        if (look.up()) {
            days.register(papers.stream().flatMap(this::rows).toList(), true);
        }
        return registry.scrape();
    }

    private void database() {
        Gauge.builder("hmnet.database.up", () -> look.up() ? 1 : 0)
                .description("1 while the database answers")
                .register(registry);
        Gauge.builder("hmnet.clock.ahead", () -> look.ahead())
                .baseUnit("seconds")
                .description("by how much this machine's clock is ahead of the database's")
                .register(registry);
        for (var queue : watch.queues()) {
            Gauge.builder("hmnet.queue.oldest", () -> look.oldest(queue))
                    .tag("queue", queue)
                    .baseUnit("seconds")
                    .description("for how long the oldest entry of a queue waits")
                    .register(registry);
        }
    }

    /// Given as suppliers: of an object the registry holds but a weak reference, and tells NaN once it is collected.
    private void disk(File folder) {
        Gauge.builder("hmnet.disk.free", folder::getUsableSpace)
                .baseUnit("bytes")
                .description("free where the data folder lies")
                .register(registry);
        Gauge.builder("hmnet.disk.size", folder::getTotalSpace)
                .baseUnit("bytes")
                .description("of the disk where the data folder lies")
                .register(registry);
    }

    private void machine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private Stream<MultiGauge.Row<?>> rows(PapersWithEnd module) {
        try {
            return module.now().stream()
                    .map(paper -> MultiGauge.Row.of(
                            Tags.of("kind", paper.kind(), "use", paper.use(), "name", paper.name()),
                            Duration.between(clock.instant(), paper.end()).toSeconds() / SECONDS_OF_A_DAY));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn(
                    "certificates cannot be read for the figures: {}",
                    e.getClass().getSimpleName());
            return Stream.of();
        }
    }

    @PreDestroy
    void close() {
        registry.close();
    }
}
