package hmnet.consent.cards;

import hmnet.ground.database.ColumnWord;

/// How the last digit of a card's number is worked out from those before it (検査数字の規則).
public enum CheckRule implements ColumnWord {
    NONE("none"),
    MOD11("mod11-10"),
    /// ISO/IEC 7812-1.
    LUHN("luhn"),
    /// GS1: every second digit weighs three.
    MOD10("mod10-3");

    private final String word;

    CheckRule(String word) {
        this.word = word;
    }

    /// As it stands in the database, in the form and in the names of messages.
    @Override
    public String word() {
        return word;
    }

    boolean holds(String number) {
        return switch (this) {
            case NONE -> true;
            case MOD11 ->
                digits(number)
                        && CardNumber.checkDigit(number.substring(0, number.length() - 1))
                                == number.charAt(number.length() - 1);
            case LUHN -> digits(number) && sum(number, true) % 10 == 0;
            case MOD10 -> digits(number) && sum(number, false) % 10 == 0;
        };
    }

    private static boolean digits(String number) {
        return number.length() > 1 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Every second digit twice, its own digits added (Luhn); else GS1's weight of three.
    private static int sum(String number, boolean luhn) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : luhn ? digit * 2 : digit * 3;
            sum += luhn && weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
