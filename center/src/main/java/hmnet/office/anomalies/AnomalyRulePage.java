package hmnet.office.anomalies;

import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.anomalies.AnomalyRuleScreen.ListedRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office sets by what the log is looked through (気づきの規則).
@Controller
class AnomalyRulePage {
    private static final String PATH = "/office/anomalies/rules";

    private final AnomalyRules rules;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    AnomalyRulePage(AnomalyRules rules, Staff staff, Pages pages, Clock clock) {
        this.rules = rules;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, Frame frame) {
        return page(HttpStatus.OK, done.equals("set"), TypedForm.NOTHING, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> set(AnomalyRuleForm form, Requester requester, Frame frame) {
        var problems = form.problems(today());
        if (!problems.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, false, new TypedForm(form.typed(), problems), frame);
        }
        rules.set(form.read(), AnomalyRuleForm.text(form.why()), requester);
        return Pages.seeOther(PATH + "?done=set");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN);
    }

    private ResponseEntity<String> page(HttpStatus status, boolean done, TypedForm form, Frame frame) {
        var all = rules.lines();
        var names = staff.names(all.stream()
                .map(AnomalyRuleLine::setBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var now = new EnumMap<AnomalyRule, AnomalyRuleLine>(AnomalyRule.class);
        all.stream().filter(line -> !line.since().isAfter(today())).forEach(line -> now.putIfAbsent(line.rule(), line));
        var screen = new AnomalyRuleScreen(
                lines(List.copyOf(now.values()), names),
                lines(all, names),
                Arrays.stream(AnomalyRule.values()).map(AnomalyRule::word).toList(),
                done,
                form);
        return Pages.answer(status, pages.render("office/anomalies/rules", frame, Map.of("page", screen)));
    }

    private static List<ListedRule> lines(List<AnomalyRuleLine> lines, Map<StaffId, String> names) {
        return lines.stream()
                .map(line -> new ListedRule(
                        line.rule().word(),
                        line.since(),
                        line.active(),
                        line.threshold(),
                        line.weight(),
                        line.nightFrom() == null ? "" : line.nightFrom() + "–" + line.nightUntil(),
                        line.setBy() == null ? "" : names.getOrDefault(line.setBy(), ""),
                        line.why()))
                .toList();
    }
}
