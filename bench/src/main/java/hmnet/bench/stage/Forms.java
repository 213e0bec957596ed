package hmnet.bench.stage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Forms filled in and sent as a browser does (フォームの送信), following nothing.
public final class Forms {
    private Forms() {}

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static HttpResponse<String> post(Doctor doctor, String path, Map<String, String> form) throws IOException {
        return post(doctor.http(), doctor.url().resolve(path), doctor.cookie(), form);
    }

    public static HttpResponse<String> post(HttpClient http, URI page, String cookie, Map<String, String> form)
            throws IOException {
        return sent(
                http,
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build());
    }

    public static HttpResponse<String> get(HttpClient http, URI page, String cookie) throws IOException {
        return sent(http, HttpRequest.newBuilder(page).header("Cookie", cookie).build());
    }

    /// The cookie that an answer leaves; it says which page left none.
    public static String cookie(HttpResponse<?> answer) throws IOException {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(set -> set.substring(0, set.indexOf(';')))
                .filter(set -> !set.endsWith("="))
                .findFirst()
                .orElseThrow(() -> new IOException(answer.uri() + " let nobody in: " + answer.statusCode()));
    }

    private static HttpResponse<String> sent(HttpClient http, HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
