package hmnet.consent.residents;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyLine;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.OwnProxies.ProxyWish;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident sees who represents them, names somebody and ends it at once (わたしの代理人). Always the account's own.
@Controller
class OwnProxyPage {
    private static final String PAGE = "/my/proxies";

    private final Proxies proxies;
    private final OwnProxies own;
    private final Pages pages;

    OwnProxyPage(Proxies proxies, OwnProxies own, Pages pages) {
        this.proxies = proxies;
        this.own = own;
        this.pages = pages;
    }

    @Rule(Right.RESIDENT)
    @GetMapping(PAGE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, ResidentCaller resident, Frame frame) {
        return page(resident, null, Pages.known(Set.of("named", "ended"), done), HttpStatus.OK, frame);
    }

    @Rule(Right.RESIDENT)
    @PostMapping(PAGE)
    @ChecksNumbers("password")
    ResponseEntity<String> name(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(required = false) @Nullable List<String> scope,
            @RequestParam(defaultValue = "") String reads,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String password,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        var wish = new ProxyWish(
                card,
                BirthDates.parse(birth).orElse(null),
                scope != null && scope.contains("see"),
                scope != null && scope.contains("decide"),
                ProxyReading.of(reads).orElse(ProxyReading.NOTHING),
                TypedForm.day(until).orElse(null));
        var session = OwnCookie.read(request).orElseThrow();
        return own.name(resident, wish, session, password, request.getRemoteAddr())
                .map(problem -> page(resident, problem, null, HttpStatus.UNPROCESSABLE_CONTENT, frame))
                .orElseGet(() -> Pages.seeOther(PAGE + "?done=named"));
    }

    /// The last look before it ends.
    @Rule(Right.RESIDENT)
    @GetMapping(PAGE + "/{id}/end")
    ResponseEntity<String> look(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return proxies.of(new PersonId(resident.person())).stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .map(line -> sure(line, frame))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    private ResponseEntity<String> sure(ProxyLine line, Frame frame) {
        var m = frame.m();
        var sure = new Sure(
                m.t("own.proxies.end"),
                List.of(line.name()),
                List.of(m.t("own.proxies.end.closed"), m.t("own.proxies.end.kept")),
                PAGE + "/" + line.id() + "/end",
                Map.of(),
                m.t("own.proxies.end.go"),
                PAGE);
        return pages.ownSure(sure, frame);
    }

    @Rule(Right.RESIDENT)
    @PostMapping(PAGE + "/{id}/end")
    ResponseEntity<String> end(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return proxies.end(resident, id) ? Pages.seeOther(PAGE + "?done=ended") : pages.notFound(frame.ofResident());
    }

    private ResponseEntity<String> page(
            ResidentCaller resident, @Nullable String problem, @Nullable String done, HttpStatus status, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("lines", proxies.of(new PersonId(resident.person())));
        model.put("names", own.mayName(resident));
        model.put("problem", problem);
        model.put("done", done);
        return Pages.answer(status, pages.render("consent/residents/proxies", frame.ofResident(), model));
    }
}
