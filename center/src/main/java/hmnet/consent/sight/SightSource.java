package hmnet.consent.sight;

import java.util.List;

/// What a reader sees of one hospital's records (病院ごとの見える範囲).
///
/// @param name the hospital
public record SightSource(String name, List<SightGroup> groups) {
    /// Kinds of record that the same things decide about.
    ///
    /// @param kinds in words
    /// @param reach `all`, `some` or `none`
    /// @param reasons in words, the widest rule first
    public record SightGroup(List<String> kinds, String reach, List<String> reasons) {}
}
