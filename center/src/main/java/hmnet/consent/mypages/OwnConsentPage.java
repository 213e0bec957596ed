package hmnet.consent.mypages;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.mypages.OwnConsentScreen.OwnDenial;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.RecordedProvision;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident's consent is now, what is closed within it, and its end in one act (同意の状況).
@Controller
class OwnConsentPage {
    private static final String SHOWN = "/my/consent";

    private final Consents consents;
    private final EmergencyConsents emergencies;
    private final ConsentProvisions provisions;
    private final Facilities facilities;
    private final Staff staff;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final OwnWhoses whoses;
    private final Pages pages;
    private final ConsentNotices notices;

    OwnConsentPage(
            Consents consents,
            EmergencyConsents emergencies,
            ConsentProvisions provisions,
            Facilities facilities,
            Staff staff,
            Audit audit,
            TransactionOperations transaction,
            OwnWhoses whoses,
            Pages pages,
            ConsentNotices notices) {
        this.notices = notices;
        this.consents = consents;
        this.emergencies = emergencies;
        this.provisions = provisions;
        this.facilities = facilities;
        this.staff = staff;
        this.audit = audit;
        this.transaction = transaction;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT)
    @GetMapping(SHOWN)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, ResidentCaller resident, Frame frame) {
        var screen = Objects.requireNonNull(transaction.execute(status -> {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "consent"));
            return screen(resident, done);
        }));
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/mypages/consent",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }

    private OwnConsentScreen screen(ResidentCaller resident, String done) {
        var person = new PersonId(resident.person());
        var emergency = emergencies.since(person).orElse(null);
        var now = consents.of(person);
        return new OwnConsentScreen(
                now.state().word(),
                now.since(),
                consents.position(person).map(ConsentChoice::word).orElse(null),
                provisions.standing(person).stream()
                        // What it names of a sensitive kind is the person's own to tell.
                        .filter(one -> resident.representation() == null
                                || one.draft().what().labelled().isEmpty())
                        .map(this::denial)
                        .toList(),
                done.equals("withdrawn") && now.state() == ConsentState.WITHDRAWN,
                emergency,
                done.equals("emergency") ? emergency == null ? "ended" : "given" : null,
                now.state() == ConsentState.GIVEN
                        ? notices.book()
                                .asked(consents.under(person), notices.today())
                                .orElse(null)
                        : null,
                done.equals("renewed"));
    }

    /// Agrees to emergencies, or no longer does (事前の緊急同意).
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/consent/emergency")
    ResponseEntity<String> forEmergencies(@RequestParam(defaultValue = "") String decision, ResidentCaller resident) {
        if (decision.equals("give") || decision.equals("end")) {
            emergencies.decide(resident, decision.equals("give"));
        }
        return Pages.seeOther(SHOWN + "?done=emergency");
    }

    /// Agrees again, under what is explained now (再同意).
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/consent/renewal")
    ResponseEntity<String> renew(@RequestParam(defaultValue = "") String version, ResidentCaller resident) {
        var renewed = version.equals(notices.current()) && consents.renew(resident, version);
        return Pages.seeOther(SHOWN + (renewed ? "?done=renewed" : ""));
    }

    private OwnDenial denial(RecordedProvision recorded) {
        var to = recorded.draft().to();
        var what = recorded.draft().what();
        var named = new ArrayList<FacilityId>();
        if (to.facility() != null) {
            named.add(to.facility());
        }
        if (to.staff() != null) {
            staff.byId(to.staff()).ifPresent(member -> named.add(member.facility()));
        }
        if (to.otherThan() != null) {
            to.otherThan().stream().sorted().map(FacilityId::new).forEach(named::add);
        }
        return new OwnDenial(
                named.stream().map(this::name).toList(),
                to.staff() != null,
                to.otherThan() != null,
                to.kinds().stream().map(FacilityKind::word).toList(),
                what.source() == null ? null : name(what.source()),
                what.kindList().stream().map(RecordKind::name).toList(),
                what.labelled().stream().map(Label::name).toList(),
                recorded.draft().purposeList().stream()
                        .map(purpose -> purpose.code().toLowerCase(Locale.ROOT))
                        .toList(),
                what.careFrom(),
                what.careUntil(),
                recorded.draft().until());
    }

    private String name(FacilityId facility) {
        return facilities.get(facility).name();
    }

    /// The last look before it ends.
    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/consent/withdrawal")
    ResponseEntity<String> look(ResidentCaller resident, Frame frame) {
        if (consents.of(new PersonId(resident.person())).state() == ConsentState.WITHDRAWN) {
            return Pages.seeOther(SHOWN);
        }
        var m = frame.m();
        var sure = new Sure(
                m.t("my.consent.withdraw"),
                List.of(m.t("my.consent.withdraw.whom"), whoses.of(resident).name()),
                List.of(
                        m.t("my.consent.withdraw.closed"),
                        m.t("my.consent.withdraw.kept"),
                        m.t("my.consent.withdraw.codes"),
                        m.t("my.consent.withdraw.back")),
                "/my/consent/withdrawal",
                Map.of("whose", resident.whose()),
                m.t("my.consent.withdraw.go"),
                SHOWN);
        return pages.ownSure(sure, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/consent/withdrawal")
    ResponseEntity<String> withdraw(ResidentCaller resident) {
        if (consents.of(new PersonId(resident.person())).state() != ConsentState.WITHDRAWN) {
            consents.withdraw(resident, notices.current());
        }
        return Pages.seeOther(SHOWN + "?done=withdrawn");
    }
}
