package hmnet.ground.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Connections that can be broken in the middle of an answer (接続の切断), so that its receiver sees that it is not whole:
/// left to the server, an error page would be the file's next bytes.
@Component
class BreakableConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String BREAK = BreakableConnections.class.getName();

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(new BreakingValve());
    }

    /// Nothing more goes out on this connection.
    static void cut(ServletRequest request) {
        if (request.getAttribute(BREAK) instanceof Runnable breaking) {
            breaking.run();
        }
    }

    private static final class BreakingValve extends ValveBase {
        BreakingValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Runnable breaking = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            request.setAttribute(BREAK, breaking);
            getNext().invoke(request, response);
        }
    }
}
