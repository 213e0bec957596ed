package hmnet.consent.cards;

/// A card's number under its scheme (カードの番号と番号体系): hospitals' numbers may be alike.
public record CardCode(String scheme, String number) {
    /// The word of the centre's own scheme.
    static final String HM = "hm";

    /// The word of the scheme of cards in the app.
    static final String APP = "hm-app";

    static CardCode of(CardNumber number) {
        return new CardCode(HM, number.value());
    }
}
