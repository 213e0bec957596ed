package hmnet.office.exposure;

import hmnet.ground.audit.Actor;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.exposure.ExposureQuestions.ExposureAnswer;
import hmnet.office.exposure.ExposureScreen.ExposureLine;
import hmnet.office.exposure.ExposureScreen.ExposureList;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where the office asks who saw what (漏えい時の照会). A question is posted: it names people, which no address may.
@Controller
class ExposurePage {
    private static final String PATH = "/office/exposure";

    private final ExposureSubjects subjects;
    private final ExposureQuestions questions;
    private final Persons persons;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    ExposurePage(
            ExposureSubjects subjects,
            ExposureQuestions questions,
            Persons persons,
            Facilities facilities,
            Staff staff,
            Pages pages) {
        this.subjects = subjects;
        this.questions = questions;
        this.persons = persons;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.exposure", icon = "question", group = MenuGroup.NETWORK, order = 56)
    ResponseEntity<String> show(Frame frame) {
        return answer(HttpStatus.OK, new ExposureScreen(TypedForm.NOTHING, Map.of(), null), frame);
    }

    @PostMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> ask(ExposureForm form, Requester requester, Frame frame) {
        var problems = form.problems();
        var subject = problems.isEmpty() ? subjects.read(form, requester) : Optional.<ExposureSubject>empty();
        if (subject.isEmpty()) {
            return again(form, problems, frame);
        }
        var answer = questions.page(form, subject.get(), before(form), requester);
        return answer(
                HttpStatus.OK,
                new ExposureScreen(new TypedForm(form.typed(), Map.of()), form.typed(), list(answer)),
                frame);
    }

    @PostMapping("/office/exposure/file")
    @Rule(Right.OFFICE)
    ResponseEntity<?> file(ExposureForm form, Requester requester, Frame frame) {
        var problems = form.problems();
        var subject = problems.isEmpty() ? subjects.read(form, requester) : Optional.<ExposureSubject>empty();
        if (subject.isEmpty()) {
            return again(form, problems, frame);
        }
        var byNumber = facilities.all().stream().collect(Collectors.toMap(Facility::id, Function.identity()));
        var bytes = ExposureSheet.of(questions.file(form, subject.get(), requester), byNumber);
        return Pages.csv("exposure.csv", bytes);
    }

    private ResponseEntity<String> again(ExposureForm form, Map<String, String> problems, Frame frame) {
        var unknown = ExposureForm.text(form.through()).equals("chart") ? "number" : "subject";
        var said = problems.isEmpty() ? Map.of(unknown, "unknown") : problems;
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                new ExposureScreen(new TypedForm(form.typed(), said), Map.of(), null),
                frame);
    }

    private ResponseEntity<String> answer(HttpStatus status, ExposureScreen screen, Frame frame) {
        return Pages.answer(status, pages.render("office/exposure/exposure", frame, Map.of("page", screen)));
    }

    /// A place that nobody gave is the beginning.
    private static @Nullable UUID before(ExposureForm form) {
        try {
            return form.before() == null ? null : UUID.fromString(form.before());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private ExposureList list(ExposureAnswer answer) {
        var people = persons.find(answer.named()).stream().collect(Collectors.toMap(Person::id, Person::name));
        var members = staff.names(answer.events().stream()
                .map(event -> event.trace().actor())
                .filter(Actor.StaffMember.class::isInstance)
                .map(actor -> StaffId.of((Actor.StaffMember) actor))
                .distinct()
                .toList());
        var lines = answer.events().stream()
                .map(event -> line(event, people, members))
                .toList();
        var older = answer.more() ? answer.events().getLast().id().toString() : null;
        return new ExposureList(
                answer.count().events(), answer.count().persons(), lines, older, ExposureQuestions.FILE_MAX);
    }

    private ExposureLine line(ExposedEvent event, Map<PersonId, String> people, Map<StaffId, String> members) {
        var trace = event.trace();
        var name = trace.actor() instanceof Actor.StaffMember member
                ? Objects.requireNonNullElse(members.get(StaffId.of(member)), "")
                : "";
        return new ExposureLine(
                event.at().atOffset(ZoneOffset.UTC),
                name.isEmpty() ? who(trace.actor()) : name,
                !name.isEmpty(),
                trace.profession(),
                trace.facility() == 0
                        ? ""
                        : facilities.get(new FacilityId(trace.facility())).name(),
                trace.person() == null ? "" : people.get(new PersonId(trace.person())),
                trace.action().word(),
                trace.outcome(),
                trace.detail().getOrDefault("view", ""),
                event.origin().address(),
                event.origin().credential());
    }

    private static String who(Actor actor) {
        return switch (actor) {
            case Actor.StaffMember member -> "staff";
            case Actor.FacilityMachine machine -> "machine";
            case Actor.ResidentAccount account -> "resident";
            case Actor.Centre centre -> "centre";
        };
    }
}
