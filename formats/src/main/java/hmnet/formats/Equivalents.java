package hmnet.formats;

import java.util.List;

/// Finds codes that say the same as those sent (同じ意味のコード): in a loaded code table, or nowhere.
@FunctionalInterface
public interface Equivalents {
    Equivalents NONE = sent -> List.of();

    /// @param sent all codes of one thing, as they were sent
    /// @return codes of tables, in systems that were not sent; and a sent code again, with its name, where it
    ///     came without one. Nothing that is not certain
    List<Code> of(List<Code> sent);
}
