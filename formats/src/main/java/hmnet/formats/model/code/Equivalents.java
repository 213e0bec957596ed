package hmnet.formats.model.code;

import java.util.List;
import java.util.Optional;

/// Finds codes that say the same as those sent (同じ意味のコード): in a loaded code table, or nowhere.
@FunctionalInterface
public interface Equivalents {
    Equivalents NONE = new Equivalents() {
        @Override
        public List<Code> of(List<Code> sent) {
            return List.of();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }
    };

    /// @param sent all codes of one thing, as they were sent
    /// @return codes of tables, in systems that were not sent; and a sent code again, with its name, where it
    ///     came without one. Nothing that is not certain
    List<Code> of(List<Code> sent);

    /// Who calls a sent code something that its sent name surely is not.
    ///
    /// @return the code as its table calls it; empty where no table knows it, and where both names may be one
    ///     thing's
    default Optional<Code> contradicted(Code sent) {
        return Optional.empty();
    }

    /// Whether there is nothing to look into, so that nobody need ask.
    default boolean isEmpty() {
        return false;
    }
}
