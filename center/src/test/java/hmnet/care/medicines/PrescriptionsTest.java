package hmnet.care.medicines;

import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.filed;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.MedicinesScreen.Prescription.DrugState;
import hmnet.care.viewer.Filed;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrescriptionsTest {
    private static final Messages M = Messages.in(Language.JAPANESE);

    private static Prescription.Drug shown(DrugItem item) {
        return Prescriptions.rps(List.of(item), M).getFirst().drugs().getFirst();
    }

    private static @Nullable String rhythm(DrugItem... items) {
        return Prescriptions.rps(List.of(items), M).getFirst().rhythm();
    }

    private static DrugItem given(CareState state, String reason) {
        return drug("1", "", 0, "", state, reason);
    }

    private static Prescription order(boolean administered, DrugItem... items) {
        var extract = new PrescriptionExtract("OHP", administered, "架空 一郎", "例示医院", List.of("次回採血"), List.of(items));
        var kind = administered ? RecordKind.INJECTION : RecordKind.PRESCRIPTION;
        return Prescriptions.of(filed(kind, extract), "/people/x", Filed::name, M);
    }

    @Test
    void everyAmountSaysWhetherItIsOfOneTimeOrOneDay() {
        assertThat(shown(drug("1", "", 7, "", CareState.ACTIVE, "")).amounts()).containsExactly("1回 1 錠");
        assertThat(shown(drug("", "3", 7, "", CareState.ACTIVE, "")).amounts()).containsExactly("1日 3 錠");
        assertThat(shown(drug("1", "3", 7, "", CareState.ACTIVE, "")).amounts()).containsExactly("1回 1 錠", "1日 3 錠");
        assertThat(shown(drug("", "", 7, "21", CareState.ACTIVE, "")).amounts()).isEmpty();
    }

    @Test
    void whatLeavesDaysOutStandsBehindTheDoseAndAllElseBesideIt() {
        var drug = shown(drug("2", "", 28, "8", CareState.ACTIVE, "", "用法 1／2", "毎週 月曜日", "一包化"));
        assertThat(drug.step()).isEqualTo("用法 1／2");
        assertThat(drug.rhythm()).containsExactly("毎週 月曜日");
        assertThat(drug.details()).containsExactly("一包化", "経口", "全用法の計 8 錠");
        assertThat(drug.notes()).containsExactly("粉砕");
    }

    @Test
    void theRateOfAnInfusionStandsWhereTheDoseDoes() {
        assertThat(shown(drug("", "", 0, "", CareState.ACTIVE, "", "速度 3mL/時")).amounts())
                .containsExactly("速度 3mL/時");
    }

    @Test
    void usageAndDaysOfAWeeklyDrugAreNotReadAsEveryDays() {
        var weekly = drug("2", "", 28, "", CareState.ACTIVE, "", "週1回");
        var daily = drug("2", "", 28, "", CareState.ACTIVE, "");
        var step = drug("2", "", 28, "", CareState.ACTIVE, "", "用法 1／2", "月・水・金");
        assertThat(rhythm(daily)).isNull();
        assertThat(rhythm(daily, weekly)).isEqualTo("毎日ではない");
        assertThat(rhythm(step, step)).isEqualTo("日により異なる");
    }

    /// Or the whole supply is read as that of the first week.
    @Test
    void theStepsOfATaperingSayTheirDaysBesideTheDoseAndOneTotalForAll() {
        var first = drug("6", "", 0, "84", CareState.ACTIVE, "", "用法 1／2", "期間 2026/11/13〜2026/11/19");
        var second = drug("4", "", 0, "", CareState.ACTIVE, "", "用法 2／2", "期間 2026/11/20〜2026/11/26");
        assertThat(shown(first).rhythm()).containsExactly("期間 2026/11/13〜2026/11/19");
        assertThat(shown(first).details()).containsExactly("経口", "全用法の計 84 錠");
        assertThat(rhythm(first, second)).isEqualTo("期間により異なる");
        var alone = shown(drug("1", "", 0, "7", CareState.ACTIVE, "", "期間 2026/11/13〜2026/11/19"));
        assertThat(alone.details()).containsExactly("期間 2026/11/13〜2026/11/19", "経口", "計 7 錠");
        assertThat(alone.rhythm()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsCurrentStandsAmongWhatIsTakenOrGiven(CareState state) {
        assertThat(shown(given(state, "")).state().apart()).isEqualTo(!state.isCurrent());
        assertThat(shown(given(state, "")).state().words()).isEqualTo(state.words());
    }

    @Test
    void whatWasNotGivenIsStruckThroughAndSaysWhy() {
        assertThat(shown(given(CareState.NOT_DONE, "血圧低値")).state()).isEqualTo(new DrugState("未実施（血圧低値）", true, true));
        assertThat(shown(given(CareState.PROHIBITED, "")).state()).isEqualTo(new DrugState("禁止", true, false));
        assertThat(shown(given(CareState.ACTIVE, "")).state()).isEqualTo(new DrugState("", false, false));
    }

    @Test
    void nothingIsMarkedAsGivenWhereNothingWas() {
        var mark = Mark.of(MarkKind.GIVEN);
        assertThat(order(true, given(CareState.ACTIVE, "")).marks()).contains(mark);
        assertThat(order(true, given(CareState.ACTIVE, ""), given(CareState.REFUSED, ""))
                        .marks())
                .contains(mark);
        assertThat(order(true, given(CareState.REFUSED, ""), given(CareState.NOT_DONE, ""))
                        .marks())
                .doesNotContain(mark);
    }

    @Test
    void theOrderSaysWhoPrescribedWhereAndWhatWasRemarked() {
        var order = order(false, given(CareState.ACTIVE, ""));
        assertThat(order.by()).isEqualTo("処方医 架空 一郎、処方元 例示医院");
        assertThat(order.notes()).containsExactly("次回採血");
        assertThat(order.facility()).isEqualTo(Filed.name(HOSPITAL));
    }
}
