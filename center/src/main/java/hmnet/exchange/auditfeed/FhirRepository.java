package hmnet.exchange.auditfeed;

import ca.uhn.fhir.context.FhirContext;
import hmnet.exchange.balp.BalpForm;
import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.mtls.MachineSockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// `POST AuditEvent` (ITI-20, FHIR feed): one after the other, each acknowledged by itself. A slow repository ends a
/// part early, so that the mark moves all the same.
@Component
class FhirRepository implements AuditRepository {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int ANSWER_MAX = 65_536;

    private final MachineSockets sockets;
    private final BalpForm form;
    private final AuditFeedSettings settings;

    FhirRepository(MachineSockets sockets, BalpForm form, AuditFeedSettings settings) {
        this.sockets = sockets;
        this.form = form;
        this.settings = settings;
    }

    @Override
    public FeedWay way() {
        return FeedWay.FHIR;
    }

    @Override
    public FeedDelivery send(List<ReportedEvent> events) {
        var client = sockets.client(settings.patience());
        var end = System.nanoTime() + settings.patience().toNanos();
        try {
            for (var n = 0; n < events.size(); n++) {
                var trouble = trouble(client, events.get(n));
                if (!trouble.isEmpty()) {
                    return new FeedDelivery(n, trouble);
                }
                if (System.nanoTime() > end) {
                    return new FeedDelivery(n + 1, "");
                }
            }
            return new FeedDelivery(events.size(), "");
        } finally {
            client.shutdownNow();
        }
    }

    /// Why it did not take one, or empty.
    private String trouble(HttpClient client, ReportedEvent event) {
        var body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(form.of(event));
        var request = HttpRequest.newBuilder(address())
                .header("Content-Type", "application/fhir+json;charset=utf-8")
                .header("X-Request-Id", event.id().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var status = answer(client, request).statusCode();
            return status == CREATED || status == OK ? "" : "HTTP " + status;
        } catch (IOException e) {
            return ExceptionWords.of(e.getCause() instanceof IOException met ? met : e);
        }
    }

    private URI address() {
        return URI.create(settings.fhir().replaceFirst("/+$", "") + "/AuditEvent");
    }

    /// Neither an endless answer nor one that drips holds the feed.
    private HttpResponse<byte[]> answer(HttpClient client, HttpRequest request) throws IOException {
        var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MAX));
        try {
            return coming.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while sending", e);
        }
    }
}
