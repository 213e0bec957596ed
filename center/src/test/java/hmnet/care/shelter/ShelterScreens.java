package hmnet.care.shelter;

import hmnet.care.shelter.ShelterList.ShelterEntry;
import hmnet.care.shelter.ShelterMedicines.PersonMedicines;
import hmnet.care.shelter.ShelterScreen.ShelterMedicinesScreen;
import hmnet.care.summary.SummaryScreen;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of a shelter's list (避難所名簿の下見).
public final class ShelterScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor NURSE = new Visitor("見本 花子", "架空市民病院", "nurse", Set.of(Right.DISASTER), 600);
    private static final ShelterWords NOTHING = new ShelterWords("", "", "", "", "");

    private ShelterScreens() {}

    /// @param summary of somebody who is there
    public static List<Screen> all(SummaryScreen summary) {
        var known = new ShelterEntry(
                1, PersonId.fresh(), new ShelterWords("架空小学校", "試験　花子", "シケン　ハナコ", "1948-04-12", "酸素"), AT);
        var unknown = new ShelterEntry(2, null, new ShelterWords("架空小学校", "見知らぬ 太郎", "", "70代", ""), AT);
        var people = List.of(
                new PersonMedicines(known, true, summary.medicines().lines()),
                new PersonMedicines(unknown, false, List.of()));
        return List.of(
                screen(
                        "shelter",
                        "shelter",
                        new ShelterScreen(AT, "words", null, "", "", unknown.said(), List.of(known, unknown), 2L)),
                screen(
                        "shelter-found",
                        "shelter",
                        new ShelterScreen(AT, null, "entered", "t1", "試験　花子", NOTHING, List.of(), null)),
                screen(
                        "shelter-medicines",
                        "medicines",
                        new ShelterMedicinesScreen(AT, "架空市民病院", people, ShelterMedicines.byDrug(people), 2L)));
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, "care/shelter/" + template, NURSE, "/disaster/shelter", Map.of("page", page));
    }
}
