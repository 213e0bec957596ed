package hmnet.exchange.iti78;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which parameters of a search were heard (検索の自己リンク; FHIR R4 §3.1.1.6).
final class SelfLink {
    private static final Set<String> HEARD = Set.of(
            "_id",
            "identifier",
            "family",
            "given",
            "name",
            "birthdate",
            "gender",
            "address",
            "address-city",
            "address-postalcode",
            "telecom",
            "active");

    private SelfLink() {}

    static String of(ServletRequestDetails details) {
        var heard = new TreeMap<>(details.getParameters())
                .entrySet().stream()
                        .filter(parameter -> HEARD.contains(parameter.getKey().split(":", 2)[0]))
                        .flatMap(parameter -> Arrays.stream(parameter.getValue())
                                .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
        return details.getFhirServerBase() + "/Patient" + (heard.isEmpty() ? "" : "?" + heard);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
