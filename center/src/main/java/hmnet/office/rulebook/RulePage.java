package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules;
import hmnet.consent.decisions.Rules.RuleEntry;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.approval.Approval;
import hmnet.ground.audit.Actor;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
    private static final String ALL = "all";
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Za-z0-9]{1,10}");

    private final RuleChanges changes;
    private final Rules rules;
    private final Staff staff;
    private final Pages pages;

    RulePage(RuleChanges changes, Rules rules, Staff staff, Pages pages) {
        this.changes = changes;
        this.rules = rules;
        this.staff = staff;
        this.pages = pages;
    }

    /// A change as a form says it.
    record RuleForm(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @Nullable List<String> kinds,
            @Nullable String department,
            @Nullable List<String> professions,
            @Nullable String shown,
            @Nullable Integer delay,
            @Nullable String why) {
        Optional<TypedRule> read(Requester by) {
            var known = Stream.of(RecordKind.values()).map(RecordKind::name).toList();
            var mask = Stream.of(RecordKind.values())
                    .filter(kind -> kinds != null && kinds.contains(kind.name()))
                    .mapToLong(RecordKind::mask)
                    .reduce(0, (a, b) -> a | b);
            var to = readers()
                    .filter(one ->
                            professions != null && (professions.contains(ALL) || professions.contains(one.word())))
                    .toList();
            var code = department == null ? "" : department.strip();
            var days = delay == null ? 0 : delay;
            if (from == null
                    || kinds == null
                    || !known.containsAll(kinds)
                    || mask == 0
                    || to.isEmpty()
                    || !code.isEmpty() && !DEPARTMENT.matcher(code).matches()
                    || !Set.of("yes", "no").contains(String.valueOf(shown))
                    || days < 0
                    || days > RuleScreen.DELAY_MAX) {
                return Optional.empty();
            }
            var draft = new RuleDraft(
                    by.facility(),
                    from,
                    mask,
                    code.isEmpty() ? null : code,
                    to.stream().mapToLong(Profession::mask).reduce(0, (a, b) -> a | b),
                    "yes".equals(shown),
                    days);
            return Optional.of(
                    new TypedRule(draft, to.stream().map(Profession::word).toList()));
        }

        Optional<String> reason() {
            return Optional.ofNullable(why)
                    .map(String::strip)
                    .filter(said -> !said.isEmpty() && said.length() <= RuleScreen.WHY_MAX);
        }
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
        var looked = trial == null ? Optional.<StoredTrial>empty() : changes.trial(trial, by);
        if (trial != null && looked.isEmpty()) {
            return pages.notFound(frame);
        }
        return page(
                HttpStatus.OK,
                Pages.known(DONE, done),
                Pages.known(PROBLEMS, problem),
                looked.map(one -> typed(one.draft())).orElse(null),
                looked.orElse(null),
                by,
                frame);
    }

    /// What would change, counted before anybody asks for it. Its place can be looked at again while it goes on.
    @PostMapping("/disclosure-rules/look")
    @Rule(Right.DESK)
    ResponseEntity<String> look(RuleForm form, Requester by, Frame frame) {
        var typed = form.read(by);
        if (typed.isEmpty()) {
            return refused("missing", by, frame);
        }
        return typed.get().draft().effectiveOn().isBefore(changes.today())
                ? refused("past", by, frame)
                : Pages.seeOther(PATH + "?trial=" + changes.begin(typed.get().draft(), by));
    }

    @PostMapping("/disclosure-rules")
    @Rule(Right.DESK)
    ResponseEntity<String> propose(RuleForm form, Requester by, Frame frame) {
        var typed = form.read(by);
        if (typed.isEmpty()) {
            return refused("missing", by, frame);
        }
        var why = form.reason();
        if (why.isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    null,
                    "why",
                    typed.get(),
                    changes.trialOf(typed.get().draft(), by),
                    by,
                    frame);
        }
        return to(changes.propose(typed.get().draft(), why.get(), by), "proposed");
    }

    private ResponseEntity<String> refused(String problem, Requester by, Frame frame) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, null, problem, null, null, by, frame);
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
        return Pages.seeOther(PATH + "?"
                + switch (answer) {
                    case DONE -> "done=" + done;
                    case SECOND_PERSON -> "problem=second-person";
                    case WAITS -> "problem=waits";
                    case GONE -> "problem=gone";
                    case PAST -> "problem=past";
                });
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable String done,
            @Nullable String problem,
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
                                .map(draft -> changes.trialOf(draft, by)));
        var history = rules.of(by.facility());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                new RuleScreen(
                        problem,
                        done,
                        by.facilityName(),
                        changes.today(),
                        List.of(RecordKind.values()),
                        readers().map(Profession::word).toList(),
                        typed,
                        asked.orElse(null),
                        looked.map(one -> changes.tried(one, by)).orElse(null),
                        history,
                        deciders(history)));
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

    /// Who decided a line, as people are called; a line of the participants' file names nobody.
    private Map<String, String> deciders(List<RuleEntry> history) {
        var names = new HashMap<String, String>();
        for (var line : history) {
            var ids = Arrays.stream(line.agreedBy().split(" ", -1))
                    .flatMap(word -> Actor.parse(word).stream())
                    .flatMap(actor ->
                            actor instanceof Actor.StaffMember member ? Stream.of(StaffId.of(member)) : Stream.empty())
                    .toList();
            if (!ids.isEmpty()) {
                var known = staff.names(ids);
                names.put(
                        line.agreedBy(),
                        ids.stream().map(id -> known.getOrDefault(id, "")).collect(Collectors.joining(" / ")));
            }
        }
        return names;
    }

    private static List<String> words(long professions) {
        return readers()
                .filter(one -> (professions & one.mask()) != 0)
                .map(Profession::word)
                .toList();
    }

    private static Stream<Profession> readers() {
        return Arrays.stream(Profession.values()).filter(one -> one.rights().contains(Right.VIEW_CHART));
    }
}
