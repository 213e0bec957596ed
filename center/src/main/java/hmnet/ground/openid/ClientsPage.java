package hmnet.ground.openid;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.openid.Clients.ClientAnswer;
import hmnet.ground.openid.ClientsScreen.ClientLine;
import hmnet.ground.openid.ClientsScreen.FreshClient;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office enters sub-systems, agrees to them, and ends them (サブシステムの管理).
@Controller
class ClientsPage {
    static final String PAGE = "/office/openid";
    private static final Set<String> DONE = Set.of("asked", "refused", "ended", "key");
    private static final Set<String> PROBLEMS = Set.of("same-person", "nothing");
    private static final int NAME_MAX = 60;

    private final Clients clients;
    private final SigningKeys keys;
    private final Endpoints endpoints;
    private final Staff staff;
    private final Pages pages;

    ClientsPage(Clients clients, SigningKeys keys, Endpoints endpoints, Staff staff, Pages pages) {
        this.clients = clients;
        this.keys = keys;
        this.endpoints = endpoints;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping(PAGE)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.openid", icon = "lock", group = MenuGroup.NETWORK, order = 68)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        return page(
                TypedForm.NOTHING, Pages.known(DONE, done), Pages.known(PROBLEMS, problem), null, request, by, frame);
    }

    @PostMapping(PAGE)
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String redirects,
            @RequestParam(defaultValue = "") String outs,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        var problems = new TreeMap<String, String>();
        if (name.isBlank() || name.length() > NAME_MAX) {
            problems.put("name", "name");
        }
        var addresses = ClientAddresses.typed(redirects).filter(all -> !all.isEmpty());
        if (addresses.isEmpty()) {
            problems.put("redirects", "address");
        }
        var signOuts = ClientAddresses.typed(outs);
        if (signOuts.isEmpty()) {
            problems.put("outs", "address");
        }
        if (problems.isEmpty() && !clients.ask(name.strip(), addresses.get(), signOuts.get(), by)) {
            problems.put("name", "full");
        }
        if (!problems.isEmpty()) {
            var typed = Map.of("name", name, "redirects", redirects, "outs", outs);
            return page(new TypedForm(typed, problems), null, null, null, request, by, frame);
        }
        return Pages.seeOther(PAGE + "?done=asked");
    }

    /// The secret stands on this answer and nowhere again.
    @PostMapping(PAGE + "/{id}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, HttpServletRequest request, Requester by, Frame frame) {
        return answered(clients.agree(id, by), request, by, frame);
    }

    @PostMapping(PAGE + "/{id}/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, HttpServletRequest request, Requester by, Frame frame) {
        return answered(clients.decline(id, by), request, by, frame);
    }

    @PostMapping(PAGE + "/{id}/end")
    @Rule(Right.OPERATE)
    ResponseEntity<String> end(@PathVariable long id, Requester by) {
        return Pages.seeOther(PAGE + (clients.end(id, by) ? "?done=ended" : "?problem=nothing"));
    }

    /// For a key that may have been copied.
    @PostMapping(PAGE + "/key")
    @Rule(Right.OPERATE)
    ResponseEntity<String> replaceKey(Requester by) {
        keys.replace(by);
        return Pages.seeOther(PAGE + "?done=key");
    }

    private ResponseEntity<String> answered(
            ClientAnswer answer, HttpServletRequest request, Requester by, Frame frame) {
        return switch (answer) {
            case ClientAnswer.Agreed(var client, var secret) ->
                page(
                        TypedForm.NOTHING,
                        null,
                        null,
                        new FreshClient(client.name(), client.clientId(), secret),
                        request,
                        by,
                        frame);
            case ClientAnswer.Declined() -> Pages.seeOther(PAGE + "?done=refused");
            case ClientAnswer.SameOperator() -> Pages.seeOther(PAGE + "?problem=same-person");
            case ClientAnswer.NothingToAnswer() -> Pages.seeOther(PAGE + "?problem=nothing");
        };
    }

    private ResponseEntity<String> page(
            TypedForm typed,
            @Nullable String done,
            @Nullable String problem,
            @Nullable FreshClient fresh,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        var all = clients.all();
        var names = staff.names(all.stream().map(OpenIdClient::askedBy).toList());
        var lines = all.stream()
                .map(client -> new ClientLine(
                        client.id(),
                        client.clientId(),
                        client.name(),
                        client.redirects(),
                        names.getOrDefault(client.askedBy(), ""),
                        client.askedAt(),
                        client.waits(),
                        client.askedBy().equals(by.staff()),
                        client.endedAt()))
                .toList();
        var screen = new ClientsScreen(lines, typed, done, problem, fresh, endpoints.issuer(request));
        return Pages.answer(
                typed.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("ground/openid/clients", frame, Map.of("page", screen)));
    }
}
