package hmnet.care.handbookapp;

import hmnet.consent.residents.KeptDevices;
import hmnet.consent.residents.KeptDevices.DeviceState;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// What a device is given to keep, asks about it, and says that it is gone (端末の控え). Answered to the script of the
/// handbook; nothing of it may lie in a cache of the browser.
@Controller
class HandbookCopyPage {
    private final HandbookCopies copies;
    private final KeptDevices devices;

    HandbookCopyPage(HandbookCopies copies, KeptDevices devices) {
        this.copies = copies;
        this.devices = devices;
    }

    /// The pages of whose handbook is open, because the resident asked for it on this device.
    @Rule(Right.SUBJECT_READS)
    @PostMapping("/handbook/copy")
    ResponseEntity<HandbookCopy> take(
            ResidentCaller resident, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        return copies.take(resident, frame)
                .map(copy -> told(copy.of(resident, devices.keep(resident, copy.charts(), request, response))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /// The device destroyed what it kept.
    @Rule(Right.PUBLIC)
    @PostMapping("/handbook/copy/end")
    ResponseEntity<Void> end(HttpServletRequest request, HttpServletResponse response) {
        devices.end(request, response);
        return ResponseEntity.noContent().build();
    }

    /// Whether what the device keeps may stay, and for whom it may send entries. Whoever has neither cookie learns
    /// nothing.
    @Rule(Right.PUBLIC)
    @GetMapping("/handbook/state")
    ResponseEntity<DeviceState> state(HttpServletRequest request, HttpServletResponse response) {
        return told(devices.state(request, response));
    }

    private static <T> ResponseEntity<T> told(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
