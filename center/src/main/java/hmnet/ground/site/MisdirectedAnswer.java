package hmnet.ground.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/// The answer to a request that came to the wrong place (宛先違い; RFC 9110 §15.5.20): one line that repeats nothing of it.
final class MisdirectedAnswer {
    private static final int STATUS = 421;

    private MisdirectedAnswer() {}

    static void refuse(HttpServletResponse response, String line) throws IOException {
        response.setStatus(STATUS);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
