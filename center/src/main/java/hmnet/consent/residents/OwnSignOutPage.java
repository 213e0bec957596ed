package hmnet.consent.residents;

import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Where a resident goes out (本人のサインアウト): here, or wherever they are signed in.
@Controller
class OwnSignOutPage {
    private static final String OUT = "/my/signin";

    private final OwnSignIn signIn;
    private final KeptDevices devices;

    OwnSignOutPage(OwnSignIn signIn, KeptDevices devices) {
        this.signIn = signIn;
        this.devices = devices;
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/signout")
    ResponseEntity<String> send(HttpServletRequest request, HttpServletResponse response) {
        OwnCookie.read(request).ifPresent(signIn::out);
        return gone(request, response);
    }

    @Rule(Right.RESIDENT)
    @PostMapping("/my/signout/everywhere")
    ResponseEntity<String> everywhere(
            ResidentCaller resident, HttpServletRequest request, HttpServletResponse response) {
        signIn.outEverywhere(resident);
        return gone(request, response);
    }

    private ResponseEntity<String> gone(HttpServletRequest request, HttpServletResponse response) {
        devices.end(request, response);
        OwnCookie.write(request, response, null);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Pages.seeOther(OUT);
    }
}
