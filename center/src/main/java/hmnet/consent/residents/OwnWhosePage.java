package hmnet.consent.residents;

import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyLine;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where somebody who represents others chooses whose page to open (だれのページを開くか).
@Controller
class OwnWhosePage {
    private static final Set<String> TOLD = Set.of("ended", "changed", "given-up");

    private final Proxies proxies;
    private final OwnProxies own;
    private final Pages pages;

    OwnWhosePage(Proxies proxies, OwnProxies own, Pages pages) {
        this.proxies = proxies;
        this.own = own;
        this.pages = pages;
    }

    @Rule(Right.RESIDENT)
    @GetMapping("/my/whose")
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String told, ResidentCaller resident, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("lines", proxies.represented(new PersonId(resident.person())));
        model.put("told", Pages.known(TOLD, told));
        return Pages.answer(HttpStatus.OK, pages.render("consent/residents/whose", frame.ofResident(), model));
    }

    /// The last look before it is given up.
    @Rule(Right.RESIDENT)
    @GetMapping("/my/whose/{id}/end")
    ResponseEntity<String> look(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return proxies.represented(new PersonId(resident.person())).stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .map(line -> sure(line, frame))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    private ResponseEntity<String> sure(ProxyLine line, Frame frame) {
        var m = frame.m();
        var sure = new Sure(
                m.t("own.whose.end"),
                List.of(line.name()),
                List.of(m.t("own.whose.end.closed"), m.t("own.whose.end.again")),
                "/my/whose/" + line.id() + "/end",
                Map.of(),
                m.t("own.whose.end.go"),
                "/my/whose");
        return pages.ownSure(sure, frame);
    }

    @Rule(Right.RESIDENT)
    @PostMapping("/my/whose/{id}/end")
    ResponseEntity<String> end(@PathVariable long id, ResidentCaller resident, Frame frame) {
        return proxies.giveUp(resident, id)
                ? Pages.seeOther("/my/whose?told=given-up")
                : pages.notFound(frame.ofResident());
    }

    /// @param proxy which of those whom they represent; 0 for themselves
    @Rule(Right.RESIDENT)
    @PostMapping("/my/whose")
    ResponseEntity<String> turn(
            @RequestParam(defaultValue = "0") long proxy,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        var session = OwnCookie.read(request).orElseThrow();
        return own.turnTo(resident, session, proxy == 0 ? null : proxy)
                ? Pages.seeOther("/my")
                : pages.notFound(frame.ofResident());
    }
}
