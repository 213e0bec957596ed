package hmnet.exchange.personquery;

import java.util.List;

/// The result of a demographic query (検索結果).
public sealed interface Findings {
    /// All that were found, by kana and number; empty when nobody.
    record Found(List<Candidate> candidates) implements Findings {}

    /// More than are told at once: the caller has to say more.
    record TooMany(int most) implements Findings {}

    /// Neither a number nor a birth date nor a telephone number: names alone are carried by thousands.
    record TooVague() implements Findings {}

    /// A domain nobody here knows.
    record UnknownDomain(String domain) implements Findings {}

    /// The question held an individual number (個人番号); nothing of it was kept.
    record IndividualNumber() implements Findings {}

    /// The caller was told of far more people in this hour than is usual (照会の上限).
    record OverLimit() implements Findings {}
}
