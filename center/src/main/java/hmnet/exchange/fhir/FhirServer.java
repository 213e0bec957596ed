package hmnet.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// HAPI's plain server behind the gate (FHIRサーバ). It is no servlet of its own: nothing reaches it but what
/// the gate let through. Made at the first question: a centre nobody asks pays nothing for it.
@Component
class FhirServer {
    private final List<FhirDoor> doors;
    private final Capabilities capabilities;
    private final ServletContext servlets;
    private volatile @Nullable RestfulServer server;

    FhirServer(List<FhirDoor> doors, Capabilities capabilities, ServletContext servlets) {
        this.doors = doors;
        this.capabilities = capabilities;
        this.servlets = servlets;
    }

    void answer(RelayedRequest request, HttpServletResponse response) throws ServletException, IOException {
        made().service(request, response);
    }

    private RestfulServer made() throws ServletException {
        var known = server;
        return known == null ? make() : known;
    }

    private synchronized RestfulServer make() throws ServletException {
        var known = server;
        if (known != null) {
            return known;
        }
        var context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false); // no resource here refers to another
        context.getParserOptions().setStripVersionsFromReferences(false);
        var fresh = new RestfulServer(context);
        fresh.setDefaultResponseEncoding(EncodingEnum.JSON);
        fresh.setETagSupport(ETagSupportEnum.DISABLED);
        fresh.setServerName("hmnet");
        fresh.setServerConformanceProvider(capabilities);
        fresh.registerProviders(doors);
        fresh.registerInterceptor(new FhirFailures());
        fresh.init(new FhirServletConfig(servlets));
        server = fresh;
        return fresh;
    }

    private record FhirServletConfig(ServletContext servlets) implements ServletConfig {
        @Override
        public String getServletName() {
            return "fhir";
        }

        @Override
        public ServletContext getServletContext() {
            return servlets;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
