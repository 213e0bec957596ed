package hmnet.ground.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// Calls to hospitals' identity providers (認証基盤への呼出し): over https, or on this machine; no redirect is followed, no
/// answer is longer than it may be, and nobody waits longer than the setting says. Beside the few calls to one
/// provider at once others are refused, so that one that hangs costs nobody else anything.
@Component
class ProviderCalls implements DisposableBean {
    static final int LONGEST = 200_000;
    private static final int AT_ONCE = 16;

    private final FederationSettings settings;
    private final JdkClientHttpRequestFactory connections;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("identity-provider-", 0).factory());
    private final Map<Long, Semaphore> lines = new ConcurrentHashMap<>();

    ProviderCalls(FederationSettings settings) {
        this.settings = settings;
        this.connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build());
        connections.setReadTimeout(settings.patience());
    }

    /// The provider did not answer in time, or with something that cannot be used.
    static final class SilentProvider extends Exception {
        private static final long serialVersionUID = 1;

        SilentProvider(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Whether an address may be called: in the clear this machine alone.
    static boolean callable(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && isThisMachine(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether a provider may name an address: one of its own host alone, so that its words lead the centre to no other
    /// machine (A060).
    static boolean isOf(String issuer, String address) {
        return callable(address)
                && URI.create(issuer)
                        .getHost()
                        .equalsIgnoreCase(URI.create(address).getHost());
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    RestClient.Builder client() {
        return RestClient.builder().requestFactory(connections).requestInterceptor(bounded());
    }

    RestTemplate template() {
        var template = new RestTemplate(connections);
        template.getInterceptors().add(bounded());
        return template;
    }

    /// Everything that one answer to a browser takes, within the time of one.
    <T> T inTime(IdentityProvider provider, Callable<T> calls) throws SilentProvider {
        var line = lines.computeIfAbsent(provider.id(), id -> new Semaphore(AT_ONCE));
        if (!line.tryAcquire()) {
            throw new SilentProvider("Too many wait for it", new TimeoutException());
        }
        var call = threads.submit(() -> {
            try {
                return calls.call();
            } finally {
                line.release();
            }
        });
        try {
            return call.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new SilentProvider("It did not answer in time", e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new SilentProvider("The centre stops", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new SilentProvider("It cannot be called", e);
        }
    }

    private static ClientHttpRequestInterceptor bounded() {
        return (request, body, next) -> {
            if (!callable(request.getURI().toString())) {
                throw new IOException("An identity provider names an address in the clear");
            }
            return BoundedResponse.of(next.execute(request, body));
        };
    }

    /// Read whole at once, within the time of the call.
    private record BoundedResponse(ClientHttpResponse response, byte[] whole) implements ClientHttpResponse {
        static BoundedResponse of(ClientHttpResponse response) throws IOException {
            var whole = response.getBody().readNBytes(LONGEST + 1);
            if (whole.length > LONGEST) {
                response.close();
                throw new IOException("An answer of more than " + LONGEST + " bytes");
            }
            return new BoundedResponse(response, whole);
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return response.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(whole);
        }

        @Override
        public void close() {
            response.close();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
