package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules;
import hmnet.consent.decisions.Rules.RuleEntry;
import hmnet.formats.model.code.RecordKind;
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
import hmnet.office.rulebook.RuleChanges.RuleAnswer;
import hmnet.office.rulebook.RuleScreen.AskedRule;
import hmnet.office.rulebook.RuleScreen.TypedRule;
import hmnet.office.rulebook.TrialRegister.StoredTrial;
import java.util.HashMap;
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

/// The desk changes what its facility shows to whom (開示ルールの変更).
@Controller
class RulePage {
    private static final String PATH = "/disclosure-rules";
    private static final Set<String> DONE = Set.of("proposed", "confirmed", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "waits", "gone", "past");

    private final RuleChanges changes;
    private final Trials trials;
    private final Rules rules;
    private final Staff staff;
    private final Deciders deciders;
    private final Pages pages;

    RulePage(RuleChanges changes, Trials trials, Rules rules, Staff staff, Deciders deciders, Pages pages) {
        this.deciders = deciders;
        this.changes = changes;
        this.trials = trials;
        this.rules = rules;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/disclosure-rules")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.disclosure-rules", icon = "consent", group = MenuGroup.NETWORK, order = 65)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable Long trial,
            Requester by,
            Frame frame) {
        var looked = trial == null ? Optional.<StoredTrial>empty() : trials.trial(trial, by);
        if (trial != null && looked.isEmpty()) {
            return pages.notFound(frame);
        }
        return page(
                HttpStatus.OK,
                Pages.known(DONE, done),
                Pages.known(PROBLEMS, problem),
                TypedForm.NOTHING,
                looked.map(one -> typed((RuleDraft) one.change())).orElse(null),
                looked.orElse(null),
                by,
                frame);
    }

    /// What would change, counted before anybody asks for it. Its place can be looked at again while it goes on.
    @PostMapping("/disclosure-rules/look")
    @Rule(Right.DESK)
    ResponseEntity<String> look(RuleForm form, Requester by, Frame frame) {
        var problems = form.problems(changes.today());
        return problems.isEmpty()
                ? Pages.seeOther(PATH + "?trial=" + trials.begin(form.read(by).draft(), by))
                : refused(form.again(problems), null, null, by, frame);
    }

    @PostMapping("/disclosure-rules")
    @Rule(Right.DESK)
    ResponseEntity<String> propose(RuleForm form, Requester by, Frame frame) {
        var problems = form.problems(changes.today());
        if (!problems.isEmpty()) {
            return refused(form.again(problems), null, null, by, frame);
        }
        var typed = form.read(by);
        var why = form.reason();
        return why.isEmpty()
                ? refused(form.again(Map.of("why", "why")), typed, trials.trialOf(typed.draft(), by), by, frame)
                : to(changes.propose(typed.draft(), why.get(), by), "proposed");
    }

    private ResponseEntity<String> refused(
            TypedForm form, @Nullable TypedRule typed, @Nullable StoredTrial trial, Requester by, Frame frame) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, null, null, form, typed, trial, by, frame);
    }

    private static TypedRule typed(RuleDraft draft) {
        return new TypedRule(draft, words(draft.professions()));
    }

    @PostMapping("/disclosure-rules/agreement")
    @Rule(Right.DESK)
    ResponseEntity<String> agree(Requester by) {
        return to(changes.agree(by), "confirmed");
    }

    @PostMapping("/disclosure-rules/agreement/refusal")
    @Rule(Right.DESK)
    ResponseEntity<String> refuse(Requester by) {
        return to(changes.refuse(by), "refused");
    }

    private static ResponseEntity<String> to(RuleAnswer answer, String done) {
        return Pages.seeOther(PATH + "?" + answer.told(done));
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable String done,
            @Nullable String problem,
            TypedForm form,
            @Nullable TypedRule typed,
            @Nullable StoredTrial trial,
            Requester by,
            Frame frame) {
        var asked = changes.waiting(by.facility()).map(one -> asked(one, by));
        var looked = Optional.ofNullable(trial)
                .or(() -> typed != null
                        ? Optional.empty()
                        : asked.map(AskedRule::draft)
                                .filter(one -> !one.effectiveOn().isBefore(changes.today()))
                                .map(draft -> trials.trialOf(draft, by)));
        var history = rules.of(by.facility());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                new RuleScreen(
                        problem,
                        done,
                        form,
                        by.facilityName(),
                        changes.today(),
                        List.of(RecordKind.values()),
                        RuleForm.readers().map(Profession::word).toList(),
                        typed,
                        asked.orElse(null),
                        looked.map(one -> trials.tried(one, by)).orElse(null),
                        history,
                        deciders.names(history.stream().map(RuleEntry::agreedBy).toList())));
        return Pages.answer(status, pages.render("office/rulebook/rules", frame, model));
    }

    private AskedRule asked(Approval one, Requester by) {
        var draft = RuleDraft.of(by.facility(), one.what());
        var asker = StaffId.of(one.by());
        return new AskedRule(
                draft,
                words(draft.professions()),
                one.why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.at(),
                one.by().equals(by.actor()));
    }

    private static List<String> words(long professions) {
        return RuleForm.readers()
                .filter(one -> (professions & one.mask()) != 0)
                .map(Profession::word)
                .toList();
    }
}
