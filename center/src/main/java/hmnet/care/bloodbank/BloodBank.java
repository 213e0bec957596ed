package hmnet.care.bloodbank;

import static hmnet.formats.model.code.RecordKind.PROFILE;

import hmnet.care.bloodbank.BloodBankScreen.BloodResult;
import hmnet.care.bloodbank.BloodBankScreen.BloodSection;
import hmnet.care.bloodbank.BloodBankScreen.BloodTest;
import hmnet.care.bloodbank.BloodContradictions.GroupWord;
import hmnet.care.cautions.BloodGroup;
import hmnet.care.labsheet.KeyResults;
import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.OwnPage;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.RangeQuery;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Draws up what a chart says of the person's blood (血液型・輸血検査の一覧), by test, newest first, of all years.
@Component
class BloodBank {
    /// So many laboratory records of a chart are looked through at a time.
    private static final int ENTRIES = 1200;

    private static final int PROFILES = 100;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    BloodBank(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    BloodBankScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.LABORATORY, frame.m());
        var part = chart.page(KeyResults.KINDS, Optional.empty(), query.span(), ENTRIES);
        var page = part.entries();
        var values = OwnPage.BLOOD_BANK.of(LabValue.of(page));
        var profiles = chart.entries(PROFILE.mask(), Optional.empty(), CareSpan.all(), PROFILES);
        var address = shell.path(ChartTab.LABORATORY) + "/" + OwnPage.BLOOD_BANK.word();
        var sections = sections(values, profiles, shell, frame.m());
        return new BloodBankScreen(
                shell,
                BloodContradictions.of(words(values, profiles), frame.m()),
                sections,
                part.older()
                        ? address + "?before=" + page.getLast().occurredAt().toInstant()
                        : null,
                query.beforeAsked().isPresent() ? address : null,
                sections.isEmpty() ? feedCoverage.of(chart, KeyResults.KINDS, frame.m()) : List.of());
    }

    private List<GroupWord> words(List<LabValue> values, List<ChartEntry> profiles) {
        var tested = values.stream()
                .filter(LabValue::counts)
                .filter(value -> isGroup(BloodTests.of(value)))
                .map(value -> new GroupWord(
                        chartFrames.name(value.entry().facility()),
                        value.item().value(),
                        group(BloodTests.of(value), value.item().value())));
        var said = profiles.stream()
                .filter(profile -> !said(profile).isEmpty())
                .map(profile -> new GroupWord(
                        chartFrames.name(profile.facility()), said(profile), BloodGroup.of(said(profile))));
        return Stream.concat(tested, said).distinct().toList();
    }

    private static boolean isGroup(BloodTest test) {
        return test == BloodTest.ABO || test == BloodTest.RHESUS;
    }

    /// The sign of an Rh test says nothing of ABO, and ABO alone nothing of Rh unless it is written with it.
    private static BloodGroup group(BloodTest test, String value) {
        var group = BloodGroup.of(value);
        return test == BloodTest.RHESUS ? new BloodGroup(Optional.empty(), group.rhesus()) : group;
    }

    private static String said(ChartEntry entry) {
        return entry.extract().read() instanceof ProfileExtract profile ? profile.blood() : "";
    }

    private List<BloodSection> sections(
            List<LabValue> values, List<ChartEntry> profiles, ChartFrame shell, Messages m) {
        Map<BloodTest, List<BloodResult>> found = new EnumMap<>(BloodTest.class);
        values.forEach(value -> found.computeIfAbsent(BloodTests.of(value), test -> new ArrayList<>())
                .add(result(value, shell, m)));
        profiles.stream()
                .filter(profile -> !said(profile).isEmpty())
                .forEach(profile -> found.computeIfAbsent(BloodTest.PROFILE, test -> new ArrayList<>())
                        .add(result(profile, shell, m)));
        return found.entrySet().stream()
                .map(entry -> new BloodSection(entry.getKey(), entry.getValue()))
                .toList();
    }

    private BloodResult result(LabValue value, ChartFrame shell, Messages m) {
        return new BloodResult(
                value.entry().occurredAt(),
                chartFrames.name(value.entry().facility()),
                value.item().name(),
                value.item().value().isBlank()
                        ? m.t("viewer.sheet.no-value")
                        : value.item().value(),
                value.item().flag(),
                value.told(m),
                value.struck(),
                Stream.concat(value.item().notes().stream(), LabValue.comments(value.entry()).stream())
                        .distinct()
                        .toList(),
                Mark.allOf(value.entry()),
                shell.path() + "/records/" + value.entry().id());
    }

    private BloodResult result(ChartEntry profile, ChartFrame shell, Messages m) {
        return new BloodResult(
                profile.occurredAt(),
                chartFrames.name(profile.facility()),
                m.t("viewer.blood.test.profile"),
                said(profile),
                "",
                "",
                false,
                List.of(),
                Mark.allOf(profile),
                shell.path() + "/records/" + profile.id());
    }
}
