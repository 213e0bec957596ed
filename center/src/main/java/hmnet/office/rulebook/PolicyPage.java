package hmnet.office.rulebook;

import hmnet.consent.decisions.TriedChange.NetworkChange;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.ProfessionLine;
import hmnet.consent.policy.SafetyLine;
import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.rulebook.PolicyScreen.AskedPolicy;
import hmnet.office.rulebook.PolicyScreen.DraftedPolicy;
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office changes which kinds a profession sees and what safety checks may use (事務局: 開示方針の変更).
@Controller
class PolicyPage {
    private static final String PATH = "/office/policy";
    private static final Set<String> DONE = Set.of("proposed", "confirmed", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "waits", "gone", "past");

    private final PolicyChanges changes;
    private final Trials trials;
    private final AccessPolicy policy;
    private final Deciders deciders;
    private final Staff staff;
    private final Pages pages;

    PolicyPage(PolicyChanges changes, Trials trials, AccessPolicy policy, Deciders deciders, Staff staff, Pages pages) {
        this.changes = changes;
        this.trials = trials;
        this.policy = policy;
        this.deciders = deciders;
        this.staff = staff;
        this.pages = pages;
    }

    /// What somebody looks at besides the lines.
    private record PolicyView(
            TypedForm form,
            Optional<ProfessionLine> profession,
            Optional<SafetyLine> label,
            Optional<StoredTrial> trial) {}

    @GetMapping("/office/policy")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.policy", icon = "consent", group = MenuGroup.NETWORK, order = 66)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String profession,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable Long trial,
            Requester by,
            Frame frame) {
        var looked = trial == null ? Optional.<StoredTrial>empty() : trials.ofNetwork(trial);
        if (trial != null && looked.isEmpty()) {
            return pages.notFound(frame);
        }
        var view = new PolicyView(TypedForm.NOTHING, line(profession), safety(label), looked);
        return page(HttpStatus.OK, Pages.known(DONE, done), Pages.known(PROBLEMS, problem), view, by, frame);
    }

    /// What would change, counted before anybody asks for it.
    @PostMapping("/office/policy/look")
    @Rule(Right.OFFICE)
    ResponseEntity<String> look(PolicyForm form, Requester by, Frame frame) {
        var problems = form.problems(changes.today());
        if (!problems.isEmpty()) {
            var view = new PolicyView(
                    form.again(problems), line(form.profession()), safety(form.label()), Optional.empty());
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, null, view, by, frame);
        }
        return form.read()
                .map(draft -> Pages.seeOther(PATH + "?trial=" + trials.begin(new NetworkChange(draft), by)))
                .orElseGet(() -> Pages.seeOther(PATH));
    }

    @PostMapping("/office/policy")
    @Rule(Right.OFFICE)
    ResponseEntity<String> propose(
            @RequestParam(defaultValue = "0") long trial,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        var tried = trials.ofNetwork(trial);
        if (tried.isEmpty()) {
            return Pages.seeOther(PATH);
        }
        var said = why.strip();
        if (said.isEmpty() || said.length() > PolicyScreen.WHY_MAX) {
            var form = new TypedForm(Map.of("why", said), Map.of("why", "why"));
            var view = new PolicyView(form, Optional.empty(), Optional.empty(), tried);
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, null, view, by, frame);
        }
        return to(changes.propose(tried.get(), said, by), "proposed");
    }

    @PostMapping("/office/policy/agreement")
    @Rule(Right.OFFICE)
    ResponseEntity<String> agree(Requester by) {
        return to(changes.agree(by), "confirmed");
    }

    @PostMapping("/office/policy/agreement/refusal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> refuse(Requester by) {
        return to(changes.refuse(by), "refused");
    }

    private static ResponseEntity<String> to(RuleAnswer answer, String done) {
        return Pages.seeOther(PATH + "?" + answer.told(done));
    }

    private Optional<ProfessionLine> line(@Nullable String word) {
        return PolicyForm.profession(word)
                .flatMap(one -> policy.book().professions().stream()
                        .filter(line -> line.profession() == one
                                && line.facilityKinds() == ProfessionLine.ANYWHERE
                                && !line.effectiveOn().isAfter(changes.today()))
                        .findFirst());
    }

    private Optional<SafetyLine> safety(@Nullable String name) {
        return PolicyForm.label(name).flatMap(label -> policy.book().safety(label, changes.today()));
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable String done,
            @Nullable String problem,
            PolicyView view,
            Requester by,
            Frame frame) {
        var asked = changes.waiting().map(one -> asked(one, by));
        var counted = view.trial()
                .or(() -> asked.map(AskedPolicy::draft)
                        .filter(one -> !one.effectiveOn().isBefore(changes.today()))
                        .map(draft -> trials.trialOf(new NetworkChange(draft), by)));
        var readers = RuleForm.readers().collect(Collectors.<Profession>toSet());
        var lines = policy.book().professions().stream()
                .filter(line -> readers.contains(line.profession()))
                .toList();
        var labels = policy.book().labels().stream()
                .filter(line -> PolicyScreen.LABELS.contains(line.label()))
                .toList();
        var screen = new PolicyScreen(
                problem,
                done,
                view.form(),
                changes.today(),
                lines,
                labels,
                view.profession().orElse(null),
                view.label().orElse(null),
                view.trial()
                        .map(one -> new DraftedPolicy(one.id(), PolicyDraft.of(one.words())))
                        .orElse(null),
                asked.orElse(null),
                counted.map(one -> trials.tried(one, by)).orElse(null),
                deciders.names(Stream.concat(
                                lines.stream().map(ProfessionLine::agreedBy),
                                labels.stream().map(SafetyLine::agreedBy))
                        .toList()));
        return Pages.answer(status, pages.render("office/rulebook/policy", frame, Map.of("page", screen)));
    }

    private AskedPolicy asked(Approval one, Requester by) {
        var asker = StaffId.of(one.by());
        return new AskedPolicy(
                PolicyDraft.of(one.what()),
                one.why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.at(),
                one.by().equals(by.actor()));
    }
}
