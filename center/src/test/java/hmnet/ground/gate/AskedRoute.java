package hmnet.ground.gate;

import hmnet.ground.routes.Rule;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// One route of the running centre, as it is asked (照会する経路).
///
/// @param type what the handler reads alone, or nothing
record AskedRoute(String method, String path, String type, HandlerMethod handler) {
    static final String HEADING = words("", "", "", "");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-z]+)}");
    private static final String ANY = "*";

    static Stream<AskedRoute> of(RequestMappingInfo mapping, HandlerMethod handler) {
        var type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MimeType::toString)
                .collect(Collectors.joining());
        var methods = mapping.getMethodsCondition().getMethods();
        var words = methods.isEmpty() ? Stream.of(ANY) : methods.stream().map(RequestMethod::name);
        return words.flatMap(
                method -> mapping.getPatternValues().stream().map(path -> new AskedRoute(method, path, type, handler)));
    }

    Rule rule() {
        return Objects.requireNonNull(handler.getMethodAnnotation(Rule.class));
    }

    String name() {
        return LetIn.name(handler);
    }

    /// A request that only reads, as a browser would.
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /// A route for every method is asked with the one that its machines use.
    String askedMethod() {
        return method.equals(ANY) ? "POST" : method;
    }

    String askedType() {
        return type.isEmpty() ? MediaType.APPLICATION_FORM_URLENCODED_VALUE : type;
    }

    boolean namesPerson() {
        return path.contains("{person}");
    }

    /// Whether the thing that `{id}` names has a random id rather than a number.
    boolean idIsRandom() {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class)
                        && parameter.getParameterType() == UUID.class);
    }

    String address(Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(found -> Objects.requireNonNull(values.get(found.group(1)), found.group()))
                .replace("/**", "/anything");
    }

    /// Whether it may end the session that the next questions are asked in: it is asked at the gate alone.
    boolean endsSession() {
        var module = handler.getBeanType().getPackageName();
        return !reads() && (module.endsWith(".signin") || module.endsWith(".residents"));
    }

    /// What the line of the table begins with.
    String words() {
        return words(
                method,
                type.isEmpty() ? path : path + " (" + type + ")",
                switch (rule().on()) {
                    case WEB -> "web";
                    case MTLS -> "machines";
                    case CERTIFICATE -> "cards";
                },
                rule().value().name());
    }

    private static String words(String method, String path, String connector, String right) {
        return "%-7s %-58s %-8s %-13s".formatted(method, path, connector, right);
    }
}
