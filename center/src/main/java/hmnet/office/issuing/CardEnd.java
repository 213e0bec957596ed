package hmnet.office.issuing;

import hmnet.ground.design.TypedForm;
import hmnet.people.patients.MyNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a card ends, and what its next one says (紛失・再発行の申し出).
///
/// @param name the new name, where it changed
/// @param before how many cards the person had when it was looked at, so that going back issues no second one
record CardEnd(String ticket, String why, String name, String kana, String before) {
    CardEnd(
            @Nullable String ticket,
            @Nullable String why,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String before) {
        this.ticket = said(ticket);
        this.why = said(why);
        this.name = said(name);
        this.kana = said(kana);
        this.before = said(before);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    boolean renames() {
        return why.equals("name-change");
    }

    /// @param next whether a next card is made, which a changed name stands on
    boolean complete(boolean next) {
        return form(next).problems().isEmpty();
    }

    /// What was written, for the form, and what is wrong with it. A name that does not change is nobody's concern.
    TypedForm form(boolean next) {
        var problems = new LinkedHashMap<String, String>();
        if (!PeopleScreen.REASONS.contains(why)) {
            problems.put("why", "missing");
        }
        if (next && renames()) {
            put(problems, "name", Application.nameProblem(name));
            put(problems, "kana", Application.kanaProblem(kana));
        }
        for (var field : List.of(Map.entry("name", name), Map.entry("kana", kana))) {
            if (MyNumber.standsIn(field.getValue())) {
                problems.put(field.getKey(), "my-number");
            }
        }
        return new TypedForm(Map.of("why", why, "name", shown(name), "kana", shown(kana)), problems);
    }

    private static void put(Map<String, String> problems, String field, String problem) {
        if (!problem.isEmpty()) {
            problems.put(field, problem);
        }
    }

    /// An individual number is never shown again.
    private static String shown(String text) {
        return MyNumber.standsIn(text) ? "" : text;
    }

    Map<String, String> fields(int cardsNow) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ticket", ticket);
        fields.put("why", why);
        fields.put("name", shown(name));
        fields.put("kana", shown(kana));
        fields.put("before", Integer.toString(cardsNow));
        return fields;
    }
}
