package hmnet.care.viewer;

import static hmnet.care.viewer.PersonBanner.AllergyState.ADVERSE_REACTION;
import static hmnet.care.viewer.PersonBanner.AllergyState.DENIED;
import static hmnet.care.viewer.PersonBanner.AllergyState.NOTHING_RECEIVED;
import static hmnet.care.viewer.PersonBanner.AllergyState.PAST;
import static hmnet.care.viewer.PersonBanner.AllergyState.PRESENT;
import static hmnet.care.viewer.PersonBanner.AllergyState.REFUTED;
import static hmnet.care.viewer.PersonBanner.AllergyState.UNCONFIRMED;
import static hmnet.care.viewer.PersonBanner.AllergyState.UNKNOWN;
import static hmnet.care.viewer.PersonBanner.AllergyState.WITHHELD;

import hmnet.care.cautions.BandFacts;
import hmnet.care.cautions.BandFacts.PersonWarning;
import hmnet.care.notes.NotesScreens;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.DiagnosesScreen.DiagnosisLine;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergySeverity;
import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.care.viewer.PersonBanner.FeedNote;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// An invented resident with an eventful chart, for looking at screens (見本の方).
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final String PATH = "/people/b4Yw7Qm2";
    static final String HOSPITAL = "見本市民病院";
    static final String COLLEGE = "架空医科大学附属病院 循環器・腎臓センター";
    static final String CLINIC = "ひな形内科クリニック";
    static final String PHARMACY = "例示薬局 本通店";
    static final PersonBanner PERSON = new PersonBanner(
            "試験 花子",
            "シケン ハナコ",
            LocalDate.of(1948, 4, 12),
            78,
            "female",
            List.of(
                    new AllergyNote(PRESENT, HOSPITAL, "ペニシリン系（発疹）", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(
                            ADVERSE_REACTION,
                            AllergySeverity.SEVERE,
                            CLINIC,
                            "アスピリン（重度、喘息）",
                            LocalDate.of(2025, 12, 1)),
                    new AllergyNote(UNCONFIRMED, HOSPITAL, "ヨード造影剤", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(PAST, HOSPITAL, "卵（解消）", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(REFUTED, HOSPITAL, "ソバ", LocalDate.of(2024, 3, 2)),
                    new AllergyNote(DENIED, CLINIC, null, LocalDate.of(2025, 12, 1)),
                    new AllergyNote(UNKNOWN, COLLEGE, null, LocalDate.of(2026, 8, 20)),
                    new AllergyNote(WITHHELD, COLLEGE, "受領後 7 日間は規則により非表示。あるかどうかは分かりません", null),
                    new AllergyNote(NOTHING_RECEIVED, PHARMACY, null, null)),
            "network",
            LocalDate.of(2026, 4, 1),
            List.of(
                    new FeedNote(COLLEGE, OffsetDateTime.parse("2026-11-19T22:10:00+09:00")),
                    new FeedNote(PHARMACY, null)),
            List.of(new ClosedKindLine("診療録", "facility", COLLEGE), new ClosedKindLine("すべての種別", "stopped", PHARMACY)),
            OffsetDateTime.parse("2026-11-21T21:40:00+09:00"),
            new BandFacts(
                    List.of(
                            new PersonWarning("anticoagulant", "ワルファリン", HOSPITAL),
                            new PersonWarning("blood", "施設間で不一致", ""),
                            new PersonWarning("implant", "心臓ペースメーカー植込み後", COLLEGE)),
                    "要支援2（2026/08/01）",
                    List.of("架空 一郎（" + CLINIC + "）")),
            () -> true,
            List::of);
    static final List<FacilityCoverage> RECEIVED = List.of(
            new FacilityCoverage(HOSPITAL, LocalDate.of(2021, 4, 1), 0, List.of()),
            new FacilityCoverage(
                    COLLEGE,
                    LocalDate.of(2026, 2, 3),
                    0,
                    List.of(new ClosedKindLine("処方（受領後 7 日間）", "delay", COLLEGE))),
            new FacilityCoverage(PHARMACY, null, 0, List.of()));

    static final DiagnosisLine REFUTED_DIAGNOSIS = new DiagnosisLine(
            "肺結核",
            "A15.0",
            COLLEGE,
            "呼吸器内科",
            "2026/08/12",
            null,
            null,
            false,
            false,
            "否定（培養陰性）",
            List.of(),
            PATH + "/records/r1",
            List.of());

    private Sample() {}

    static ChartFrame chart(ChartTab tab) {
        return new ChartFrame(PATH, PERSON, tab);
    }

    /// The same with what the reader's own facility keeps.
    ///
    /// @param keys whether the reader wants single keys to do something
    static ChartFrame team(boolean keys) {
        return new ChartFrame(
                PATH,
                PERSON,
                ChartTab.SUMMARY,
                List.of(ChartTab.values()),
                NotesScreens.BAND,
                new ReaderWishes(keys, List.of(), "", ""));
    }
}
