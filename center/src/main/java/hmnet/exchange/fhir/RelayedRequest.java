package hmnet.exchange.fhir;

import hmnet.ground.directory.FacilityId;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request handed on to the FHIR server (引き渡す要求): its body was read and found fit, its caller is known.
final class RelayedRequest extends HttpServletRequestWrapper {
    private static final String PLACE = "/fhir";
    private final byte[] body;
    private final FacilityId facility;

    RelayedRequest(HttpServletRequest request, byte[] body, FacilityId facility) {
        super(request);
        this.body = body;
        this.facility = facility;
    }

    FacilityId facility() {
        return facility;
    }

    byte[] body() {
        return body;
    }

    @Override
    public String getServletPath() {
        return PLACE;
    }

    @Override
    public @Nullable String getPathInfo() {
        var path = getRequestURI().substring(getContextPath().length() + PLACE.length());
        return path.isEmpty() ? null : path;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new KeptBody(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class KeptBody extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        KeptBody(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The whole body is here already");
        }
    }
}
