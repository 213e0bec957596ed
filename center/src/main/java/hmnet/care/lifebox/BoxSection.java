package hmnet.care.lifebox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part of the life box (命の宝箱の項目), in the order in which a crew needs it; a group of the sheet of that name.
public enum BoxSection {
    ALLERGIES(FirstPlace.TOP),
    /// ACP: what the person wants and does not want.
    WISHES(FirstPlace.TOP),
    /// 信条と輸血.
    FAITH(FirstPlace.TOP),
    MEDICINES(FirstPlace.MEDICINES),
    DISEASES(FirstPlace.PROBLEMS),
    BLOOD(FirstPlace.BODY),
    DEVICES(FirstPlace.BODY),
    DOCTOR(FirstPlace.PEOPLE),
    CONTACTS(FirstPlace.PEOPLE),
    /// ことば・耳・目、知ってほしいこと.
    SELF(FirstPlace.PEOPLE);

    private final FirstPlace place;

    BoxSection(FirstPlace place) {
        this.place = place;
    }

    /// Beside which facts of the chart a section stands on the first page of an emergency (救急の画面の位置).
    public enum FirstPlace {
        TOP,
        MEDICINES,
        PROBLEMS,
        BODY,
        PEOPLE
    }

    public FirstPlace place() {
        return place;
    }

    /// Whether it says what the person wants done, which is no order of a physician: 輸血 too.
    public boolean isWish() {
        return this == WISHES || this == FAITH;
    }

    /// The linkId of its group, and the end of that of the question whether crews may see it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BoxSection> of(String linkId) {
        return Arrays.stream(values()).filter(one -> one.word().equals(linkId)).findFirst();
    }
}
