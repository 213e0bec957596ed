package hmnet.office.issuing;

import hmnet.people.patients.MyNumber;
import java.util.LinkedHashMap;
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
        return PeopleScreen.REASONS.contains(why)
                && !(next && renames() && (name.isBlank() || kana.isBlank()))
                && !MyNumber.standsIn(name)
                && !MyNumber.standsIn(kana);
    }

    Map<String, String> fields(int cardsNow) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ticket", ticket);
        fields.put("why", why);
        fields.put("name", name);
        fields.put("kana", kana);
        fields.put("before", Integer.toString(cardsNow));
        return fields;
    }
}
