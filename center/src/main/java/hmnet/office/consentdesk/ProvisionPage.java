package hmnet.office.consentdesk;

import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.ProvisionDraft;
import hmnet.consent.provisions.ConsentProvisions.ProvisionSource;
import hmnet.consent.provisions.ConsentProvisions.RecordedProvision;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.NamedParties;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.consentdesk.ProvisionScreen.ProvisionLine;
import hmnet.people.links.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office records what a person denies within a consent, and ends it (事務局: 見せる範囲の登録).
@Controller
class ProvisionPage {
    /// The word of the page that found the person, whose ticket this page takes.
    private static final Set<String> FOUND = Set.of("consent");

    private static final Set<String> TOLD = Set.of("denied", "ended");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ProvenPersons provenPersons;
    private final ConsentProvisions provisions;
    private final NamedParties parties;
    private final Tickets tickets;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;
    private final ConsentNotices notices;

    ProvisionPage(
            ProvenPersons provenPersons,
            ConsentProvisions provisions,
            NamedParties parties,
            Tickets tickets,
            Facilities facilities,
            Staff staff,
            Pages pages,
            Clock clock,
            ConsentNotices notices) {
        this.provenPersons = provenPersons;
        this.notices = notices;
        this.provisions = provisions;
        this.parties = parties;
        this.tickets = tickets;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/consents/provisions")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return found(card, requester)
                .map(person -> page(person, TypedForm.NOTHING, Pages.known(TOLD, told), requester, frame))
                .orElseGet(ProvisionPage::again);
    }

    @PostMapping("/office/consents/provisions")
    @Rule(Right.OFFICE)
    ResponseEntity<String> deny(ProvisionForm form, Requester requester, Frame frame) {
        var person = found(ProvisionForm.text(form.card()), requester);
        if (person.isEmpty()) {
            return again();
        }
        var named = parties.read(ProvisionForm.text(form.readers()), ProvisionForm.text(form.staff()), requester);
        var sources = parties.read(ProvisionForm.text(form.source()), "", requester);
        var problems = form.problems(named, sources, LocalDate.now(clock.withZone(JAPAN)));
        if (!problems.isEmpty()) {
            return page(person.get(), form.again(problems), null, requester, frame);
        }
        provisions.record(
                person.get().id(),
                new ProvisionDraft(
                        form.readers(named), form.what(sources.facilities()), form.purposeMask(), form.until()),
                new ProvisionSource(
                        ProvisionForm.text(form.how()),
                        notices.current(),
                        ProvisionForm.text(form.witness()).strip()),
                requester);
        return seeOther(person.get(), "denied", requester);
    }

    @PostMapping("/office/consents/provisions/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> end(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        if (!ProvisionForm.HOW.contains(how)) {
            return page(person.get(), new TypedForm(Map.of(), Map.of("ending-" + id, "how")), null, requester, frame);
        }
        var ended = provisions.end(person.get().id(), id, new ProvisionSource(how, notices.current(), ""), requester);
        return seeOther(person.get(), ended ? "ended" : "none", requester);
    }

    private Optional<Person> found(String card, Requester requester) {
        return provenPersons.find(card, requester, FOUND);
    }

    /// The page before, where the card is read anew.
    private static ResponseEntity<String> again() {
        return Pages.seeOther("/office/consents");
    }

    private ResponseEntity<String> seeOther(Person person, String told, Requester requester) {
        return Pages.seeOther("/office/consents/provisions?told=" + told + "&card=" + ticket(person, requester));
    }

    private String ticket(Person person, Requester requester) {
        return tickets.write(new Ticket(person.id(), "consent"), requester);
    }

    private ResponseEntity<String> page(
            Person person, TypedForm form, @Nullable String told, Requester requester, Frame frame) {
        var screen = new ProvisionScreen(
                person.name(),
                person.kana(),
                person.birthDate(),
                ticket(person, requester),
                provisions.standing(person.id()).stream()
                        .map(one -> line(one, frame.m()))
                        .toList(),
                form,
                told);
        return Pages.answer(
                form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("office/consentdesk/provisions", frame, Map.of("page", screen)));
    }

    private ProvisionLine line(RecordedProvision one, Messages m) {
        var until = one.draft().until();
        return new ProvisionLine(
                one.id(),
                to(one, m),
                details(one, m),
                day(one.since()),
                until == null ? null : day(until.minusSeconds(1)));
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(JAPAN).toLocalDate();
    }

    private String to(RecordedProvision one, Messages m) {
        var to = one.draft().to();
        if (to.staff() != null) {
            return staff.names(List.of(to.staff())).getOrDefault(to.staff(), "");
        }
        if (to.facility() != null) {
            return facilities.get(to.facility()).name();
        }
        if (to.otherThan() != null) {
            return m.t(
                    "consent.provision.all-but",
                    joined(to.otherThan().stream().map(this::name).sorted().toList(), m));
        }
        return to.isEverybody()
                ? m.t("consent.provision.to.everybody")
                : joined(
                        to.kinds().stream()
                                .map(kind -> m.t("directory.kind." + kind.word()))
                                .toList(),
                        m);
    }

    private String name(long facility) {
        return facilities.get(new FacilityId(facility)).name();
    }

    private List<String> details(RecordedProvision one, Messages m) {
        var what = one.draft().what();
        var details = new ArrayList<String>();
        if (what.source() != null) {
            details.add(
                    m.t("consent.provision.of", facilities.get(what.source()).name()));
        }
        var kinds = what.kindList();
        details.add(
                kinds.isEmpty()
                        ? m.t("consent.provision.kinds.all")
                        : joined(
                                kinds.stream()
                                        .map(kind -> m.t("kind." + kind.name()))
                                        .toList(),
                                m));
        if (!what.whole()) {
            details.add(joined(
                    what.labelled().stream()
                            .map(label -> m.t("consent.provision.label." + label.name()))
                            .toList(),
                    m));
        }
        if (what.careFrom() != null || what.careUntil() != null) {
            details.add(m.t(
                    "consent.provision.care",
                    what.careFrom() == null ? "" : m.shortDay(what.careFrom()),
                    what.careUntil() == null ? "" : m.shortDay(what.careUntil())));
        }
        var purposes = one.draft().purposeList();
        if (!purposes.isEmpty()) {
            details.add(joined(
                    purposes.stream()
                            .map(purpose -> m.t("consent.provision.purpose." + purpose.name()))
                            .toList(),
                    m));
        }
        return details;
    }

    private static String joined(List<String> words, Messages m) {
        return String.join(m.t("consent.provision.comma"), words);
    }
}
