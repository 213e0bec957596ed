package hmnet.care.shelter;

import java.util.regex.Pattern;

/// What is written down of somebody at a shelter (避難所名簿の一行の言葉).
///
/// @param shelter which shelter
/// @param name and `kana`, `birth`: as a card or the person says; may be empty but for the name
/// @param needs what they need; may be empty
record ShelterWords(String shelter, String name, String kana, String birth, String needs) {
    static final int SHELTER_MAX = 40;
    static final int NAME_MAX = 80;
    static final int BIRTH_MAX = 20;
    static final int NEEDS_MAX = 200;
    private static final String BETWEEN = "\u001f";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    ShelterWords {
        shelter = plain(shelter);
        name = plain(name);
        kana = plain(kana);
        birth = plain(birth);
        needs = plain(needs);
    }

    private static String plain(String words) {
        return CONTROL.matcher(words).replaceAll(" ").strip();
    }

    boolean isUsable() {
        return !shelter.isEmpty()
                && shelter.length() <= SHELTER_MAX
                && !name.isEmpty()
                && name.length() <= NAME_MAX
                && kana.length() <= NAME_MAX
                && birth.length() <= BIRTH_MAX
                && needs.length() <= NEEDS_MAX;
    }

    String text() {
        return String.join(BETWEEN, shelter, name, kana, birth, needs);
    }

    static ShelterWords read(String text) {
        var parts = text.split(BETWEEN, -1);
        return new ShelterWords(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }
}
