package hmnet.exchange.iti46;

import hmnet.exchange.callers.Domains;
import hmnet.exchange.updates.Carrier;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Update;
import hmnet.exchange.updates.UpdateSettings;
import hmnet.exchange.v3.BadXml;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.Markup;
import hmnet.exchange.v3.SoapEnvelope;
import hmnet.exchange.v3.V3Answer;
import hmnet.ground.mtls.MachineSockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Changed numbers as PRPA_IN201302UV02 over SOAP (SOAPでの変更通知; ITI-46 §3.46.4).
@Component
class PostedUpdates implements Carrier {
    private static final int ANSWER_MAX = 65_536;
    private static final int OK = 200;
    private static final Set<String> TAKEN = Set.of("AA", "CA");
    private final MachineSockets tls;
    private final Domains domains;
    private final Duration patience;

    PostedUpdates(MachineSockets tls, Domains domains, UpdateSettings settings) {
        this.tls = tls;
        this.domains = domains;
        this.patience = settings.patience();
    }

    @Override
    public Subscriber.Way way() {
        return Subscriber.Way.SOAP;
    }

    @Override
    public String transaction() {
        return "ITI-46";
    }

    /// A first handshake shows whose machine it is before anything is decided.
    @Override
    public UpdateLine call(Subscriber to) throws IOException {
        tls.call(to.host(), to.port(), patience).close();
        return new PostedCall(to, tls.client(patience));
    }

    private final class PostedCall implements UpdateLine {
        private final Subscriber to;
        private final HttpClient client;

        PostedCall(Subscriber to, HttpClient client) {
            this.to = to;
            this.client = client;
        }

        @Override
        public boolean accepted(Update update, String id, OffsetDateTime at) throws IOException {
            var address = "https://" + to.host() + ":" + to.port() + to.path();
            var message = message(update, to, id);
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header(
                            "Content-Type",
                            "application/soap+xml;charset=UTF-8;action=\"" + Element.V3 + ":" + message.local() + "\"")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Markup.bytes(SoapEnvelope.calling(address, message))))
                    .build();
            var answer = answer(request);
            if (answer.statusCode() != OK) {
                throw new IOException("status " + answer.statusCode());
            }
            return taken(answer.body(), id);
        }

        /// Neither an endless answer nor one that drips holds the round.
        private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
            var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MAX));
            try {
                return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new IOException("no answer", e.getCause());
            } catch (TimeoutException e) {
                coming.cancel(true);
                throw new IOException("no answer in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while telling", e);
            }
        }

        private boolean taken(byte[] bytes, String id) throws IOException {
            try {
                var acknowledgement = SoapEnvelope.message(bytes)
                        .find("acknowledgement")
                        .filter(one -> one.find("targetMessage/id", "extension").equals(id))
                        .orElseThrow(() -> new IOException("no acknowledgement of this message"));
                return TAKEN.contains(acknowledgement.find("typeCode", "code"));
            } catch (BadXml e) {
                throw new IOException("unreadable answer: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private Element message(Update update, Subscriber to, String id) {
        var ids = Stream.concat(Stream.of(update.own()), update.others().stream())
                .map(InstanceId::written)
                .toList();
        var centre = List.of(InstanceId.written(domains.centre()));
        var act = V3Answer.act("PRPA_TE201302UV02")
                .add(V3Answer.registration(
                        V3Answer.patient(ids, V3Answer.unnamed(), domains.centre()), domains.centre()));
        return V3Answer.begun(
                        "PRPA_IN201302UV02",
                        InstanceId.written(domains.centre()).with("extension", id),
                        "AL")
                .add(
                        V3Answer.party(
                                "receiver",
                                "RCV",
                                List.of(InstanceId.written(to.application())),
                                to.name().isEmpty() ? List.of() : List.of(InstanceId.written(to.name()))),
                        V3Answer.party("sender", "SND", centre, List.of()),
                        act);
    }
}
