package hmnet.ground.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// What a proxy writes about the client before it (転送ヘッダー).
enum ProxyHeader {
    /// `X-Forwarded-For` and `X-Forwarded-Proto`.
    X_FORWARDED {
        @Override
        List<String> hops(HttpServletRequest request) {
            return parts(request, "X-Forwarded-For");
        }

        @Override
        List<String> schemes(HttpServletRequest request) {
            return parts(request, "X-Forwarded-Proto");
        }
    },
    /// `Forwarded` (RFC 7239 §4).
    FORWARDED {
        @Override
        List<String> hops(HttpServletRequest request) {
            return parametersOf(request, "for");
        }

        @Override
        List<String> schemes(HttpServletRequest request) {
            return parametersOf(request, "proto");
        }
    };

    /// Who called whom, the client first, as written.
    abstract List<String> hops(HttpServletRequest request);

    /// Over what, the client first.
    abstract List<String> schemes(HttpServletRequest request);

    /// At every comma, in quotes or not: no address holds one, and a quote that a client left open swallows nothing.
    static List<String> parts(HttpServletRequest request, String header) {
        var parts = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(header))) {
            for (var part : line.split(",", -1)) {
                parts.add(part.strip().toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    static List<String> parametersOf(HttpServletRequest request, String parameter) {
        return parts(request, "Forwarded").stream()
                .map(element -> value(element, parameter))
                .filter(value -> !(value.isEmpty() && parameter.equals("proto")))
                .toList();
    }

    /// Empty where an element does not say: that hop stands for nobody.
    private static String value(String element, String parameter) {
        for (var pair : element.split(";", -1)) {
            var text = pair.strip();
            if (text.startsWith(parameter + "=")) {
                return text.substring(parameter.length() + 1).replace("\"", "");
            }
        }
        return "";
    }
}
