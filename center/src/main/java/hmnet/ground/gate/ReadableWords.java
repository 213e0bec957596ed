package hmnet.ground.gate;

import hmnet.ground.mtls.Machines;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 400 to words that nobody could keep (読めない語の拒否), before anything asks for them: a form that cannot be taken
/// apart, and the character NUL, which no text of the database holds. A machine's body stays unread.
@Component
@Order(10)
class ReadableWords extends OncePerRequestFilter {
    private static final String NUL = "\0";
    private static final String NUL_IN_AN_ADDRESS = "%00";

    private final Machines machines;

    ReadableWords(Machines machines) {
        this.machines = machines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private boolean isReadable(HttpServletRequest request) {
        if (holdsNul(request.getQueryString(), NUL_IN_AN_ADDRESS)) {
            return false;
        }
        if (machines.sent(request)) {
            return true;
        }
        try {
            return request.getParameterMap().entrySet().stream()
                    .noneMatch(words -> holdsNul(words.getKey(), NUL)
                            || Arrays.stream(words.getValue()).anyMatch(word -> holdsNul(word, NUL)));
        } catch (InvalidParameterException noForm) {
            return false;
        }
    }

    private static boolean holdsNul(@Nullable String words, String nul) {
        return words != null && words.contains(nul);
    }
}
