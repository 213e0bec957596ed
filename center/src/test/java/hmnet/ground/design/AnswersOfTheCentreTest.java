package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class AnswersOfTheCentreTest extends Centre {
    @LocalServerPort
    int port;

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void staticFilesAreKeptForEver() throws Exception {
        var answer = get(new Assets().style());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    /// U16: a laboratory page is 198 KB of text, 18 KB packed.
    @Test
    void pagesAndStylesArePackedForWhoeverTakesThemSo() throws Exception {
        for (var path : List.of(new Assets().style(), new Assets().script(), "/signin")) {
            var answer = get(path, "Accept", "text/html,*/*", "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
            assertThat(answer.headers().allValues("Vary").toString()).as(path).containsIgnoringCase("accept-encoding");
        }
        assertThat(get(new Assets().style()).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    /// U16: lists that are saved, drawings and what machines ask for, too; a picture is packed already.
    @Test
    void everyKindOfTextIsPacked() throws Exception {
        for (var type : List.of(
                "text/csv;charset=UTF-8",
                "text/plain",
                "image/svg+xml",
                "application/json",
                "application/fhir+json;charset=UTF-8",
                "application/soap+xml",
                "application/xml")) {
            var path = "/sample/text?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8);
            var answer = get(path, "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).as(type).contains("gzip");
            assertThat(answer.body().length()).as(type).isLessThan(500);
        }
        assertThat(get("/sample/text?type=image/png", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    /// U23.
    @Test
    void aTabOfTheBrowserShowsTheMark() throws Exception {
        assertThat(get("/signin", "Accept", "text/html").body())
                .contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/static/mark-")
                .doesNotContain("data:,");
        var mark = get(new Assets().mark());
        assertThat(mark.statusCode()).isEqualTo(200);
        assertThat(mark.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }

    @Test
    void anUnknownAddressIsACalmPageInTheReadersLanguage() throws Exception {
        var answer = get("/no/such/page", "Accept", "text/html", "Accept-Language", "en-GB");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing to show");
        assertThat(get("/no/such/page", "Accept", "text/html").body()).contains("表示できるものがありません");
    }

    /// A nurse at night chooses once; without a choice the device's own brightness holds.
    @Test
    void aDarkScreenIsRememberedByThisBrowser() throws Exception {
        assertThat(get("/signin", "Accept", "text/html").body())
                .doesNotContain("data-theme")
                .contains("href=\"/signin?theme=dark\"", "href=\"/signin?theme=light\"");
        var answer = get("/signin?theme=dark", "Accept", "text/html");
        assertThat(answer.body()).contains("<html lang=\"ja\" data-theme=\"dark\">");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("theme=dark").contains("HttpOnly"));
        assertThat(get("/signin", "Accept", "text/html", "Cookie", "theme=dark").body())
                .contains("data-theme=\"dark\"");
        assertThat(get("/signin?theme=%22%3E", "Accept", "text/html", "Cookie", "theme=night")
                        .body())
                .as("a theme that nobody has")
                .doesNotContain("data-theme");
    }

    @Test
    void aChosenLanguageIsRemembered() throws Exception {
        var answer = get("/signin?lang=en", "Accept", "text/html");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("lang=en").contains("HttpOnly"));
        assertThat(get("/signin", "Accept", "text/html", "Cookie", "lang=en").body())
                .contains("lang=\"en\"");
    }
}
