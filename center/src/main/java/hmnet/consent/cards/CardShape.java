package hmnet.consent.cards;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a card's number looks, as the office writes it (番号の形): `#` a digit, `@` a capital letter, `*` any
/// digits, `{…}` what is kept of it, everything else itself. The pattern made of it takes time in proportion
/// to a text.
///
/// @param text such as `K######`, or `;{########}=*?` for a stripe
public record CardShape(String text) {
    private static final int MOST = 60;

    public CardShape {
        if (!valid(text)) {
            throw new IllegalArgumentException("No shape of a number: # digit, @ letter, {…} once around what is kept");
        }
    }

    /// The shape that a text is; nothing where it is none.
    public static Optional<CardShape> of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return valid(plain) ? Optional.of(new CardShape(plain)) : Optional.empty();
    }

    /// At least four characters that vary are kept: fewer would be a name, not a number.
    private static boolean valid(String text) {
        if (text.length() > MOST || !text.matches("[^{}]*(\\{[^{}]+})?[^{}]*") || text.matches(".*\\*.*\\*.*")) {
            return false;
        }
        var kept = kept(text);
        return !kept.contains("*")
                && kept.chars().filter(c -> c == '#' || c == '@').count() >= 4;
    }

    private static String kept(String text) {
        return text.contains("{") ? text.substring(text.indexOf('{') + 1, text.indexOf('}')) : text;
    }

    /// The same as a pattern whose group `number` is what is kept.
    Pattern pattern() {
        var marked = text.contains("{") ? text : "{" + text + "}";
        var pattern = new StringBuilder();
        marked.chars().forEach(c -> {
            switch (c) {
                case '#' -> pattern.append("[0-9]");
                case '@' -> pattern.append("[A-Z]");
                case '*' -> pattern.append("[0-9]{0,20}");
                case '{' -> pattern.append("(?<number>");
                case '}' -> pattern.append(')');
                default -> pattern.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(pattern.toString());
    }
}
