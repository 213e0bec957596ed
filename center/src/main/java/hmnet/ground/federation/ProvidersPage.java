package hmnet.ground.federation;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.federation.IdentityProviders.EnteredProvider;
import hmnet.ground.federation.IdentityProviders.ProviderResult;
import hmnet.ground.federation.ProvidersScreen.ProviderLine;
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

/// The office enters hospitals' identity providers, agrees to them, and ends them (認証基盤の管理).
@Controller
class ProvidersPage {
    static final String PAGE = "/office/identity-providers";
    private static final Set<String> DONE = Set.of("asked", "agreed", "refused", "ended");
    private static final Set<String> PROBLEMS = Set.of("same-person", "nothing");
    private static final int LONGEST = 300;

    private final IdentityProviders providers;
    private final Registrations registrations;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    ProvidersPage(
            IdentityProviders providers, Registrations registrations, Facilities facilities, Staff staff, Pages pages) {
        this.providers = providers;
        this.registrations = registrations;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    /// The form, field by field.
    record TypedProvider(String facility, String issuer, String client, String secret, String acr, boolean two) {}

    @GetMapping(PAGE)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.identity-providers", icon = "lock", group = MenuGroup.NETWORK, order = 69)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        return page(TypedForm.NOTHING, Pages.known(DONE, done), Pages.known(PROBLEMS, problem), request, by, frame);
    }

    @PostMapping(PAGE)
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String acr,
            @RequestParam(defaultValue = "") String two,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        var typed = new TypedProvider(
                facility.strip(), issuer.strip(), client.strip(), secret.strip(), acr.strip(), two.equals("yes"));
        var problems = problems(typed);
        var at = facilities.byCode(typed.facility());
        if (at.isEmpty()) {
            problems.put("facility", "facility");
        }
        if (problems.isEmpty()) {
            var entered = new EnteredProvider(
                    at.get().id(), typed.issuer(), typed.client(), typed.secret(), typed.two(), typed.acr());
            if (providers.ask(entered, by)) {
                return Pages.seeOther(PAGE + "?done=asked");
            }
            problems.put("facility", "already");
        }
        var values = Map.of("facility", facility, "issuer", issuer, "client", client, "acr", acr, "two", two);
        return page(new TypedForm(values, problems), null, null, request, by, frame);
    }

    private static Map<String, String> problems(TypedProvider typed) {
        var problems = new TreeMap<String, String>();
        if (typed.issuer().length() > LONGEST
                || typed.issuer().contains("?")
                || !ProviderCalls.callable(typed.issuer())) {
            problems.put("issuer", "issuer");
        }
        for (var field :
                Map.of("client", typed.client(), "secret", typed.secret()).entrySet()) {
            if (field.getValue().isEmpty() || field.getValue().length() > LONGEST) {
                problems.put(field.getKey(), "field");
            }
        }
        if (typed.acr().length() > LONGEST) {
            problems.put("acr", "field");
        }
        return problems;
    }

    @PostMapping(PAGE + "/{id}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, Requester by) {
        return answer(providers.agree(id, by), "agreed");
    }

    @PostMapping(PAGE + "/{id}/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by) {
        return answer(providers.refuse(id, by), "refused");
    }

    @PostMapping(PAGE + "/{id}/end")
    @Rule(Right.OPERATE)
    ResponseEntity<String> end(@PathVariable long id, Requester by) {
        return answer(providers.end(id, by), "ended");
    }

    private static ResponseEntity<String> answer(ProviderResult result, String done) {
        return switch (result) {
            case DONE -> Pages.seeOther(PAGE + "?done=" + done);
            case SAME_OPERATOR -> Pages.seeOther(PAGE + "?problem=same-person");
            case NOTHING -> Pages.seeOther(PAGE + "?problem=nothing");
        };
    }

    private ResponseEntity<String> page(
            TypedForm typed,
            @Nullable String done,
            @Nullable String problem,
            HttpServletRequest request,
            Requester by,
            Frame frame) {
        var all = providers.all();
        var names = staff.names(all.stream().map(IdentityProvider::askedBy).toList());
        var lines = all.stream()
                .map(provider -> new ProviderLine(
                        provider.id(),
                        facilities.get(provider.facility()).name(),
                        provider.issuer(),
                        provider.clientId(),
                        provider.twoFactors(),
                        names.getOrDefault(provider.askedBy(), ""),
                        provider.askedAt(),
                        provider.waits(),
                        provider.askedBy().equals(by.staff()),
                        provider.endedAt()))
                .toList();
        var screen = new ProvidersScreen(lines, typed, done, problem, registrations.back(request));
        return Pages.answer(
                typed.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("ground/federation/providers", frame, Map.of("page", screen)));
    }
}
