package hmnet.exchange.carefeed;

import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.feeds.FeedTrail;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.outline.BundleOutline;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility sends its own records as a bundle (FHIR Bundleの受信): a document, a collection, a transaction or a
/// batch is kept byte for byte and committed, then answered. Filing works from the inbox, and the sender asks
/// there (`/inbox/{id}`) what became of it.
@RestController
class BundleRoutes {
    private static final String NAME = "records by FHIR";

    /// A bundle is looked at as a tree, many times its bytes: of large ones few at once, the others wait
    /// their turn.
    private static final int LARGE = 1 << 20;

    private static final int LARGE_AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);
    private final Callers callers;
    private final BundleTerms terms;
    private final Inbox inbox;
    private final InboxLoad load;
    private final FeedTrail trail;
    private final BundleSettings settings;

    BundleRoutes(
            Callers callers, BundleTerms terms, Inbox inbox, InboxLoad load, FeedTrail trail, BundleSettings settings) {
        this.callers = callers;
        this.terms = terms;
        this.inbox = inbox;
        this.load = load;
        this.trail = trail;
        this.settings = settings;
    }

    /// 200 a transaction or batch and 202 another bundle, kept; 403 without the right, 413 too large, 415
    /// neither JSON nor XML, 400 no bundle, 422 one that is not taken, 429 when too many come.
    @PostMapping({"/fhir", "/fhir/"})
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    void take(FacilityId facility, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = new BundleAnswer(request, response);
        if (refused(facility, answer)) {
            return;
        }
        if (load.full()) {
            answer.comeAgain();
        } else if (!answer.isFhir()) {
            answer.refuse(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    IssueType.NOTSUPPORTED,
                    "send application/fhir+json or application/fhir+xml");
        } else {
            read(facility, request, answer);
        }
    }

    private boolean refused(FacilityId facility, BundleAnswer answer) throws IOException {
        if (callers.admit(facility, TransactionGroup.RECORDS, NAME) instanceof Admission.Refused) {
            answer.refuse(HttpStatus.FORBIDDEN, IssueType.FORBIDDEN, "this facility has no right to send records here");
            return true;
        }
        return false;
    }

    private void read(FacilityId facility, HttpServletRequest request, BundleAnswer answer) throws IOException {
        var most = settings.maxBytes();
        var body = request.getContentLengthLong() > most
                ? new byte[0]
                : request.getInputStream().readNBytes(most + 1);
        if (request.getContentLengthLong() > most || body.length > most) {
            answer.refuse(
                    HttpStatus.CONTENT_TOO_LARGE,
                    IssueType.TOOLONG,
                    "a bundle is at most " + most + " bytes: send several");
            return;
        }
        if (refused(facility, answer)) { // a body may come for minutes
            return;
        }
        Optional<BundleOutline> outline;
        try {
            outline = outline(body);
        } catch (Unreadable bad) {
            var note = bad.note();
            answer.refuse(
                    HttpStatus.BAD_REQUEST,
                    IssueType.STRUCTURE,
                    "no bundle that is read here: " + note.code() + ", line " + note.line() + " " + note.text());
            return;
        }
        if (outline.isPresent()) {
            take(facility, body, outline.get(), answer);
        } else {
            answer.comeAgain();
        }
    }

    /// Empty when too many large ones were looked at for too long.
    private Optional<BundleOutline> outline(byte[] body) throws Unreadable {
        if (body.length < LARGE) {
            return Optional.of(BundleOutline.of(body));
        }
        try {
            if (!large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(BundleOutline.of(body));
        } finally {
            large.release();
        }
    }

    private void take(FacilityId facility, byte[] body, BundleOutline outline, BundleAnswer answer) throws IOException {
        var objection = terms.objection(facility, outline);
        if (objection.isPresent()) {
            trail.objected(facility, NAME, objection.get().where());
            answer.refuse(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    objection.get().kind(),
                    objection.get().words());
            return;
        }
        var name = "fhir/" + outline.type() + (answer.cameAsXml() ? ".xml" : ".json");
        answer.kept(
                outline,
                inbox.keep(facility, List.of(new ReceivedFile(name, body, Door.FILES)))
                        .getFirst());
    }
}
