package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.consent.decisions.Rules.RuleEntry;
import hmnet.consent.policy.FirstPolicy;
import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.PolicyDraft.ProfessionDraft;
import hmnet.consent.policy.ProfessionLine;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.office.rulebook.PolicyScreen.AskedPolicy;
import hmnet.office.rulebook.PolicyScreen.DraftedPolicy;
import hmnet.office.rulebook.RuleScreen.AskedRule;
import hmnet.office.rulebook.RuleScreen.TypedRule;
import hmnet.office.rulebook.TriedRule.ChangedKind;
import hmnet.record.charts.RuleTally.KindTally;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of rules and of the policy (開示ルールと方針の下見).
public final class RulebookScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final RuleDraft DRAFT =
            new RuleDraft(new FacilityId(2), DAY, RecordKind.DIAGNOSIS.mask(), "01", 1, true, 7);
    private static final List<String> DOCTORS = List.of("doctor");
    private static final TriedRule TRIED = new TriedRule(
            "/disclosure-rules?trial=7",
            false,
            1_000_000,
            431_250,
            null,
            List.of(new ChangedKind(
                    "nurse",
                    List.of(FacilityKind.CLINIC),
                    RecordKind.DIAGNOSIS,
                    new KindTally(1204, 431),
                    KindTally.NOTHING,
                    List.of("00012345", "00023456"))));
    private static final TriedRule WHOLE = new TriedRule(
            "/disclosure-rules?trial=7",
            false,
            1_000_000,
            1_000_000,
            OffsetDateTime.parse("2026-11-21T10:04:00+09:00"),
            TRIED.changes());
    private static final OffsetDateTime DAY_TRIED = OffsetDateTime.parse("2026-11-21T10:04:00+09:00");
    private static final PolicyDraft POLICY = new ProfessionDraft(
            Profession.NURSE, FacilityKind.CLINIC.mask(), DAY, RecordKind.ALLERGY.mask(), Label.HIV.mask());
    private static final List<RuleEntry> HISTORY = List.of(
            new RuleEntry(DAY, false, RecordKind.DIAGNOSIS.mask(), "01", "professional", 1, true, 7, "staff:3 staff:4"),
            new RuleEntry(DAY.minusYears(1), true, -1, null, "resident", -1, true, 0, ""));

    private RulebookScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "rules",
                        null,
                        null,
                        null,
                        new TypedForm(
                                Map.of("department", "内科", "delay", "7"),
                                Map.of("kinds", "kinds", "department", "department", "shown", "shown"))),
                screen(
                        "rules-tried",
                        new TypedRule(DRAFT, DOCTORS),
                        null,
                        TRIED,
                        new TypedForm(Map.of(), Map.of("why", "why"))),
                screen(
                        "rules-asked",
                        null,
                        new AskedRule(
                                DRAFT,
                                DOCTORS,
                                "診療科の希望",
                                "受付 花",
                                OffsetDateTime.parse("2026-11-21T10:02:00+09:00"),
                                false),
                        WHOLE,
                        TypedForm.NOTHING),
                policy(
                        "policy",
                        new TypedForm(Map.of("from", "2020-04-01"), Map.of("from", "from")),
                        nurse(),
                        null,
                        null),
                policy("policy-tried", TypedForm.NOTHING, null, null, new DraftedPolicy(7, POLICY)),
                policy(
                        "policy-asked",
                        TypedForm.NOTHING,
                        null,
                        new AskedPolicy(
                                POLICY, "看護師会の求め", "運用 一郎", OffsetDateTime.parse("2026-11-21T10:02:00+09:00"), false),
                        null));
    }

    private static ProfessionLine nurse() {
        return FirstPolicy.BOOK.of(Profession.NURSE, FacilityKind.CLINIC, DAY).line();
    }

    private static Screen policy(
            String name,
            TypedForm form,
            @Nullable ProfessionLine changed,
            @Nullable AskedPolicy asked,
            @Nullable DraftedPolicy drafted) {
        var tried = new TriedRule("/office/policy?trial=7", true, 1_000_000, 1_000_000, DAY_TRIED, TRIED.changes());
        var page = new PolicyScreen(
                null,
                null,
                form,
                DAY,
                List.of(nurse()),
                FirstPolicy.BOOK.labels().stream()
                        .filter(line -> PolicyScreen.LABELS.contains(line.label()))
                        .toList(),
                changed,
                null,
                drafted,
                asked,
                asked == null && drafted == null ? null : tried,
                Map.of());
        return new Screen(name, "office/rulebook/policy", Preview.OPERATOR, "/office/policy", Map.of("page", page));
    }

    private static Screen screen(
            String name,
            @Nullable TypedRule typed,
            @Nullable AskedRule asked,
            @Nullable TriedRule tried,
            TypedForm form) {
        var page = new RuleScreen(
                null,
                null,
                form,
                "見本市民病院",
                DAY,
                List.of(RecordKind.DIAGNOSIS, RecordKind.LABORATORY),
                List.of("doctor", "nurse"),
                typed,
                asked,
                tried,
                HISTORY,
                Map.of("staff:3 staff:4", "受付 花 / 受付 月"));
        return new Screen(name, "office/rulebook/rules", Preview.DESK, "/disclosure-rules", Map.of("page", page));
    }
}
