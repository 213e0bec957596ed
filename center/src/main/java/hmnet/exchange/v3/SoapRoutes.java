package hmnet.exchange.v3;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where other systems speak SOAP (SOAP接続口). The gate has let the machine in; what it may do here is the
/// right of its facility, asked by each transaction.
@RestController
class SoapRoutes {
    private static final int MOST_BYTES = 1 << 20;
    private static final String AGAIN_AFTER = "60";
    private static final MediaType SOAP = MediaType.parseMediaType("application/soap+xml");
    private final Conversation conversation;

    SoapRoutes(Conversation conversation) {
        this.conversation = conversation;
    }

    @RequestMapping({"/ihe", "/ihe/**"})
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    void answer(FacilityId facility, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var said = answer(facility, request);
        response.setStatus(said.status());
        if (said.status() == HttpStatus.INSUFFICIENT_STORAGE.value()
                || said.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER);
        }
        response.setContentType("application/soap+xml;charset=UTF-8");
        response.getOutputStream().write(Markup.bytes(said.envelope()));
    }

    private SoapReply answer(FacilityId facility, HttpServletRequest request) throws IOException {
        var type = type(request);
        if (type.isEmpty()) {
            return SoapReply.fault(
                    SoapFault.sender("Send application/soap+xml in UTF-8"),
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "");
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES
                ? SoapReply.fault(
                        SoapFault.sender("The message is larger than " + MOST_BYTES + " bytes"),
                        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                        "")
                : conversation.answer(facility, bytes, parameter(type.get(), "action"));
    }

    private static Optional<MediaType> type(HttpServletRequest request) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            var charset = parameter(type, "charset");
            return Optional.of(type)
                    .filter(SOAP::equalsTypeAndSubtype)
                    .filter(ours -> charset.isEmpty() || charset.equalsIgnoreCase("UTF-8"));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static String parameter(MediaType type, String name) {
        var value = type.getParameter(name);
        return value == null ? "" : value.replace("\"", "");
    }
}
